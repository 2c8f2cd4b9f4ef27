// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/policycomparison.h"

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

template<typename Column> Column picked(const Column &column, const std::vector<Eigen::Index> &uses)
{
    if (column.size() == 0)
        return column;
    return column(uses);
}

PairedRows picked(const PairedRows &rows, const std::vector<Eigen::Index> &uses)
{
    PairedRows some;
    some.models = rows.models;
    some.label = picked(rows.label, uses);
    some.weight = picked(rows.weight, uses);
    some.score = rows.score(uses, Eigen::all);
    some.latency = rows.latency(uses, Eigen::all);
    some.user = picked(rows.user, uses);
    some.rowsLeftOut = rows.rowsLeftOut;
    return some;
}

UseOutcomes picked(const UseOutcomes &outcomes, const std::vector<Eigen::Index> &uses)
{
    UseOutcomes some{{}, {}, picked(outcomes.wait, uses), picked(outcomes.cost, uses)};
    some.decision.reserve(uses.size());
    some.late.reserve(uses.size());
    for (const Eigen::Index use : uses) {
        some.decision.push_back(outcomes.decision[static_cast<std::size_t>(use)]);
        some.late.push_back(outcomes.late[static_cast<std::size_t>(use)]);
    }
    return some;
}

/// Late is beyond the budget, whatever a policy knows of it.
void markLate(UseOutcomes &outcomes, const Budget &budget)
{
    if (!budget)
        return;
    const double limit = std::min(budget->value, std::numeric_limits<double>::max());
    for (std::size_t use = 0; use < outcomes.late.size(); ++use) {
        if (outcomes.wait[static_cast<Eigen::Index>(use)] > limit)
            outcomes.late[use] = 1;
    }
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

/// 1 where it holds.
template<typename Holds> Eigen::ArrayXd column(Eigen::Index uses, const Holds &holds)
{
    return Eigen::ArrayXd::NullaryExpr(uses, [&holds](Eigen::Index use) {
        return holds(static_cast<std::size_t>(use)) ? 1.0 : 0.0;
    });
}

FrontierPolicy frontierPolicy(const ComparedPolicies &compared, std::size_t policy,
                              const FrontierView &view)
{
    const UseOutcomes &ends = compared.outcomes[policy];
    const Eigen::ArrayXd shown = compared.staying[policy]
            * column(ends.wait.size(),
                     [&ends](std::size_t use) { return ends.decision[use] == UseDecision::Shown; });
    const Eigen::ArrayXd positive = compared.resampled.label.cast<double>();
    FrontierPolicy result;
    switch (view.quality) {
    case QualityMeasure::Value:
        result.quality = compared.value[policy];
        break;
    case QualityMeasure::WrongOfShown:
        result.quality = shown * (1.0 - positive);
        result.qualityOf = shown;
        break;
    case QualityMeasure::Missed:
        result.quality = positive * (1.0 - shown);
        result.qualityOf = positive;
        break;
    }
    result.burden = percentileOf(view.burden) ? ends.wait : ends.cost;
    return result;
}

BetterQuality betterOf(QualityMeasure quality)
{
    return quality == QualityMeasure::Value ? BetterQuality::Higher : BetterQuality::Lower;
}

/// The complement of a share.
Interval lessThanOne(const Interval &interval)
{
    return {1.0 - interval.high, 1.0 - interval.low};
}

void setQuality(PolicyPoint &point, const ComparedPolicy &policy, QualityMeasure quality)
{
    if (quality == QualityMeasure::Value) {
        point.quality = policy.summary.valuePerUse;
        point.qualityInterval = policy.valuePerUse;
        return;
    }
    const auto &share = quality == QualityMeasure::WrongOfShown ? policy.summary.precision
                                                                : policy.summary.recall;
    if (!share)
        return;
    point.quality = 1.0 - share->value;
    point.qualityInterval = lessThanOne(share->interval);
}

/// On the front of all uses; the shares of resamples stay.
void placeOnFront(std::vector<FrontierPlace> &places, const ComparedPolicies &compared,
                  const FrontierView &view)
{
    std::vector<FrontierPoint> points;
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PolicyPoint point = pointOf(compared.policies[i], view);
        places[i].quality = point.quality;
        places[i].burden = point.burden.value_or(0.0);
        places[i].onFront = false;
        if (!point.quality)
            continue;
        points.push_back({*point.quality, places[i].burden});
        placed.push_back(i);
    }
    const auto front = paretoFront(points, betterOf(view.quality));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        FrontierPlace &place = places[placed[i]];
        place.onFront = front[i];
        place.dominatedForSure = place.dominatedForSure && !front[i];
    }
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

/// Every two models that stand at the same kind of point.
std::vector<ModelPair> pairsOf(const ComparedPolicies &compared, LatePolicy latePolicy)
{
    std::vector<ModelPair> pairs;
    for (const auto at : {ModelPair::At::Best, ModelPair::At::Precision}) {
        for (std::size_t b = 0; b < compared.policies.size(); ++b) {
            for (std::size_t a = 0; a < b; ++a) {
                if (pairedAt(compared.policies[a].candidate, latePolicy, compared.budget) == at
                    && pairedAt(compared.policies[b].candidate, latePolicy, compared.budget) == at)
                    pairs.push_back({at, a, b, {}});
            }
        }
    }
    return pairs;
}

