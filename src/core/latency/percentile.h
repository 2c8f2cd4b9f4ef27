// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <optional>

/// Percentiles that are observed values, and how sure they are.
namespace oneinn {

/// Latencies in ascending order with cumulated weights: answers percentiles and on-time shares by
/// bisection. Timed-out rows (+infinity) take part and sort last.
class LatencyDistribution {
public:
    LatencyDistribution() = default;
    /// Any order; NaN is not allowed, weights are > 0 (asserted). `weight` may be null.
    explicit LatencyDistribution(Eigen::ArrayXd latency, const Eigen::ArrayXd *weight = nullptr);

    Eigen::Index size() const { return m_latency.size(); }
    bool empty() const { return m_latency.size() == 0; }
    const Eigen::ArrayXd &sorted() const { return m_latency; }
    const Eigen::ArrayXd &cumulativeWeight() const { return m_cumulativeWeight; }
    double totalWeight() const { return empty() ? 0.0 : m_cumulativeWeight[size() - 1]; }

    /// Nearest rank (Hyndman & Fan 1996, type 1): the smallest observed latency with cumulative
    /// weight of at least p x total, with a guard of 1e-9 of the total against binary fractions.
    /// p in (0, 1].
    /// +infinity if the percentile falls on a time-out. Absent when empty.
    std::optional<double> percentile(double p) const;

    /// Weight of rows with latency <= budget.
    double weightWithin(double budget) const;
    /// Its share of all; absent when empty.
    std::optional<double> shareWithin(double budget) const;

private:
    Eigen::ArrayXd m_latency;
    Eigen::ArrayXd m_cumulativeWeight;
};

/// Order statistics that enclose the p-th percentile of n observations: 1-based ranks, 0 and n + 1
/// mean unbounded. lower = binomial quantile(alpha/2), upper = quantile(1 - alpha/2) + 1.
struct PercentileRanks {
    std::size_t lower = 0;
    std::size_t upper = 0;
    double coverage = 0.0;
};
/// n >= 1, p and confidence in (0, 1).
PercentileRanks percentileRanks(std::size_t n, double p, double confidence = 0.95);

/// Smallest n whose largest observation lies above the true p-th percentile with this confidence:
/// with fewer, the percentile is not stated (59 for p95, 299 for p99).
std::size_t fewestForPercentile(double p, double confidence = 0.95);

} // namespace oneinn
