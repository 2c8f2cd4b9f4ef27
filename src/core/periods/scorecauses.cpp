// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scorecauses.h"

#include "core/periods/scoremoves.h"
#include "core/periods/scoretable.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr double quiet = 0.02;     ///< p of what is left when a part is set apart
constexpr double fitsWell = 0.05;  ///< the same, as well as chance has it
constexpr double fits = 0.001;     ///< p of a change that explains all there is
constexpr double farApart = 1.0;   ///< of a PSI: other uses do not bring as much with them
constexpr double leastPart = 50.0; ///< uses of a segment in either period
constexpr double largestPart = 0.6;
constexpr double alikeEnough = 0.3;   ///< p; high, as what all did is of the same uses
constexpr double levelOfParts = 0.05; ///< of those that were tried

/// A column as it is in both periods.
struct PartColumn {
    const CategoryColumn &then;
    const CategoryColumn &now;
    bool isRelease = false;
};

/// Of one value and all others, in both periods.
struct PartTables {
    ScoreTable was, wasNot, is, isNot;
};

/// Absent where the value has too few uses in a period, or most of them. A release that is new is
/// compared with all that was before.
std::optional<PartTables> partTables(const PeriodUses &before, const PeriodUses &after,
                                     const ScoreComparison &comparison, const PartColumn &column,
                                     const std::string &value)
{
    const auto isIt = [&](Eigen::Index use) { return after.valueOf(column.now, use) == value; };
    const auto wasIt = [&](Eigen::Index use) { return before.valueOf(column.then, use) == value; };
    const bool fresh = column.isRelease && !column.then.codeOf(value);
    PartTables tables;
    tables.is = comparison.after(isIt);
    tables.isNot = comparison.after([&](Eigen::Index use) { return !isIt(use); });
    tables.was = fresh ? comparison.before() : comparison.before(wasIt);
    tables.wasNot = fresh ? comparison.before()
                          : comparison.before([&](Eigen::Index use) { return !wasIt(use); });
    const double is = tables.is.sum();
    const double isNot = tables.isNot.sum();
    if (std::min({is, tables.was.sum(), isNot, tables.wasNot.sum()}) < leastPart
        || (!fresh && is > largestPart * (is + isNot)))
        return std::nullopt;
    return tables;
}

std::vector<PartColumn> partColumns(const PeriodUses &before, const PeriodUses &after)
{
    std::vector<PartColumn> columns;
    for (const std::string &name : after.columnNames()) {
        const CategoryColumn *then = before.column(name);
        const CategoryColumn &now = *after.column(name);
        if (then && now.values.size() >= 2 && now.values.size() <= 20)
            columns.push_back({*then, now, after.isRelease(now)});
    }
    return columns;
}

/// How the others are as before, as a part is set apart.
using Held = double ScoreChange::*;
constexpr Held inAll = &ScoreChange::joint;
constexpr Held butForTheirMix = &ScoreChange::meaning;
constexpr Held butForTheirMeaning = &ScoreChange::scores;

struct PartThatMoved {
    DropFinding finding;
    double rest = 0.0; ///< p of the others, that they are as before
};

/// p that the part and the others moved alike: each by as much as all did, bin by bin. Of a change
/// that all share, the others may well look as before where they are few.
double movedAlike(const PartTables &tables, Held held)
{
    constexpr double half = 0.5; // of a use, so that an empty bin has a ratio
    const ScoreTable times =
            (tables.is + tables.isNot + half) / (tables.was + tables.wasNot + half);
    return 2.0
            * std::min(scoreChange(tables.wasNot * times, tables.isNot).*held,
                       scoreChange(tables.was * times, tables.is).*held);
}

/// Values without which nothing is left of a change; counts those that were tried.
void addParts(std::vector<PartThatMoved> &parts, double &tried, const PeriodUses &before,
              const PeriodUses &after, const ScoreComparison &comparison, const PartColumn &column,
              Held held)
{
    for (const std::string &value : column.now.values) {
        const auto tables =
                value.empty() ? std::nullopt : partTables(before, after, comparison, column, value);
        if (!tables)
            continue;
        tried += 1.0;
        const double rest = scoreChange(tables->wasNot, tables->isNot).*held;
        if (rest < quiet || movedAlike(*tables, held) > alikeEnough)
            continue;
        parts.push_back({{.cause = column.isRelease ? DropCause::Release : DropCause::Segment,
                          .column = column.now.name,
                          .value = value,
                          .before = tables->was.col(1).sum() / tables->was.sum(),
                          .after = tables->is.col(1).sum() / tables->is.sum(),
                          .p = scoreChange(tables->was, tables->is).*held,
                          .matters = true},
                         rest});
    }
}

