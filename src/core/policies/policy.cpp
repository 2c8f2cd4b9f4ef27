// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policy.h"

#include "core/parallel.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// A well mixed number for each number (splitmix64, Steele, Lea & Flood 2014). The standard
/// library's distributions differ between implementations.
std::uint64_t mixed(std::uint64_t number)
{
    number = (number + 1) * 0x9e3779b97f4a7c15U;
    number = (number ^ (number >> 30U)) * 0xbf58476d1ce4e5b9U;
    number = (number ^ (number >> 27U)) * 0x94d049bb133111ebU;
    return number ^ (number >> 31U);
}

/// What a model answers at its threshold, when, and for how much.
class Answers {
public:
    /// slowdown: every answer takes so many times as long.
    Answers(const PairedRows &rows, const ModelPoint &point, const std::vector<double> &costs,
            double slowdown = 1.0, bool steered = false)
        : cost(costs.empty() ? 0.0 : costs.at(static_cast<std::size_t>(point.model)))
        , m_score(steered ? rows.steered.data() : rows.score.col(point.model).data())
        , m_latency(rows.hasLatency() ? rows.latency.col(point.model).data() : nullptr)
        , m_failed(rows.hasFailures() ? rows.failed.col(point.model).data() : nullptr)
        , m_threshold(point.threshold.value)
        , m_slowdown(slowdown)
    {
    }
    bool failed(Eigen::Index use) const { return m_failed && m_failed[use] != 0; }
    double score(Eigen::Index use) const { return m_score[use]; }
    double latency(Eigen::Index use) const
    {
        if (failed(use))
            return std::numeric_limits<double>::quiet_NaN();
        return m_latency ? m_slowdown * m_latency[use] : 0.0;
    }
    UseDecision decision(Eigen::Index use) const
    {
        if (failed(use))
            return m_failed[use] == callRefused ? UseDecision::Refused : UseDecision::Failed;
        return m_score[use] >= m_threshold ? UseDecision::Shown : UseDecision::NotShown;
    }
    Answer answer(Eigen::Index use) const { return {decision(use), {latency(use)}}; }

    const double cost;

private:
    const double *m_score;
    const double *m_latency;
    const std::uint8_t *m_failed;
    double m_threshold;
    double m_slowdown;
};

struct UseOutcome {
    UseDecision decision = UseDecision::NotShown;
    bool late = false;
    double wait = 0.0;
    double cost = 0.0;
    OwnAnswer own = OwnAnswer::Decides;
};

constexpr unsigned endThreads = 2;

template<typename OutcomeOf> UseOutcomes forEachUse(Eigen::Index uses, const OutcomeOf &outcomeOf)
{
    UseOutcomes all;
    all.decision.resize(static_cast<std::size_t>(uses));
    all.late.resize(static_cast<std::size_t>(uses));
    all.own.resize(static_cast<std::size_t>(uses));
    all.wait.resize(uses);
    all.cost.resize(uses);
    const auto count = static_cast<std::size_t>(uses);
    inParts(count, threadsFor(count, endThreads),
            [&](unsigned, std::size_t begin, std::size_t end) {
                for (std::size_t i = begin; i < end; ++i) {
                    const auto use = static_cast<Eigen::Index>(i);
                    const UseOutcome one = outcomeOf(use);
                    all.decision[i] = one.decision;
                    all.late[i] = one.late ? 1 : 0;
                    all.own[i] = one.own;
                    all.wait[use] = one.wait;
                    all.cost[use] = one.cost;
                }
            });
    return all;
}

using Costs = std::vector<double>;

/// How a use ends that has a budget of its own, where the dial is not at it: on the dial's clock,
/// on which its own answer stands afterwards. A failed call is as late as it was.
End pacedEnd(const EndRule &rule, const Answers &main, Answer &own, Answer stand, Eigen::Index use,
             double slowdown, const PairedRows &rows)
{
    if (!main.failed(use))
        own.after.value = slowdown * rows.onDial[use];
    const double pace = rows.paceAt(use);
    stand.after.value /= pace;
    return rule.onClock(rule.end(own, stand), own, {main.latency(use)}, pace);
}

