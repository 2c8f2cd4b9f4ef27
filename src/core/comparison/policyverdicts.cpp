// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/policyverdicts.h"

#include "core/comparison/simultaneous.h"
#include "core/eigenindex.h"

#include <utility>

namespace oneinn {

namespace {

ComparisonVerdict verdictOf(const MeasuredPolicies &measure,
                            const std::pair<Eigen::Index, Eigen::Index> &pair, double difference,
                            const Interval &interval)
{
    const auto [a, b] = pair;
    if (measure.tooFewDiffer && measure.tooFewDiffer(a, b))
        return ComparisonVerdict::CannotBeToldApart;
    const bool isNone = difference == 0.0 && interval.width() == 0.0;
    Optimism optimism;
    if (!isNone && !measure.optimism.empty())
        optimism = optimismBetween(measure.optimism[static_cast<std::size_t>(a)],
                                   measure.optimism[static_cast<std::size_t>(b)]);
    if (!optimism.isKnown())
        return ComparisonVerdict::CannotBeToldApart;
    return differenceVerdict(expectedDifference(difference, optimism),
                             expectedInterval(interval, optimism), measure.smallest);
}

/// Of the first of each pair against the second.
std::vector<ComparisonVerdict> verdictsOf(
        const MeasuredPolicies &measure,
        const std::vector<std::pair<Eigen::Index, Eigen::Index>> &pairs)
{
    std::vector<ComparisonVerdict> verdicts;
    if (pairs.empty() || measure.resampled.rows() < 2) {
        verdicts.assign(pairs.size(), ComparisonVerdict::CannotBeToldApart);
        return verdicts;
    }
    Eigen::ArrayXd difference(eigenIndex(pairs.size()));
    Eigen::ArrayXXd resampled(measure.resampled.rows(), difference.size());
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        const auto [a, b] = pairs[pair];
        difference[eigenIndex(pair)] = measure.estimate[a] - measure.estimate[b];
        resampled.col(eigenIndex(pair)) = measure.resampled.col(a) - measure.resampled.col(b);
    }
    const SimultaneousLimits limits = simultaneousLimits(difference, resampled);
    for (std::size_t pair = 0; pair < pairs.size(); ++pair)
        verdicts.push_back(verdictOf(measure, pairs[pair], difference[eigenIndex(pair)],
                                     limits.interval[pair]));
    return verdicts;
}

ComparisonVerdict reversed(ComparisonVerdict verdict)
{
    if (verdict == ComparisonVerdict::AIsBetter)
        return ComparisonVerdict::BIsBetter;
    return verdict == ComparisonVerdict::BIsBetter ? ComparisonVerdict::AIsBetter : verdict;
}

} // namespace

std::vector<ComparisonVerdict> verdictsAgainstFirst(const MeasuredPolicies &measure)
{
    std::vector<std::pair<Eigen::Index, Eigen::Index>> pairs;
    for (Eigen::Index policy = 1; policy < measure.estimate.size(); ++policy)
        pairs.emplace_back(policy, 0);
    std::vector<ComparisonVerdict> verdicts = verdictsOf(measure, pairs);
    verdicts.insert(verdicts.begin(), ComparisonVerdict::NoDifferenceThatMatters);
    return verdicts;
}

PairVerdicts::PairVerdicts(const MeasuredPolicies &measure)
    : m_policies(measure.estimate.size())
{
    std::vector<std::pair<Eigen::Index, Eigen::Index>> pairs;
    for (Eigen::Index a = 0; a < m_policies; ++a) {
        for (Eigen::Index b = a + 1; b < m_policies; ++b)
            pairs.emplace_back(a, b);
    }
    m_verdicts = verdictsOf(measure, pairs);
}

ComparisonVerdict PairVerdicts::of(Eigen::Index a, Eigen::Index b) const
{
    if (a == b)
        return ComparisonVerdict::NoDifferenceThatMatters;
    if (a > b)
        return reversed(of(b, a));
    // Those of earlier ones come first: a row of them is one shorter each time.
    const Eigen::Index place = a * m_policies - a * (a + 1) / 2 + b - a - 1;
    return m_verdicts[static_cast<std::size_t>(place)];
}

} // namespace oneinn
