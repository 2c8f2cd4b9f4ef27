// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/fanout.h"

#include <cassert>
#include <cmath>

namespace oneinn {

double fanoutTail(double p, double n)
{
    assert(p >= 0.0 && p <= 1.0 && n >= 0.0);
    if (n == 0.0)
        return 0.0;
    // For small p, 1 - (1 - p)^n would lose all digits.
    return -std::expm1(n * std::log1p(-p));
}

double hedgedTail(const LatencySurvival &survival, Milliseconds hedgeAfter, Milliseconds t)
{
    if (t.value < hedgeAfter.value)
        return survival(t);
    return survival(t) * survival({t.value - hedgeAfter.value});
}

} // namespace oneinn
