// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/betterquality.h"
#include "core/comparison/bootstrap.h"
#include "core/comparison/differenceverdict.h"

#include <Eigen/Core>

#include <cstddef>
#include <optional>
#include <vector>

/// Which of several policies are worth choosing among: quality against what it costs in waiting or
/// in money.
namespace oneinn {

struct FrontierPoint {
    double quality = 0.0;
    double burden = 0.0; ///< a wait or a cost: lower is better; may be +infinity
};

/// Is one point no worse than another, and better somewhere? (Pareto)
bool dominates(const FrontierPoint &point, const FrontierPoint &other, BetterQuality better);
/// For each point, whether no other dominates it. Points exactly alike stay or go together.
std::vector<bool> paretoFront(const std::vector<FrontierPoint> &points, BetterQuality better);

/// What each use contributes to a policy's quality and burden.
struct FrontierPolicy {
    Eigen::ArrayXd quality; ///< summed; for recall: 1 where a positive is shown
    /// What its sum is divided by; for recall: 1 for a positive. Empty: all uses.
    Eigen::ArrayXd qualityOf;
    Eigen::ArrayXd burden; ///< wait in milliseconds (+infinity = never over), or cost
    /// How much too good its quality looks, see optimismBetween().
    std::optional<double> optimism = 0.0;
    Eigen::ArrayXd price; ///< what its calls cost; empty where they have no price
    /// What is said of its quality against the first wherever that is told; absent: it is judged
    /// here, by limits that hold for all of them at once.
    std::optional<ComparisonVerdict> qualityAgainstFirst = {};
};

struct FrontierQuestion {
    BetterQuality better = BetterQuality::Higher;
    /// In (0, 1]: the burden is this percentile over all uses (nearest rank, as in percentile.h).
    /// Absent: their mean, for which every burden must be finite.
    std::optional<double> burdenPercentile = 0.95;
    /// The smallest differences that matter.
    double smallestQuality = 0.0;
    double smallestBurden = 0.0;
    double smallestPrice = 0.0;
    /// Whether less of the burden makes a policy better. Calls without a price do not: they have
    /// their place on the front, and are no reason to say that one is worse, or a trade.
    bool burdenCounts = true;
};

/// Where a policy stands.
struct FrontierPlace {
    std::optional<double> quality; ///< absent where its denominator is empty: never on the front
    double burden = 0.0;
    bool onFront = false;
    /// The policy that dominates it in most resamples; absent if none does in the rows as they are.
    std::optional<std::size_t> dominatedBy;
    double dominatedShare = 0.0; ///< of resamples in which that one dominates it
    /// Some other policy is better for sure: in quality, burden and price as overallVerdict() has
    /// it, by limits that hold for all pairs of policies at once, or the first is as againstFirst.
    bool dominatedForSure = false;
    /// Against the first policy, by limits that hold for all of them at once; absent of that itself
    /// and without a quality. Neither burden nor price is among them where it does not count.
    struct AgainstFirst {
        ComparisonVerdict quality = ComparisonVerdict::CannotBeToldApart;
        std::optional<ComparisonVerdict> burden;
        std::optional<ComparisonVerdict> price;
        OverallVerdict overall = OverallVerdict::CannotBeToldApart;
    };
    std::optional<AgainstFirst> againstFirst;
};

/// One place for each policy. Percentiles are taken anew in each resample; with more uses than
/// BootstrapOptions::mostDrawn, a resample's percentile is the rows' own at the level moved by as
/// much as the share below it has moved (Bahadur 1966). Rows without uses are not allowed
/// (asserted). Problem: Cancelled when stopped.
Result<std::vector<FrontierPlace>> frontier(const PairedRows &rows,
                                            const std::vector<FrontierPolicy> &policies,
                                            const FrontierQuestion &question = {},
                                            const BootstrapOptions &options = {},
                                            const JobControl &job = {});

} // namespace oneinn
