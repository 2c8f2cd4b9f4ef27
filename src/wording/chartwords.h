// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/targets/reach.h"

#include <QString>
#include <QStringList>

#include <optional>

/// What stands on and beside the charts.
namespace oneinn::wording {

/// How the threshold axis is spread.
enum class ScoreAxis { Score, LogOdds, ShareShown };
QString axisName(ScoreAxis axis);
/// Title of the axis; negated: low scores speak for the positive class, so that minus the score is
/// shown.
QString axisTitle(ScoreAxis axis, bool negated);

struct ClassTitles {
    QString positives;
    QString negatives;
};
/// What is counted along the two scales of the histogram.
ClassTitles classTitles(const FeatureWords &words);
/// Beside the title of the scores: "— drag the line: right of it is raised".
QString scoresHint(const FeatureWords &words);

struct HistogramLegend {
    QString positiveShown;
    QString positiveNotShown;
    QString negativeShown;
    QString negativeNotShown;
};
HistogramLegend histogramLegend(const FeatureWords &product = {});

struct CurveAxes {
    QString horizontal;
    QString vertical;

    bool operator==(const CurveAxes &) const = default;
};
CurveAxes precisionRecallAxes(const FeatureWords &product = {});
CurveAxes latencyAxes();

/// Beside the point on the precision-recall curve: "87 % right, 62 % found", in the axes' unit, and
/// rounded as the wrong and the missed are that stand beside it; "62 % found, 58 % reached" where
/// users leave before they see it.
QString operatingPointLabel(const Assessment &assessment);
/// The share missed is another than on curves, which are as if everybody waited.
bool leavingMissesMore(const Assessment &assessment);
/// Says so beside what is told of a curve, and how many are missed in all; empty where it is not.
QString countingThoseGoneText(const Assessment &assessment);

/// One or two sentences that say what each chart shows now, for those who cannot see it.
QString scoresSummary(const Assessment &assessment, const Reach *within = nullptr);
/// What of those shown is right and wrong, as a strip draws it: of 100 or 1,000, or of all where
/// they are too few for that; absent where none is shown.
struct ShownStripWords {
    int of = 0;
    int wrong = 0;
    QString title;     ///< "of 100 shown"
    QString right;     ///< "87 right"
    QString wrongOnes; ///< "13 wrong"
};
std::optional<ShownStripWords> shownStripWords(const Assessment &assessment);
QString ownScalesNote();
QString precisionRecallSummary(const Assessment &assessment);
QString latencySummary(const Assessment &assessment);

/// The same beside the budget itself: "6 of 100 late."
QString latencyBrief(const Assessment &assessment);

/// What the dashed curves of a chart are; there must be some.
QString rivalsSummary(const QStringList &models);
/// At a dashed curve: "earlier: payments-february.csv".
QString earlierCurveName(const QString &period);
/// What a chart's summary goes on with where an earlier period is drawn.
QString earlierSummary(const QString &period);
QString earlierLegend();                              ///< where other lines are dashed as well
QString earlierOutlineSummary(const QString &period); ///< of scores
/// The switch that hides it, and what it is, or why there is none.
QString earlierSwitchText(const QString &period);
QString earlierSwitchHint(bool none);

} // namespace oneinn::wording
