// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/clusters/largestcluster.h"
#include "core/labels/goldlabels.h"
#include "core/labels/labelnoise.h"
#include "core/labels/labelsbyscore.h"
#include "core/labels/selectivelabels.h"
#include "core/predictions/doubledrows.h"

#include <QString>
#include <QStringList>

#include <string>

/// What data cannot know: labels that are missing, wrong or a judge's, and rows that are there
/// twice.
namespace oneinn::wording {

/// Whether what was missed can be told, why not, within which bounds it lies, and which audit would
/// tell it. Empty where every use has a label.
QStringList labelsSentences(const SelectiveLabels &labels, const FeatureWords &words);
/// "labels are missing by the score: 100 of 100 uses from 0.5 up have one, and 17 of 100 others"
QString labelsByScoreText(const LabelsByScore &labels, double middleInFile);
/// The same as sentences, before what counts labelled uses alone: what of it looks too good.
QString labelsWarning(const LabelsByScore &labels, double middleInFile);
/// Why a limit on what is missed cannot be judged there, and what to do.
QString missedLimitUnknownText(const LabelsByScore &labels, double middleInFile);
/// Whether what silent uses were is not known, so that what needs it is not told.
bool isSilentUnknown(const Assessment &assessment);
/// The first of these, in place of what cannot be told: "What it missed cannot be told: ...".
QString missedUnknownText(const SelectiveLabels &labels, const FeatureWords &words);
/// Why there is no value, and no verdict, where misses are not known; without a full stop.
QString valueUnknownText();
QString verdictUnknownText();

/// "If 1 of 200 labels is wrong, 13 of 100 suggestions shown that are wrong becomes 12 to 14.";
/// empty where labels are as good as coins. aside: whether uses may be late or gone here, which the
/// matrix does not tell.
QString noiseSentence(const ConfusionMatrix &labelled, double wrongLabels,
                      const FeatureWords &words, bool aside);
/// Of the labels at hand, as assessed.
QString noiseSentence(const Assessment &assessment, double wrongLabels);

/// "120 of 2,120 rows are the same as another ...".
QString doubledText(const DoubledRows &doubled);

/// "One customer has 23 of 100 of these payments: ..."
QString largestClusterText(const LargestCluster &largest, const FeatureWords &words);

/// That what is told is by the label, whatever the better labels of another column say.
QString uncorrectedText(const std::string &label, const std::string &gold);
/// What gold labels say of a judge's, and of what users meet.
QStringList goldSentences(const GoldShares &shares, const FeatureWords &words);

} // namespace oneinn::wording
