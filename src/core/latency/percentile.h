// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// Percentiles that are observed values, and how sure they are.
namespace oneinn {

/// Latencies in ascending order with cumulated weights: answers percentiles and on-time shares by
/// bisection. Timed-out rows (+infinity) take part and sort last. Refers to columns rather than
/// copying them: 4 bytes per row.
class LatencyDistribution {
public:
    using Column = std::shared_ptr<const Eigen::ArrayXd>;

    LatencyDistribution() = default;
    /// Any order; NaN is left out: no wait is known. Weights are > 0 (asserted). `weight` may be
    /// null.
    explicit LatencyDistribution(Eigen::ArrayXd latency, const Eigen::ArrayXd *weight = nullptr);
    /// Rows of columns, already in ascending order of their latency. `weight` may be null.
    LatencyDistribution(Column latency, Column weight, std::vector<std::uint32_t> ascendingRows);

    Eigen::Index size() const { return static_cast<Eigen::Index>(m_row.size()); }
    bool empty() const { return m_row.empty(); }
    /// The latency at a place in ascending order, from 0.
    double at(Eigen::Index rank) const { return (*m_latency)[m_row[unsignedOf(rank)]]; }
    /// The weight of the row there.
    double weightOf(Eigen::Index rank) const { return m_weight ? weightAt(unsignedOf(rank)) : 1.0; }
    /// Weight of all rows up to and with this place.
    double weightUpTo(Eigen::Index rank) const;
    double totalWeight() const { return empty() ? 0.0 : weightUpTo(size() - 1); }
    /// Places in the columns, by latency.
    const std::vector<std::uint32_t> &rows() const { return m_row; }

    /// Nearest rank (Hyndman & Fan 1996, type 1): the smallest observed latency with cumulative
    /// weight of at least p x total, with a guard of 1e-9 of the total against binary fractions.
    /// p in (0, 1].
    /// +infinity if the percentile falls on a time-out. Absent when empty.
    std::optional<double> percentile(double p) const;

    /// How many rows have a finite latency <= budget.
    Eigen::Index rowsWithin(double budget) const;
    /// Weight of rows with latency <= budget.
    double weightWithin(double budget) const;
    /// Its share of all; absent when empty.
    std::optional<double> shareWithin(double budget) const;

private:
    static std::size_t unsignedOf(Eigen::Index i) { return static_cast<std::size_t>(i); }
    double weightAt(std::size_t rank) const { return (*m_weight)[m_row[rank]]; }

    Column m_latency;
    Column m_weight; ///< null: every row weighs 1
    std::vector<std::uint32_t> m_row;
    std::vector<double> m_blockStart; ///< weight of all rows before every 1,024th
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
