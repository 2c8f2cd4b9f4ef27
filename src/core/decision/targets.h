// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>

namespace oneinn {

/// What a product has to reach, for the inverse question: which settings do? Each is absent where
/// nothing is asked.
struct Targets {
    /// At least this share of uses answered within a wait.
    struct AnsweredWithin {
        Milliseconds wait;
        double share = 0.95; ///< in (0, 1]

        friend bool operator==(const AnsweredWithin &, const AnsweredWithin &) = default;
    };

    std::optional<double> wrongOfShown; ///< at most, in [0, 1]
    std::optional<double> missed;       ///< of the positives, at most, in [0, 1]
    std::optional<AnsweredWithin> answered;
    std::optional<double> gone;        ///< of all uses, at most, in [0, 1]
    std::optional<double> shownPerDay; ///< at most, > 0
    double usesPerDay = 1000.0;        ///< all users together, > 0; what shownPerDay is counted in

    bool any() const { return wrongOfShown || missed || answered || gone || shownPerDay; }

    friend bool operator==(const Targets &, const Targets &) = default;
};

} // namespace oneinn
