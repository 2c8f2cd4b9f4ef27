// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/groupsums.h"

#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

/// Fixed, so that sums round the same on every machine.
constexpr unsigned groupSumThreads = 2;

template<typename Number>
using Tables = std::array<std::vector<Number>, static_cast<std::size_t>(UseGroups::Kinds)>;

constexpr std::array everyKind{UseGroups::Users, UseGroups::Days, UseGroups::Both};

template<typename Number> Tables<Number> emptyTables(const UseGroups &groups, std::size_t codes)
{
    Tables<Number> tables;
    for (const auto kind : everyKind)
        tables[kind].assign(groups.groups(kind) * codes, Number{});
    return tables;
}

/// Adds what each use counts for to its place by group and code.
template<typename Number, typename AmountOf>
void addUses(const UseGroups &groups, const CodedUses &uses, std::size_t begin, std::size_t end,
             Tables<Number> &tables, const AmountOf &amountOf)
{
    constexpr std::size_t atOnce = 512;
    std::array<std::uint32_t, atOnce> group;
    for (std::size_t from = begin; from < end; from += atOnce) {
        const std::size_t count = std::min(atOnce, end - from);
        for (const auto kind : everyKind) {
            if (!groups.has(kind))
                continue;
            groups.groupsOf(kind, from, count, group.data());
            Number *table = tables[kind].data();
            for (std::size_t i = 0; i < count; ++i)
                table[group[i] * uses.codes + uses.code[from + i]] += amountOf(from + i);
        }
    }
}

/// By part of the uses, then summed as doubles.
template<typename Number, typename AmountOf>
std::array<Eigen::MatrixXd, UseGroups::Kinds> summed(const UseGroups &groups, const CodedUses &uses,
                                                     const AmountOf &amountOf)
{
    std::vector<Tables<Number>> parts(groupSumThreads, emptyTables<Number>(groups, uses.codes));
    inParts(uses.code.size(), groupSumThreads,
            [&](unsigned part, std::size_t begin, std::size_t end) {
                addUses(groups, uses, begin, end, parts[part], amountOf);
            });
    std::array<Eigen::MatrixXd, UseGroups::Kinds> sums;
    for (const auto kind : everyKind) {
        sums[kind].setZero(eigenIndex(uses.codes), eigenIndex(groups.groups(kind)));
        for (const Tables<Number> &part : parts) {
            std::transform(part[kind].begin(), part[kind].end(), sums[kind].data(),
                           sums[kind].data(),
                           [](Number one, double sum) { return sum + static_cast<double>(one); });
        }
    }
    return sums;
}

} // namespace

GroupSums::GroupSums(const UseGroups &groups, const CodedUses &uses)
    : m_allStay(!uses.staying)
{
    assert(eigenIndex(uses.code.size()) == uses.weight.size());
    if (uses.weightOfCode) {
        m_weight = summed<std::uint32_t>(groups, uses, [](std::size_t) { return 1U; });
        const Eigen::Map<const Eigen::VectorXd> each(uses.weightOfCode->data(),
                                                     eigenIndex(uses.codes));
        for (Eigen::MatrixXd &sums : m_weight)
            sums.array().colwise() *= each.array();
    } else {
        m_weight = summed<double>(groups, uses,
                                  [&](std::size_t use) { return uses.weight[eigenIndex(use)]; });
    }
    if (uses.staying) {
        m_staying = summed<double>(groups, uses, [&](std::size_t use) {
            return uses.weight[eigenIndex(use)] * (*uses.staying)[eigenIndex(use)];
        });
    }
}

} // namespace oneinn