UseOutcomes outcomesOf(const PairedRows &rows, const SingleModel &policy, const Costs &costs,
                       double slowdown = 1.0)
{
    const bool fallsBack = policy.late == LatePolicy::FallBack;
    const bool atOnce = policy.fallback.start == Fallback::Start::WithMain;
    const Answers main(rows, policy.point, costs, slowdown, policy.steered);
    const Answers other(rows, fallsBack ? policy.fallback.point : policy.point, costs, slowdown);
    // Without latencies nothing is late, and nobody is asked at a deadline.
    const EndRule rule = rows.hasLatency() ? policy.rule() : EndRule();
    const double cost = main.cost + (fallsBack && atOnce ? other.cost : 0.0);
    const double lateCost = main.cost + (fallsBack ? other.cost : 0.0);
    const bool paced = policy.paced && rows.isPaced();
    return forEachUse(rows.uses(), [&](Eigen::Index use) -> UseOutcome {
        Answer own = main.answer(use);
        const Answer stand = other.answer(use);
        const End end = paced ? pacedEnd(rule, main, own, stand, use, slowdown, rows)
                              : rule.end(own, stand);
        const bool decides = isLost(end.decision) || rule.ownDecides(own.after);
        return {end.decision, end.late, end.wait.value, end.late ? lateCost : cost,
                decides ? OwnAnswer::Decides : cutOffAnswer(own.decision)};
    });
}

/// Where they come after a deadline: what is done about it.
UseOutcomes cutOff(UseOutcomes all, const PairedRows &rows, const Deadline &deadline,
                   const Costs &costs)
{
    if (!deadline.budget || !rows.hasLatency())
        return all;
    const EndRule rule = deadline.rule();
    const Answers other(rows, deadline.fallback.point, costs);
    const bool atOnce = deadline.fallback.start == Fallback::Start::WithMain;
    for (std::size_t i = 0; i < all.decision.size(); ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        const Answer own{all.decision[i], {all.wait[use]}};
        const End end = rule.end(own, other.answer(use));
        const bool decides = isLost(end.decision) || rule.ownDecides(own.after);
        all.decision[i] = end.decision;
        all.late[i] = end.late ? 1 : 0;
        all.wait[use] = end.wait.value;
        all.own[i] = decides ? OwnAnswer::Decides : cutOffAnswer(own.decision);
        if (rule.asksOther() && (end.late || atOnce))
            all.cost[use] += other.cost;
    }
    return all;
}

UseDecision decisionAt(double score, double threshold)
{
    return score >= threshold ? UseDecision::Shown : UseDecision::NotShown;
}

UseOutcomes outcomesOf(const PairedRows &rows, const Cascade &policy, const Costs &costs)
{
    const auto [low, high] = policy.deferBetween;
    assert(low <= high);
    const double threshold = policy.large.threshold.value;
    // No threshold lies below minus infinity.
    const UseDecision sureLow = std::isinf(policy.sure.low)
            ? UseDecision::NotShown
            : decisionAt(policy.sure.low, threshold);
    const UseDecision sureHigh = decisionAt(policy.sure.high, threshold);
    const Answers small(rows, {policy.small, {high}}, costs);
    const Answers large(rows, policy.large, costs);
    const double cost = small.cost + (policy.parallel ? large.cost : 0.0);
    return forEachUse(rows.uses(), [&, low = low, high = high](Eigen::Index use) -> UseOutcome {
        const double score = small.score(use);
        const double first = small.latency(use);
        const bool failed = small.failed(use);
        if (!failed && (score < low || score >= high))
            return {score < low ? sureLow : sureHigh, false, first, cost};
        const double second = large.latency(use);
        const double both = policy.parallel ? std::max(first, second) : first + second;
        const bool alone = failed || large.failed(use);
        return {large.decision(use), false, alone ? second : both, small.cost + large.cost};
    });
}

