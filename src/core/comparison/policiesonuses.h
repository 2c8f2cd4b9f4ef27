// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/groupedanswers.h"
#include "core/comparison/policycomparison.h"
#include "core/comparison/sharedifferences.h"
#include "core/policies/policysummary.h"

#include <optional>
#include <utility>
#include <vector>

namespace oneinn {

/// How much too good a policy and now look.
struct TooGood {
    std::optional<double> it;
    std::optional<double> now;
};

/// What candidates make of all uses, one after the other: kept for none but now. Many uses are
/// summed by groups (UseGroups). Refers to what it is made from; of one thread.
class PoliciesOnUses {
public:
    PoliciesOnUses(const PairedRows &rows, const std::vector<double> &costs, const UseTerms &terms,
                   const Budget &budget);

    UseOutcomes outcomesOf(const Candidate &candidate) const;
    /// What others are compared with.
    void setNow(const UseOutcomes &ends);
    ComparedPolicy policyOf(Candidate candidate, const UseOutcomes &ends, bool isNow,
                            const TooGood &tooGood);
    ModelComparison differenceOf(const ComparedPolicy &a, const ComparedPolicy &b) const;

private:
    ComparedUses comparedOf(const UseOutcomes &ends) const;
    ComparedPolicy oneByOne(const UseOutcomes &ends, bool isNow, const Optimism &optimism) const;
    ComparedPolicy inGroups(const UseOutcomes &ends, bool isNow, const Optimism &optimism) const;
    double smallestBeside(double valuePerUse) const;
    std::vector<WaitPercentile> waitsOf(const Policy &policy, const UseOutcomes &ends);

    const PairedRows &m_rows;
    const std::vector<double> &m_costs;
    const UseTerms &m_terms;
    const Budget &m_budget;
    std::optional<UseGroups> m_groups;
    std::optional<GroupedAnswers> m_groupedNow;
    std::optional<ComparedUses> m_now;
    /// Thresholds apart, they decide how long uses take.
    std::vector<std::pair<Policy, std::vector<WaitPercentile>>> m_waits;
};

} // namespace oneinn
