// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/reachtargets.h"

#include "core/assessment.h"
#include "core/policies/candidates.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <tuple>
#include <utility>

namespace oneinn {

namespace {

/// Looks at one way after the other.
class RouteSearch {
public:
    RouteSearch(const ScenarioRows::Ptr &rows, const ReachQuestion &question, const JobControl &job)
        : m_own(rows)
        , m_predictions(rows->source())
        , m_job(job)
    {
        m_answer.question = question;
        m_answer.hasLatency = m_predictions->hasLatency();
        const auto &column = m_predictions->model();
        m_answer.modelsMixed = column && column->values.size() > 1 && !question.selection.model;
        m_models = comparableModels(*m_predictions, question);
        if (m_models.size() > mostCandidateModels) {
            m_models.resize(mostCandidateModels);
            m_answer.moreModels = true;
        }
    }

    Result<ReachAnswer> search()
    {
        lookAtAll();
        if (m_stopped || m_job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        std::stable_sort(m_answer.routes.begin(), m_answer.routes.end(),
                         [](const Route &a, const Route &b) { return rankOf(a) > rankOf(b); });
        return std::move(m_answer);
    }

private:
    const ReachQuestion &question() const { return m_answer.question; }

    /// Better ways are higher: reachable or not, all but one or not, then the value.
    static std::tuple<bool, bool, double> rankOf(const Route &route)
    {
        const Reach &reach = route.reach;
        if (reach.chosen)
            return {true, true, reach.chosen->valuePerUse};
        if (reach.binding)
            return {false, true, reach.without[*reach.binding]->valuePerUse};
        return {false, false, 0.0};
    }

    void lookAtAll()
    {
        if (m_models.empty())
            return lookAtItsOwn(question());
        double done = 0.0;
        for (const std::string &model : m_models) {
            ReachQuestion asked = question();
            asked.selection.model = model;
            if (model == m_models.front()) {
                lookAtItsOwn(std::move(asked));
            } else {
                asked.combination.reset();
                lookAtModel(std::move(asked), nullptr);
            }
            m_job.report(++done / static_cast<double>(m_models.size() + 1));
        }
        replaceLateOnes();
    }

    /// What several calls as one can reach, its first model might reach alone.
    void lookAtItsOwn(ReachQuestion asked)
    {
        lookAtModel(asked, m_own);
        if (!asked.combination)
            return;
        asked.combination.reset();
        lookAtModel(std::move(asked), nullptr);
    }

    void lookAtModel(ReachQuestion asked, ScenarioRows::Ptr rows)
    {
        const bool byItself = asked.latePolicy == LatePolicy::FallBack && asked.fallback
                && asked.selection.model == asked.fallback->model && !rows;
        if (byItself)
            asked.latePolicy = LatePolicy::ShowNothing;
        rows = look(RouteKind::AsItIs, asked, rows);
        if (!m_answer.hasLatency || asked.latePolicy == LatePolicy::Wait || !rows)
            return;
        const ReachQuestion asItIs = asked;
        if (asked.targets.answered && helpsToWaitSoLong(asked)
            && (!asked.budget || isAnyLate(*rows, asked))) {
            asked.budget = asked.targets.answered->wait;
            rows = look(RouteKind::AtTheWait, asked, rows);
        }
        // Where nothing is late, it makes no difference whether it is waited for.
        if (!asked.budget || !rows || !isAnyLate(*rows, asked))
            return;
        asked = asItIs;
        asked.latePolicy = LatePolicy::Wait;
        look(RouteKind::WaitedFor, asked, rows);
    }

    static bool isAnyLate(const ScenarioRows &rows, const ReachQuestion &asked)
    {
        const auto counts = rows.at(asked)->counts(Threshold::alertOnNothing());
        return counts.late().rows > 0.0;
    }

    /// Another budget answers more only where a late answer is replaced, or is cut off too early.
    static bool helpsToWaitSoLong(const ReachQuestion &asked)
    {
        const Milliseconds wait = asked.targets.answered->wait;
        if (asked.budget == wait)
            return false;
        return asked.latePolicy == LatePolicy::FallBack
                || (asked.budget && asked.budget->value < wait.value);
    }

    /// The rows that were looked at, to be lent to the next; null when stopped.
    ScenarioRows::Ptr look(RouteKind kind, const ReachQuestion &asked,
                           const ScenarioRows::Ptr &lent)
    {
        if (m_stopped)
            return nullptr;
        auto rows = lent && lent->fit(asked)
                ? lent
                : ScenarioRows::prepare(m_predictions, asked, quiet(), lent);
        if (!rows) {
            m_stopped = true;
            return nullptr;
        }
        ScenarioRows::Ptr prepared = std::move(rows).value();
        const auto slice = prepared->at(asked);
        auto reach = reachAt(*slice, asked, quiet());
        if (!reach) {
            m_stopped = true;
            return nullptr;
        }
        Route route{kind,
                    {Threshold::alertOnNothing(), asked.budget, asked.latePolicy, asked.fallback,
                     asked.selection.model, asked.combination},
                    std::move(reach).value()};
        if (route.reach.chosen)
            route.choice.threshold = route.reach.chosen->threshold;
        const bool alone = isUncut(route) || !isAnyLate(*prepared, asked);
        if (alone && route.reach.ofSlice.answered)
            rememberAlone(route, outlook(*slice, OutlookQuestion{asked})->mostValuable.threshold);
        m_answer.routes.push_back(std::move(route));
        return prepared;
    }

    /// Models that are too slow alone, with the one that is most often in time behind them.
    void replaceLateOnes()
    {
        const bool possible = question().targets.answered && m_answer.hasLatency
                && question().latePolicy != LatePolicy::FallBack && m_predictions->exampleId()
                && m_quickest;
        if (!possible || m_stopped)
            return;
        const std::vector<Route> before = m_answer.routes;
        for (const Route &route : before) {
            if (!isUncut(route) || !route.reach.conflict.contains(TargetKind::Answered)
                || !(inTime(route.reach) < m_quickestInTime))
                continue;
            ReachQuestion asked = question();
            asked.selection.model = route.choice.model;
            asked.combination = route.choice.combination;
            asked.budget = question().targets.answered->wait;
            asked.latePolicy = LatePolicy::FallBack;
            asked.fallback = m_quickest;
            look(RouteKind::Replaced, asked,
                 route.choice.model == m_models.front() ? m_own : nullptr);
        }
    }

    void rememberAlone(const Route &route, Threshold mostValuable)
    {
        if (!route.choice.model || route.choice.combination
            || (m_quickest && !(inTime(route.reach) > m_quickestInTime)))
            return;
        m_quickestInTime = inTime(route.reach);
        m_quickest = FallbackModel{*route.choice.model, mostValuable, Fallback::Start::WithMain};
    }

    static double inTime(const Reach &reach) { return reach.ofSlice.answered->share().value; }
    JobControl quiet() const { return m_job.quiet(); }

    static bool isUncut(const Route &route)
    {
        return route.choice.latePolicy == LatePolicy::Wait || !route.choice.budget;
    }

    const ScenarioRows::Ptr m_own;
    const PredictionsPtr m_predictions;
    const JobControl &m_job;
    std::vector<std::string> m_models; ///< empty where the file names none, or they are mixed
    /// The model most often in time when waited for, at its own most valuable threshold.
    std::optional<FallbackModel> m_quickest;
    double m_quickestInTime = 0.0;
    bool m_stopped = false;
    ReachAnswer m_answer;
};

} // namespace

const Reach *reachAsItIs(const ReachAnswer &answer, const Selection &selection)
{
    if (answer.question.selection != selection)
        return nullptr;
    const auto found =
            std::find_if(answer.routes.begin(), answer.routes.end(), [&](const Route &route) {
                return route.kind == RouteKind::AsItIs && route.choice.model == selection.model
                        && route.choice.combination == answer.question.combination;
            });
    return found == answer.routes.end() ? nullptr : &found->reach;
}

std::optional<BindingTarget> bindingTarget(const ReachAnswer &answer)
{
    constexpr double rounding = 1e-9;
    std::optional<BindingTarget> found;
    std::optional<double> best;
    if (answer.reachable())
        best = answer.routes.front().reach.chosen->valuePerUse;
    for (const TargetKind kind : allTargets) {
        for (std::size_t i = 0; i < answer.routes.size(); ++i) {
            const auto &without = answer.routes[i].reach.without[kind];
            if (!without)
                continue;
            const double value = without->valuePerUse;
            const double slack = best ? rounding * std::max(std::abs(value), std::abs(*best)) : 0.0;
            if (best && !(value > *best + slack))
                continue;
            best = value;
            found = BindingTarget{kind, i, *without};
        }
    }
    return found;
}

Result<ReachAnswer> reachTargets(const ScenarioRows::Ptr &rows, const ReachQuestion &question,
                                 const JobControl &job)
{
    assert(rows->fit(question) && question.targets.any());
    return RouteSearch(rows, question, job).search();
}

} // namespace oneinn
