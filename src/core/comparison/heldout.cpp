// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/heldout.h"

#include "core/comparison/bootstrap.h"
#include "core/comparison/sharedifferences.h"
#include "core/eigenindex.h"
#include "core/policies/policysummary.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

namespace oneinn {

namespace {

using ByCandidate = std::map<std::string, UseOutcomes>;

/// The part that each use is held out with.
std::vector<std::size_t> partsOf(const PairedRows &rows, std::size_t parts)
{
    const auto unitOf = [&rows]() -> std::vector<std::uint32_t> {
        const CodeColumn &codes = rows.user.size() > 0 ? rows.user : rows.day;
        if (codes.size() > 0)
            return denseUnits(codes).unit;
        std::vector<std::uint32_t> uses(static_cast<std::size_t>(rows.uses()));
        std::iota(uses.begin(), uses.end(), 0U);
        return uses;
    }();
    const std::size_t units = unitOf.empty() ? 0 : std::ranges::max(unitOf) + std::size_t{1};
    if (units < fewestThatDiffer)
        return {};
    std::vector<std::size_t> partOfUnit(units);
    for (std::size_t unit = 0; unit < units; ++unit)
        partOfUnit[unit] = unit % parts;
    // Fisher & Yates; std::shuffle need not be the same everywhere.
    std::mt19937_64 random(1);
    for (std::size_t last = units; last-- > 1;)
        std::swap(partOfUnit[last], partOfUnit[random() % (last + 1)]);
    std::vector<std::size_t> partOfUse(unitOf.size());
    std::ranges::transform(unitOf, partOfUse.begin(),
                           [&partOfUnit](std::uint32_t unit) { return partOfUnit[unit]; });
    return partOfUse;
}

void copyUse(const UseOutcomes &from, UseOutcomes &to, Eigen::Index use)
{
    const auto i = static_cast<std::size_t>(use);
    to.decision[i] = from.decision[i];
    to.late[i] = from.late[i];
    to.wait[use] = from.wait[use];
    to.cost[use] = from.cost[use];
    if (!from.own.empty() && !to.own.empty())
        to.own[i] = from.own[i];
}

/// Uses that have no answer of their own cut off say so, as those that have.
UseOutcomes withOwn(UseOutcomes outcomes)
{
    if (outcomes.own.empty())
        outcomes.own.assign(outcomes.decision.size(), OwnAnswer::Decides);
    return outcomes;
}

class HeldOut {
public:
    HeldOut(const PairedRows &rows, const UseOutcomes &now, const HeldOutTerms &terms)
        : m_rows(rows)
        , m_now(withOwn(now))
        , m_terms(terms)
    {
    }

    void add(const std::vector<Candidate> &chosen, const std::vector<Eigen::Index> &uses)
    {
        for (const Candidate &candidate : chosen) {
            UseOutcomes ends = outcomes(m_rows, candidate.policy, m_terms.costPerCall);
            markLate(ends, m_rows, m_terms.budget);
            ends = withOwn(std::move(ends));
            UseOutcomes &all = m_found.try_emplace(candidate.id, m_now).first->second;
            for (const Eigen::Index use : uses)
                copyUse(ends, all, use);
        }
    }
    ByCandidate take() { return std::move(m_found); }

private:
    const PairedRows &m_rows;
    UseOutcomes m_now;
    const HeldOutTerms &m_terms;
    ByCandidate m_found;
};

} // namespace

std::size_t heldOutParts(const PairedRows &rows)
{
    constexpr std::size_t few = 2;
    constexpr std::size_t many = 5;
    constexpr Eigen::Index quicklySearched = 50000;
    return rows.uses() * eigenIndex(rows.models.size()) <= quicklySearched ? many : few;
}

std::optional<ByCandidate> heldOutOutcomes(const PairedRows &rows, const UseOutcomes &now,
                                           const PoliciesQuestion &question,
                                           const HeldOutTerms &terms, const JobControl &job)
{
    const std::size_t parts = heldOutParts(rows);
    const std::vector<std::size_t> partOfUse = partsOf(rows, parts);
    if (partOfUse.empty())
        return std::nullopt;
    HeldOut heldOut(rows, now, terms);
    for (std::size_t part = 0; part < parts; ++part) {
        std::vector<Eigen::Index> out;
        std::vector<Eigen::Index> others;
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            (partOfUse[static_cast<std::size_t>(use)] == part ? out : others).push_back(use);
        const double begin = static_cast<double>(part) / static_cast<double>(parts);
        const auto chosen =
                candidatesAmong(rows.only(others), question,
                                job.part(begin, begin + 1.0 / static_cast<double>(parts)));
        if (!chosen)
            return std::nullopt;
        heldOut.add(chosen->all, out);
    }
    return heldOut.take();
}

} // namespace oneinn
