// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustersums.h"
#include "core/clusters/rowclusters.h"
#include "core/clusters/usercorrelation.h"
#include "core/ends/waterfall.h"
#include "core/metrics/operatingcounts.h"
#include "core/metrics/proportion.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

/// How much users and days differ, so that every share of a setting can be told as sure as it is.
namespace oneinn {

/// Sums of uses by user and by day, while a pass over the uses adds them.
class ClusterTallies {
public:
    /// Ends of the ids in use: see ClusterIds::end(); and how many uses there are to be added.
    ClusterTallies(std::optional<std::size_t> users, std::optional<std::size_t> days,
                   std::size_t uses);
    /// Summed elsewhere; both only where there are users and days.
    ClusterTallies(std::optional<ClusterSums> users, std::optional<ClusterSums> days,
                   std::optional<ClusterSums> both)
        : m_users(std::move(users))
        , m_days(std::move(days))
        , m_both(std::move(both))
        , m_pairs(0, 0)
    {
    }

    void add(std::size_t user, std::size_t day, const UseEntries &use);
    void prefetch(std::size_t user, std::size_t day) const;
    ClusterTallies &operator+=(const ClusterTallies &other);

    const std::optional<ClusterSums> &users() const { return m_users; }
    const std::optional<ClusterSums> &days() const { return m_days; }
    const std::optional<ClusterSums> &both() const { return m_both; }
    /// Some users, each apart, for what is asked of each: all where they are kept apart anyway.
    const std::optional<ClusterSums> &someUsers() const
    {
        return m_someUsers ? m_someUsers : m_users;
    }
    /// Users of one use each, and days, are no clusters.
    void dropThoseAlone();

private:
    std::optional<ClusterSums> m_users;
    std::optional<ClusterSums> m_days;
    std::optional<ClusterSums> m_both;      ///< by user and day, only where there are both
    std::optional<ClusterSums> m_someUsers; ///< every m_everyth
    std::size_t m_every = 1;
    PairIds m_pairs;
};

/// What shares of some uses need to know of their clusters. Immutable.
///
/// The variance of a share R = sum of w x / sum of w d is G/(G-1) sum over clusters of (sum of
/// their influences)^2, where a use's influence is w (x - R d) / sum of w d, and G counts clusters
/// with something in the denominator (Korn & Graubard 1999; Rao & Scott 1992). With users and days
/// it is the largest of by users, by days, and the sum of these less that by user and day, and G is
/// the smaller (Cameron, Gelbach & Miller 2011).
class ClusterMoments {
public:
    /// Whether userCorrelation() will be asked for: it takes as long as all else.
    enum class EachUser : std::uint8_t { Asked, NotAsked };
    /// uses and own: what the tallies hold, all in all, before `factors` and `ownFactors` restate
    /// them at another share of positives. who: see RowClusters.
    ClusterMoments(const ClusterTallies &tallies, const Waterfall &uses,
                   const OperatingCounts &own = {}, const ClassFactors &factors = {},
                   const ClassFactors &ownFactors = {}, ClusterOf who = ClusterOf::User,
                   EachUser eachUser = EachUser::Asked);

    ClusterSource source() const { return m_source; }
    /// Users, days, cases or groups with a use; 0 where they play no part.
    double clusters(ClusterOf of) const;
    /// How alike the bad uses of one user are, where each use is a bad one with the chance in its
    /// columns' weights (in [0, 1]); absent without users, and of many one in some.
    std::optional<UserCorrelation> userCorrelation(const Eigen::VectorXd &badByColumn) const;
    /// Of a share of all parts, good, bad or shown ones, or those by time (denominatorOf());
    /// absent without a denominator.
    std::optional<ClusterEffect> effectOf(UseParts yes, UseParts of) const;
    /// What a promise of precision has to reckon with: that of the share wrong of those shown, or,
    /// where the share of good ones is stated, the larger of the two rates it is made of.
    std::optional<ClusterEffect> precisionEffect(bool stated) const;
    /// The same of cells of the own matrix, of those and the rest of all, of a row or of a column.
    std::optional<ClusterEffect> ownEffectOf(std::initializer_list<OwnCell> yes,
                                             std::initializer_list<OwnCell> no) const;

private:
    static constexpr std::size_t denominatorCount = 10;
    struct Kind {
        Eigen::MatrixXd products;
        std::array<double, denominatorCount> clusters{};
        bool isGrouped = false;
    };
    struct Share {
        Tally yes, no, of;
        ClusterColumns yesColumns, ofColumns;
    };
    /// For userCorrelation().
    struct Users {
        UserSums sums; ///< those that do not depend on what is bad
        Eigen::VectorXd total;
        Eigen::VectorXd meansOfUsers; ///< summed
        Eigen::MatrixXd productsAUse;
    };
    static std::optional<Users> usersOf(const std::optional<ClusterSums> &sums,
                                        const Eigen::VectorXd &factors);
    static std::size_t placeOf(ClusterColumns of);
    static std::optional<Kind> kindOf(const std::optional<ClusterSums> &sums,
                                      const Eigen::VectorXd &factors);
    double effectiveClusters(const Kind &kind, const Share &share) const;
    double variance(const Kind &kind, const Share &share) const;
    std::optional<ClusterEffect> effectOf(const Share &share) const;

    ClusterSource m_source = ClusterSource::Rows;
    ClusterOf m_who = ClusterOf::User;
    std::optional<Kind> m_users, m_days, m_both;
    std::optional<Users> m_eachUser;
    Waterfall m_uses;
    std::array<Tally, 4> m_own;
};

} // namespace oneinn
