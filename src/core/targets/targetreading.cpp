// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/targetreading.h"

#include "core/decision/clusteredpromise.h"
#include "core/decision/objectives.h"
#include "core/ends/leaving.h"
#include "core/metrics/baserateprecision.h"
#include "core/targets/capacity.h"

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

std::optional<double> shareOf(double part, double all)
{
    return all > 0.0 ? std::optional(part / all) : std::nullopt;
}

/// Of few users the slow ones may all be missing, and a share that is neither 0 nor 1 anywhere does
/// not show it: simulated with 8 to 14 users, "surely" was wrong in 17 to 27 of 100 files.
bool enoughUsersForGone(const std::optional<ClusterEffect> &effect)
{
    constexpr double fewest = 30.0;
    return !effect || effect->effectiveClusters >= fewest;
}

/// Where wrong ones weigh more than others, few rows without one say less than their number.
bool keepsByWeight(const OperatingCounts &ends, double mostWrong,
                   const std::optional<ClusterEffect> &effect, double error)
{
    const Tally bad = ends.negatives();
    const bool even =
            bad.weight * bad.weight >= bad.rows * bad.squaredWeight * (1.0 - objectiveRounding);
    const Tally all = ends.uses();
    const bool alike =
            all.weight * all.weight >= all.rows * all.squaredWeight * (1.0 - objectiveRounding);
    if (!(bad.weight > 0.0) || (even && alike))
        return true;
    Promise promise = promiseFor(PromiseRule::LowerLimit, ends.positives(), bad, false);
    if (effect)
        promise = clustered(promise, *effect);
    return withError(promise, error).precision(ends.tp.weight, ends.fp.weight)
            >= 1.0 - mostWrong - objectiveRounding;
}

} // namespace

SliceReadings sliceReadings(const UseSlice &slice, const ClassFactors &factors,
                            const Targets &targets)
{
    SliceReadings readings;
    if (targets.answered)
        readings.answered = answeredWithin(slice, factors, *targets.answered);
    if (targets.gone) {
        const Waterfall uses = slice.waterfall(Threshold::alertOnNothing()).rebased(factors);
        readings.gone = {uses.of(goneUses), uses.of(allUses.without(goneUses))};
        readings.ofGone = effectOfLeaving(uses, kindOf(Share::Left));
    }
    return readings;
}

TargetJudge::TargetJudge(const Targets &targets, SliceReadings ofSlice,
                         const TargetEffects &effects, bool restated)
    : m_targets(targets)
    , m_ofSlice(std::move(ofSlice))
    , m_effects(effects)
    , m_restated(restated)
    , m_asked(TargetSet::askedIn(targets))
{
    if (!m_effects.of[TargetKind::Gone])
        m_effects.of[TargetKind::Gone] = m_ofSlice.ofGone;
    if (m_asked.size() > 1)
        m_error /= double(m_asked.size());
    if (m_targets.shownPerDay)
        m_busyMean = largestMeanFor(*m_targets.shownPerDay);
    if (!m_targets.answered || !m_ofSlice.answered)
        return;
    const double wanted = m_targets.answered->share - objectiveRounding;
    m_answeredMet = *measure(TargetKind::Answered, {}) >= wanted;
    m_answeredSure = m_answeredMet
            && lowerLimit(m_ofSlice.answered->yes, m_ofSlice.answered->no,
                          m_effects.of[TargetKind::Answered], m_error)
                    >= wanted;
}

TargetParts TargetJudge::parts(TargetKind kind, const OperatingCounts &ends) const
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return {ends.fp, ends.tp};
    case TargetKind::Missed:
        return {ends.fn + ends.latePositive, ends.tp};
    case TargetKind::Answered:
        return m_ofSlice.answered ? TargetParts{m_ofSlice.answered->yes, m_ofSlice.answered->no}
                                  : TargetParts();
    case TargetKind::Gone:
        return m_ofSlice.gone.value_or(TargetParts());
    case TargetKind::ShownPerDay:
        break;
    }
    // Uses that end without an answer or a user are not shown anything.
    return {ends.tp + ends.fp, ends.fn + ends.tn + ends.late()};
}

std::optional<double> TargetJudge::measure(TargetKind kind, const OperatingCounts &ends) const
{
    // Asked at every score: sums of weights, without the rest of what parts() adds up.
    const double shown = ends.tp.weight + ends.fp.weight;
    switch (kind) {
    case TargetKind::WrongOfShown:
        return shareOf(ends.fp.weight, shown);
    case TargetKind::Missed:
        return shareOf(ends.fn.weight + ends.latePositive.weight,
                       ends.tp.weight + ends.fn.weight + ends.latePositive.weight);
    case TargetKind::Answered:
    case TargetKind::Gone: {
        const TargetParts of = parts(kind, ends);
        return shareOf(of.yes.weight, of.yes.weight + of.no.weight);
    }
    case TargetKind::ShownPerDay:
        break;
    }
    const double uses = shown + ends.fn.weight + ends.tn.weight + ends.latePositive.weight
            + ends.lateNegative.weight;
    const auto share = shareOf(shown, uses);
    return share ? std::optional(*share * m_targets.usesPerDay) : std::nullopt;
}

