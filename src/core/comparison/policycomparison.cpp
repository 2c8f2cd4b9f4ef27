// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/policycomparison.h"

#include "core/comparison/accountingtwins.h"
#include "core/comparison/heldout.h"
#include "core/comparison/judgedtogether.h"
#include "core/comparison/policiesonuses.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <functional>
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

/// One model, and answers that are late alike, if any are; at whatever threshold.
bool isSameButForTheThreshold(const Policy &a, const Policy &b)
{
    const auto *one = std::get_if<SingleModel>(&a);
    const auto *other = std::get_if<SingleModel>(&b);
    if (!one || !other || one->point.model != other->point.model || one->steered != other->steered)
        return false;
    SingleModel moved = *one;
    moved.point = other->point;
    return (!one->budget && !other->budget) || moved == *other;
}

double meanValue(const PairedRows &rows, const UseOutcomes &ends, const UseTerms &terms)
{
    return (rows.weight * valueOfUses(rows, ends, terms)).sum() / rows.weight.sum();
}

/// What heldOutOutcomes() found, by candidate.
class HeldOutEnds {
public:
    /// ends: of a candidate, on the uses that now's are of.
    HeldOutEnds(const std::vector<Candidate> &candidates, const UseOutcomes &now,
                const std::function<UseOutcomes(const Candidate &)> &ends,
                std::optional<std::map<std::string, UseOutcomes>> found)
        : m_now(now)
        , m_found(std::move(found))
    {
        const auto best = std::ranges::find_if(candidates, [&](const Candidate &candidate) {
            return candidate.kind == CandidateKind::Alone
                    && isSameButForTheThreshold(candidate.policy, candidates.front().policy);
        });
        if (best == candidates.end())
            return;
        m_bestLikeNow = best->id;
        // Now is one model's best threshold, by whatever name and in whatever digits.
        m_nowIsBest = ends(*best).decision == now.decision;
    }

    bool isChosen(const Candidate &candidate) const
    {
        return candidate.kind == CandidateKind::Now ? m_nowIsBest
                                                    : candidate.kind != CandidateKind::Default;
    }
    std::optional<UseOutcomes> of(const Candidate &candidate) const
    {
        if (!m_found || !isChosen(candidate))
            return std::nullopt;
        const bool isNow = candidate.kind == CandidateKind::Now;
        const auto found = m_found->find(isNow ? *m_bestLikeNow : candidate.id);
        // Where nothing of that id was found among any others, all ends as it does now.
        return found != m_found->end() ? found->second : m_now;
    }
    /// The best threshold of what is done now; null where nothing is that.
    const std::string *bestLikeNow() const { return m_bestLikeNow ? &*m_bestLikeNow : nullptr; }
    /// It, on uses that had no say; null where that is not known.
    const UseOutcomes *bestHeldOut() const
    {
        if (!m_found || !m_bestLikeNow)
            return nullptr;
        const auto found = m_found->find(*m_bestLikeNow);
        return found != m_found->end() ? &found->second : nullptr;
    }

private:
    const UseOutcomes &m_now;
    std::optional<std::map<std::string, UseOutcomes>> m_found;
    std::optional<std::string> m_bestLikeNow;
    bool m_nowIsBest = false;
};

/// How much too good, per use, what was chosen on these uses looks.
class LooksTooGood {
public:
    /// Refers to all of it.
    LooksTooGood(const HeldOutEnds &heldOut, const UseTerms &terms,
                 const std::optional<BestOfNow> &known)
        : m_heldOut(heldOut)
        , m_terms(terms)
        , m_known(known)
    {
    }

