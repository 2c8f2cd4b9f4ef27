// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/linearised.h"
#include "core/metrics/proportion.h"
#include "core/periods/scoretable.h"
#include "core/predictions/timecolumn.h"
#include "core/segments/holm.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace oneinn {

namespace {

constexpr double stable = 0.1;          ///< of a PSI: below it nothing is said to have moved
constexpr double baseRateMatters = 1.2; ///< times as many good ones, or as few
constexpr double meaningMatters = 0.005;
constexpr double quiet = 0.02; ///< p of what is left when a part is set apart
constexpr double fits = 0.001; ///< p of a change that explains all there is
constexpr double level = 0.05;
constexpr double leastPart = 50.0; ///< uses of a segment in either period
constexpr double largestPart = 0.6;

double designEffect(const PeriodUses &period)
{
    const auto of = [&](const Eigen::ArrayXd &yes) {
        const auto effect =
                clusterEffect(yes, period.rows.weight, period.rows.user, period.rows.day);
        return effect ? effect->designEffect : 1.0;
    };
    return std::max({1.0, of(period.rows.label.cast<double>()), of(period.shown)});
}

/// Scores and labels of two periods, whole and in parts.
class Comparison {
public:
    Comparison(const PeriodUses &before, const PeriodUses &after, Threshold threshold)
        : m_before(before)
        , m_after(after)
        , m_bins(scoreBins(before, after, threshold.value))
        , m_designBefore(designEffect(before))
        , m_designAfter(designEffect(after))
    {
    }

