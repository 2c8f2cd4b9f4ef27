// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reachsearch.h"

#include "core/assessment.h"
#include "core/targets/decisionsteps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr double nothingYet = -std::numeric_limits<double>::infinity();
constexpr unsigned stepsBetweenLooks = 1U << 14U; ///< whether the work is to stop

bool higherIsBetter(TargetKind kind)
{
    return kind == TargetKind::Answered;
}

bool isFurther(TargetKind kind, double value, const std::optional<Furthest> &than)
{
    if (!than)
        return true;
    const double slack = objectiveRounding * std::abs(value);
    return higherIsBetter(kind) ? value > than->value + slack : value < than->value - slack;
}

double slackOf(const UseSlice &slice, const ClassFactors &factors, const ValueGain &gain)
{
    const OperatingCounts silent = slice.ends(Threshold::alertOnNothing()).rebased(factors);
    return gain.slack(silent.positives().weight, silent.negatives().weight);
}

} // namespace

ReachSearch::ReachSearch(const UseSlice &slice, const ReachQuestion &question,
                         const TargetEffects &effects)
    : m_slice(slice)
    , m_question(question)
    , m_factors(restatement(slice, question.baseRate))
    , m_gain(question.values)
    , m_ofSlice(sliceReadings(slice, m_factors, question.targets))
    , m_judge(question.targets, m_ofSlice, effects, question.baseRate.has_value())
    , m_slack(slackOf(slice, m_factors, m_gain))
    , m_safest(m_slack)
{
    m_most.fill(nothingYet);
    m_result.asked = m_judge.asked();
    m_result.ofSlice = m_ofSlice;
}

Result<Reach> ReachSearch::all(const JobControl &job)
{
    const TargetSet asked = m_result.asked;
    m_best.emplace_back(asked, Best(m_slack));
    m_best.emplace_back(TargetSet(), Best(m_slack));
    for (const TargetKind kind : allTargets) {
        if (asked.contains(kind))
            m_best.emplace_back(asked.without(kind), Best(m_slack));
    }
    if (!forEachSure(job, [this](const Point &at) { visit(at); }))
        return Problem{.kind = ProblemKind::Cancelled};
    spreadToSubsets();
    for (const TargetKind kind : allTargets) {
        if (asked.contains(kind))
            m_result.without[kind] = pickedFor(asked.without(kind));
    }
    m_result.chosen = pickedFor(asked);
    m_result.unlimited = pickedFor(TargetSet());
    m_result.safe = settingOf(m_safest);
    m_result.binding = binding();
    m_result.conflict = smallestConflict();
    return std::move(m_result);
}

Result<std::optional<TargetSetting>> ReachSearch::chosen(const JobControl &job)
{
    Best best(m_slack);
    const bool wasAll = forEachDecision(job, [&](const Point &at) {
        const double gain = gainOf(at.ends);
        if (best.isMore(gain) && m_judge.met(at.ends) == m_result.asked)
            best.offer(gain, at);
    });
    if (!wasAll)
        return Problem{.kind = ProblemKind::Cancelled};
    return settingOf(best);
}

Result<std::optional<TargetSetting>> ReachSearch::safe(std::span<TargetSetting *const> found,
                                                       const JobControl &job)
{
    const bool wasAll = forEachSure(job, [&](const Point &at) {
        for (TargetSetting *setting : found) {
            if (setting->threshold.value == at.interval.high)
                setting->readings[TargetKind::WrongOfShown].sure = at.wrongIsSure;
        }
        const double gain = gainOf(at.ends);
        if (m_safest.isMore(gain) && m_judge.met(at.ends) == m_result.asked)
            offerIfSafe(gain, at);
    });
    if (!wasAll)
        return Problem{.kind = ProblemKind::Cancelled};
    return settingOf(m_safest);
}

