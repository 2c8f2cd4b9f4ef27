// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/promisewalk.h"

#include "core/decision/clusteredpromise.h"
#include "core/decision/objectives.h"

#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr double fewestShown = 10.0;
constexpr double growth = 1.5;

/// How many have to be shown that one of them may be wrong.
double enoughForOneWrong(double precision, double error)
{
    const Promise promise = withError(Promise{.rule = PromiseRule::LowerLimit}, error);
    double shown = fewestShown;
    while (promise.precision(shown - 1.0, 1.0) < precision)
        shown = std::ceil(shown * 1.02);
    return shown;
}

} // namespace

PromiseWalk::PromiseWalk(double precision, double all, double error)
    : m_errors{error, error / 2.0, error / 2.0}
{
    constexpr double atMost = 1.0 - 1e-9; // beyond it no number is enough
    if (!(precision <= atMost) || !(all > 0.0))
        return;
    if (!(precision > 0.0)) {
        m_looks.push_back(std::numeric_limits<double>::min()); // kept by whatever is shown
        return;
    }
    for (double shown = enoughForOneWrong(precision, errorOf(Look::First)); shown <= all;
         shown = std::ceil(shown * growth))
        m_looks.push_back(shown);
    if (m_looks.size() > 1)
        m_errors[static_cast<std::size_t>(Look::Later)] =
                error / 2.0 / static_cast<double>(m_looks.size() - 1);
}

PromiseSteps::PromiseSteps(const Promise &promise, double precision, double positives,
                           double negatives)
    : m_precision(precision - objectiveRounding)
    , m_walk(promise.precisionInCases(precision), promise.casesOf(positives, negatives))
    , m_strict{promise, withError(promise, m_walk.errorOf(Look::First)),
               withError(promise, m_walk.errorOf(Look::Later))}
{
}

} // namespace oneinn
