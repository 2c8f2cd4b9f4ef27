// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/modelcomparison.h"

#include "core/comparison/bootstrap.h"
#include "core/policies/valueofuses.h"

#include <array>
#include <cassert>

namespace oneinn {

namespace {

PairedUnits sameUnits(const PairedRows &rows)
{
    const ResampleUnits units(rows.uses(), rows.user);
    PairedUnits paired;
    paired.count = units.size();
    paired.a.reserve(static_cast<std::size_t>(rows.uses()));
    for (Eigen::Index use = 0; use < rows.uses(); ++use)
        paired.a.push_back(static_cast<std::uint32_t>(units.unitOf(use)));
    paired.b = paired.a;
    return paired;
}

std::optional<MeasureComparison> complementOf(const std::optional<MeasureComparison> &measure)
{
    return measure ? std::optional(oneinn::complementOf(*measure)) : std::nullopt;
}

/// Uses that `from` gets right and `to` does not.
Flips flips(const PairedRows &rows, const UseColumns &from, const UseColumns &to)
{
    std::array<Tally, 2> flipped; // [positive]
    std::array<Tally, 2> other;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const double weight = rows.weight[use];
        const bool flips = from.isRight(use) && !to.isRight(use);
        (flips ? flipped : other)[rows.label[use] != 0 ? 1 : 0] +=
                Tally{1.0, weight, weight * weight};
    }
    return {proportion(flipped[0] + flipped[1], other[0] + other[1]),
            proportion(flipped[1], other[1]), proportion(flipped[0], other[0])};
}

} // namespace

ModelComparison compareModels(const PairedRows &rows, const ComparedUses &a, const ComparedUses &b)
{
    assert(rows.uses() > 0);
    const PairedUnits units = sameUnits(rows);
    const ShareDifferences differences(a, b, units, true);
    return ModelComparison{
            .recall = complementOf(differences.share(Share::Missed)),
            .falseAlarmRate = differences.share(Share::WrongOfBad),
            .precision = complementOf(differences.share(Share::WrongOfShown)),
            .valuePerUse = differences.valuePerUse(),
            .lateShare = *differences.share(Share::Late),
            .negativeFlips = flips(rows, b.uses, a.uses),
            .positiveFlips = flips(rows, a.uses, b.uses),
    };
}

ModelComparison compareModels(const PairedRows &rows, const UseOutcomes &a, const UseOutcomes &b,
                              const UseTerms &terms)
{
    return compareModels(rows, {UseColumns(rows, a, terms.patience), valueOfUses(rows, a, terms)},
                         {UseColumns(rows, b, terms.patience), valueOfUses(rows, b, terms)});
}

} // namespace oneinn