bool TargetJudge::isMet(TargetKind kind, const OperatingCounts &ends) const
{
    if (kind == TargetKind::Answered)
        return m_answeredMet;
    const auto value = measure(kind, ends);
    if (!value)
        return false;
    switch (kind) {
    case TargetKind::WrongOfShown:
        return *value <= *m_targets.wrongOfShown + objectiveRounding;
    case TargetKind::Missed:
        return *value <= *m_targets.missed + objectiveRounding;
    case TargetKind::Gone:
        return *value <= *m_targets.gone + objectiveRounding;
    default:
        return *value <= *m_targets.shownPerDay * (1.0 + objectiveRounding);
    }
}

bool TargetJudge::isSure(TargetKind kind, const OperatingCounts &ends, double error) const
{
    if (kind == TargetKind::Answered)
        return m_answeredSure;
    if (kind == TargetKind::Gone && !enoughUsersForGone(m_effects.of[kind]))
        return false;
    const auto [yes, no] = parts(kind, ends);
    double worst = upperLimit(yes, no, m_effects.of[kind], error);
    if (const auto restated = kind == TargetKind::WrongOfShown
                ? wrongOfShownRestated(ends, 1.0 - 2.0 * error)
                : std::nullopt)
        worst = restated->high;
    switch (kind) {
    case TargetKind::WrongOfShown:
        return worst <= *m_targets.wrongOfShown + objectiveRounding
                && (m_restated
                    || keepsByWeight(ends, *m_targets.wrongOfShown, m_effects.of[kind], error));
    case TargetKind::Missed:
        return worst <= *m_targets.missed + objectiveRounding;
    case TargetKind::Gone:
        return worst <= *m_targets.gone + objectiveRounding;
    default:
        return worst * m_targets.usesPerDay <= m_busyMean * (1.0 + objectiveRounding);
    }
}

/// As Shares has it. Absent where nothing is stated, or there is no rate.
std::optional<Interval> TargetJudge::wrongOfShownRestated(const OperatingCounts &ends,
                                                          double inside) const
{
    if (!m_restated)
        return std::nullopt;
    const auto good =
            proportion(ends.tp, ends.fn + ends.latePositive, m_effects.of[TargetKind::Missed]);
    const auto bad = proportion(ends.fp, ends.tn + ends.lateNegative, m_effects.wrongOfBad);
    const double uses = ends.uses().weight;
    if (!good || !bad || !(uses > 0.0))
        return std::nullopt;
    const Interval right = precisionAtBaseRate(*good, *bad, ends.positives().weight / uses, inside);
    return Interval{1.0 - right.high, 1.0 - right.low};
}

TargetSet TargetJudge::met(const OperatingCounts &ends) const
{
    TargetSet met;
    for (const TargetKind kind : allTargets) {
        if (m_asked.contains(kind) && isMet(kind, ends))
            met = met.with(kind);
    }
    return met;
}

double TargetJudge::casesIn(const Tally &good, const Tally &bad) const
{
    const auto &effect = m_effects.of[TargetKind::WrongOfShown];
    return (kishEffectiveN(good) + kishEffectiveN(bad))
            / (effect ? std::max(1.0, effect->designEffect) : 1.0);
}

std::optional<PromiseWalk> TargetJudge::walk(const OperatingCounts &ends) const
{
    if (!m_targets.wrongOfShown)
        return std::nullopt;
    const Promise promise =
            promiseFor(PromiseRule::LowerLimit, ends.positives(), ends.negatives(), false);
    return PromiseWalk(promise.precisionInCases(1.0 - *m_targets.wrongOfShown),
                       casesIn(ends.positives(), ends.negatives()), m_error);
}

bool TargetJudge::step(std::optional<PromiseWalk> &walk, const OperatingCounts &ends) const
{
    if (!walk)
        return true;
    const Tally shown = ends.tp + ends.fp;
    return walk->step(shown.weight > 0.0 ? casesIn(ends.tp, ends.fp) : 0.0, [&](Look look) {
        return shown.weight > 0.0 && isMet(TargetKind::WrongOfShown, ends)
                && isSure(TargetKind::WrongOfShown, ends, walk->errorOf(look));
    });
}

TargetSet TargetJudge::broken(const OperatingCounts &ends) const
{
    TargetSet broken;
    for (const TargetKind kind : allTargets) {
        if (m_asked.contains(kind) && measure(kind, ends) && !isMet(kind, ends))
            broken = broken.with(kind);
    }
    return broken;
}

bool TargetJudge::allSure(const OperatingCounts &ends, bool wrongIsSure) const
{
    return std::ranges::all_of(allTargets, [&](TargetKind kind) {
        if (!m_asked.contains(kind))
            return true;
        return kind == TargetKind::WrongOfShown ? wrongIsSure
                                                : isMet(kind, ends) && isSure(kind, ends, m_error);
    });
}

TargetReadings TargetJudge::readings(const OperatingCounts &ends, bool wrongIsSure) const
{
    TargetReadings readings;
    for (const TargetKind kind : allTargets) {
        const auto [yes, no] = parts(kind, ends);
        readings[kind].share = proportion(yes, no, m_effects.of[kind]);
        const auto restated =
                kind == TargetKind::WrongOfShown ? wrongOfShownRestated(ends, 0.95) : std::nullopt;
        if (readings[kind].share && restated)
            readings[kind].share->interval = *restated;
        readings[kind].met = m_asked.contains(kind) && isMet(kind, ends);
        readings[kind].sure = readings[kind].met
                && (kind == TargetKind::WrongOfShown ? wrongIsSure : isSure(kind, ends, m_error));
    }
    return readings;
}

} // namespace oneinn
