// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/repeats.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <vector>

namespace oneinn {

namespace {

constexpr double fewestCases = 6.0; ///< fewer do not tell how cases differ

struct RepeatedAnswers {
    double shown = 0.0;
    double all = 0.0;
    double positive = 0.0; ///< by their labels
};

/// 2c(r-c)/(r(r-1)); an unbiased estimate of 2p(1-p) within one case.
double flipsOf(const RepeatedAnswers &answers)
{
    return 2.0 * answers.shown * (answers.all - answers.shown)
            / (answers.all * (answers.all - 1.0));
}

bool isAskedAgain(const RepeatedAnswers &answers)
{
    const bool oneLabel = answers.positive == 0.0 || answers.positive == answers.all;
    return answers.all >= 2.0 && oneLabel;
}

double rightOf(const RepeatedAnswers &answers)
{
    return answers.positive > 0.0 ? answers.shown : answers.all - answers.shown;
}

/// Of a mean over cases; squares: of what it is the mean of, summed. Where none differs from
/// another, nothing says how much the next ones will.
std::optional<Interval> intervalOf(double mean, double squares, double cases)
{
    constexpr double upper = 0.975;
    if (cases < fewestCases)
        return std::nullopt;
    const double variance = (squares / cases - mean * mean) / (cases - 1.0);
    if (!(variance > 0.0))
        return std::nullopt;
    const boost::math::students_t spread(cases - 1.0);
    const double t = boost::math::quantile(spread, upper);
    const double half = t * std::sqrt(variance);
    return Interval{std::max(0.0, mean - half), std::min(1.0, mean + half)};
}

/// C(right, tries) / C(all, tries), a factor at a time.
double allRight(const Tries &of, double tries)
{
    double share = 1.0;
    for (double i = 0.0; i < tries && share > 0.0; i += 1.0)
        share *= std::max(0.0, of.right - i) / (of.all - i);
    return share;
}

double commonestTries(std::span<const Tries> cases)
{
    std::map<double, std::size_t> counts;
    for (const Tries &of : cases)
        ++counts[of.all];
    const auto commonest =
            std::ranges::max_element(counts, {}, [](const auto &count) { return count.second; });
    return commonest != counts.end() ? commonest->first : 0.0;
}

} // namespace

std::optional<EveryTry> everyTryRight(std::span<const Tries> cases, double tries)
{
    EveryTry every;
    every.tries = tries;
    double squares = 0.0;
    for (const Tries &of : cases) {
        if (of.all < tries) {
            every.leftOut += 1.0;
            continue;
        }
        const double share = allRight(of, tries);
        every.cases += 1.0;
        every.share += share;
        squares += share * share;
    }
    if (every.cases == 0.0 || tries < 2.0)
        return std::nullopt;
    every.share /= every.cases;
    every.interval = intervalOf(every.share, squares, every.cases);
    return every;
}

std::optional<Repeats> repeatsOf(const Predictions &predictions, const Selection &selection,
                                 Threshold threshold)
{
    if (!predictions.repeatsExamples())
        return std::nullopt;
    const CategoryColumn &ids = *predictions.exampleId();
    const auto nobody = ids.codeOf({});
    std::vector<RepeatedAnswers> cases(ids.values.size());
    for (const std::uint32_t row : predictions.select(selection)) {
        const auto at = static_cast<Eigen::Index>(row);
        if (ids.codes[at] == nobody)
            continue;
        RepeatedAnswers &answers = cases[ids.codes[at]];
        answers.all += 1.0;
        answers.shown += predictions.score()[at] >= threshold.value ? 1.0 : 0.0;
        answers.positive += predictions.label()[at] != 0 ? 1.0 : 0.0;
    }
    Repeats repeats;
    double squares = 0.0;
    std::vector<Tries> tries;
    for (const RepeatedAnswers &answers : cases) {
        if (!isAskedAgain(answers)) {
            repeats.alone += answers.all > 0.0 ? 1.0 : 0.0;
            continue;
        }
        const double flips = flipsOf(answers);
        repeats.cases += 1.0;
        repeats.answers += answers.all;
        repeats.flipRate += flips;
        squares += flips * flips;
        tries.push_back({rightOf(answers), answers.all});
    }
    if (repeats.cases == 0.0)
        return std::nullopt;
    repeats.flipRate /= repeats.cases;
    repeats.interval = intervalOf(repeats.flipRate, squares, repeats.cases);
    repeats.everyTry = everyTryRight(tries, commonestTries(tries));
    return repeats;
}

} // namespace oneinn