Result<ModelComparison> compareTwo(const ComparedPolicies &compared, std::size_t a, std::size_t b,
                                   const ComparisonOptions &options, const JobControl &job)
{
    return compareModels(compared.resampled, compared.outcomes[a], compared.outcomes[b],
                         compared.value[a], compared.value[b], options.bootstrap,
                         {.stop = job.stop, .progress = {}});
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

Result<ComparedPolicies> comparePolicies(Candidates candidates, const PoliciesQuestion &question,
                                         const ComparisonOptions &options, const JobControl &job)
{
    const UseTerms terms{question.values, question.patience};
    PairedRows rows = std::move(candidates.rows);
    const auto costs = costsOf(rows.models, question.costPerCall);
    const auto sample = sampledUses(rows.uses(), options.mostUses);
    ComparedPolicies result;
    result.models = rows.models;
    result.budget = rows.hasLatency() ? question.budget : Budget();
    result.hasLatency = rows.hasLatency();
    result.callsAreCounted = std::none_of(
            result.models.begin(), result.models.end(),
            [&question](const std::string &model) { return question.costPerCall.count(model); });
    result.uses = rows.uses();
    result.rowsLeftOut = rows.rowsLeftOut;
    result.leftOut = std::move(candidates.leftOut);
    result.precisionLimit = question.precisionLimit;
    result.limitMissed = std::move(candidates.limitMissed);
    result.resampled = picked(rows, sample);
    for (Candidate &candidate : candidates.all) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        UseOutcomes ends = outcomes(rows, candidate.policy, costs);
        const UseOutcomes unhurried = outcomes(rows, withoutBudget(candidate.policy));
        ComparedPolicy policy{.candidate = {},
                              .summary = summaryOf(rows, ends, terms, result.budget, &unhurried),
                              .valuePerUse = {},
                              .asksAgain = {},
                              .againstNow = {}};
        if (const auto *hedged = std::get_if<Hedged>(&candidate.policy))
            policy.asksAgain = hedgedShare(rows, *hedged);
        policy.candidate = std::move(candidate);
        markLate(ends, result.budget);
        result.outcomes.push_back(picked(ends, sample));
        result.value.push_back(valueOfUses(result.resampled, result.outcomes.back(), terms));
        result.staying.push_back(stillThere(result.outcomes.back(), terms.patience));
        result.policies.push_back(std::move(policy));
    }

    const auto means =
            resampledMeans(result.resampled, result.value, options.bootstrap, job.part(0.0, 0.2));
    if (!means)
        return means.problem();
    const std::size_t count = result.policies.size();
    for (std::size_t i = 0; i < count; ++i) {
        ComparedPolicy &policy = result.policies[i];
        policy.valuePerUse =
                *percentileInterval(means.value().resampledMean(static_cast<Eigen::Index>(i)));
        if (i == 0)
            continue;
        auto against = compareTwo(result, i, 0, options, job);
        if (!against)
            return against.problem();
        policy.againstNow = std::move(against).value();
        job.report(0.2 + 0.6 * static_cast<double>(i) / static_cast<double>(count));
    }
    result.pairs = pairsOf(result, question.latePolicy);
    for (ModelPair &pair : result.pairs) {
        auto comparison = compareTwo(result, pair.a, pair.b, options, job);
        if (!comparison)
            return comparison.problem();
        pair.comparison = std::move(comparison).value();
    }
    return result;
}

std::optional<double> percentileOf(BurdenMeasure burden)
{
    switch (burden) {
    case BurdenMeasure::WaitP50:
        return 0.5;
    case BurdenMeasure::WaitP90:
        return 0.9;
    case BurdenMeasure::WaitP95:
        return 0.95;
    case BurdenMeasure::WaitP99:
        return 0.99;
    case BurdenMeasure::WaitP999:
        return 0.999;
    case BurdenMeasure::Cost:
        break;
    }
    return std::nullopt;
}

PolicyPoint pointOf(const ComparedPolicy &policy, const FrontierView &view)
{
    PolicyPoint point;
    setQuality(point, policy, view.quality);
    const auto percentile = percentileOf(view.burden);
    if (!percentile) {
        point.burden = policy.summary.costPerThousandUses / 1000.0;
        return point;
    }
    for (const WaitPercentile &wait : policy.summary.waits) {
        if (wait.p != *percentile)
            continue;
        point.burden = wait.wait.value;
        point.tooFew = wait.tooFew;
        if (wait.low && wait.high)
            point.burdenInterval = Interval{wait.low->value, wait.high->value};
    }
    return point;
}

Result<std::vector<FrontierPlace>> placesOf(const ComparedPolicies &compared,
                                            const FrontierView &view,
                                            const BootstrapOptions &options, const JobControl &job)
{
    std::vector<FrontierPolicy> policies;
    policies.reserve(compared.policies.size());
    for (std::size_t i = 0; i < compared.policies.size(); ++i)
        policies.push_back(frontierPolicy(compared, i, view));
    auto found = frontier(compared.resampled, policies,
                          {betterOf(view.quality), percentileOf(view.burden)}, options, job);
    if (!found)
        return found.problem();
    auto places = std::move(found).value();
    placeOnFront(places, compared, view);
    return places;
}

} // namespace oneinn
