// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/percentile.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

// 0.07 * 100 is 7.000000000000001 in binary, and the rank must still be 7.
constexpr double binaryGuard = 1e-9;

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
    : m_latency(std::move(latency))
    , m_cumulativeWeight(m_latency.size())
{
    assert(!m_latency.isNaN().any());
    assert(!weight || (weight->size() == size() && (*weight > 0.0).all()));
    if (!weight) {
        std::sort(m_latency.begin(), m_latency.end());
        std::iota(m_cumulativeWeight.begin(), m_cumulativeWeight.end(), 1.0);
        return;
    }
    std::vector<std::pair<double, double>> rows;
    rows.reserve(static_cast<std::size_t>(size()));
    for (Eigen::Index i = 0; i < size(); ++i)
        rows.emplace_back(m_latency[i], (*weight)[i]);
    std::sort(rows.begin(), rows.end());
    double sum = 0.0;
    for (Eigen::Index i = 0; i < size(); ++i) {
        const auto &row = rows[static_cast<std::size_t>(i)];
        m_latency[i] = row.first;
        m_cumulativeWeight[i] = sum += row.second;
    }
}

std::optional<double> LatencyDistribution::percentile(double p) const
{
    assert(p > 0.0 && p <= 1.0);
    if (empty())
        return {};
    const auto row = std::lower_bound(m_cumulativeWeight.begin(), m_cumulativeWeight.end(),
                                      (p - binaryGuard) * totalWeight())
            - m_cumulativeWeight.begin();
    return m_latency[std::min<Eigen::Index>(row, size() - 1)];
}

double LatencyDistribution::weightWithin(double budget) const
{
    const auto rows =
            std::upper_bound(m_latency.begin(), m_latency.end(), budget) - m_latency.begin();
    return rows == 0 ? 0.0 : m_cumulativeWeight[rows - 1];
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
