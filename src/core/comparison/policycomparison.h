// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/comparison/frontier.h"
#include "core/comparison/modelcomparison.h"
#include "core/job.h"
#include "core/policies/candidates.h"
#include "core/policies/policysummary.h"
#include "core/problem.h"
#include "core/questions.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// Every candidate side by side on the same uses: what it means, and how it differs from what is
/// done now.
namespace oneinn {

/// What is known of the best threshold of what is done now: ThresholdDoubts.
struct BestOfNow {
    double valuePerUse = 0.0;       ///< on these uses
    std::optional<double> optimism; ///< ChoiceDoubts::optimism; absent: too few to tell
};

/// How candidates are compared.
struct ComparisonOptions {
    /// What was chosen looks too good as this has it. Other candidates than that threshold look as
    /// much better or worse than they are, beside it, as held out. Absent: all as held out.
    std::optional<BestOfNow> bestOfNow = {};
    /// More uses are not resampled: whether one policy surely dominates another then comes from so
    /// many, drawn without replacement and the same in every run. All else is of all uses.
    Eigen::Index mostUses = 50000;
};

/// A candidate and what it means for users.
struct ComparedPolicy {
    Candidate candidate;
    PolicySummary summary; ///< of all uses; late: beyond the scenario's budget
    Interval valuePerUse;  ///< 95 %, linearised
    /// How much more its value per use is where it was chosen than on other uses: see BestOfNow and
    /// heldOutOutcomes(), and optimismBetween(). Now, else, beyond what its model's best is
    /// expected to be worth, or 0. Absent: too few.
    std::optional<double> optimism = 0.0;
    std::optional<double> asksAgain; ///< Hedged: share of uses that make a second request
    /// a: the candidate, b: now; absent for now itself. Better or worse in value is one that is so
    /// by itself and by limits that hold for all candidates at once.
    std::optional<ModelComparison> againstNow;
};

/// Two models against each other, under the same budget and late policy.
struct ModelPair {
    enum class At { Best, Precision }; ///< each at its most valuable point, or at the limit
    At at = At::Best;
    std::size_t a = 0; ///< policies of ComparedPolicies
    std::size_t b = 0;
    ModelComparison comparison; ///< a less b
};

/// Candidates and what is needed to place them on a frontier.
struct ComparedPolicies {
    std::vector<std::string> models; ///< that the candidates' columns stand for
    Budget budget;                   ///< beyond which a use is late
    bool hasLatency = false;
    /// The scenario names no cost for any of these models: costs are numbers of calls.
    bool callsAreCounted = true;
    double showingNothing = 0.0; ///< what a use is worth where nothing is shown and nobody waits
    Eigen::Index uses = 0;       ///< that every model was asked for
    std::size_t rowsLeftOut = 0; ///< that did not become uses
    std::vector<LeftOut> leftOut;
    std::vector<Eigen::Index> together;            ///< models that are tried together with others
    double precisionLimit = 0.0;                   ///< of the candidates that keep it
    PromiseRule promise = PromiseRule::LowerLimit; ///< what keeps it
    std::vector<LimitMissed> limitMissed;          ///< models without such a candidate
    std::vector<ComparedPolicy> policies;          ///< the first is now
    /// Of different models, by kind and order of models; of those in `together`.
    std::vector<ModelPair> pairs;

    PairedRows resampled;              ///< the uses that a frontier's verdicts come from
    std::vector<UseOutcomes> outcomes; ///< by policy, of these
    std::vector<Eigen::ArrayXd> value; ///< by policy, of these
    /// By policy, what it does to uses that had no say in choosing it; absent of what was not
    /// chosen, and where there are too few. Now was chosen if it is a model's best threshold.
    std::vector<std::optional<UseOutcomes>> heldOut;
    PatienceCurve patience; ///< who is still there when they end

    bool isSample() const { return resampled.uses() < uses; }
};

/// Of candidates that only count differently what they do not show, the first is compared. Problem:
/// Cancelled when stopped.
Result<ComparedPolicies> comparePolicies(Candidates candidates, const PoliciesQuestion &question,
                                         const ComparisonOptions &options = {},
                                         const JobControl &job = {});

/// Uses drawn without replacement, in their order; the same in every run. All of them where there
/// are no more than `most`.
std::vector<Eigen::Index> sampledUses(Eigen::Index uses, Eigen::Index most);

} // namespace oneinn