    ScoreTable before(const UseFilter &takes = {}) const
    {
        ScoreTable table = scoreTable(m_before, m_bins, m_designBefore, takes);
        table.col(1) *= m_good;
        return table;
    }
    /// The earlier period as it would have been with the later one's share of good ones.
    void restate()
    {
        const ScoreTable then = before();
        const ScoreTable now = after();
        m_good *= now.col(1).sum() / now.col(0).sum() * then.col(0).sum() / then.col(1).sum();
    }
    ScoreTable after(const UseFilter &takes = {}) const
    {
        return scoreTable(m_after, m_bins, m_designAfter, takes);
    }

private:
    const PeriodUses &m_before;
    const PeriodUses &m_after;
    std::vector<double> m_bins;
    double m_designBefore, m_designAfter;
    double m_good = 1.0; ///< times as many good ones before
};

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
                                     const Comparison &comparison, const PartColumn &column,
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

/// Values without which nothing is left of a change; counts those that were tried.
void addParts(std::vector<DropFinding> &parts, double &tried, const PeriodUses &before,
              const PeriodUses &after, const Comparison &comparison, const PartColumn &column)
{
    for (const std::string &value : column.now.values) {
        const auto tables =
                value.empty() ? std::nullopt : partTables(before, after, comparison, column, value);
        if (!tables)
            continue;
        tried += 1.0;
        if (scoreChange(tables->wasNot, tables->isNot).joint < quiet)
            continue;
        parts.push_back({.cause = column.isRelease ? DropCause::Release : DropCause::Segment,
                         .column = column.now.name,
                         .value = value,
                         .before = tables->was.col(1).sum() / tables->was.sum(),
                         .after = tables->is.col(1).sum() / tables->is.sum(),
                         .p = scoreChange(tables->was, tables->is).joint,
                         .matters = true});
    }
}

/// The part of the later period without which nothing is left of a change.
std::optional<DropFinding> partThatMoved(const PeriodUses &before, const PeriodUses &after,
                                         const Comparison &comparison)
{
    std::vector<DropFinding> parts;
    double tried = 0.0;
    for (const PartColumn &column : partColumns(before, after))
        addParts(parts, tried, before, after, comparison, column);
    const auto least = std::ranges::min_element(parts, {}, &DropFinding::p);
    if (least == parts.end() || least->p * tried > level)
        return std::nullopt;
    return *least;
}

/// All of the later period is of a release that the earlier one did not have.
std::optional<DropFinding> wholeRelease(const PeriodUses &before, const PeriodUses &after)
{
    for (const std::string &name : after.columnNames()) {
        const CategoryColumn &now = *after.column(name);
        const CategoryColumn *then = before.column(name);
        if (then && after.isRelease(now) && now.values.size() == 1
            && !then->codeOf(now.values.front()))
            return DropFinding{.cause = DropCause::Release,
                               .column = name,
                               .value = now.values.front(),
                               .matters = true};
    }
    return std::nullopt;
}

struct Moved {
    ScoreChange change;
    DropFinding baseRate{.cause = DropCause::BaseRate, .column = "label"};
    DropFinding mix{.cause = DropCause::ScoreMix, .column = "score"};
    DropFinding meaning{.cause = DropCause::Meaning, .column = "score"};
};

Moved movedOf(const ScoreTable &then, const ScoreTable &now)
{
    Moved moved{.change = scoreChange(then, now)};
    const double rateThen = then.col(1).sum() / then.sum();
    const double rateNow = now.col(1).sum() / now.sum();
    moved.baseRate.before = rateThen;
    moved.baseRate.after = rateNow;
    moved.baseRate.p = moved.mix.p = moved.meaning.p = moved.change.joint;
    moved.baseRate.matters = std::max(rateNow / rateThen, rateThen / rateNow) >= baseRateMatters;
    moved.mix.after = moved.change.psi;
    moved.mix.matters =
            moved.change.psi >= std::max(
                    stable,
                    psiNoiseFloor(static_cast<std::size_t>(then.rows()), then.sum(), now.sum()));
    // What moves the share of good ones is noticed, however little scores tell of it.
    moved.mix.matters = moved.mix.matters || moved.baseRate.matters;
    moved.meaning.after = moved.change.meaningMoved;
    moved.meaning.matters = moved.change.meaningMoved >= meaningMatters;
    return moved;
}

/// One change that explains all, if one does, the one that does best; else the base rate and a
/// part, if these two do; else each that is to be seen.
std::vector<DropFinding> explained(const Moved &moved, const PeriodUses &before,
                                   const PeriodUses &after, Comparison comparison)
{
    const auto release = wholeRelease(before, after);
    const ScoreChange &change = moved.change;
    const double best = std::max({change.inClasses, change.meaning, change.scores});
    std::vector<DropFinding> found;
    if (best > fits) {
        found.push_back(best == change.inClasses         ? moved.baseRate
                                : best == change.meaning ? moved.mix
                                                         : moved.meaning);
    } else if (release) {
        found.push_back(*release);
    } else if (comparison.restate(); moved.baseRate.matters) {
        const auto part = partThatMoved(before, after, comparison);
        found = {moved.baseRate, part ? *part : moved.meaning};
    } else {
        found = {moved.baseRate, moved.mix, moved.meaning};
    }
    std::erase_if(found, [](const DropFinding &finding) { return !finding.matters; });
    return found;
}

void addChange(DropDiagnosis &diagnosis, const PeriodUses &before, const PeriodUses &after)
{
    const auto meanOf = [](const PeriodUses &period) {
        return *linearisedMean(period.rows.weight, period.measured);
    };
    const LinearisedRatio then = meanOf(before);
    const LinearisedRatio now = meanOf(after);
    const auto spread = [](const PeriodUses &period, const LinearisedRatio &mean) {
        return influenceSpread(mean.influence, period.rows.user, period.rows.day);
    };
    const InfluenceSpread spreadThen = spread(before, then);
    const InfluenceSpread spreadNow = spread(after, now);
    const double change = now.value - then.value;
    diagnosis.measureBefore = then.value;
    diagnosis.measureAfter = now.value;
    if (std::min(spreadThen.clusters, spreadNow.clusters) < fewestClusters)
        return;
    const double reach = std::hypot(spreadThen.reach(), spreadNow.reach());
    const double error = std::hypot(spreadThen.standardError(), spreadNow.standardError());
    diagnosis.change = {change - reach, change + reach};
    constexpr double power = 2.80; // of 80 %, by the normal distribution
    if (std::abs(change) <= reach && std::abs(change) > 0.0)
        diagnosis.moreCases = static_cast<double>(std::min(before.uses(), after.uses()))
                * (std::pow(power * error / change, 2) - 1.0);
}

std::vector<DropFinding> holding(const std::vector<DropFinding> &all)
{
    std::vector<double> p;
    p.reserve(all.size());
    for (const DropFinding &finding : all)
        p.push_back(finding.p);
    const std::vector<bool> holds = holmHolds(p, level);
    std::vector<DropFinding> found;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (holds[i] && (all[i].matters || all[i].cause == DropCause::None))
            found.push_back(all[i]);
    }
    return found;
}

bool saysOfSystem(const PeriodUses &period)
{
    return period.predictions->hasLatency() || period.predictions->hasFailures();
}

std::vector<std::string> goneColumns(const PeriodUses &before, const PeriodUses &after)
{
    std::vector<std::string> gone;
    const auto add = [&](const std::string &name) {
        if (!after.column(name) && !after.feature(name))
            gone.push_back(name);
    };
    for (const CategoryColumn &column : before.predictions->segments()) {
        if (column.values.size() > 1 && !tellsTime(column))
            add(column.name);
    }
    for (const FeatureColumn &feature : before.predictions->features())
        add(feature.name());
    return gone;
}

