// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/learning.h"

#include "core/assessment.h"

#include <algorithm>

namespace oneinn {

LearningPlan learningPlan(const Assessment &assessment, const LearningQuestion &question)
{
    const ConfusionMatrix &matrix = assessment.matrix;
    const double labelledShown = matrix.tp() + matrix.fp();
    const double labelledSilent = matrix.fn() + matrix.tn();
    const auto &labels = assessment.labels;
    LearningPlan plan;
    plan.shown = labels ? labels->uses.shownUses : labelledShown;
    plan.silent = labels ? labels->uses.silentUses : labelledSilent;
    plan.silentIsGuessed = labels && labels->silentUnknown();
    if (plan.silentIsGuessed)
        plan.silentShare = labels->guessedShare;
    else if (labelledSilent > 0.0)
        plan.silentShare = std::max(matrix.fn(), 1.0) / labelledSilent;
    plan.uses = plan.shown + plan.silent;
    if (question.usesAWeek && plan.uses > 0.0) {
        const double scale = *question.usesAWeek / plan.uses;
        plan.uses = *question.usesAWeek;
        plan.shown *= scale;
        plan.silent *= scale;
    }
    const double goodShare = labelledShown > 0.0 ? matrix.tp() / labelledShown : 0.0;
    if (goodShare > 0.0 && plan.silent > 0.0 && plan.silentShare > 0.0 && plan.silentShare < 1.0)
        plan.audit = auditPlan({.shownGood = plan.shown * goodShare,
                                .silentUses = plan.silent,
                                .silentShare = plan.silentShare,
                                .halfWidth = question.within});
    return plan;
}

} // namespace oneinn
