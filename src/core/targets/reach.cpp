// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reach.h"

#include "core/assessment.h"
#include "core/decision/objectives.h"
#include "core/targets/decisionsteps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

constexpr double nothingYet = -std::numeric_limits<double>::infinity();
constexpr unsigned stepsBetweenLooks = 1U << 14U; ///< whether the work is to stop

bool higherIsBetter(TargetKind kind)
{
    return kind == TargetKind::Answered;
}

/// Looks for settings of one slice.
class ReachSearch {
public:
    ReachSearch(const UseSlice &slice, const ReachQuestion &question, const TargetEffects &effects)
        : m_slice(slice)
        , m_question(question)
        , m_factors(restatement(slice, question.baseRate))
        , m_gain(question.values)
        , m_ofSlice(sliceReadings(slice, m_factors, question.targets))
        , m_judge(question.targets, m_ofSlice, effects, question.baseRate.has_value())
    {
        m_most.fill(nothingYet);
        m_result.asked = m_judge.asked();
        m_result.ofSlice = m_ofSlice;
        const OperatingCounts silent = slice.ends(Threshold::alertOnNothing()).rebased(m_factors);
        m_slack = m_gain.slack(silent.positives().weight, silent.negatives().weight);
    }

    Result<Reach> search(const JobControl &job)
    {
        const auto weighEach = [this](const ThresholdInterval &interval,
                                      const OperatingCounts &ends,
                                      bool wrongIsSure) { weigh(interval, ends, wrongIsSure); };
        if (!forEachDecision(job, weighEach))
            return Problem{.kind = ProblemKind::Cancelled};
        spreadToSubsets();
        const auto pickEach = [this](const ThresholdInterval &interval, const OperatingCounts &ends,
                                     bool wrongIsSure) { pick(interval, ends, wrongIsSure); };
        if (!forEachDecision(job, pickEach))
            return Problem{.kind = ProblemKind::Cancelled};
        for (const TargetKind kind : allTargets) {
            if (m_result.asked.contains(kind))
                m_result.without[kind] = m_picked[m_result.asked.without(kind).place()];
        }
        m_result.chosen = m_picked[m_result.asked.place()];
        m_result.unlimited = m_picked[TargetSet().place()];
        m_result.binding = binding();
        m_result.conflict = smallestConflict();
        return std::move(m_result);
    }

private:
    struct Point {
        const ThresholdInterval &interval;
        const OperatingCounts &ends;
        bool wrongIsSure;
    };

    /// visit(interval, ends, wrongIsSure); false if it was stopped.
    template<typename Visit> bool forEachDecision(const JobControl &job, const Visit &visit) const
    {
        DecisionSteps steps(m_slice);
        auto walk = m_judge.walk(steps.ends().rebased(m_factors));
        unsigned sinceLook = 0;
        do {
            if (++sinceLook == stepsBetweenLooks) {
                sinceLook = 0;
                if (job.stopRequested())
                    return false;
            }
            const OperatingCounts ends = steps.ends().rebased(m_factors);
            visit(steps.interval(), ends, m_judge.step(walk, ends));
        } while (steps.next());
        return true;
    }

    double gainOf(const OperatingCounts &ends) const
    {
        return m_gain(ends.tp.weight, ends.fp.weight);
    }

    /// First pass: how much there is to gain, and how far each target can go.
    void weigh(const ThresholdInterval &interval, const OperatingCounts &ends, bool wrongIsSure)
    {
        const TargetSet met = m_judge.met(ends);
        const double gain = gainOf(ends);
        m_most[met.place()] = std::max(m_most[met.place()], gain);
        if (met == m_result.asked && gain > m_mostSafe && m_judge.allSure(ends, wrongIsSure))
            m_mostSafe = gain;
        for (const TargetKind kind : allTargets) {
            if (!m_result.asked.contains(kind))
                continue;
            const auto value = m_judge.measure(kind, ends);
            if (!value)
                continue;
            auto &alone = m_result.alone[kind];
            auto &besideOthers = m_result.besideOthers[kind];
            if (isFurther(kind, *value, alone))
                alone = furthestAt(kind, *value, interval, ends);
            if (met.containsAll(m_result.asked.without(kind))
                && isFurther(kind, *value, besideOthers))
                besideOthers = furthestAt(kind, *value, interval, ends);
        }
    }

