// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/sharekinds.h"
#include "core/ends/waterfall.h"
#include "core/metrics/proportion.h"

#include <memory>
#include <optional>
#include <utility>

/// Shares of the one population of all uses: what column, matrix, pins, policies, targets, answer
/// and command line show.
namespace oneinn {

class ClusterMoments;

/// What there is to be said of the uses counted.
struct ShareContext {
    bool lateCounts = false;    ///< a budget is set, and latencies are known
    bool leavingCounts = false; ///< users leave, and latencies are known
    bool unanswered = false;    ///< some uses end late, in an outcome of their own
    bool failures = false;      ///< some calls failed, whoever answered in their place
    bool refusals = false;      ///< some were refused by the model, likewise
    bool restated = false;      ///< the share of good ones is stated, not the rows' own
    /// Labels are of what scores high, so that nobody knows what is among the silent ones: see
    /// SelectiveLabels. What needs to know it is absent.
    bool silentUnknown = false;

    bool has(ShareNeed need) const;
    friend bool operator==(const ShareContext &, const ShareContext &) = default;
};

/// All shares of some uses, each worked out when it is asked for.
class Shares {
public:
    Shares() = default;
    /// clusters: of these uses, or while a dial moves of those it moves from; null: independent.
    explicit Shares(const Waterfall &uses, const ShareContext &context = {},
                    std::shared_ptr<const ClusterMoments> clusters = nullptr)
        : m_uses(uses)
        , m_context(context)
        , m_clusters(std::move(clusters))
    {
    }

    /// Absent where its denominator is empty, or where it would say nothing (ShareNeed).
    /// Where the share of good ones is stated, it has no interval (both ends are its own), and that
    /// of the share wrong of those shown is precisionAtBaseRate().
    std::optional<Proportion> operator[](Share share) const;
    /// What its users and days do to it; absent where uses are independent, but for
    /// effectOfLeaving().
    std::optional<ClusterEffect> effectOf(Share share) const;
    const Waterfall &uses() const { return m_uses; }
    const ShareContext &context() const { return m_context; }
    const std::shared_ptr<const ClusterMoments> &clusters() const { return m_clusters; }
    /// Of all uses, 0 where there are none.
    double ofUses(UseParts parts) const;

private:
    std::optional<Proportion> counted(Share share) const;
    void restate(Share share, Proportion &counted) const;

    Waterfall m_uses;
    ShareContext m_context;
    std::shared_ptr<const ClusterMoments> m_clusters;
};

} // namespace oneinn
