// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Patience as typed: a curve starts at 1, never rises, runs through its points, and is written so
// that it reads back.

#include "core/latency/patiencetext.h"
#include "fuzz/fuzztarget.h"

#include <cmath>
#include <initializer_list>

namespace {

using namespace oneinn;
using fuzz::require;

void checkFalls(const PatienceCurve &curve, std::string_view input)
{
    double last = 1.0;
    for (const double ms : {0.0, 5e-324, 1e-9, 1e-3, 1.0, 37.5, 100.0, 499.9, 500.0, 501.0, 2000.0,
                            1e5, 1e9, 1e15, 1.7e308}) {
        const double share = curve.stillWaiting({ms});
        require(share >= 0.0 && share <= 1.0, "a share", input);
        require(share <= last + 1e-12, "rises", input);
        last = share;
    }
    require(curve.everyoneWaits() || curve.stillWaiting({HUGE_VAL}) == 0.0, "endless", input);
}

void checkPoints(const PatienceCurve &curve, std::string_view input)
{
    for (const PatiencePoint &point : curve.points()) {
        const double apart = std::abs(curve.stillWaiting(point.wait) - point.share);
        require(apart < 1e-6, "misses its point", input);
    }
}

void patience(std::string_view input)
{
    for (const auto shape :
         {PatienceShape::Piecewise, PatienceShape::Weibull, PatienceShape::Lognormal}) {
        const auto read = readPatience(input, shape);
        const auto *curve = std::get_if<PatienceCurve>(&read);
        if (!curve)
            continue;
        const auto again = readPatience(patienceText(curve->points()), shape);
        const auto *same = std::get_if<PatienceCurve>(&again);
        require(same != nullptr, "is not read again", input);
        require(same->points() == curve->points(), "is another when read again", input);
        checkFalls(*curve, input);
        checkPoints(*curve, input);
        for (const double share : {1e-9, 0.5, 0.999})
            if (const auto wait = curve->waitUntilLeft(share))
                require(std::isfinite(wait->value), "a wait", input);
    }
}

} // namespace

ONEINN_FUZZ_TARGET(patience, patience);
