// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/policycomparison.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/accountingtwins.h"
#include "core/comparison/chosenthreshold.h"
#include "core/comparison/heldout.h"
#include "core/comparison/linearised.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <map>
#include <optional>
#include <random>
#include <utility>
#include <variant>

namespace oneinn {

namespace {

UseOutcomes picked(const UseOutcomes &outcomes, const std::vector<Eigen::Index> &uses)
{
    UseOutcomes some{{}, {}, outcomes.wait(uses), outcomes.cost(uses), {}};
    some.decision.reserve(uses.size());
    some.late.reserve(uses.size());
    some.own.reserve(uses.size());
    for (const Eigen::Index use : uses) {
        some.decision.push_back(outcomes.decision[static_cast<std::size_t>(use)]);
        some.late.push_back(outcomes.late[static_cast<std::size_t>(use)]);
        some.own.push_back(outcomes.own[static_cast<std::size_t>(use)]);
    }
    return some;
}

std::vector<double> costsOf(const std::vector<std::string> &models,
                            const std::map<std::string, double> &costPerCall)
{
    std::vector<double> costs;
    for (const std::string &model : models) {
        const auto found = costPerCall.find(model);
        costs.push_back(found == costPerCall.end() ? 1.0 : found->second);
    }
    return costs;
}

std::optional<ModelPair::At> pairedAt(const Candidate &candidate, LatePolicy latePolicy,
                                      const Budget &budget)
{
    if (candidate.kind == CandidateKind::AtPrecision)
        return ModelPair::At::Precision;
    const auto *policy = std::get_if<SingleModel>(&candidate.policy);
    if (candidate.kind != CandidateKind::Alone || !policy)
        return std::nullopt;
    const bool waits = !budget || latePolicy == LatePolicy::Wait;
    const LatePolicy alike = waits ? LatePolicy::Wait : LatePolicy::ShowNothing;
    return policy->late == alike ? std::optional(ModelPair::At::Best) : std::nullopt;
}

/// Of the models tried together, those that stand at a kind of point.
std::vector<std::size_t> standingAt(ModelPair::At at, const ComparedPolicies &compared,
                                    LatePolicy latePolicy)
{
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < compared.policies.size(); ++i) {
        const Candidate &candidate = compared.policies[i].candidate;
        if (pairedAt(candidate, latePolicy, compared.budget) == at
            && std::ranges::count(compared.together,
                                  std::get<SingleModel>(candidate.policy).point.model)
                    > 0)
            standing.push_back(i);
    }
    return standing;
}

/// Every two models that stand at the same kind of point.
std::vector<ModelPair> pairsOf(const ComparedPolicies &compared, LatePolicy latePolicy)
{
    std::vector<ModelPair> pairs;
    for (const auto at : {ModelPair::At::Best, ModelPair::At::Precision}) {
        const std::vector<std::size_t> standing = standingAt(at, compared, latePolicy);
        for (std::size_t b = 0; b < standing.size(); ++b) {
            for (std::size_t a = 0; a < b; ++a)
                pairs.push_back({at, standing[a], standing[b], {}});
        }
    }
    return pairs;
}

Interval intervalOfMean(const PairedRows &rows, const Eigen::ArrayXd &value)
{
    const auto mean = linearisedMean(rows.weight, value);
    const double reach = influenceSpread(mean->influence, rows.user, rows.day).reach();
    return {mean->value - reach, mean->value + reach};
}

/// What is known before anything is compared.
ComparedPolicies withoutPolicies(const PairedRows &rows, const PoliciesQuestion &scenario)
{
    ComparedPolicies result;
    result.models = rows.models;
    result.budget = rows.hasLatency() ? scenario.budget : Budget();
    result.hasLatency = rows.hasLatency();
    result.showingNothing = valueOfShowingNothing(rows, scenario.values);
    result.callsAreCounted = std::none_of(
            result.models.begin(), result.models.end(),
            [&scenario](const std::string &model) { return scenario.costPerCall.count(model); });
    result.uses = rows.uses();
    result.rowsLeftOut = rows.rowsLeftOut;
    result.precisionLimit = scenario.precisionLimit;
    result.promise = scenario.promise;
    result.patience = scenario.patience;
    return result;
}

/// What candidates make of all uses, one after the other: kept for none but the last asked.
class AllUses {
public:
    AllUses(const PairedRows &rows, const std::vector<double> &costs, const UseTerms &terms,
            const Budget &budget)
        : m_rows(rows)
        , m_costs(costs)
        , m_terms(terms)
        , m_budget(budget)
    {
    }
    UseOutcomes outcomesOf(const Candidate &candidate) const
    {
        UseOutcomes ends = outcomes(m_rows, candidate.policy, m_costs);
        markLate(ends, m_budget);
        return ends;
    }
    ComparedUses comparedOf(const UseOutcomes &ends) const
    {
        return {UseColumns(m_rows, ends, m_terms.patience), valueOfUses(m_rows, ends, m_terms)};
    }
    double smallestBeside(const ComparedUses &other) const
    {
        return oneinn::smallestBeside(m_rows, other, m_terms.values);
    }
    ComparedUses comparedOf(const Candidate &candidate) const
    {
        return comparedOf(outcomesOf(candidate));
    }
    /// now: null for now itself.
    ComparedPolicy policyOf(Candidate candidate, const UseOutcomes &ends, const ComparedUses *now,
                            const std::optional<double> &optimism) const
    {
        const ComparedUses compared = comparedOf(ends);
        ComparedPolicy policy{.candidate = std::move(candidate),
                              .summary = summaryOf(m_rows, ends, m_terms, m_budget),
                              .valuePerUse = intervalOfMean(m_rows, compared.value),
                              .optimism = optimism,
                              .asksAgain = {},
                              .againstNow = {}};
        if (now)
            policy.againstNow =
                    compareModels(m_rows, compared, *now, smallestBeside(*now), {.a = optimism});
        if (const auto *hedged = std::get_if<Hedged>(&policy.candidate.policy))
            policy.asksAgain = hedgedShare(m_rows, *hedged);
        return policy;
    }

private:
    const PairedRows &m_rows;
    const std::vector<double> &m_costs;
    const UseTerms &m_terms;
    const Budget &m_budget;
};

} // namespace

