// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewqueue.h"

#include "core/targets/capacity.h"

#include <cassert>

namespace oneinn {

namespace {

/// E (N - k)+ of a Poisson number: mean P(N >= k) - k P(N > k).
double expectedOver(double mean, double most)
{
    return mean * shareOfDaysOver(mean, most - 1.0) - most * shareOfDaysOver(mean, most);
}

double carriedOver(double capacity, double mean)
{
    // Terms fall about geometrically; the last ones of days this full are far below any digit told.
    constexpr double negligible = 1e-12;
    constexpr int mostDays = 1'000'000;
    double waiting = 0.0;
    for (int days = 1; days <= mostDays; ++days) {
        const double more = expectedOver(days * mean, days * capacity) / days;
        waiting += more;
        if (more <= negligible * (1.0 + waiting))
            break;
    }
    return waiting;
}

} // namespace

ReviewQueue reviewQueue(double capacity, double mean, CarriedOver carried)
{
    assert(capacity >= 1.0 && mean >= 0.0);
    ReviewQueue queue{.overrunDays = shareOfDaysOver(mean, capacity),
                      .turnedAwayPerDay = expectedOver(mean, capacity),
                      .carriedOver = {}};
    if (carried == CarriedOver::Asked && mean < capacity)
        queue.carriedOver = carriedOver(capacity, mean);
    return queue;
}

} // namespace oneinn
