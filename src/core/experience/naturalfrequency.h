// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace oneinn {

/// A share in whole numbers a person can repeat.
/// Rules: definitions in docs/definitions.md, section "Rounding to 1 in N".
struct NaturalFrequency {
    enum class Kind {
        NoneSeen,    ///< p = 0
        Rare,        ///< p < 1/1,000
        AInB,        ///< "about a in b"; a = 1 for p <= 0.20
        Half,        ///< one half
        AlmostEvery, ///< p >= 0.95
        EveryOne,    ///< p = 1
    };
    struct Count {
        int count = 0;
        int of = 100; ///< 100, or 1,000 below 2 %
        friend bool operator==(const Count &, const Count &) = default;
    };

    Kind kind = Kind::NoneSeen;
    int a = 0; ///< only for AInB
    int b = 0;
    std::optional<Count> companion; ///< "13 of 100"; absent for NoneSeen and Rare
};

/// share in [0, 1].
NaturalFrequency naturalFrequency(double share);

/// share of `of`, rounded half up.
int countOf(double share, int of);

} // namespace oneinn