    /// What meets some targets meets each of their subsets.
    void spreadToSubsets()
    {
        for (std::size_t place = 0; place < TargetSet::count; ++place) {
            for (std::size_t more = 0; more < TargetSet::count; ++more) {
                if (TargetSet::at(more).containsAll(TargetSet::at(place)))
                    m_most[place] = std::max(m_most[place], m_most[more]);
            }
        }
    }

    static bool isFurther(TargetKind kind, double value, const std::optional<Furthest> &than)
    {
        if (!than)
            return true;
        const double slack = objectiveRounding * std::abs(value);
        return higherIsBetter(kind) ? value > than->value + slack : value < than->value - slack;
    }

    Furthest furthestAt(TargetKind kind, double value, const ThresholdInterval &interval,
                        const OperatingCounts &ends) const
    {
        const auto [yes, no] = m_judge.parts(kind, ends);
        return {value, {interval.high}, yes, no};
    }

    /// Second pass: the highest threshold that gains the most, for each set of targets.
    void pick(const ThresholdInterval &interval, const OperatingCounts &ends, bool wrongIsSure)
    {
        const Point at{interval, ends, wrongIsSure};
        const TargetSet met = m_judge.met(ends);
        const double gain = gainOf(ends);
        const bool meetsAll = met == m_result.asked;
        if (meetsAll)
            addFeasible(interval);
        if (meetsAll && !m_result.safe && gain >= m_mostSafe - m_slack
            && m_judge.allSure(ends, wrongIsSure))
            m_result.safe = settingAt(at);
        pickFor(TargetSet(), met, gain, at);
        pickFor(m_result.asked, met, gain, at);
        for (const TargetKind kind : allTargets) {
            if (m_result.asked.contains(kind))
                pickFor(m_result.asked.without(kind), met, gain, at);
        }
    }

    void pickFor(TargetSet wanted, TargetSet met, double gain, const Point &at)
    {
        auto &picked = m_picked[wanted.place()];
        if (!picked && met.containsAll(wanted) && gain >= m_most[wanted.place()] - m_slack)
            picked = settingAt(at);
    }

    void addFeasible(const ThresholdInterval &interval)
    {
        auto &all = m_result.feasible;
        if (!all.empty() && all.back().low == interval.high)
            all.back().low = interval.low;
        else
            all.push_back(interval);
    }

    TargetSetting settingAt(const Point &at) const
    {
        const OperatingCounts &ends = at.ends;
        const double uses = ends.uses().weight;
        return {.sameDecisions = at.interval,
                .threshold = {at.interval.high},
                .valuePerUse = uses > 0.0
                        ? m_question.values.of(ends, LatePolicy::Unanswered) / uses
                        : 0.0,
                .readings = m_judge.readings(ends, at.wrongIsSure)};
    }

    std::optional<TargetKind> binding() const
    {
        std::optional<TargetKind> most;
        double best = m_result.chosen ? m_most[m_result.asked.place()] + m_slack : nothingYet;
        for (const TargetKind kind : allTargets) {
            const double gain = m_most[m_result.asked.without(kind).place()];
            if (!m_result.asked.contains(kind) || !(gain > best))
                continue;
            best = gain;
            most = kind;
        }
        return most;
    }

    TargetSet smallestConflict() const
    {
        TargetSet smallest;
        for (std::size_t place = 1; place < TargetSet::count; ++place) {
            const TargetSet some = TargetSet::at(place);
            const bool inConflict = m_result.asked.containsAll(some) && m_most[place] == nothingYet;
            if (inConflict && (smallest.empty() || some.size() < smallest.size()))
                smallest = some;
        }
        return smallest;
    }

