// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace oneinn {

/// A share p in whole numbers a person can repeat. The rule is ours, from what is known about how
/// frequencies are read: integers are believed and recalled better than decimals (Witteman et al.
/// 2011); 1-in-N is what people repeat, yet it is harder to compute with (Cuite et al. 2008) and
/// feels bigger (Sirota et al. 2014), so it never stands without "x of 100".
/// - p = 0: none seen; p < 1/1,000: rare.
/// - p <= 0.20: 1 in N, N = 1/p rounded half up to a whole number below 50, to the nearest 5 from
///   there to 100, to the nearest 10 above.
/// - 0.20 < p < 0.95: the nearest of 1/5 1/4 3/10 1/3 2/5 1/2 3/5 2/3 7/10 3/4 4/5 9/10; ties go to
///   the smaller denominator.
/// - p >= 0.95: almost every; p = 1: every one.
/// - companion: p of 100 rounded half up; of 1,000 where p < 0.02.
/// Where the interval around p spans more than a factor of 2, wording drops the 1 in N.
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
    std::optional<Count> companion; ///< "13 of 100"; absent for NoneSeen, Rare and EveryOne
};

/// share in [0, 1].
NaturalFrequency naturalFrequency(double share);

/// share of `of`, rounded half up (with a guard of 1e-9 against binary fractions).
int countOf(double share, int of);

} // namespace oneinn
