// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"

#include "core/assessment.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// So that a count that lies on a line is not moved by a binary fraction.
constexpr double countGuard = 1e-9;

double worseThan(double precision)
{
    constexpr double half = 1.5;
    constexpr double third = 1.0 / 3.0;
    return std::max(1.0 - half * (1.0 - precision), precision * (1.0 - third));
}

std::optional<PrecisionTest> precisionTestOf(const Assessment &assessment)
{
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong || wrong->reliability != Reliability::Stated || wrong->value >= 1.0)
        return std::nullopt;
    const double good = 1.0 - (wrong->value > 0.0 ? wrong->value : wrong->interval.high);
    // So rarely wrong, or so rarely right, that no test could tell it from worse.
    constexpr double rarest = 1e-9;
    if (good < rarest || good > 1.0 - rarest)
        return std::nullopt;
    return precisionTest(good, worseThan(good));
}

std::optional<double> mostLate(const Assessment &assessment)
{
    constexpr double half = 1.5;
    const auto late = assessment.experience[Share::Late];
    if (!late || late->reliability != Reliability::Stated)
        return std::nullopt;
    return std::min(1.0, std::max(half * late->value, late->interval.high));
}

} // namespace

std::optional<int> PrecisionTest::rollbackAt(int n) const
{
    const double wrong = std::ceil(rollbackIntercept + slope * n - countGuard);
    return wrong <= n ? std::optional(static_cast<int>(wrong)) : std::nullopt;
}

std::optional<int> PrecisionTest::keepUpTo(int n) const
{
    const double wrong = std::floor(slope * n - keepIntercept + countGuard);
    return wrong >= 0.0 ? std::optional(static_cast<int>(wrong)) : std::nullopt;
}

PrecisionTest precisionTest(double good, double worse, double falseRollback, double missedRollback)
{
    assert(0.0 < worse && worse < good && good < 1.0);
    assert(0.0 < falseRollback && falseRollback < 0.5);
    assert(0.0 < missedRollback && missedRollback < 0.5);
    PrecisionTest test{.good = good,
                       .worse = worse,
                       .falseRollback = falseRollback,
                       .missedRollback = missedRollback};
    test.upper = std::log((1.0 - missedRollback) / falseRollback);
    test.lower = std::log(missedRollback / (1.0 - falseRollback));
    test.stepRight = std::log(worse / good);
    test.stepWrong = std::log((1.0 - worse) / (1.0 - good));
    const double perWrong = test.stepWrong - test.stepRight;
    test.slope = -test.stepRight / perWrong;
    test.rollbackIntercept = test.upper / perWrong;
    test.keepIntercept = -test.lower / perWrong;
    const auto meanStep = [&test](double precision) {
        return precision * test.stepRight + (1.0 - precision) * test.stepWrong;
    };
    test.meanCasesIfWorse =
            ((1.0 - missedRollback) * test.upper + missedRollback * test.lower) / meanStep(worse);
    test.meanCasesIfGood =
            (falseRollback * test.upper + (1.0 - falseRollback) * test.lower) / meanStep(good);
    return test;
}

RollbackTrigger rollbackTrigger(const Assessment &assessment)
{
    constexpr double quarter = 0.25;
    RollbackTrigger trigger;
    trigger.precision = precisionTestOf(assessment);
    if (const auto shown = assessment.experience[Share::Shown]; shown && shown->value > 0.0)
        trigger.shareShown = Interval{(1.0 - quarter) * shown->value,
                                      std::min(1.0, (1.0 + quarter) * shown->value)};
    trigger.late = mostLate(assessment);
    return trigger;
}

} // namespace oneinn
