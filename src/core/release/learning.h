// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/labels/selectivelabels.h"
#include "core/release/usesofgroup.h"

#include <optional>

/// What a feature in use makes known about itself, and what it never will by itself.
namespace oneinn {

struct Assessment;

struct LearningQuestion {
    double within = 0.05;                 ///< so near the share missed is to be known, in (0, 1)
    std::optional<double> usesAWeek = {}; ///< absent: as many as are in the file

    friend bool operator==(const LearningQuestion &, const LearningQuestion &) = default;
};

struct LearningPlan {
    std::optional<UsesOfGroup> group = {}; ///< whose uses these are; absent: everybody's
    double uses = 0.0;                     ///< of a week, or in the file
    double shown = 0.0;                    ///< of these; they bring labels
    double silent = 0.0;                   ///< these bring none
    double toAudit = 0.0;         ///< of the silent; less those that have a label all the same
    double silentShare = 0.0;     ///< of good ones among the silent, as in the file or guessed
    bool silentIsGuessed = false; ///< labels of the file are of what was shown, or mostly
    /// So many of the silent ones to label at random; absent where nothing is silent or good, or
    /// the labels of those shown alone leave more doubt.
    std::optional<AuditPlan> audit = {};
    /// Until as many of those shown and of the silent ones have a label as in the file, with the
    /// audit every week: then a threshold could be chosen anew as surely as from this file. Absent
    /// without an audit, without a week's traffic, and where the file's labels of silent ones are
    /// no sample of them. At the latest: where the best threshold lies among those shown, their
    /// labels alone would do (simulated: release.learningsimulation).
    std::optional<double> weeksToChooseAnew = {};
};
/// By auditQuestion(), as SelectiveLabels::audit; everyone waits. Where the file tells no good one
/// among the silent, one in as many as there are is guessed.
/// group: of those assessed; the question's traffic is everybody's all the same.
LearningPlan learningPlan(const Assessment &assessment, const LearningQuestion &question,
                          const std::optional<UsesOfGroup> &group = {});

} // namespace oneinn
