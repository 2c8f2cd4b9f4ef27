// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/releaseplan.h"

#include <QString>
#include <QStringList>

/// The view of a release plan: its table, and what stands at its picture.
namespace oneinn::wording {

/// The column of those who meet it: known only where there are uses a day.
inline constexpr int stagePeopleColumn = 3;

/// One heading a column of stageCells().
QStringList stageHeadings(const FeatureWords &words);
/// A stage as releaseSentences() tells it: who gets it, how long, until how many have a label, how
/// many people meet it, what it costs if it is bad, and how many good and bad ones go on. A dash
/// where something is not known, or does not apply.
QStringList stageCells(const ReleaseStage &stage, const FeatureWords &words);

/// "Wrong ones, of those raised and checked".
QString corridorWrongTitle(const FeatureWords &words);
/// "Alerts raised and checked".
QString corridorShownTitle(const FeatureWords &words);

/// What a plan is asked with.
struct ReleaseBoxLabels {
    QString uses;
    QString usesSpoken;
    QString labelled;
    QString labelledSpoken;
};
ReleaseBoxLabels releaseBoxLabels(const FeatureWords &words);

/// What is to be typed below the picture.
QString runningCountLabel(const FeatureWords &words);
QString runningCountHint();
QString runningCountFault(const QString &text);
/// What is shown before a count is typed.
QString runningCountAsked(const FeatureWords &words);

} // namespace oneinn::wording