/// The part of the later period without which nothing is left of a change, but for what is not
/// held.
std::optional<PartThatMoved> partThatMoved(const PeriodUses &before, const PeriodUses &after,
                                           const ScoreComparison &comparison, Held held)
{
    std::vector<PartThatMoved> parts;
    double tried = 0.0;
    for (const PartColumn &column : partColumns(before, after))
        addParts(parts, tried, before, after, comparison, column, held);
    const auto least = std::ranges::min_element(
            parts, {}, [](const PartThatMoved &part) { return part.finding.p; });
    if (least == parts.end() || least->finding.p * tried > levelOfParts)
        return std::nullopt;
    return *least;
}

double shareOfValue(const PeriodUses &period, const CategoryColumn &column, std::uint32_t code)
{
    double there = 0.0;
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        there += period.codeOf(column, use) == code ? period.rows.weight[use] : 0.0;
    return there / period.rows.weight.sum();
}

/// All of the later period is of a release that most of the earlier one is not of.
std::optional<DropFinding> wholeRelease(const PeriodUses &before, const PeriodUses &after)
{
    for (const std::string &name : after.columnNames()) {
        constexpr double most = 0.5;
        const CategoryColumn &now = *after.column(name);
        const CategoryColumn *then = before.column(name);
        if (!then || !after.isRelease(now) || now.values.size() != 1)
            continue;
        const auto known = then->codeOf(now.values.front());
        const double share = known ? shareOfValue(before, *then, *known) : 0.0;
        if (share < most)
            return DropFinding{.cause = DropCause::Release,
                               .column = name,
                               .value = now.values.front(),
                               .wholePeriod = true,
                               .before = share,
                               .after = 1.0,
                               .matters = true};
    }
    return std::nullopt;
}

DropFinding scaleFinding(const ScoreMoves &moved)
{
    return {.cause = DropCause::UnitOrSchema,
            .column = "score",
            .sameOrder = true,
            .p = moved.change.joint,
            .matters = true};
}

struct PartBeside {
    DropFinding change;
    PartThatMoved part;
};

/// Another mix, or another meaning, of all, and a part that moved besides: which of them leaves
/// more of the others as it would be by chance.
std::optional<PartBeside> partBeside(const PeriodUses &before, const PeriodUses &after,
                                     const ScoreComparison &comparison, const ScoreMoves &moved)
{
    std::optional<PartBeside> best;
    const auto consider = [&](const DropFinding &change, Held held) {
        if (!change.matters)
            return;
        if (auto part = partThatMoved(before, after, comparison, held);
            part && (!best || part->rest > best->part.rest))
            best = PartBeside{.change = change, .part = *std::move(part)};
    };
    consider(moved.mix, butForTheirMix);
    consider(moved.meaning, butForTheirMeaning);
    return best;
}

/// p of what the one change leaves alone that explains all best.
double bestFit(const ScoreMoves &moved)
{
    return std::max({moved.change.inClasses, moved.change.meaning, moved.change.scores});
}

/// The one change that explains all best, if one does.
std::optional<DropFinding> oneChange(const ScoreMoves &moved)
{
    const double best = bestFit(moved);
    if (best <= fits)
        return std::nullopt;
    return best == moved.change.inClasses  ? moved.baseRate
            : best == moved.change.meaning ? moved.mix
                                           : moved.meaning;
}

/// None of them alone explains what moved: what holds for each by itself is not so.
std::vector<DropFinding> severalChanges(const ScoreMoves &moved)
{
    std::vector<DropFinding> found{moved.mix, moved.meaning};
    std::erase_if(found, [](const DropFinding &finding) { return !finding.matters; });
    for (DropFinding &finding : found)
        finding.withOthers = moved.meaning.matters;
    return found;
}

std::vector<DropFinding> ifItMatters(const DropFinding &finding)
{
    return finding.matters ? std::vector{finding} : std::vector<DropFinding>();
}

/// Beside another base rate, which is off already: the change that explains the rest, or both that
/// do together.
std::vector<DropFinding> restOfBaseRate(const ScoreMoves &rest)
{
    const double best = std::max(rest.change.scores, rest.change.meaning);
    if (best <= fits)
        return severalChanges(rest);
    return ifItMatters(best == rest.change.scores ? rest.meaning : rest.mix);
}

