// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/influencespread.h"
#include "core/job.h"
#include "core/policies/pairedrows.h"
#include "core/problem.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <vector>

/// Paired bootstrap (Efron & Tibshirani 1993): uses are drawn with replacement, each with what
/// every model and policy made of it, so that differences keep what they have in common. Where the
/// file says whose use it is, whole users are drawn (cluster bootstrap): their uses are alike.
namespace oneinn {

/// How often, and from what, is drawn. The same options give the same numbers with
/// any number of threads.
struct BootstrapOptions {
    std::size_t resamples = 500; ///< >= 1
    std::uint64_t seed = 1;
    unsigned threads = 2;
    /// Above so many users (or uses, where each is its own) nothing is drawn: sums are then taken
    /// from the normal distribution with the mean and covariance that resamples would have.
    std::size_t mostDrawn = 100000;
};

/// What is drawn: users or days, or uses where nobody has more than one.
class ResampleUnits {
public:
    /// The rows' users, or where none are told days, or else their uses. Where there are users and
    /// days both are drawn, and a use is in a resample as often as its user times as often as its
    /// day (Owen 2007).
    explicit ResampleUnits(const PairedRows &rows);

    std::size_t size() const { return m_size; }
    bool usesAreUnits() const { return m_unitOfUse.empty(); }
    /// Units are uses of one user on one day: what is drawn is both apart.
    bool areCrossed() const { return m_userOf.count > 0; }
    const DenseUnits &userOf() const { return m_userOf; }
    const DenseUnits &dayOf() const { return m_dayOf; }
    std::size_t unitOf(Eigen::Index use) const
    {
        const auto i = static_cast<std::size_t>(use);
        return usesAreUnits() ? i : m_unitOfUse[i];
    }
    /// How often each unit is in a resample; they add up to about size(). Each resample, counted
    /// from 0, can be drawn again at any time.
    void draw(const BootstrapOptions &options, std::size_t resample,
              std::vector<std::uint16_t> &times) const;

private:
    void cross(const DenseUnits &units, const PairedRows &rows);

    std::size_t m_size = 0;
    std::vector<std::uint32_t> m_unitOfUse; ///< empty: use i is unit i
    DenseUnits m_userOf;                    ///< by unit; empty: units are drawn themselves
    DenseUnits m_dayOf;
};

/// Weighted sums of columns, in the rows as they are and in every resample. All columns come from
/// the same resamples, so that ratios and differences of them are paired.
struct ResampledMeans {
    double weight = 0.0; ///< of all uses
    Eigen::ArrayXd sum;  ///< of weight x column, in the rows as they are
    Eigen::ArrayXd resampledWeight;
    Eigen::ArrayXXd resampledSum; ///< resamples x columns
    bool drawn = true;            ///< false: by normal approximation

    double mean(Eigen::Index column) const { return sum[column] / weight; }
    Eigen::ArrayXd resampledMean(Eigen::Index column) const
    {
        return resampledSum.col(column) / resampledWeight;
    }
};

/// Columns hold one finite number for each use; there must be uses (both asserted).
/// Problem: Cancelled when stopped.
Result<ResampledMeans> resampledMeans(const PairedRows &rows,
                                      const std::vector<Eigen::ArrayXd> &columns,
                                      const BootstrapOptions &options = {},
                                      const JobControl &job = {});

/// Whether resamples are drawn, or else taken from the normal distribution.
bool areDrawn(const PairedRows &rows, const BootstrapOptions &options);

/// The middle of resampled values (percentile interval); absent when there are none.
std::optional<Interval> percentileInterval(std::vector<double> values, double confidence = 0.95);
std::optional<Interval> percentileInterval(const Eigen::ArrayXd &values, double confidence = 0.95);

} // namespace oneinn
