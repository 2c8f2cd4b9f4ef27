// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/binwords.h"

#include "core/policies/ownthresholds.h"

#include "wording/decisionwords.h"
#include "wording/feature.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/segmentnames.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What decides where one segment is looked at alone that has a threshold of its own: not the dial,
/// which moves all of them. Empty where there is none.
QString ownHere(const Scenario &scenario)
{
    const ThresholdsBySegment *thresholds = thresholdsBySegment(scenario.combination);
    if (!thresholds)
        return {};
    for (const Selection::Where &where : scenario.selection.where) {
        if (where.column != thresholds->column || where.match != Selection::Match::Is)
            continue;
        const Threshold own =
                thresholdOf(scenario.combination, where.column, where.value, scenario.threshold);
        if (own == scenario.threshold)
            return {};
        return u"for others; %1 has %2"_s.arg(
                segmentName({where.value}),
                ownThresholdText(own, false, roundedAround(*thresholds, scenario.threshold)));
    }
    return {};
}

} // namespace

QString aroundThreshold(const Assessment &assessment)
{
    if (QString own = ownHere(assessment.scenario); !own.isEmpty())
        return own;
    const ThresholdInterval &around = assessment.sameDecisions;
    if (!around.isOfBins || std::isinf(around.low) || std::isinf(around.high))
        return assessment.between ? u"within the last bin"_s : stabilityText(around);
    if (!assessment.between)
        return u"exact: a bin begins here"_s;
    const auto &wrong = assessment.between->wrongOfShown;
    if (!wrong)
        return u"within a bin"_s;
    return u"within a bin: %1 of 100 %2 are wrong"_s.arg(betweenText(*wrong, 100),
                                                         featureOf(assessment.scenario.words).done);
}

QString openBinSentence(const Assessment &assessment)
{
    if (!assessment.between)
        return {};
    const BetweenBins &between = *assessment.between;
    const Feature feature = featureOf(assessment.scenario.words);
    const bool isLast = std::isinf(between.thresholds.high);
    const QString bin = isLast ? u"the bin from %1 up"_s.arg(scoreText(between.thresholds.low))
                               : u"the bin from %1 to %2"_s.arg(scoreText(between.thresholds.low),
                                                                scoreText(between.thresholds.high));
    QString told =
            u"The threshold lies within %1, and counts do not tell what it shows of it"_s.arg(bin);
    QStringList open;
    if (between.wrongOfShown)
        open.append(u"%1 of 100 %2 are wrong"_s.arg(betweenText(*between.wrongOfShown, 100),
                                                    feature.done));
    if (between.missed)
        open.append(u"%1 of 100 %2 are missed"_s.arg(betweenText(*between.missed, 100),
                                                     feature.positivesSaid()));
    if (!open.isEmpty())
        told += u": "_s + open.join(u", and "_s);
    return told
            + (isLast ? u". All else is told as if it showed none of it."_s
                      : u". All else is told as at %1."_s.arg(scoreText(between.thresholds.high)));
}

} // namespace oneinn::wording
