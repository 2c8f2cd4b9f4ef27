// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/drop.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/linearised.h"
#include "core/periods/mixofall.h"
#include "core/periods/scorecauses.h"
#include "core/periods/visiblemix.h"
#include "core/predictions/timecolumn.h"
#include "core/segments/holm.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace oneinn {

namespace {

constexpr double level = 0.05; ///< of Holm, over all that is compared

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

/// compared: how many p share Holm's level.
std::optional<double> moreForCause(const ScoresAndLabels &scores, double goodShare,
                                   std::size_t compared)
{
    const double uses = std::min(scores.usesBefore, scores.usesAfter);
    if (!scores.change) // without a good one nobody knows how many it takes
        return goodShare > 0.0
                ? std::optional(std::max(fewestUsesOfPeriod, fewestGoodOfPeriod / goodShare) - uses)
                : std::nullopt;
    const double share = level / static_cast<double>(compared);
    const auto times =
            scores.change->joint > share ? timesToShow(*scores.change, share) : std::nullopt;
    return times && *times > 1.0 ? std::optional(uses * (*times - 1.0)) : std::nullopt;
}

/// In the period that has fewer.
double rarestGood(const PeriodUses &before, const PeriodUses &after)
{
    const auto good = [](const PeriodUses &period) {
        return (period.rows.weight * period.rows.label.cast<double>()).sum()
                / period.rows.weight.sum();
    };
    return std::min(good(before), good(after));
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
    for (const CategoryColumn *column : before.segments()) {
        if (column->values.size() > 1 && !tellsTime(*column))
            add(column->name);
    }
    for (const FeatureColumn &feature : before.predictions->features())
        add(feature.name());
    return gone;
}

/// Which columns are exported says nothing of the model, until its scores have come to mean
/// something else: then what it may have been given, and is no longer there, comes first.
void addGoneColumns(DropDiagnosis &diagnosis)
{
    const bool moved = std::ranges::any_of(diagnosis.found, [](const DropFinding &finding) {
        return layerOf(finding.cause) == DropLayer::Drift && !isVisibleMix(finding);
    });
    if (!moved)
        return;
    for (const std::string &name : diagnosis.goneColumns)
        diagnosis.found.push_back({.cause = DropCause::UnitOrSchema,
                                   .column = name,
                                   .ofFeature = true,
                                   .before = 1.0,
                                   .p = 0.0,
                                   .matters = true});
}

/// Where labels are missing by the score, those who have one are others, and the uses are not.
void leaveMixToLabels(DropDiagnosis &diagnosis, const PeriodUses &before, const PeriodUses &after,
                      Threshold threshold)
{
    const auto has = [&](auto is) { return std::ranges::any_of(diagnosis.found, is); };
    const auto isHiddenMix = [](const DropFinding &finding) {
        return finding.cause == DropCause::ScoreMix && !isVisibleMix(finding);
    };
    const auto isOfLabels = [](const DropFinding &finding) {
        return finding.cause == DropCause::LabelsLateOrSelective;
    };
    if (!has(isHiddenMix) || !has(isOfLabels) || !isMixOfLabelsAlone(before, after, threshold))
        return;
    diagnosis.mixIsOfLabels = true;
    std::erase_if(diagnosis.found, isHiddenMix);
}

/// In the order of the layers. What a column shows comes first. Where another mix and another
/// meaning of scores only explain together what moved, no other uses need have come in: what scores
/// mean is what is looked into.
auto placeOf(const DropFinding &finding)
{
    const bool leads = finding.cause == DropCause::Meaning && finding.withOthers;
    return std::tuple(layerOf(finding.cause), !isVisibleMix(finding), !leads, finding.cause);
}

void addRanking(std::vector<DropFinding> &found, const PeriodUses &before, const PeriodUses &after)
{
    const auto meaning = std::ranges::find(found, DropCause::Meaning, &DropFinding::cause);
    if (meaning != found.end())
        meaning->ranking = rankingChange(before, after);
}

bool isOfScale(const DropFinding &finding)
{
    return finding.cause == DropCause::UnitOrSchema && finding.column == "score"
            && !finding.ofFeature;
}

/// Where scores are of another scale, that they are mixed otherwise and mean something else says
/// no more than that; and the same told twice is told by what explains it.
void leaveToScale(DropDiagnosis &diagnosis)
{
    if (!diagnosis.hasOtherScale())
        return;
    std::erase_if(diagnosis.found, [&](const DropFinding &finding) {
        return (layerOf(finding.cause) == DropLayer::Drift && !isVisibleMix(finding))
                || (isOfScale(finding) && diagnosis.scale && !finding.sameOrder);
    });
}

/// Labels can be compared where scores cannot.
void nameBaseRate(DropDiagnosis &diagnosis, const DropFinding &baseRate)
{
    if (std::ranges::find(diagnosis.found, DropCause::BaseRate, &DropFinding::cause)
        == diagnosis.found.end())
        diagnosis.found.push_back(baseRate);
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
    if (diagnosis.hasOtherScale() && !diagnosis.scale)
        diagnosis.status[static_cast<std::size_t>(DropLayer::Drift)] = LayerStatus::CannotTell;
}

/// Another base rate is the first thing that is seen of other uses and of labels that mean
/// something else: where scores or a column tell more, they say which it is.
bool isNamedAtOnce(const DropFinding &finding, bool isAsked, bool isAllMix)
{
    const DropLayer layer = layerOf(finding.cause);
    if (layer == DropLayer::Data || layer == DropLayer::System)
        return finding.cause != DropCause::None;
    return !isAsked && (finding.cause != DropCause::BaseRate || !isAllMix);
}

/// The earlier period counted by the later shares, where a column shows another mix.
std::optional<PeriodUses> addScoreCauses(DropDiagnosis &diagnosis, const PeriodUses &before,
                                         const PeriodUses &after, Threshold threshold,
                                         std::optional<ShownMix> mix)
{
    CausesBesideMix beside = causesBesideMix(before, after, threshold, std::move(mix));
    diagnosis.found.insert(diagnosis.found.end(), beside.causes.found.begin(),
                           beside.causes.found.end());
    diagnosis.scale = beside.causes.scale;
    return std::move(beside.before);
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

bool DropDiagnosis::hasOtherScale() const
{
    return std::ranges::any_of(found, isOfScale);
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
    const ScoresAndLabels scores = comparedScores(before, after, scenario.threshold);
    diagnosis.usesBefore = scores.usesBefore;
    diagnosis.usesAfter = scores.usesAfter;
    // Stands for scores and labels as a whole; which change it is, is asked afterwards.
    if (scores.change) {
        diagnosis.otherBaseRate = scores.baseRate->p <= level;
        compared.push_back({.cause = DropCause::None, .p = scores.change->joint});
        compared.push_back(*scores.baseRate);
    }
    auto mix = scores.change ? shownMix(before, after, scenario.threshold) : std::nullopt;
    if (mix && mix->isFar)
        compared.push_back(mix->finding);
    const std::vector<DropFinding> held = holding(compared);
    const auto holds = [&held](DropCause cause) {
        return std::ranges::find(held, cause, &DropFinding::cause) != held.end();
    };
    const bool isAsked = holds(DropCause::None);
    const bool isAllMix = holds(DropCause::ScoreMix) && mix->isAll();
    for (const DropFinding &finding : held) {
        if (isNamedAtOnce(finding, isAsked, isAllMix))
            diagnosis.found.push_back(finding);
    }
    std::optional<PeriodUses> counted; // by the later shares
    if (isAsked)
        counted = addScoreCauses(diagnosis, before, after, scenario.threshold, std::move(mix));
    leaveToScale(diagnosis);
    leaveMixToLabels(diagnosis, before, after, scenario.threshold);
    const auto baseRate = std::ranges::find(held, DropCause::BaseRate, &DropFinding::cause);
    if (diagnosis.hasOtherScale() && !diagnosis.scale && baseRate != held.end())
        nameBaseRate(diagnosis, *baseRate);
    diagnosis.goneColumns = goneColumns(before, after);
    addGoneColumns(diagnosis);
    addRanking(diagnosis.found, counted ? *counted : before, after);
    std::ranges::stable_sort(diagnosis.found, {}, placeOf);
    addStatus(diagnosis, scores.change.has_value());
    if (diagnosis.firstCause() == DropCause::CannotTell)
        diagnosis.moreForCause = moreForCause(scores, rarestGood(before, after), compared.size());
    LayerStatus &system = diagnosis.status[static_cast<std::size_t>(DropLayer::System)];
    if (system == LayerStatus::Quiet && !saysOfSystem(before) && !saysOfSystem(after))
        system = LayerStatus::NotKnown;
    return diagnosis;
}

} // namespace oneinn