/// visit(point); false if it was stopped.
template<typename Visit>
bool ReachSearch::forEachDecision(const JobControl &job, const Visit &visit) const
{
    DecisionSteps steps(m_slice);
    unsigned sinceLook = 0;
    do {
        if (++sinceLook == stepsBetweenLooks) {
            sinceLook = 0;
            if (job.stopRequested())
                return false;
        }
        visit(Point{steps.interval(), steps.ends().rebased(m_factors)});
    } while (steps.next());
    return true;
}

/// The same with what surely keeps the limit on wrong ones, which depends on all looks before.
template<typename Visit>
bool ReachSearch::forEachSure(const JobControl &job, const Visit &visit) const
{
    auto walk = m_judge.walk(m_slice.ends(Threshold::alertOnNothing()).rebased(m_factors));
    return forEachDecision(job, [&](Point at) {
        at.wrongIsSure = m_judge.step(walk, at.ends);
        visit(at);
    });
}

double ReachSearch::gainOf(const OperatingCounts &ends) const
{
    return m_gain(ends.tp.weight, ends.fp.weight);
}

void ReachSearch::visit(const Point &at)
{
    const TargetSet met = m_judge.met(at.ends);
    const double gain = gainOf(at.ends);
    m_most[met.place()] = std::max(m_most[met.place()], gain);
    for (auto &[wanted, best] : m_best) {
        if (best.isMore(gain) && met.containsAll(wanted))
            best.offer(gain, at);
    }
    if (met == m_result.asked) {
        addFeasible(at.interval);
        if (m_safest.isMore(gain))
            offerIfSafe(gain, at);
    }
    measureFurthest(met, at);
}

void ReachSearch::measureFurthest(TargetSet met, const Point &at)
{
    for (const TargetKind kind : allTargets) {
        if (!m_result.asked.contains(kind))
            continue;
        const auto value = m_judge.measure(kind, at.ends);
        if (!value)
            continue;
        auto &alone = m_result.alone[kind];
        auto &besideOthers = m_result.besideOthers[kind];
        if (isFurther(kind, *value, alone))
            alone = furthestAt(kind, *value, at);
        if (met.containsAll(m_result.asked.without(kind)) && isFurther(kind, *value, besideOthers))
            besideOthers = furthestAt(kind, *value, at);
    }
}

Furthest ReachSearch::furthestAt(TargetKind kind, double value, const Point &at) const
{
    const auto [yes, no] = m_judge.parts(kind, at.ends);
    return {value, {at.interval.high}, yes, no};
}

void ReachSearch::offerIfSafe(double gain, const Point &at)
{
    if (m_judge.allSure(at.ends, at.wrongIsSure))
        m_safest.offer(gain, at);
}

void ReachSearch::addFeasible(const ThresholdInterval &interval)
{
    auto &all = m_result.feasible;
    if (!all.empty() && all.back().low == interval.high)
        all.back().low = interval.low;
    else
        all.push_back(interval);
}

std::optional<TargetSetting> ReachSearch::settingOf(const Best &best) const
{
    const Point *at = best.first();
    if (!at)
        return std::nullopt;
    const double uses = at->ends.uses().weight;
    return TargetSetting{.sameDecisions = at->interval,
                         .threshold = {at->interval.high},
                         .valuePerUse = uses > 0.0
                                 ? m_question.values.of(at->ends, LatePolicy::Unanswered) / uses
                                 : 0.0,
                         .readings = m_judge.readings(at->ends, at->wrongIsSure)};
}

std::optional<TargetSetting> ReachSearch::pickedFor(TargetSet wanted) const
{
    const auto found = std::ranges::find(m_best, wanted, &std::pair<TargetSet, Best>::first);
    return settingOf(found->second);
}

/// What meets some targets meets each of their subsets.
void ReachSearch::spreadToSubsets()
{
    for (std::size_t place = 0; place < TargetSet::count; ++place) {
        for (std::size_t more = 0; more < TargetSet::count; ++more) {
            if (TargetSet::at(more).containsAll(TargetSet::at(place)))
                m_most[place] = std::max(m_most[place], m_most[more]);
        }
    }
}

std::optional<TargetKind> ReachSearch::binding() const
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

TargetSet ReachSearch::smallestConflict() const
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

} // namespace oneinn
