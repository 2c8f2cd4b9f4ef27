// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/choice.h"
#include "core/comparison/sharedifferences.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

/// Pinned choices beside the one on the dials: each under the same assumptions, and how it differs.
namespace oneinn {

/// What keeps a pinned choice from being asked of the data.
enum class PinMisfit {
    ModelMissing,           ///< none of the rows that are looked at is its model's
    BudgetWithoutLatencies, ///< the data do not say how long an answer takes
    OtherModelMissing,      ///< the model it is combined with has no row of the same use
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

/// How a pin (a) differs from now (b): differences of the very shares that are shown for either,
/// each of its own uses, restated at the base rate. What both have answered is paired.
struct PinDifferences {
    PinPairing pairing = PinPairing::NoSharedUses;
    std::size_t uses = 0; ///< that both have answered
    /// Of comparedShares; absent where either is undefined, and late where neither has a budget.
    std::array<std::optional<MeasureComparison>, shareCount> shares;
    std::optional<MeasureComparison> valuePerUse; ///< absent only where nothing is paired

    const std::optional<MeasureComparison> &operator[](Share share) const
    {
        return shares[static_cast<std::size_t>(share)];
    }
    std::optional<MeasureComparison> &operator[](Share share)
    {
        return shares[static_cast<std::size_t>(share)];
    }
    bool isPaired() const { return uses > 0; }
};
inline constexpr std::array comparedShares{Share::WrongOfShown, Share::Missed, Share::Late};

/// Both must fit their rows, which are of the same predictions (asserted). Problem: Cancelled when
/// stopped.
Result<PinDifferences> pinDifferences(const ScenarioRows &pinRows, const SettingQuestion &pin,
                                      const ScenarioRows &nowRows, const SettingQuestion &now,
                                      const JobControl &job = {});

} // namespace oneinn
