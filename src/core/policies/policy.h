// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstdint>
#include <limits>
#include <optional>
#include <variant>
#include <vector>

/// Ways to answer with one model or several, and what each does with every use.
namespace oneinn {

/// A model (its column in PairedRows) and the threshold it is operated at.
struct ModelPoint {
    Eigen::Index model = 0;
    Threshold threshold;

    friend bool operator==(const ModelPoint &, const ModelPoint &) = default;
};

/// The model that decides in place of one that is late.
struct Fallback {
    using Start = FallbackStart;
    ModelPoint point;
    Start start = Start::WithMain;

    friend bool operator==(const Fallback &, const Fallback &) = default;
};

/// One model under a budget: its uses end as EndRule says.
struct SingleModel {
    ModelPoint point;
    Budget budget = {}; ///< absent: every answer is in time, a time-out too
    LatePolicy late = LatePolicy::ShowNothing;
    Fallback fallback = {}; ///< only looked at where late is FallBack
    /// Segments have thresholds of their own: the threshold is on PairedRows::steered, which is not
    /// empty then, and the model the first.
    bool steered = false;
    /// Segments have budgets of their own: lateness is told by PairedRows::onDial, which is not
    /// empty then, and the model is the first.
    bool paced = false;

    EndRule rule() const { return {late, budget, fallback.start}; }

    friend bool operator==(const SingleModel &, const SingleModel &) = default;
};

/// What is done about answers of several calls that come after a budget, as EndRule says.
struct Deadline {
    Budget budget = {}; ///< absent: every answer is in time
    LatePolicy late = LatePolicy::Wait;
    Fallback fallback = {}; ///< only looked at where late is FallBack

    EndRule rule() const { return {late, budget, fallback.start}; }

    friend bool operator==(const Deadline &, const Deadline &) = default;
};

/// A small model first; a large one where the small one is unsure. Users wait for the small one,
/// and where it defers for both, one after the other, or for the slower of the two in parallel.
struct Cascade {
    Eigen::Index small = 0;
    /// Score of the small model: below low it stays silent, from high on it shows, in between it
    /// defers (low itself defers, high does not). low <= high; both may be infinite.
    Interval deferBetween;
    ModelPoint large;
    bool parallel = false; ///< the large model is asked at once, for every use
    /// Scores of the large model that stand for sure answers of the small one: its threshold
    /// decides about them, too.
    Interval sure = {-std::numeric_limits<double>::infinity(),
                     std::numeric_limits<double>::infinity()};
    Deadline deadline = {};

    friend bool operator==(const Cascade &, const Cascade &) = default;
};

/// One model, asked a second time where it has not answered after a while; the first answer counts.
/// Dean & Barroso 2013. How long the second request takes is what another use took, see
/// replicasOf(): replicas are taken to be independent, which is optimistic where slowness has a
/// common cause.
struct Hedged {
    ModelPoint point;
    Milliseconds hedgeAfter;
    Deadline deadline = {};

    friend bool operator==(const Hedged &, const Hedged &) = default;
};

/// Uses are divided by chance between two points, so that anything between them can be reached.
/// Provost & Fawcett 2001.
struct Mixture {
    double share = 0.5; ///< chance of a use to go to the first, in [0, 1]
    ModelPoint first;
    ModelPoint second;
    Deadline deadline = {};

    friend bool operator==(const Mixture &, const Mixture &) = default;
};

using Policy = std::variant<SingleModel, Cascade, Hedged, Mixture>;

/// What happens to every use. A call that failed ends in nothing but that, unless another model
/// stands in: a fallback, or the large one of a cascade where the small one failed. A time-out
/// (+infinity) is late for every budget; without a budget, or where it is waited for, it ends in
/// what its row says after a wait of +infinity, for which only users stay who never leave. Without
/// latencies every wait is 0 and nothing is late; under no budget nothing is late either, and
/// `costPerCall`: by model; none means that calls cost nothing. Calls in
/// parallel are paid whether or not their answer is used, a second request as the first.
UseOutcomes outcomes(const PairedRows &rows, const Policy &policy,
                     const std::vector<double> &costPerCall = {});
/// What becomes of each if every answer takes so many times as long; time-outs stay.
UseOutcomes outcomesIfSlower(const PairedRows &rows, const SingleModel &policy, double slowdown);

/// The same policy with all the time in the world: what it would have answered.
Policy withoutBudget(Policy policy);

/// Share of uses that ask a second time: the load added. Absent without latencies.
std::optional<double> hedgedShare(const PairedRows &rows, const Hedged &policy);

/// The use whose latency stands in for the second request of each: a permutation in which no use
/// stands in for itself (unless it is alone), the same for every policy and run. It ignores
/// weights.
std::vector<std::uint32_t> replicasOf(Eigen::Index uses);

/// The coin of a Mixture, the same in every run. A use that goes to the first at one share does so
/// at every larger one.
bool goesToFirst(Eigen::Index use, double share);

} // namespace oneinn
