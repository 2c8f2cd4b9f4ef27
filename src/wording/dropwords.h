// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/drop.h"
#include "core/periods/dropped.h"
#include "core/periods/dropwaterfall.h"
#include "core/periods/keepingcost.h"
#include "core/periods/periodorder.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

/// Why it dropped, in words.
namespace oneinn::wording {

/// "Before: …; after: …": what moved at all, and how sure that is.
QString dropChangeSentence(const Dropped &dropped, const FeatureWords &words = {});
/// What was found, with its evidence.
QString dropFindingSentence(const DropFinding &finding, const FeatureWords &words = {});
/// The same, and of what the data did, in the same sentence, how much of the change that made, or
/// why that cannot be told and in which bar it is. The waterfall is split for the diagnosis.
QString dropFindingWithAmount(const DropFinding &finding, const Dropped &dropped,
                              const FeatureWords &words = {});
/// What happened, why we think so, what we do, what we could not rule out.
/// lowerIsPositive: thresholds are told as they stand in the file, negated.
QStringList dropStory(const Dropped &dropped, const FeatureWords &words = {},
                      bool lowerIsPositive = false);
/// What came from what, a line each, the whole first. In the order of its amounts.
QStringList dropWaterfallLines(const Dropped &dropped, const FeatureWords &words = {});
/// At which threshold both periods are judged, and why at that one; empty where it was given by
/// name. In the file's units.
QString keptOriginSentence(KeptThreshold origin, double kept);
/// The same to one who could have given it with an option.
QString keptOriginHint(KeptThreshold origin, double kept);
/// That the choice stands on another threshold than the comparison. heldOut: of the chosen one as
/// the best; absent where it is another, or nobody knows.
QString chosenBesideKeptSentence(double chosen, double kept,
                                 const std::optional<KeepingCost> &heldOut);
/// Thresholds in the file's units; cost per use, on the uses that chose the best one.
QString keptThresholdSentence(double kept, double best, double cost,
                              const std::optional<KeepingCost> &heldOut,
                              const FeatureWords &words = {});

/// What columns one of two files has and the other has not; empty: the same.
QStringList otherColumnsNotes(const std::vector<std::string> &before,
                              const std::vector<std::string> &after);

/// "By their days it is the other way round: ..."; empty where they say nothing.
QString periodOrderNote(const std::optional<ReversedPeriods> &reversed);

} // namespace oneinn::wording