std::vector<Eigen::Index> sampledUses(Eigen::Index uses, Eigen::Index most)
{
    // Knuth, The Art of Computer Programming 2, algorithm 3.4.2 S.
    std::mt19937_64 random(1);
    std::vector<Eigen::Index> taken;
    taken.reserve(static_cast<std::size_t>(std::min(uses, most)));
    Eigen::Index wanted = std::min(uses, most);
    for (Eigen::Index use = 0; use < uses; ++use) {
        const auto left = static_cast<std::uint64_t>(uses - use);
        if (random() % left >= static_cast<std::uint64_t>(wanted))
            continue;
        taken.push_back(use);
        --wanted;
    }
    return taken;
}

namespace {

/// Where nothing of that id was found among any others, all ends as it does now.
UseOutcomes heldOutOf(const std::map<std::string, UseOutcomes> &heldOut, const std::string &id,
                      const UseOutcomes &now)
{
    const auto found = heldOut.find(id);
    return found != heldOut.end() ? found->second : now;
}

bool isChosen(const Candidate &candidate)
{
    return candidate.kind != CandidateKind::Now && candidate.kind != CandidateKind::Default;
}

/// How much too good the value of what was chosen looks.
class ValueOptimism {
public:
    ValueOptimism(const PairedRows &rows, const std::vector<double> &costs, const UseTerms &terms,
                  std::size_t chosenAgain, const JobControl &job)
        : m_rows(rows)
        , m_costs(costs)
        , m_terms(terms)
        , m_chosenAgain(chosenAgain)
        , m_job(job)
    {
    }

