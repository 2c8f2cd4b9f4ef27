// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/weightjudge.h"

#include "ingest/columnevidence.h"

namespace oneinn::ingest {

namespace {

/// "weight", "freq": as often a thing's weight, or how often something is done.
bool isBareWeight(const ColumnProfile &column)
{
    const auto name = normalised(column.name);
    return name == "weight" || name == "freq" || name == "frequency";
}

/// Many different numbers well above 1 that lie close together, as kilograms of people do. Weights
/// of a sample are around 1, or whole numbers, or spread over orders of magnitude.
bool isLikeWeighed(const NumberShape &numbers)
{
    constexpr double leastWeighed = 10.0;
    constexpr double widestSpread = 20.0;
    return numbers.median > leastWeighed
            && (numbers.low <= 0.0 || numbers.high / numbers.low < widestSpread);
}

} // namespace

ColumnChoice judgeWeight(const ColumnCandidates &candidates)
{
    const auto fitting = candidates.fitting([&](std::size_t i) -> Fit {
        const auto &fit = candidates.names(i).of(ColumnRole::Weight);
        const bool possible =
                fit && fit->strength > weakName && candidates.column(i).numbers.isHalfNumeric();
        return possible ? fit : std::nullopt;
    });
    if (fitting.empty())
        return {};
    const auto &best = fitting.front();
    const auto &column = candidates.column(best.column);
    RoleJudgement judgement{.role = Role::Weight, .column = column.name};
    const bool bare = isBareWeight(column);
    if (bare && column.hasManyValues() && isLikeWeighed(column.numbers)) {
        judgement.certainty = RoleCertainty::Likely;
        judgement.reason = RoleReason::NotAWeight;
        return {{}, best.fit.reason, std::move(judgement)};
    }
    constexpr double most = 0.5;
    const double bad = column.numbers.low < 0.0 ? negativeShare(column) : 0.0;
    if (bad > most) {
        judgement.certainty = RoleCertainty::Ask;
        judgement.reason = RoleReason::MostlyBadWeights;
    } else if (bad > 0.0) {
        judgement.certainty = RoleCertainty::Likely;
        judgement.reason = RoleReason::BadWeights;
    } else if (bare) {
        judgement.certainty = RoleCertainty::Likely;
        judgement.reason = RoleReason::NamedWeight;
    }
    return {best.column, best.fit.reason, std::move(judgement)};
}

} // namespace oneinn::ingest
