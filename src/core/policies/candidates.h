// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/policies/scenariopolicy.h"
#include "core/questions.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What could be done instead of what a scenario does: one model, or several together.
namespace oneinn {

/// Where a candidate comes from.
enum class CandidateKind {
    Now,         ///< the scenario as it is
    Default,     ///< shown from 0.5 on, without a budget: the setting nobody chose
    Alone,       ///< one model at its own most valuable threshold
    AtPrecision, ///< one model where it catches most with the scenario's precision limit kept
    Cascade,     ///< the scenario's, or else the most valuable pair with the faster model first
    Hedged,      ///< one model, asked again after its own p95
    Mixture,     ///< uses divided equally between the two most valuable models
};

/// A policy that could be chosen.
struct Candidate {
    std::string id; ///< stays the same for the same kind and models, whatever their settings
    CandidateKind kind = CandidateKind::Now;
    Policy policy;
};

/// What is not among the candidates, and why.
enum class LeftOut {
    ModelsMixed,        ///< the selection mixes several models: no other is compared with that
    NoExampleIds,       ///< nothing says which rows of several models belong together
    NoCompleteExample,  ///< no use has a row of every model
    MoreModels,         ///< the file has more than mostComparedModels
    SomeTogether,       ///< of the models, mostCandidateModels are tried together with others
    OneModel,           ///< cascades and mixtures need two
    NoLatency,          ///< late policies and hedged requests need latencies
    NoBudget,           ///< without a budget nothing is late
    NotProbabilities,   ///< scores outside [0, 1]: 0.5 means nothing
    FallbackNotPossible ///< the scenario's late answers fall back to a model without such rows
};

/// More models are not compared.
inline constexpr std::size_t mostComparedModels = 30;
/// Of these, so many are tried together with others and drawn: the number of pairs grows with the
/// square.
inline constexpr std::size_t mostCandidateModels = 6;

/// A model that keeps the precision limit nowhere.
struct LimitMissed {
    std::string model;
    /// That it reaches; absent where it can show nothing. By the lower limit that at one threshold
    /// by itself, which may be above the limit (PromiseWalk).
    std::optional<double> bestPrecision;
};

struct Candidates {
    PairedRows rows; ///< uses that every model was asked for, restated at the scenario's base rate
    std::vector<Candidate> all; ///< the first is the scenario as it is
    std::vector<LeftOut> leftOut;
    std::vector<LimitMissed> limitMissed; ///< these have no candidate at the precision limit
    /// Models that are tried together with others, as columns: what the scenario asks, then the
    /// most valuable ones.
    std::vector<Eigen::Index> together;
};

/// Every candidate that the rows allow, in a fixed order. Deterministic. Absent where the selection
/// has no row of a known latency in a file that has latencies, and when stopped.
std::optional<Candidates> candidatesOf(const Predictions &predictions,
                                       const PoliciesQuestion &question,
                                       const JobControl &job = {});

/// The same among uses that are restated already: what would be chosen if there were no others.
std::optional<Candidates> candidatesAmong(PairedRows rows, const PoliciesQuestion &question,
                                          const JobControl &job = {});

} // namespace oneinn
