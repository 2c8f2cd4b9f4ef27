// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/influencespread.h"
#include "core/comparison/betterquality.h"
#include "core/comparison/differenceverdict.h"
#include "core/ends/shares.h"
#include "core/policies/usecolumns.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// How two ways to answer differ in every share: always other minus now of the very shares that are
/// shown for either.
namespace oneinn {

struct LinearisedRatio;

/// Where an interval comes from.
enum class ComparisonBasis {
    Counts,     ///< Newcombe's or Kosinski's, from counted rows
    Linearised, ///< what each use moves, summed by user; Student's t
};

/// A measure of both, and how they differ.
struct MeasureComparison {
    double a = 0.0;
    double b = 0.0;
    double difference = 0.0;      ///< a less b
    Interval interval = {};       ///< of the difference, 95 %; see optimism
    std::optional<double> p = {}; ///< two-sided, only from counts: McNemar's mid-p or Kosinski's
    ComparisonBasis basis = ComparisonBasis::Counts;
    /// Linearised, and fewer than fewestThatDiffer users, or uses, make the difference: too few
    /// uses differ for a winner.
    bool tooFewDiffer = false;
    /// Of a and b; the interval reaches as far as without it. Unknown: they cannot be told apart.
    Optimism optimism = {};
    /// By itself it would be decided, and it is one of a table of which not all can hold.
    bool decidedAlone = false;
    ComparisonVerdict verdict = ComparisonVerdict::CannotBeToldApart; ///< of a
    /// About so many more uses like these would tell them apart in 80 of 100 cases if the
    /// difference is what it seems to be: n (((1.96 + 0.84) standard error / difference)^2 - 1);
    /// with 1.96 alone it would be half of them. Absent unless they cannot be told apart, where
    /// there is no difference, and above a billion.
    std::optional<double> moreUses = {};
    std::optional<double> standardError = {}; ///< of the difference, where it is linearised
    std::optional<double> freedom = {};       ///< of Student's t, likewise; above 0

    /// On new uses; the difference where optimism is not known.
    double expected() const
    {
        return optimism.isKnown() ? expectedDifference(difference, optimism) : difference;
    }
    /// The same on every use, as of a point with itself.
    bool isNone() const { return difference == 0.0 && interval.width() == 0.0; }
    /// Not told apart for want of evidence: nothing says that they are alike.
    bool tooFewToTell() const
    {
        return verdict == ComparisonVerdict::CannotBeToldApart
                && (tooFewDiffer || !optimism.isKnown());
    }
};
inline constexpr std::size_t fewestThatDiffer = 10; ///< our choice

/// Fills in what follows from difference and interval: verdict and moreUses. `uses`: that were
/// compared; smallest: the difference that matters.
MeasureComparison judged(MeasureComparison measure, BetterQuality better, Eigen::Index uses,
                         double smallest);
BetterQuality betterOf(const ShareKind &kind);

/// Two linearised measures, and how far their difference spreads.
struct SpreadDifference {
    double a = 0.0;
    double b = 0.0;
    InfluenceSpread spread;
};
MeasureComparison linearisedDifference(const SpreadDifference &found, BetterQuality better,
                                       double smallest, Eigen::Index uses,
                                       const Optimism &optimism = {});
/// Limits that no difference of shares can pass.
MeasureComparison withinShares(MeasureComparison measure);
/// The same said of what a share leaves: right of what is wrong.
MeasureComparison complementOf(MeasureComparison measure);

/// One of the two: its own uses and what becomes of them.
struct ComparedUses {
    UseColumns uses;
    Eigen::ArrayXd value; ///< that each is worth
};

/// Units that stand for themselves, by use of either side: the same number for the same user, or
/// day, or, where neither is known, for the same use.
struct PairedUnits {
    std::vector<std::uint32_t> a, b;
    std::size_t count = 0;
};
/// Of users, or days, or uses; where users and days are known also of days, and of users by day.
struct PairedClusters {
    PairedUnits units;
    std::optional<PairedUnits> days, both;
};

/// Both sides may have uses of their own: those of the same unit are paired. Where every use is its
/// own unit, both have the same ones in one order (`inStep`), all weigh the same, and every use
/// ends in an answer to a user still there, rows are counted: intervals of shares are then
/// Newcombe's and Kosinski's. All else is linearised.
class ShareDifferences {
public:
    ShareDifferences(const ComparedUses &a, const ComparedUses &b, const PairedClusters &clusters,
                     bool inStep);

    /// Absent where either share is undefined.
    std::optional<MeasureComparison> share(Share share) const;
    /// smallest: the difference that matters, see smallestValue().
    MeasureComparison valuePerUse(double smallest, const Optimism &optimism = {}) const;

private:
    std::optional<MeasureComparison> counted(const ShareKind &kind) const;
    MeasureComparison precision() const;
    MeasureComparison differenceOf(const LinearisedRatio &a, const LinearisedRatio &b,
                                   BetterQuality better, double smallest,
                                   const Optimism &optimism = {}) const;

    const ComparedUses &m_a;
    const ComparedUses &m_b;
    const PairedClusters &m_clusters;
    bool m_countable;
};

} // namespace oneinn
