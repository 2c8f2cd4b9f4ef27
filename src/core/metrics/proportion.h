// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"
#include "core/units.h"

#include <cstdint>
#include <optional>

/// Shares and how sure they are.
namespace oneinn {

/// Intervals for k of n, k and n real (effective counts), 0 <= k <= n, n > 0, confidence in (0, 1).
/// Wilson 1927 is the default shown; Jeffreys has Brown, Cai & DasGupta's (2001) boundary rule
/// (lower 0 at k = 0, upper 1 at k = n); Clopper-Pearson is for guarantees and the gate.
Interval wilsonInterval(double k, double n, double confidence = 0.95);
/// The same by Student's t with degrees of freedom > 0 in place of the normal distribution.
Interval wilsonIntervalByT(double k, double n, double freedom, double confidence = 0.95);
Interval jeffreysInterval(double k, double n, double confidence = 0.95);
Interval clopperPearsonInterval(double k, double n, double confidence = 0.95);

/// Upper limits for a share of which none was seen in n > 0 cases.
double ruleOfThreeUpper(double n);                          ///< 3/n, at most 1
double zeroEventsUpper(double n, double confidence = 0.95); ///< exact, one-sided: 1 - alpha^(1/n)

/// (sum w)^2 / sum w^2; 0 for an empty tally. Kish 1965.
double kishEffectiveN(const Tally &tally);

/// May a share be stated at all? On effective counts. (Our rule, after Parker et al. 2017.)
enum class Reliability {
    CountsOnly, ///< n < 10: say "3 of 7"
    TooFew,     ///< n < 30, or a 95 % Clopper-Pearson interval of width >= 0.30
    Stated,
};
Reliability reliabilityOf(double k, double n);

/// How much less cases tell that come several from one user, one day or one case, and are alike:
/// how many times as many independent ones tell as much, and of how many users (or days) they are.
/// A design effect (Kish 1965); see ClusterMoments.
enum class ClusterOf : std::uint8_t {
    User,
    Day,
    Case, ///< that was asked again
    Group ///< of a column that somebody named, such as a session
};
struct ClusterEffect {
    double designEffect = 1.0; ///< of the effective n of the rows; >= 0
    double clusters = 0.0;     ///< with a case in the denominator; with users and days the fewer
    /// So many of one size differ as much in size: clusters, or fewer where a few of them have most
    /// of the cases.
    double effectiveClusters = 0.0;
    ClusterOf of = ClusterOf::User;
    /// What makes the interval wide, and how many: where users vary more than days do, users,
    /// however few the days are. 0: `of`, and `clusters`.
    ClusterOf widest = ClusterOf::User;
    double widestClusters = 0.0;
    /// The share is a mean of chances, such as that a user has left, and not of cases that are or
    /// are not: what it varies by is the design effect alone, and its interval is the mean and
    /// Student's t standard errors either way. Then there may be no clusters (0): each use by
    /// itself, of which there are effectiveClusters.
    bool ofChances = false;

    friend bool operator==(const ClusterEffect &, const ClusterEffect &) = default;
};
/// Fewer users, or days, say nothing about how different others would be: there is no interval.
inline constexpr double fewestClusters = 6.0;

/// A share with what is needed to say how sure it is.
struct Proportion {
    double value = 0.0;
    /// Wilson, 95 %, on effective counts; with clusters by Student's t for their (effective) number
    /// less one. Of chances (ClusterEffect::ofChances) the share and t standard errors either way.
    /// From 0 to 1 where tooFewClusters().
    Interval interval;
    double effectiveN = 0.0;
    /// Users or days that the cases of the denominator are from, whichever make the interval wide;
    /// too few of either, those that are too few. 0: each case is taken as independent.
    double clusters = 0.0;
    double effectiveClusters = 0.0; ///< fewer where a few of them have most of the cases
    ClusterOf clustersOf = ClusterOf::User;
    Tally yes; ///< rows for which it holds
    Tally all; ///< rows it is a share of: the denominator
    Reliability reliability = Reliability::Stated;

    bool tooFewClusters() const { return clusters > 0.0 && effectiveClusters < fewestClusters; }
};

/// Linearised variance of a weighted share, n/(n-1) sum w^2 (y-R)^2 / (sum w)^2; absent for fewer
/// than two rows.
std::optional<double> linearisedVariance(const Tally &yes, const Tally &no);

/// How low, and how high, the true share of `yes` may be: Wilson 1927, one-sided, wrong in a share
/// `error` of cases, on the effective counts of proportion(); 0 and 1 with too few clusters. There
/// must be weight (asserted).
double lowerLimit(const Tally &yes, const Tally &no,
                  const std::optional<ClusterEffect> &clusters = {}, double error = 0.05);
double upperLimit(const Tally &yes, const Tally &no,
                  const std::optional<ClusterEffect> &clusters = {}, double error = 0.05);
/// Effective cases of a share, cases taken as independent: see proportion().
double effectiveRows(const Tally &yes, const Tally &no);

/// Share of `yes` in yes + no. Rows of equal weight count as they are. Otherwise effective n =
/// R (1 - R) / linearised variance, capped at the number of rows (after Korn & Graubard 1998), or
/// at Kish's where that is less than half of it: then the interval is by Student's t for one less.
/// Kish's where the share is 0 or 1. Clusters divide it by their design effect, and where the share
/// is 0 or 1 leave at most as many cases as there are clusters; it is never above the number of
/// rows. Interval and gate are on effective n and k = share * n. Absent when there is no weight at
/// all, or so few users stay that not even half a row is left.
std::optional<Proportion> proportion(const Tally &yes, const Tally &no,
                                     const std::optional<ClusterEffect> &clusters = {});
/// The share of all others: right of what is wrong. Absent stays absent.
std::optional<Proportion> complementOf(std::optional<Proportion> share);
/// The share alone. Absent stays absent.
std::optional<double> valueOf(const std::optional<Proportion> &share);

} // namespace oneinn
