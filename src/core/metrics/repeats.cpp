// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/repeats.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oneinn {

namespace {

constexpr double fewestCases = 6.0; ///< fewer do not tell how cases differ

struct Answers {
    double shown = 0.0;
    double all = 0.0;
    double positive = 0.0; ///< by their labels
};

/// 2c(r-c)/(r(r-1)); an unbiased estimate of 2p(1-p) within one case.
double flipsOf(const Answers &answers)
{
    return 2.0 * answers.shown * (answers.all - answers.shown)
            / (answers.all * (answers.all - 1.0));
}

bool isAskedAgain(const Answers &answers)
{
    const bool oneLabel = answers.positive == 0.0 || answers.positive == answers.all;
    return answers.all >= 2.0 && oneLabel;
}

/// squares: of the cases' flips, summed. Where none differs from another, nothing says how much the
/// next ones will.
std::optional<Interval> intervalOf(const Repeats &repeats, double squares)
{
    constexpr double upper = 0.975;
    const double variance =
            (squares / repeats.cases - repeats.flipRate * repeats.flipRate) / (repeats.cases - 1.0);
    if (repeats.cases < fewestCases || !(variance > 0.0))
        return std::nullopt;
    const boost::math::students_t spread(repeats.cases - 1.0);
    const double t = boost::math::quantile(spread, upper);
    const double half = t * std::sqrt(variance);
    return Interval{std::max(0.0, repeats.flipRate - half), std::min(1.0, repeats.flipRate + half)};
}

} // namespace

std::optional<Repeats> repeatsOf(const Predictions &predictions, const Selection &selection,
                                 Threshold threshold)
{
    if (!predictions.repeatsExamples())
        return std::nullopt;
    const CategoryColumn &ids = *predictions.exampleId();
    const auto nobody = ids.codeOf({});
    std::vector<Answers> cases(ids.values.size());
    for (const std::uint32_t row : predictions.select(selection)) {
        const auto at = static_cast<Eigen::Index>(row);
        if (ids.codes[at] == nobody)
            continue;
        Answers &answers = cases[ids.codes[at]];
        answers.all += 1.0;
        answers.shown += predictions.score()[at] >= threshold.value ? 1.0 : 0.0;
        answers.positive += predictions.label()[at] != 0 ? 1.0 : 0.0;
    }
    Repeats repeats;
    double squares = 0.0;
    for (const Answers &answers : cases) {
        if (!isAskedAgain(answers)) {
            repeats.alone += answers.all > 0.0 ? 1.0 : 0.0;
            continue;
        }
        const double flips = flipsOf(answers);
        repeats.cases += 1.0;
        repeats.answers += answers.all;
        repeats.flipRate += flips;
        squares += flips * flips;
    }
    if (repeats.cases == 0.0)
        return std::nullopt;
    repeats.flipRate /= repeats.cases;
    repeats.interval = intervalOf(repeats, squares);
    return repeats;
}

} // namespace oneinn
