// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/weightjudge.h"

#include "ingest/columnevidence.h"
#include "ingest/groupedsql.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

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

bool isCalledCount(const ColumnProfile &column)
{
    constexpr std::array<std::string_view, 7> names{"count", "counts", "n",     "cnt",
                                                    "uses",  "cases",  "ncases"};
    const auto name = normalised(column.name);
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One record for each score and label, and most scores beside both.
bool looksSummedUp(const ColumnProfile &label, const ColumnProfile &score)
{
    const std::size_t records = label.sample.hashes.size();
    std::set<std::uint32_t> scores;
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < records; ++i) {
        scores.insert(score.sample.hashes[i]);
        pairs.emplace(score.sample.hashes[i], label.sample.hashes[i]);
    }
    return pairs.size() == records && scores.size() * 4 <= records * 3;
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

ColumnChoice judgeCount(const ColumnCandidates &candidates, std::size_t label, std::size_t score)
{
    const auto fitting = candidates.fitting([&](std::size_t i) -> Fit {
        const ColumnProfile &column = candidates.column(i);
        const bool counts = column.numbers.isNumeric() && column.numbers.integers
                && column.numbers.low >= 0.0 && column.numbers.high > 1.0;
        return counts && isCalledCount(column) ? Fit(NameFit{knownName, GuessReason::Name}) : Fit();
    });
    if (fitting.empty())
        return {};
    // As the command sql has it counted, by as many columns as were asked for.
    const bool wasCounted = candidates.column(score).name == scoreFromName;
    if (!wasCounted
        && (!candidates.table().sampleIsWhole
            || !looksSummedUp(candidates.column(label), candidates.column(score))))
        return {};
    const std::size_t column = fitting.front().column;
    return {column, GuessReason::Name,
            RoleJudgement{.role = Role::Count,
                          .certainty = RoleCertainty::Likely,
                          .reason = RoleReason::CountedRows,
                          .column = candidates.column(column).name}};
}

} // namespace oneinn::ingest