/// Another base rate, and scores on another scale besides; comparison is restated.
std::optional<ScoreScale> restatedScale(const PeriodUses &before, const PeriodUses &after,
                                        Threshold threshold, const ScoreComparison &comparison,
                                        const ScoreMoves &moved)
{
    if (moved.change.psi < farApart && !rangesDiffer(before, after))
        return std::nullopt;
    return otherScale(before, after, threshold, comparison.design(), comparison.timesGood());
}

/// Another base rate and what explains the rest best; comparison is restated.
ScoreCauses besideBaseRate(const ScoreComparison &comparison, const ScoreMoves &moved,
                           const std::optional<PartThatMoved> &part)
{
    ScoreCauses causes{.found = {moved.baseRate}};
    const std::vector<DropFinding> others = part
            ? std::vector{part->finding}
            : restOfBaseRate(movedOf(comparison.before(), comparison.after()));
    causes.found.insert(causes.found.end(), others.begin(), others.end());
    return causes;
}

/// Where nothing alone explains what moved: two that do, else each that is to be seen.
ScoreCauses twoCauses(const PeriodUses &before, const PeriodUses &after, Threshold threshold,
                      ScoreComparison &comparison, const ScoreMoves &moved)
{
    const auto beside = partBeside(before, after, comparison, moved);
    const double besideFits = beside ? beside->part.rest : 0.0;
    const ScoreCauses withPart =
            beside ? ScoreCauses{.found = {beside->change, beside->part.finding}} : ScoreCauses();
    if (!moved.baseRate.matters)
        return beside ? withPart : ScoreCauses{.found = severalChanges(moved)};
    comparison.restate();
    const auto part = partThatMoved(before, after, comparison, inAll);
    const double partFits = part ? part->rest : 0.0;
    const auto scale = restatedScale(before, after, threshold, comparison, moved);
    if (scale && scale->p >= std::max(besideFits, partFits))
        return {.found = {scaleFinding(moved), moved.baseRate}, .scale = scale};
    return beside && besideFits > partFits ? withPart : besideBaseRate(comparison, moved, part);
}

} // namespace

ScoresAndLabels comparedScores(const PeriodUses &before, const PeriodUses &after,
                               Threshold threshold)
{
    const ScoreComparison comparison(before, after, threshold);
    const ScoreTable then = comparison.before();
    const ScoreTable now = comparison.after();
    ScoresAndLabels compared{.usesBefore = then.sum(), .usesAfter = now.sum()};
    if (std::min(then.sum(), now.sum()) < fewestUsesOfPeriod
        || std::min(then.col(1).sum(), now.col(1).sum()) < fewestGoodOfPeriod)
        return compared;
    compared.change = scoreChange(then, now);
    compared.baseRate = movedOf(then, now).baseRate;
    const auto whole = [](const ScoreTable &table) -> ScoreTable { return table.colwise().sum(); };
    compared.baseRate->p = scoreChange(whole(then), whole(now)).meaning;
    return compared;
}

ScoreCauses scoreCauses(const PeriodUses &before, const PeriodUses &after, Threshold threshold)
{
    ScoreComparison comparison(before, after, threshold);
    const ScoreMoves moved = movedOf(comparison.before(), comparison.after());
    const double fit = bestFit(moved);
    const double bar = std::max(fit, fits);
    const auto part = partThatMoved(before, after, comparison, inAll);
    const auto scale = otherScale(before, after, threshold, comparison.design(), 1.0);
    const auto change = oneChange(moved);
    const double rival = scale ? std::max(bar, scale->p) : bar;
    // A single change that fits no worse than chance would have it is told before a part that
    // explains less: with the part set apart there are fewer uses to see what is left.
    const bool hasRival = rival >= fitsWell && (scale || (change && change->matters));
    if (part && (part->rest >= rival || !hasRival))
        return {.found = {part->finding}};
    const auto release = wholeRelease(before, after);
    if (scale && scale->p >= bar && !release)
        return {.found = {scaleFinding(moved)}, .scale = scale};
    // What a score means is changed by a release as by the world; the share of good ones, and who
    // comes, are not.
    if (release && (!change || (change->cause == DropCause::Meaning && change->matters)))
        return {.found = {*release}};
    if (change)
        return {.found = ifItMatters(*change)};
    return twoCauses(before, after, threshold, comparison, moved);
}

} // namespace oneinn
