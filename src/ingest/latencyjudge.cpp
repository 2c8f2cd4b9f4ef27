// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/latencyjudge.h"

#include "ingest/columnevidence.h"

#include <algorithm>

namespace oneinn::ingest {

namespace {

constexpr int toolBonus = 500; ///< the tool's own whole wait comes before every other name

/// Called so that a file may well be sorted by it.
bool isCalledAnswer(const ColumnProfile &column)
{
    const auto name = normalised(column.name);
    return name.find("latency") != std::string::npos || name.find("response") != std::string::npos
            || name.find("ttft") != std::string::npos;
}

bool isOfFirstSign(const ColumnCandidates::Fitting &candidate,
                   const ColumnCandidates::Fitting &best)
{
    constexpr int clearlyLess = 90;
    return best.fit.strength - candidate.fit.strength >= clearlyLess;
}

} // namespace

ColumnChoice judgeLatency(const ColumnCandidates &candidates)
{
    auto fitting = candidates.fitting([&](std::size_t i) {
        auto fit = latencyFit(candidates.column(i), candidates.names(i));
        if (fit && candidates.tool() && isWholeWait(*candidates.tool(), candidates.column(i).name))
            fit->strength += toolBonus;
        return fit;
    });
    const auto isTimeStamp = [&](const ColumnCandidates::Fitting &candidate) {
        const auto &column = candidates.column(candidate.column);
        return holdMoments(column) || (!isCalledAnswer(column) && growsWithRow(column));
    };
    const auto stamps = std::stable_partition(fitting.begin(), fitting.end(),
                                              [&](const auto &f) { return !isTimeStamp(f); });
    if (stamps == fitting.begin()) {
        if (stamps == fitting.end())
            return {};
        const auto &stamp = candidates.column(stamps->column);
        return {.column = {},
                .reason = {},
                .judgement = RoleJudgement{.role = Role::Latency,
                                           .certainty = RoleCertainty::Likely,
                                           .reason = RoleReason::GrowsWithRow,
                                           .column = stamp.name,
                                           .median = stamp.numbers.median}};
    }
    const auto &best = fitting.front();
    const auto &column = candidates.column(best.column);
    RoleJudgement judgement{
            .role = Role::Latency, .column = column.name, .median = column.numbers.median};
    if (best.fit.reason == GuessReason::Values) {
        judgement.certainty = RoleCertainty::Likely;
        judgement.reason = RoleReason::Values;
    }
    for (auto other = fitting.begin() + 1; other != stamps; ++other) {
        const auto &rival = candidates.column(other->column);
        if (holdTheSame(column, rival))
            continue;
        judgement.rivals.push_back({rival.name, {}});
        if (!isOfFirstSign(*other, best)) {
            judgement.certainty = RoleCertainty::Likely;
            judgement.reason = RoleReason::SeveralWaits;
        }
    }
    return {best.column, best.fit.reason, std::move(judgement)};
}

UnitChoice judgeUnit(const ColumnProfile &latency, const ColumnCandidates &candidates)
{
    const double median = latency.numbers.median;
    RoleJudgement judgement{.role = Role::LatencyUnit, .column = latency.name};
    if (latency.numbers.numbers > 0)
        judgement.median = median;
    if (const auto unit = unitInName(latency.name)) {
        judgement.reason = RoleReason::UnitByName;
        return {{*unit, GuessReason::NamePart}, judgement};
    }
    const auto byTool = candidates.tool() ? unitOf(*candidates.tool(), latency.name) : std::nullopt;
    constexpr double longest = 3.6e6; // an hour: no unit of such a tool's would be meant
    if (byTool && toMilliseconds(median, *byTool) < longest) {
        judgement.reason = RoleReason::UnitByTool;
        return {{*byTool, GuessReason::Name}, judgement};
    }
    const auto units = plausibleUnits(median, latency.name);
    judgement.reason = units.size() > 1 ? RoleReason::UnitUnclear : RoleReason::UnitBySize;
    if (units.size() > 1)
        judgement.certainty = RoleCertainty::Ask;
    else if (units.front() != LatencyUnit::Milliseconds)
        judgement.certainty = RoleCertainty::Likely;
    for (const auto unit : units)
        judgement.rivals.push_back({std::string(symbolOf(unit)), {}});
    return {{units.front(), GuessReason::Values}, judgement};
}

} // namespace oneinn::ingest
