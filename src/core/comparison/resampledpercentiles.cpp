// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/resampledpercentiles.h"

#include "core/binaryguard.h"
#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace oneinn {

namespace {

/// Every use's place in descending order of value, and the percentile of any weights from it.
/// Uses without one (NaN) take no part.
class Descending {
public:
    explicit Descending(const Eigen::ArrayXd &value)
        : m_value(value)
    {
        m_use.reserve(static_cast<std::size_t>(value.size()));
        for (Eigen::Index use = 0; use < value.size(); ++use) {
            if (!std::isnan(value[use]))
                m_use.push_back(static_cast<std::uint32_t>(use));
        }
        std::sort(m_use.begin(), m_use.end(), [&value](std::uint32_t a, std::uint32_t b) {
            return value[a] != value[b] ? value[a] > value[b] : a < b;
        });
    }

    /// The smallest value up to which there is at least p of all weight. From the top, since high
    /// percentiles are asked for.
    double percentile(double p, const std::vector<double> &weight, double total) const
    {
        if (m_use.empty())
            return 0.0;
        if (m_use.size() < weight.size()) {
            total = 0.0;
            for (const std::uint32_t use : m_use)
                total += weight[use];
        }
        const double wanted = (p - binaryGuard) * total;
        double upTo = total;
        double found = m_value[m_use.front()];
        for (const std::uint32_t use : m_use) {
            if (weight[use] == 0.0)
                continue;
            if (upTo < wanted)
                break;
            found = m_value[use];
            upTo -= weight[use];
        }
        return found;
    }

private:
    const Eigen::ArrayXd &m_value;
    std::vector<std::uint32_t> m_use;
};

} // namespace

Eigen::ArrayXXd resampledPercentiles(const PairedRows &rows,
                                     const std::vector<const Eigen::ArrayXd *> &columns, double p,
                                     const BootstrapOptions &options, const JobControl &job)
{
    const ResampleUnits units(rows);
    std::vector<Descending> orders;
    orders.reserve(columns.size());
    for (const Eigen::ArrayXd *column : columns)
        orders.emplace_back(*column);
    Eigen::ArrayXXd found(eigenIndex(options.resamples), eigenIndex(columns.size()));
    const auto parts = static_cast<unsigned>(std::min<std::size_t>(
            options.resamples,
            threadsFor(static_cast<std::size_t>(rows.uses()) * options.resamples,
                       options.threads)));
    inParts(options.resamples, parts, [&](unsigned, std::size_t begin, std::size_t end) {
        std::vector<std::uint16_t> times;
        std::vector<double> weight(static_cast<std::size_t>(rows.uses()));
        for (std::size_t resample = begin; resample < end && !job.stopRequested(); ++resample) {
            units.draw(options, resample, times);
            double total = 0.0;
            for (Eigen::Index use = 0; use < rows.uses(); ++use) {
                const double w = times[units.unitOf(use)] * rows.weight[use];
                weight[static_cast<std::size_t>(use)] = w;
                total += w;
            }
            for (std::size_t column = 0; column < columns.size(); ++column)
                found(eigenIndex(resample), eigenIndex(column)) =
                        orders[column].percentile(p, weight, total);
        }
    });
    return found;
}

} // namespace oneinn