/// Which columns are exported says nothing of the model, until its scores have come to mean
/// something else: then what it may have been given, and is no longer there, comes first.
void addGoneColumns(DropDiagnosis &diagnosis, const PeriodUses &before, const PeriodUses &after)
{
    const bool moved = std::ranges::any_of(diagnosis.found, [](const DropFinding &finding) {
        return layerOf(finding.cause) == DropLayer::Drift;
    });
    if (!moved)
        return;
    for (const std::string &name : goneColumns(before, after))
        diagnosis.found.push_back({.cause = DropCause::UnitOrSchema,
                                   .column = name,
                                   .ofFeature = true,
                                   .before = 1.0,
                                   .p = 0.0,
                                   .matters = true});
}

void addStatus(DropDiagnosis &diagnosis, bool enough)
{
    const bool open = !enough
            || (diagnosis.found.empty()
                && (!diagnosis.change || diagnosis.change->low * diagnosis.change->high > 0.0));
    for (const DropLayer layer : {DropLayer::BaseRate, DropLayer::Drift, DropLayer::Model})
        diagnosis.status[static_cast<std::size_t>(layer)] =
                open ? LayerStatus::CannotTell : LayerStatus::Quiet;
    for (const DropFinding &finding : diagnosis.found)
        diagnosis.status[static_cast<std::size_t>(layerOf(finding.cause))] = LayerStatus::Found;
}

} // namespace

std::string_view keyOf(DropCause cause)
{
    static constexpr std::array<std::string_view, 14> keys{
            "missing",   "unit-or-schema", "new-values", "duplicates", "labels-late-or-selective",
            "base-rate", "score-mix",      "meaning",    "segment",    "release",
            "waits",     "failures",       "none",       "cannot-tell"};
    return keys[static_cast<std::size_t>(cause)];
}

std::string_view keyOf(DropLayer layer)
{
    static constexpr std::array<std::string_view, dropLayers.size()> keys{
            "data", "base-rate", "drift", "model", "system"};
    return keys[static_cast<std::size_t>(layer)];
}

DropLayer layerOf(DropCause cause)
{
    if (cause <= DropCause::LabelsLateOrSelective)
        return DropLayer::Data;
    if (cause == DropCause::BaseRate)
        return DropLayer::BaseRate;
    if (cause <= DropCause::Meaning)
        return DropLayer::Drift;
    return cause <= DropCause::Release ? DropLayer::Model : DropLayer::System;
}

DropCause DropDiagnosis::firstCause() const
{
    if (!found.empty())
        return found.front().cause;
    const bool open = std::ranges::find(status, LayerStatus::CannotTell) != status.end();
    return open ? DropCause::CannotTell : DropCause::None;
}

DropDiagnosis diagnosedDrop(const PeriodUses &before, const PeriodUses &after,
                            const Scenario &scenario)
{
    DropDiagnosis diagnosis;
    addChange(diagnosis, before, after);
    std::vector<DropFinding> compared = dataFindings(before, after, scenario.budget);
    const Comparison comparison(before, after, scenario.threshold);
    const ScoreTable then = comparison.before();
    const ScoreTable now = comparison.after();
    diagnosis.usesBefore = then.sum();
    diagnosis.usesAfter = now.sum();
    const bool enough = std::min(then.sum(), now.sum()) >= fewestUsesOfPeriod
            && std::min(then.col(1).sum(), now.col(1).sum()) >= fewestGoodOfPeriod;
    std::optional<Moved> moved;
    if (enough) {
        moved = movedOf(then, now);
        // Stands for scores and labels as a whole; which change it is, is asked afterwards.
        compared.push_back({.cause = DropCause::None, .p = moved->change.joint});
    }
    for (const DropFinding &finding : holding(compared)) {
        if (finding.cause != DropCause::None) {
            diagnosis.found.push_back(finding);
        } else if (const auto part = partThatMoved(before, after, comparison)) {
            diagnosis.found.push_back(*part);
        } else {
            for (const DropFinding &cause : explained(*moved, before, after, comparison))
                diagnosis.found.push_back(cause);
        }
    }
    addGoneColumns(diagnosis, before, after);
    std::ranges::stable_sort(diagnosis.found, {}, [](const DropFinding &finding) {
        return std::pair(layerOf(finding.cause), finding.cause);
    });
    addStatus(diagnosis, enough);
    LayerStatus &system = diagnosis.status[static_cast<std::size_t>(DropLayer::System)];
    if (system == LayerStatus::Quiet && !saysOfSystem(before) && !saysOfSystem(after))
        system = LayerStatus::NotKnown;
    return diagnosis;
}

} // namespace oneinn
