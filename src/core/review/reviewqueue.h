// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>

namespace oneinn {

/// What becomes of reviewers' days whose number of reviews is Poisson with a mean, where at most so
/// many are done a day.
struct ReviewQueue {
    double overrunDays = 0.0;      ///< share of days with more than are done
    double turnedAwayPerDay = 0.0; ///< E (N - k)+: where the rest falls to a plain threshold
    /// Mean number that waits in the evening where the rest is carried over to the next day: of
    /// Q' = max(0, Q + N - k), by Spitzer's identity, the sum over n of E (S_n - n k)+ / n, S_n the
    /// number on n days. Absent where the mean is not below what is done: it grows for ever.
    std::optional<double> carriedOver;
};

/// Days are summed until they tell nothing more, which takes long near full ones.
enum class CarriedOver : std::uint8_t { Asked, NotAsked };
/// capacity >= 1, whole; mean >= 0.
ReviewQueue reviewQueue(double capacity, double mean, CarriedOver carried = CarriedOver::Asked);

} // namespace oneinn