    /// value: of each use as it was chosen.
    std::optional<double> of(const Candidate &candidate, const Eigen::ArrayXd &value,
                             const std::optional<UseOutcomes> &heldOut) const
    {
        if (!isChosen(candidate))
            return 0.0;
        if (!heldOut)
            return std::nullopt;
        const auto *single = std::get_if<SingleModel>(&candidate.policy);
        if (candidate.kind == CandidateKind::Alone && single)
            return ofThreshold(*single);
        const Eigen::ArrayXd lost = value - valueOfUses(m_rows, *heldOut, m_terms);
        return std::max(0.0, (m_rows.weight * lost).sum() / m_rows.weight.sum());
    }

private:
    double ofThreshold(const SingleModel &single) const
    {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const auto valueAt = [&](double threshold) {
            SingleModel policy = single;
            policy.point.threshold = {threshold};
            return valueOfUses(m_rows, outcomes(m_rows, policy, m_costs), m_terms);
        };
        return thresholdOptimism(
                m_rows,
                {m_rows.score.col(single.point.model), valueAt(-infinity), valueAt(infinity)},
                {.resamples = m_chosenAgain}, m_job);
    }

    const PairedRows &m_rows;
    const std::vector<double> &m_costs;
    const UseTerms &m_terms;
    std::size_t m_chosenAgain;
    const JobControl &m_job;
};

bool comparePairs(ComparedPolicies &compared, const PairedRows &rows, const AllUses &all,
                  const JobControl &job)
{
    for (ModelPair &pair : compared.pairs) {
        if (job.stopRequested())
            return false;
        const ComparedPolicy &a = compared.policies[pair.a];
        const ComparedPolicy &b = compared.policies[pair.b];
        const ComparedUses usesOfB = all.comparedOf(b.candidate);
        pair.comparison = compareModels(rows, all.comparedOf(a.candidate), usesOfB,
                                        all.smallestBeside(usesOfB), {a.optimism, b.optimism});
    }
    return true;
}

} // namespace

Result<ComparedPolicies> comparePolicies(Candidates candidates, const PoliciesQuestion &question,
                                         const ComparisonOptions &options, const JobControl &job)
{
    constexpr double shareOfHeldOut = 0.4; ///< of the work
    const UseTerms terms{question.values, question.patience};
    PairedRows rows = std::move(candidates.rows);
    const auto costs = costsOf(rows.models, question.costPerCall);
    const auto sample = sampledUses(rows.uses(), options.mostUses);
    ComparedPolicies result = withoutPolicies(rows, question);
    result.leftOut = std::move(candidates.leftOut);
    result.limitMissed = std::move(candidates.limitMissed);
    result.together = std::move(candidates.together);
    result.resampled = rows.only(sample);
    const AllUses all(rows, costs, terms, result.budget);
    const UseOutcomes endsNow = all.outcomesOf(candidates.all.front());
    const ComparedUses now = all.comparedOf(endsNow);
    const auto heldOut = heldOutOutcomes(result.resampled, picked(endsNow, sample), question,
                                         {costs, result.budget}, job.part(0.0, shareOfHeldOut));
    const ValueOptimism optimism(result.resampled, costs, terms, options.chosenAgain, job);
    const JobControl rest = job.part(shareOfHeldOut, 1.0);
    const auto steps = static_cast<double>(candidates.all.size());
    for (Candidate &candidate : candidates.all) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const UseOutcomes ends = all.outcomesOf(candidate);
        UseOutcomes some = picked(ends, sample);
        if (std::ranges::any_of(result.outcomes, [&](const UseOutcomes &earlier) {
                return onlyCountDifferently(some, earlier);
            }))
            continue;
        result.outcomes.push_back(std::move(some));
        result.value.push_back(valueOfUses(result.resampled, result.outcomes.back(), terms));
        result.heldOut.push_back(isChosen(candidate) && heldOut ? std::optional(
                                         heldOutOf(*heldOut, candidate.id, result.outcomes.front()))
                                                                : std::nullopt);
        const auto tooGood = optimism.of(candidate, result.value.back(), result.heldOut.back());
        result.policies.push_back(all.policyOf(std::move(candidate), ends,
                                               result.policies.empty() ? nullptr : &now, tooGood));
        rest.report(static_cast<double>(result.policies.size()) / (steps + 1.0));
    }
    result.pairs = pairsOf(result, question.latePolicy);
    if (!comparePairs(result, rows, all, job))
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

} // namespace oneinn
