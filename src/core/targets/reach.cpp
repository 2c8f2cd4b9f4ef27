// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reach.h"

#include "core/assessment.h"
#include "core/targets/reachsearch.h"

#include <algorithm>
#include <map>
#include <utility>

namespace oneinn {

namespace {

/// The answered of whom a target speaks are those in time.
TargetEffects effectsAt(const UseSlice &slice, const ReachQuestion &question, Threshold threshold,
                        const JobControl &job)
{
    TargetEffects effects;
    const auto clusters = clusterMoments(slice, {question, threshold, question.baseRate}, job);
    if (!clusters)
        return effects;
    const auto of = [&](Share share) {
        return clusters->effectOf(kindOf(share).yes, denominatorOf(kindOf(share)));
    };
    effects.of[TargetKind::WrongOfShown] = of(Share::WrongOfShown);
    effects.of[TargetKind::Missed] = of(Share::Missed);
    effects.of[TargetKind::Answered] = of(Share::InTime);
    effects.of[TargetKind::Gone] = of(Share::Left);
    effects.of[TargetKind::ShownPerDay] = of(Share::Shown);
    effects.wrongOfBad = of(Share::WrongOfBad);
    return effects;
}

/// The worse of both, for each target; true if that is worse than `sofar` was.
bool worsen(std::optional<ClusterEffect> &sofar, const std::optional<ClusterEffect> &by)
{
    if (!by)
        return false;
    const auto before = sofar;
    if (!sofar)
        sofar = by;
    sofar->designEffect = std::max(sofar->designEffect, by->designEffect);
    sofar->effectiveClusters = std::min(sofar->effectiveClusters, by->effectiveClusters);
    return !(sofar == before);
}

bool worsen(TargetEffects &sofar, const TargetEffects &by)
{
    bool worse = worsen(sofar.wrongOfBad, by.wrongOfBad);
    for (const TargetKind kind : allTargets)
        worse = worsen(sofar.of[kind], by.of[kind]) || worse;
    return worse;
}

/// effectsAt(), asked once for each threshold.
class EffectsOnce {
public:
    EffectsOnce(const UseSlice &slice, const ReachQuestion &question, const JobControl &job)
        : m_slice(slice)
        , m_question(question)
        , m_job(job)
    {
    }

    const TargetEffects &at(Threshold threshold)
    {
        const auto [place, isNew] = m_known.try_emplace(threshold.value);
        if (isNew)
            place->second = effectsAt(m_slice, m_question, threshold, m_job);
        return place->second;
    }

private:
    const UseSlice &m_slice;
    const ReachQuestion &m_question;
    const JobControl &m_job;
    std::map<double, TargetEffects> m_known;
};

std::vector<TargetSetting *> settingsOf(Reach &reach)
{
    std::vector<TargetSetting *> settings;
    const auto add = [&](std::optional<TargetSetting> &setting) {
        if (setting)
            settings.push_back(&*setting);
    };
    add(reach.chosen);
    add(reach.unlimited);
    for (const TargetKind kind : allTargets)
        add(reach.without[kind]);
    return settings;
}

/// Readings by the users and days of the setting itself.
void readAgain(TargetSetting &setting, const UseSlice &slice, const ReachQuestion &question,
               const SliceReadings &ofSlice, EffectsOnce &effects)
{
    const TargetJudge judge(question.targets, ofSlice, effects.at(setting.threshold),
                            question.baseRate.has_value());
    setting.readings = judge.readings(
            slice.ends(setting.threshold).rebased(restatement(slice, question.baseRate)),
            setting.readings[TargetKind::WrongOfShown].sure);
}

/// What is surely met depends on how users and days differ where it is met: searched anew, with the
/// largest effects so far, until they are no larger at what is found. Problem: Cancelled.
std::optional<Problem> searchByClusters(Reach &reach, const UseSlice &slice,
                                        const ReachQuestion &question, EffectsOnce &effectsAt,
                                        const JobControl &job)
{
    TargetEffects effects;
    constexpr int mostRounds = 6;
    for (int round = 0; round < mostRounds; ++round) {
        const auto &at = reach.safe ? reach.safe : reach.chosen ? reach.chosen : reach.unlimited;
        if (!at || !worsen(effects, effectsAt.at(at->threshold)))
            break;
        auto again = ReachSearch(slice, question, effects).safe(settingsOf(reach), job);
        if (!again)
            return again.problem();
        reach.safe = std::move(again).value();
    }
    return std::nullopt;
}

} // namespace

const TargetSetting *recommendedSetting(const Reach &within, PromiseRule promise)
{
    const auto &setting = promise == PromiseRule::LowerLimit ? within.safe : within.chosen;
    return setting ? &*setting : nullptr;
}

std::optional<TargetSetting> plainlyKept(const UseSlice &slice, const ReachQuestion &question)
{
    return ReachSearch(slice, question).chosen({}).value();
}

bool keepsTargets(const UseSlice &slice, const ReachQuestion &question, Threshold threshold)
{
    const ClassFactors factors = restatement(slice, question.baseRate);
    const TargetJudge judge(question.targets, sliceReadings(slice, factors, question.targets), {},
                            question.baseRate.has_value());
    return judge.met(slice.ends(threshold).rebased(factors)) == judge.asked();
}

Result<std::optional<TargetSetting>> surelyKept(const UseSlice &slice,
                                                const ReachQuestion &question,
                                                const JobControl &job)
{
    auto found = ReachSearch(slice, question).all(job);
    if (!found)
        return found.problem();
    Reach reach = std::move(found).value();
    EffectsOnce effects(slice, question, job);
    if (mayBeClustered(slice.rows())) {
        if (auto problem = searchByClusters(reach, slice, question, effects, job))
            return *problem;
    }
    return std::move(reach.safe);
}

Result<Reach> reachAt(const UseSlice &slice, const ReachQuestion &question, const JobControl &job)
{
    auto found = ReachSearch(slice, question).all(job);
    if (!found || !mayBeClustered(slice.rows()))
        return found;
    Reach reach = std::move(found).value();
    EffectsOnce effects(slice, question, job);
    if (auto problem = searchByClusters(reach, slice, question, effects, job))
        return *problem;
    for (TargetSetting *setting : settingsOf(reach))
        readAgain(*setting, slice, question, reach.ofSlice, effects);
    if (reach.safe)
        readAgain(*reach.safe, slice, question, reach.ofSlice, effects);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return reach;
}

} // namespace oneinn
