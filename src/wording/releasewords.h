// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/releaseplan.h"

#include <QString>
#include <QStringList>

#include <optional>

/// A release plan as it is read in a meeting.
namespace oneinn::wording {

/// "1 of 100 payments", "every payment".
QString stageName(const ReleaseStage &stage, const FeatureWords &words);
/// "a week"; "17 days"; without traffic "until 4,950 payments have met it, while there are
/// about 495,000 in all"; empty where
/// it never ends.
QString stageLength(const ReleaseStage &stage, const FeatureWords &words);
/// Without days how long it is all the same: "as long as 495,000 payments take", all users'
/// together; empty where it never ends.
QString lengthInUses(const ReleaseStage &stage, const FeatureWords &words);
/// Who meets the release; absent where it is not known how many use it.
std::optional<double> peopleIn(const ReleaseStage &stage);
/// What the stage takes and what it costs if the release is bad.
QString stageSentence(const ReleaseStage &stage, const FeatureWords &words);
/// What can be seen while nobody sees it, and what cannot.
QStringList shadowSentences(const ShadowPlan &shadow, const FeatureWords &words);
/// When a stage goes on to the next.
QString gateSentence(const ReleasePlan &plan, const FeatureWords &words);
/// How many good and bad releases get through all stages, and what a bad one costs.
QString pathSentence(const ReleasePlan &plan, const FeatureWords &words);
/// What neither stages nor rule can find: more missed ones.
QString notWatchedSentence(const FeatureWords &words);
/// With how few wrong ones nobody need check further.
QString keepSentence(const RollbackRule &rule);
/// The rule for wrong ones with what it promises, and what else makes one look.
QStringList ruleSentences(const RollbackTrigger &trigger, bool mostlyWrong,
                          const FeatureWords &words);
/// Of which group's uses and users it all is, and how many these are; empty where it is of
/// everyone.
QString groupSentence(const std::optional<UsesOfGroup> &group,
                      const std::optional<double> &theirUsesADay, const FeatureWords &words);
/// From which stage on the rule counts, where earlier ones have too few users for it, or that all
/// have; empty where it counts from the first.
QString ruleFromSentence(const ReleasePlan &plan, const FeatureWords &words);
/// What of it is assumed.
QString releaseAssumptions(const ReleasePlan &plan, const FeatureWords &words);

/// All of it.
QStringList releaseSentences(const ReleasePlan &plan, const FeatureWords &words);

} // namespace oneinn::wording
