// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/percentile.h"

#include "core/binaryguard.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

/// Cumulated weights are kept for one row in this many.
constexpr std::size_t blockRows = 1024;

/// P(X <= k) for X binomial, for any whole k.
double binomialCdf(const boost::math::binomial &distribution, double k)
{
    if (k < 0.0)
        return 0.0;
    return k >= distribution.trials() ? 1.0 : boost::math::cdf(distribution, k);
}

/// Smallest k with P(X <= k) >= q.
double binomialQuantile(const boost::math::binomial &distribution, double q)
{
    double low = -1.0;
    double high = distribution.trials();
    while (high - low > 1.0) {
        const double middle = std::floor(low + (high - low) / 2.0);
        (binomialCdf(distribution, middle) >= q ? high : low) = middle;
    }
    return high;
}

} // namespace

LatencyDistribution::LatencyDistribution(Eigen::ArrayXd latency, const Eigen::ArrayXd *weight)
{
    std::vector<std::uint32_t> rows;
    rows.reserve(static_cast<std::size_t>(latency.size()));
    for (Eigen::Index row = 0; row < latency.size(); ++row) {
        if (!std::isnan(latency[row]))
            rows.push_back(static_cast<std::uint32_t>(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [&latency](std::uint32_t a, std::uint32_t b) {
        return latency[a] < latency[b];
    });
    *this = LatencyDistribution(std::make_shared<const Eigen::ArrayXd>(std::move(latency)),
                                weight ? std::make_shared<const Eigen::ArrayXd>(*weight) : nullptr,
                                std::move(rows));
}

LatencyDistribution::LatencyDistribution(Column latency, Column weight,
                                         std::vector<std::uint32_t> ascendingRows)
    : m_latency(std::move(latency))
    , m_weight(std::move(weight))
    , m_row(std::move(ascendingRows))
{
    assert(!m_weight || m_weight->size() == m_latency->size());
    if (!m_weight)
        return;
    double sum = 0.0;
    for (std::size_t rank = 0; rank < m_row.size(); ++rank) {
        if (rank % blockRows == 0)
            m_blockStart.push_back(sum);
        assert(weightAt(rank) > 0.0);
        sum += weightAt(rank);
    }
}

double LatencyDistribution::weightUpTo(Eigen::Index rank) const
{
    if (!m_weight)
        return static_cast<double>(rank + 1);
    const std::size_t end = unsignedOf(rank) + 1;
    const std::size_t block = unsignedOf(rank) / blockRows;
    double sum = m_blockStart[block];
    for (std::size_t i = block * blockRows; i < end; ++i)
        sum += weightAt(i);
    return sum;
}

std::optional<double> LatencyDistribution::percentile(double p) const
{
    assert(p > 0.0 && p <= 1.0);
    if (empty())
        return {};
    const double wanted = (p - binaryGuard) * totalWeight();
    if (!m_weight) {
        const auto rank = static_cast<Eigen::Index>(std::ceil(wanted)) - 1;
        return at(std::clamp<Eigen::Index>(rank, 0, size() - 1));
    }
    const auto after = std::lower_bound(m_blockStart.begin() + 1, m_blockStart.end(), wanted);
    const auto block = static_cast<std::size_t>(after - m_blockStart.begin()) - 1;
    double sum = m_blockStart[block];
    std::size_t rank = block * blockRows;
    while ((sum += weightAt(rank)) < wanted && rank + 1 < m_row.size())
        ++rank;
    return at(static_cast<Eigen::Index>(rank));
}

Eigen::Index LatencyDistribution::rowsWithin(double budget) const
{
    // A time-out is late for every budget, also for one without end.
    budget = std::min(budget, std::numeric_limits<double>::max());
    const auto end = std::partition_point(m_row.begin(), m_row.end(), [&](std::uint32_t row) {
        return (*m_latency)[row] <= budget;
    });
    return end - m_row.begin();
}

double LatencyDistribution::weightWithin(double budget) const
{
    const Eigen::Index rows = rowsWithin(budget);
    return rows == 0 ? 0.0 : weightUpTo(rows - 1);
}

std::optional<double> LatencyDistribution::shareWithin(double budget) const
{
    if (empty())
        return {};
    return weightWithin(budget) / totalWeight();
}

PercentileRanks percentileRanks(std::size_t n, double p, double confidence)
{
    assert(n > 0 && p > 0.0 && p < 1.0 && confidence > 0.0 && confidence < 1.0);
    const double alpha = 1.0 - confidence;
    const boost::math::binomial distribution(static_cast<double>(n), p);
    const double lower = binomialQuantile(distribution, alpha / 2.0);
    const double upper = binomialQuantile(distribution, 1.0 - alpha / 2.0) + 1.0;
    return {static_cast<std::size_t>(lower), static_cast<std::size_t>(upper),
            binomialCdf(distribution, upper - 1.0) - binomialCdf(distribution, lower - 1.0)};
}

std::size_t fewestForPercentile(double p, double confidence)
{
    assert(p > 0.0 && p < 1.0 && confidence > 0.0 && confidence < 1.0);
    // All n at or below the percentile: p^n <= 1 - confidence.
    const double n = std::log1p(-confidence) / std::log(p);
    return static_cast<std::size_t>(std::max(1.0, std::ceil(n - binaryGuard)));
}

} // namespace oneinn
