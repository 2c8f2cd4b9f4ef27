// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/modelcomparison.h"

#include "core/clusters/influencespread.h"
#include "core/policies/valueofuses.h"

#include <array>
#include <cassert>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

PairedUnits sameUnits(const DenseUnits &units)
{
    return {units.unit, units.unit, units.count};
}

PairedClusters sameClusters(const PairedRows &rows)
{
    const bool users = rows.user.size() > 0;
    const bool days = rows.day.size() > 0;
    if (users && days)
        return {sameUnits(denseUnits(rows.user)), sameUnits(denseUnits(rows.day)),
                sameUnits(denseUnits(rows.user, rows.day))};
    if (users || days)
        return {sameUnits(denseUnits(users ? rows.user : rows.day)), {}, {}};
    DenseUnits uses{std::vector<std::uint32_t>(static_cast<std::size_t>(rows.uses())),
                    static_cast<std::size_t>(rows.uses())};
    std::iota(uses.unit.begin(), uses.unit.end(), 0U);
    return {sameUnits(uses), {}, {}};
}

std::optional<MeasureComparison> complementOf(const std::optional<MeasureComparison> &measure)
{
    return measure ? std::optional(oneinn::complementOf(*measure)) : std::nullopt;
}

/// Of the uses of one class, or of all.
std::optional<Proportion> flipsAmong(const PairedRows &rows, const Eigen::ArrayXd &flipped,
                                     const std::vector<Eigen::Index> &uses)
{
    const Eigen::ArrayXd yes = flipped(uses);
    const Eigen::ArrayXd weight = rows.weight(uses);
    Tally flips;
    Tally others;
    for (Eigen::Index i = 0; i < yes.size(); ++i)
        (yes[i] > 0.0 ? flips : others) += Tally{1.0, weight[i], weight[i] * weight[i]};
    return proportion(
            flips, others,
            clusterEffect(yes, weight, codesAt(rows.user, uses), codesAt(rows.day, uses)));
}

/// Uses that `from` gets right and `to` does not.
Flips flips(const PairedRows &rows, const UseColumns &from, const UseColumns &to)
{
    Eigen::ArrayXd flipped(rows.uses());
    std::vector<Eigen::Index> all;
    std::array<std::vector<Eigen::Index>, 2> ofClass; // [positive]
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        flipped[use] = from.isRight(use) && !to.isRight(use) ? 1.0 : 0.0;
        all.push_back(use);
        ofClass[rows.label[use] != 0 ? 1 : 0].push_back(use);
    }
    return {flipsAmong(rows, flipped, all), flipsAmong(rows, flipped, ofClass[1]),
            flipsAmong(rows, flipped, ofClass[0])};
}

} // namespace

ModelComparison compareModels(const PairedRows &rows, const ComparedUses &a, const ComparedUses &b,
                              double smallest, const Optimism &optimism)
{
    assert(rows.uses() > 0);
    const PairedClusters clusters = sameClusters(rows);
    const ShareDifferences differences(a, b, clusters, true);
    return ModelComparison{
            .recall = complementOf(differences.share(Share::Missed)),
            .falseAlarmRate = differences.share(Share::WrongOfBad),
            .precision = complementOf(differences.share(Share::WrongOfShown)),
            .valuePerUse = differences.valuePerUse(smallest, optimism),
            .lateShare = *differences.share(Share::Late),
            .negativeFlips = flips(rows, b.uses, a.uses),
            .positiveFlips = flips(rows, a.uses, b.uses),
    };
}

ModelComparison compareModels(const PairedRows &rows, const UseOutcomes &a, const UseOutcomes &b,
                              const UseTerms &terms)
{
    const ComparedUses ofB{UseColumns(rows, b, terms.patience), valueOfUses(rows, b, terms)};
    return compareModels(rows, {UseColumns(rows, a, terms.patience), valueOfUses(rows, a, terms)},
                         ofB, smallestBeside(rows, ofB, terms.values));
}

double smallestBeside(const PairedRows &rows, const ComparedUses &b, const OutcomeValues &values)
{
    return smallestValue((rows.weight * b.value).sum() / rows.weight.sum(),
                         valueOfShowingNothing(rows, values));
}

} // namespace oneinn
