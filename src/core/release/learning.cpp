// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/learning.h"

#include "core/assessment.h"
#include "core/labels/labelsofuses.h"

#include <algorithm>

namespace oneinn {

namespace {

struct LabelledInFile {
    double shown = 0.0;
    double shownLabelled = 0.0;
    double goodShare = 0.0; ///< of the labelled
    double silent = 0.0;
    double silentLabelled = 0.0;
    double unlabelled = 0.0; ///< of the silent; all of them where the file has them by chance
};

LabelledInFile labelledInFile(const Assessment &assessment)
{
    const ConfusionMatrix &matrix = assessment.matrix;
    const double shown = matrix.tp() + matrix.fp();
    LabelledInFile file{.shown = shown,
                        .shownLabelled = shown,
                        .goodShare = shown > 0.0 ? matrix.tp() / shown : 0.0,
                        .silent = matrix.fn() + matrix.tn()};
    file.unlabelled = file.silent;
    file.silentLabelled = file.silent;
    if (!assessment.labels)
        return file;
    const LabelledUses &uses = assessment.labels->uses;
    file.shown = uses.shownUses;
    file.shownLabelled = uses.shownLabelled;
    // Rows, as these are, where the matrix may have weights.
    if (const auto &precision = assessment.intervals.precision)
        file.goodShare = precision->yes.rows / precision->all.rows;
    file.silent = uses.silentUses;
    file.silentLabelled = uses.silentLabelled;
    file.unlabelled = assessment.labels->silentUnknown() ? uses.silentUses - uses.silentLabelled
                                                         : uses.silentUses;
    return file;
}

/// Both kinds come side by side: the slower one decides.
std::optional<double> weeksToChooseAnew(const LearningPlan &plan, const LabelledInFile &file,
                                        double scale)
{
    if (!plan.audit || !(plan.audit->label > 0.0) || plan.silentIsGuessed)
        return std::nullopt;
    return std::max(1.0 / scale, file.silentLabelled / plan.audit->label);
}

} // namespace

LearningPlan learningPlan(const Assessment &assessment, const LearningQuestion &asked,
                          const std::optional<UsesOfGroup> &group)
{
    const LabelledInFile file = labelledInFile(assessment);
    LearningPlan plan{.group = group};
    LearningQuestion question = asked;
    if (group && question.usesAWeek)
        *question.usesAWeek *= group->share;
    plan.uses = file.shown + file.silent;
    const double scale =
            question.usesAWeek && plan.uses > 0.0 ? *question.usesAWeek / plan.uses : 1.0;
    plan.uses *= scale;
    plan.shown = file.shown * scale;
    plan.silent = file.silent * scale;
    plan.toAudit = file.unlabelled * scale;
    plan.silentIsGuessed = assessment.labels && assessment.labels->silentUnknown();
    const double labelledSilent = assessment.matrix.fn() + assessment.matrix.tn();
    if (plan.silentIsGuessed)
        plan.silentShare = assessment.labels->guessedShare;
    else if (labelledSilent > 0.0)
        plan.silentShare = std::max(assessment.matrix.fn(), 1.0) / labelledSilent;
    if (file.goodShare > 0.0 && plan.toAudit > 0.0 && plan.silentShare > 0.0
        && plan.silentShare < 1.0)
        plan.audit = auditPlan(auditQuestion({.shown = plan.shown,
                                              .labelled = file.shownLabelled * scale,
                                              .goodShare = file.goodShare,
                                              .unlabelled = plan.toAudit,
                                              .guess = plan.silentShare},
                                             question.within));
    if (question.usesAWeek && scale > 0.0)
        plan.weeksToChooseAnew = weeksToChooseAnew(plan, file, scale);
    return plan;
}

} // namespace oneinn