UseOutcomes outcomesOf(const PairedRows &rows, const Hedged &policy, const Costs &costs)
{
    const Answers main(rows, policy.point, costs);
    const double after = policy.hedgeAfter.value;
    const auto replica = replicasOf(rows.uses());
    return forEachUse(rows.uses(), [&](Eigen::Index use) -> UseOutcome {
        const double first = main.latency(use);
        if (main.failed(use) || first <= after)
            return {main.decision(use), false, first, main.cost};
        const auto other = static_cast<Eigen::Index>(replica[static_cast<std::size_t>(use)]);
        // One that failed brings no second answer.
        const double second = main.failed(other) ? first : after + main.latency(other);
        return {main.decision(use), false, std::min(first, second), 2.0 * main.cost};
    });
}

UseOutcomes outcomesOf(const PairedRows &rows, const Mixture &policy, const Costs &costs)
{
    const Answers first(rows, policy.first, costs);
    const Answers second(rows, policy.second, costs);
    return forEachUse(rows.uses(), [&](Eigen::Index use) -> UseOutcome {
        const Answers &taken = goesToFirst(use, policy.share) ? first : second;
        return {taken.decision(use), false, taken.latency(use), taken.cost};
    });
}

const Deadline &deadlineOf(const SingleModel & /*knows its own*/)
{
    static const Deadline none;
    return none;
}

template<typename Several> const Deadline &deadlineOf(const Several &policy)
{
    return policy.deadline;
}

Budget &budgetOf(SingleModel &policy)
{
    return policy.budget;
}

template<typename Several> Budget &budgetOf(Several &policy)
{
    return policy.deadline.budget;
}

} // namespace

UseOutcomes outcomes(const PairedRows &rows, const Policy &policy,
                     const std::vector<double> &costPerCall)
{
    assert(costPerCall.empty() || costPerCall.size() == rows.models.size());
    if (const auto *single = std::get_if<SingleModel>(&policy))
        return outcomesOf(rows, *single, costPerCall);
    return std::visit(
            [&](const auto &one) {
                return cutOff(outcomesOf(rows, one, costPerCall), rows, deadlineOf(one),
                              costPerCall);
            },
            policy);
}

UseOutcomes outcomesIfSlower(const PairedRows &rows, const SingleModel &policy, double slowdown)
{
    return outcomesOf(rows, policy, {}, slowdown);
}

Policy withoutBudget(Policy policy)
{
    std::visit([](auto &one) { budgetOf(one).reset(); }, policy);
    return policy;
}

std::optional<double> hedgedShare(const PairedRows &rows, const Hedged &policy)
{
    if (!rows.hasLatency())
        return std::nullopt;
    const auto asked = rows.latency.col(policy.point.model) > policy.hedgeAfter.value;
    return asked.select(rows.weight, 0.0).sum() / rows.weight.sum();
}

std::vector<std::uint32_t> replicasOf(Eigen::Index uses)
{
    std::vector<std::uint32_t> replica(static_cast<std::size_t>(uses));
    std::iota(replica.begin(), replica.end(), 0U);
    // Sattolo 1986: one cycle through all uses, so that none stays where it is.
    for (std::uint64_t last = replica.size(); last-- > 1;) {
        const std::uint64_t other = ((mixed(last) >> 32U) * last) >> 32U;
        std::swap(replica[last], replica[other]);
    }
    return replica;
}

bool goesToFirst(Eigen::Index use, double share)
{
    constexpr double unit = 0x1p-53;
    // Not the numbers that replicasOf() is made from.
    constexpr std::uint64_t away = std::uint64_t{1} << 48U;
    return static_cast<double>(mixed(away + static_cast<std::uint64_t>(use)) >> 11U) * unit < share;
}

} // namespace oneinn
