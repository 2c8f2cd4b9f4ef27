// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewer.h"
#include "core/scenario.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// What a person decides, as opposed to what they assume about the product and its users: the same
/// assumptions can be asked of several choices.
struct Choice {
    Threshold threshold;
    Budget budget;
    LatePolicy latePolicy = LatePolicy::ShowNothing;
    std::optional<FallbackModel> fallback;
    std::optional<std::string> model;
    std::optional<Combination> combination = {};
    std::optional<BudgetsBySegment> budgets = {};

    friend bool operator==(const Choice &, const Choice &) = default;
};

Choice choiceOf(const Scenario &scenario);
/// The scenario with another choice; its assumptions and the users it is about stay.
Scenario withChoice(Scenario scenario, const Choice &choice);

/// A choice that a person keeps beside the one on the dials.
struct PinnedPoint {
    enum class Origin {
        Person,
        Default, ///< 0.5 and no budget: the setting nobody chose, pinned when a file is opened
    };
    std::string name; ///< empty: wording names it by its place in the list or its origin
    Choice choice;
    Origin origin = Origin::Person;
    /// The band that was in force: the choice's threshold is the one without a person.
    std::optional<BandThresholds> band = {};

    friend bool operator==(const PinnedPoint &, const PinnedPoint &) = default;
};

/// As many as are kept: each is worked out anew with every change, and has a row to be read.
inline constexpr std::size_t mostPins = 200;

/// The setting nobody chose: 0.5, no budget, nothing shown when late, of the scenario's model.
/// Absent where the scores are not probabilities (one lies outside [0, 1]), so that 0.5 means
/// nothing.
std::optional<PinnedPoint> defaultNobodyChose(const Predictions &predictions,
                                              const Scenario &scenario);

} // namespace oneinn