    /// What the best threshold of what is done now is worth on all uses, and on the sample.
    void setBest(double onAll, double onSample, const PairedRows &sample)
    {
        m_best = onAll;
        if (const UseOutcomes *out = m_heldOut.bestHeldOut())
            m_bestHeldOut = onSample - meanValue(sample, *out, m_terms);
    }
    /// Now, worth so much on all uses.
    std::optional<double> now(double valuePerUse, bool isChosen) const
    {
        const auto tooGood = best();
        if (isChosen)
            return tooGood;
        const auto worth = m_best ? m_best
                : m_known         ? std::optional(m_known->valuePerUse)
                                  : std::nullopt;
        // One near the best was as good as chosen on these uses.
        return worth && tooGood ? std::max(0.0, valuePerUse - (*worth - *tooGood)) : 0.0;
    }
    /// What the last policy looks too good by.
    std::optional<double> lastOf(const ComparedPolicies &compared, const Candidate &candidate) const
    {
        if (!m_heldOut.isChosen(candidate))
            return 0.0;
        if (m_known && isBestOfNow(candidate))
            return m_known->optimism;
        const auto &out = compared.heldOut.back();
        if (!out || (m_known && !m_known->optimism))
            return std::nullopt;
        const Eigen::ArrayXd lost =
                compared.value.back() - valueOfUses(compared.resampled, *out, m_terms);
        const double ofIt =
                (compared.resampled.weight * lost).sum() / compared.resampled.weight.sum();
        return m_known && m_bestHeldOut ? *m_known->optimism + ofIt - *m_bestHeldOut : ofIt;
    }

private:
    bool isBestOfNow(const Candidate &candidate) const
    {
        const std::string *best = m_heldOut.bestLikeNow();
        return best && candidate.id == *best;
    }
    std::optional<double> best() const { return m_known ? m_known->optimism : m_bestHeldOut; }

    const HeldOutEnds &m_heldOut;
    const UseTerms &m_terms;
    const std::optional<BestOfNow> &m_known;
    std::optional<double> m_best;
    std::optional<double> m_bestHeldOut;
};

bool comparePairs(ComparedPolicies &compared, const PoliciesOnUses &all, const JobControl &job)
{
    for (ModelPair &pair : compared.pairs) {
        if (job.stopRequested())
            return false;
        pair.comparison = all.differenceOf(compared.policies[pair.a], compared.policies[pair.b]);
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
    PoliciesOnUses all(rows, costs, terms, result.budget);
    const UseOutcomes sampleNow = [&] {
        const UseOutcomes ends = all.outcomesOf(candidates.all.front());
        all.setNow(ends);
        return picked(ends, sample);
    }();
    const auto endsOf = [&](const Candidate &candidate) {
        return picked(all.outcomesOf(candidate), sample);
    };
    const HeldOutEnds heldOut(candidates.all, sampleNow, endsOf,
                              heldOutOutcomes(result.resampled, sampleNow, question,
                                              {costs, result.budget},
                                              job.part(0.0, shareOfHeldOut)));
    LooksTooGood looks(heldOut, terms, options.bestOfNow);
    if (const std::string *id = heldOut.bestLikeNow()) {
        const UseOutcomes ends =
                all.outcomesOf(*std::ranges::find(candidates.all, *id, &Candidate::id));
        looks.setBest(meanValue(rows, ends, terms),
                      meanValue(result.resampled, picked(ends, sample), terms), result.resampled);
    }
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
        result.heldOut.push_back(heldOut.of(candidate));
        const bool isNow = result.policies.empty();
        const auto tooGood = isNow
                ? looks.now(meanValue(rows, ends, terms), heldOut.isChosen(candidate))
                : looks.lastOf(result, candidate);
        const auto ofNow = isNow ? tooGood : result.policies.front().optimism;
        result.policies.push_back(
                all.policyOf(std::move(candidate), ends, isNow, {tooGood, ofNow}));
        rest.report(static_cast<double>(result.policies.size()) / (steps + 1.0));
    }
    result.pairs = pairsOf(result, question.latePolicy);
    if (!judgeTogether(result, job) || !comparePairs(result, all, job))
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

} // namespace oneinn