    const UseSlice &m_slice;
    const ReachQuestion &m_question;
    ClassFactors m_factors;
    ValueGain m_gain;
    SliceReadings m_ofSlice;
    TargetJudge m_judge;
    double m_slack = 0.0;
    std::array<double, TargetSet::count> m_most{}; ///< gain, by the targets that have to be met
    double m_mostSafe = nothingYet;
    std::array<std::optional<TargetSetting>, TargetSet::count> m_picked;
    Reach m_result;
};

} // namespace

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

/// Readings by the users and days of the setting itself.
void readAgain(std::optional<TargetSetting> &setting, const UseSlice &slice,
               const ReachQuestion &question, const SliceReadings &ofSlice, const JobControl &job)
{
    if (!setting)
        return;
    const TargetJudge judge(question.targets, ofSlice,
                            effectsAt(slice, question, setting->threshold, job),
                            question.baseRate.has_value());
    setting->readings = judge.readings(
            slice.ends(setting->threshold).rebased(restatement(slice, question.baseRate)),
            setting->readings[TargetKind::WrongOfShown].sure);
}

/// What is surely met depends on how users and days differ where it is met: searched anew, with the
/// largest effects so far, until they are no larger at what is found. Readings are of all effects.
Result<Reach> clusteredSearch(const UseSlice &slice, const ReachQuestion &question, Reach reach,
                              const JobControl &job)
{
    TargetEffects effects;
    constexpr int mostRounds = 6;
    for (int round = 0; round < mostRounds; ++round) {
        const auto &at = reach.safe ? reach.safe : reach.chosen ? reach.chosen : reach.unlimited;
        if (!at || !worsen(effects, effectsAt(slice, question, at->threshold, job)))
            break;
        auto again = ReachSearch(slice, question, effects).search(job);
        if (!again)
            return again;
        reach = std::move(again).value();
    }
    return reach;
}

Result<Reach> clusteredReach(const UseSlice &slice, const ReachQuestion &question, Reach found,
                             const JobControl &job)
{
    auto searched = clusteredSearch(slice, question, std::move(found), job);
    if (!searched)
        return searched;
    Reach reach = std::move(searched).value();
    for (auto *setting : {&reach.chosen, &reach.safe, &reach.unlimited})
        readAgain(*setting, slice, question, reach.ofSlice, job);
    for (const TargetKind kind : allTargets)
        readAgain(reach.without[kind], slice, question, reach.ofSlice, job);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return reach;
}

} // namespace

const TargetSetting *recommendedSetting(const Reach &within, PromiseRule promise)
{
    const auto &setting = promise == PromiseRule::LowerLimit ? within.safe : within.chosen;
    return setting ? &*setting : nullptr;
}

std::optional<TargetSetting> plainlyKept(const UseSlice &slice, const ReachQuestion &question)
{
    return ReachSearch(slice, question, {}).search({}).value().chosen;
}

Result<std::optional<TargetSetting>> surelyKept(const UseSlice &slice,
                                                const ReachQuestion &question,
                                                const JobControl &job)
{
    auto reach = ReachSearch(slice, question, {}).search(job);
    if (reach && mayBeClustered(slice.rows()))
        reach = clusteredSearch(slice, question, std::move(reach).value(), job);
    if (!reach)
        return reach.problem();
    return std::move(reach).value().safe;
}

Result<Reach> reachAt(const UseSlice &slice, const ReachQuestion &question, const JobControl &job)
{
    auto reach = ReachSearch(slice, question, {}).search(job);
    if (!reach || !mayBeClustered(slice.rows()))
        return reach;
    return clusteredReach(slice, question, std::move(reach).value(), job);
}

} // namespace oneinn
