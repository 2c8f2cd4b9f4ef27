// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/policiesonuses.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/groupeddifferences.h"
#include "core/comparison/linearised.h"
#include "core/comparison/waitsingroups.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <variant>

namespace oneinn {

namespace {

Interval intervalOfMean(const PairedRows &rows, const Eigen::ArrayXd &value)
{
    const auto mean = linearisedMean(rows.weight, value);
    const double reach = influenceSpread(mean->influence, rows.user, rows.day).reach();
    return {mean->value - reach, mean->value + reach};
}

/// Thresholds decide what is shown, and not when; nor does a budget if late answers are waited for.
struct WithoutThresholds {
    void operator()(SingleModel &policy) const
    {
        policy.steered = false;
        policy.point.threshold = {};
        policy.fallback.point.threshold = {};
        if (policy.late == LatePolicy::Wait)
            policy.budget.reset();
        if (!policy.budget) {
            policy.late = LatePolicy::Wait;
            policy.paced = false;
        }
    }
    void operator()(Cascade &policy) const
    {
        policy.large.threshold = {};
        policy.deadline.fallback.point.threshold = {};
    }
    void operator()(Hedged &policy) const
    {
        policy.point.threshold = {};
        policy.deadline.fallback.point.threshold = {};
    }
    void operator()(Mixture &policy) const
    {
        policy.first.threshold = {};
        policy.second.threshold = {};
        policy.deadline.fallback.point.threshold = {};
    }
};

} // namespace

PoliciesOnUses::PoliciesOnUses(const PairedRows &rows, const std::vector<double> &costs,
                               const UseTerms &terms, const Budget &budget)
    : m_rows(rows)
    , m_costs(costs)
    , m_terms(terms)
    , m_budget(budget)
    , m_groups(UseGroups::of(rows))
{
}

UseOutcomes PoliciesOnUses::outcomesOf(const Candidate &candidate) const
{
    UseOutcomes ends = outcomes(m_rows, candidate.policy, m_costs);
    markLate(ends, m_rows, m_budget);
    return ends;
}

void PoliciesOnUses::setNow(const UseOutcomes &ends)
{
    if (m_groups)
        m_groupedNow.emplace(*m_groups, ends, m_terms);
    else
        m_now.emplace(comparedOf(ends));
}

ComparedUses PoliciesOnUses::comparedOf(const UseOutcomes &ends) const
{
    return {UseColumns(m_rows, ends, m_terms.patience), valueOfUses(m_rows, ends, m_terms)};
}

double PoliciesOnUses::smallestBeside(double valuePerUse) const
{
    return smallestValue(valuePerUse, valueOfShowingNothing(m_rows, m_terms.values));
}

ComparedPolicy PoliciesOnUses::policyOf(Candidate candidate, const UseOutcomes &ends, bool isNow,
                                        const TooGood &tooGood)
{
    const Optimism optimism = isNow ? Optimism() : optimismBetween(tooGood.it, tooGood.now);
    ComparedPolicy policy =
            m_groups ? inGroups(ends, isNow, optimism) : oneByOne(ends, isNow, optimism);
    policy.candidate = std::move(candidate);
    policy.optimism = tooGood.it;
    policy.summary.waits = waitsOf(policy.candidate.policy, ends);
    if (const auto *hedged = std::get_if<Hedged>(&policy.candidate.policy))
        policy.asksAgain = hedgedShare(m_rows, *hedged);
    return policy;
}

ComparedPolicy PoliciesOnUses::oneByOne(const UseOutcomes &ends, bool isNow,
                                        const Optimism &optimism) const
{
    const ComparedUses compared = comparedOf(ends);
    ComparedPolicy policy;
    policy.summary = summaryWithoutWaits(m_rows, ends, m_terms, m_budget);
    policy.valuePerUse = intervalOfMean(m_rows, compared.value);
    if (!isNow)
        policy.againstNow =
                compareModels(m_rows, compared, *m_now,
                              oneinn::smallestBeside(m_rows, *m_now, m_terms.values), optimism);
    return policy;
}

ComparedPolicy PoliciesOnUses::inGroups(const UseOutcomes &ends, bool isNow,
                                        const Optimism &optimism) const
{
    const GroupedAnswers answers(*m_groups, ends, m_terms, &*m_groupedNow);
    const bool lateCounts =
            answers.waterfall().of(lateUses).rows > 0.0 || (m_budget && m_rows.hasLatency());
    ComparedPolicy policy;
    policy.summary.shares =
            Shares(answers.waterfall(),
                   shareContext(m_rows, m_terms.patience, lateCounts, answers.anyUnanswered()),
                   answers.moments());
    policy.summary.valuePerUse = answers.valuePerUse();
    policy.summary.costPerThousandUses = costPerThousandUses(m_rows, ends);
    policy.valuePerUse = answers.valueInterval();
    if (!isNow)
        policy.againstNow = compareGrouped(answers, *m_groupedNow,
                                           smallestBeside(m_groupedNow->valuePerUse()), optimism);
    return policy;
}

ModelComparison PoliciesOnUses::differenceOf(const ComparedPolicy &a, const ComparedPolicy &b) const
{
    const Optimism optimism = optimismBetween(a.optimism, b.optimism);
    const UseOutcomes endsOfB = outcomesOf(b.candidate);
    if (m_groups) {
        const GroupedAnswers ofB(*m_groups, endsOfB, m_terms);
        const GroupedAnswers ofA(*m_groups, outcomesOf(a.candidate), m_terms, &ofB);
        return compareGrouped(ofA, ofB, smallestBeside(ofB.valuePerUse()), optimism);
    }
    const ComparedUses usesOfB = comparedOf(endsOfB);
    return compareModels(m_rows, comparedOf(outcomesOf(a.candidate)), usesOfB,
                         oneinn::smallestBeside(m_rows, usesOfB, m_terms.values), optimism);
}

std::vector<WaitPercentile> PoliciesOnUses::waitsOf(const Policy &policy, const UseOutcomes &ends)
{
    Policy timed = policy;
    std::visit(WithoutThresholds(), timed);
    const auto known =
            std::ranges::find_if(m_waits, [&](const auto &one) { return one.first == timed; });
    if (known != m_waits.end())
        return known->second;
    std::vector<WaitPercentile> waits = m_groups
            ? waitPercentiles(m_rows, ends,
                              [this](const Eigen::ArrayXd &wait,
                                     const Eigen::ArrayXd & /*in the groups*/,
                                     const std::vector<double> &limits) {
                                  return spreadsInGroups(*m_groups, wait, limits);
                              })
            : waitPercentiles(m_rows, ends);
    m_waits.emplace_back(std::move(timed), waits);
    return waits;
}

} // namespace oneinn
