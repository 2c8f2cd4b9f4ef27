// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/choice.h"
#include "core/comparison/modelcomparison.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"

#include <cstddef>
#include <optional>
#include <vector>

/// Pinned choices beside the one on the dials: each under the same assumptions, and how it differs.
namespace oneinn {

/// What keeps a pinned choice from being asked of the data.
enum class PinMisfit {
    ModelMissing,           ///< none of the rows that are looked at is its model's
    BudgetWithoutLatencies, ///< the data do not say how long an answer takes
    FallbackMissing, ///< the model that steps in for late answers has no row that can be told to
                     ///< belong to the same use
};

/// A pinned choice under the scenario's assumptions.
struct AssessedPin {
    Scenario scenario; ///< what was asked
    std::optional<PinMisfit> misfit;
    ScenarioRows::Ptr rows;               ///< null where it does not fit
    std::optional<Assessment> assessment; ///< absent where it does not fit
};

/// `known` (at least one, none null) lends rows: its first is about the data in question; one that
/// fits is used as it is. Another model's rows are prepared. Problem: Cancelled when stopped.
Result<AssessedPin> assessedPin(const Choice &choice, const Scenario &assumptions,
                                const std::vector<ScenarioRows::Ptr> &known,
                                const JobControl &job = {});

/// How the uses of a pin and those of now belong together.
enum class PinPairing {
    SameRows,     ///< one and the same model: row by row
    SameExamples, ///< two models: by example id
    NoExampleIds, ///< two models, and nothing says which of their rows belong together
    NoSharedUses, ///< there are ids, but no use that both have answered, once and with one label
};

/// How a pin (a) differs from now (b) on the uses that both have answered, restated at the base
/// rate. Shares have the denominators of Experience: users still there for the outcome, and for
/// lateness all uses. Where everyone waits and no use ends unanswered they are compareModels()'s;
/// otherwise, as value always, they come from the paired bootstrap.
struct PinDifferences {
    PinPairing pairing = PinPairing::NoSharedUses;
    std::size_t uses = 0;                          ///< that both have answered
    std::size_t resampled = 0;                     ///< of these, what intervals come from
    std::optional<MeasureComparison> wrongOfShown; ///< absent where either shows nothing
    std::optional<MeasureComparison> missed;       ///< absent without positives that are answered
    std::optional<MeasureComparison> late;         ///< absent where neither has a budget
    std::optional<MeasureComparison> valuePerUse;  ///< absent only where nothing is paired

    bool isPaired() const { return uses > 0; }
};

struct PinComparisonOptions {
    BootstrapOptions bootstrap = {};
    /// Of more uses so many are drawn for intervals and verdicts, the same in every run; the
    /// differences themselves are of all.
    Eigen::Index mostUses = 200000;
};

/// Both must fit their rows, which are of the same predictions (asserted). Problem: Cancelled when
/// stopped.
Result<PinDifferences> pinDifferences(const ScenarioRows &pinRows, const SettingQuestion &pin,
                                      const ScenarioRows &nowRows, const SettingQuestion &now,
                                      const PinComparisonOptions &options = {},
                                      const JobControl &job = {});

} // namespace oneinn
