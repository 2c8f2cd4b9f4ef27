// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/candidates.h"

#include "core/infinity.h"
#include "core/latency/percentile.h"
#include "core/policies/combinedpolicy.h"
#include "core/policies/ownbudgets.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/policysearch.h"
#include "core/policies/policysummary.h"
#include "core/policies/scenariopolicy.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <variant>

namespace oneinn {

namespace {

constexpr double hedgeAfterPercentile = 0.95;

/// Restated at a base rate, as an assessment is.
PairedRows restated(PairedRows rows, const std::optional<double> &baseRate)
{
    const double positives = (rows.label > 0).select(rows.weight, 0.0).sum();
    const double negatives = (rows.label > 0).select(0.0, rows.weight).sum();
    if (!baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return rows;
    return rows.rebased(classFactors(positives, negatives, *baseRate));
}

/// A threshold that can stand on a dial: above every score, where it is to show nothing.
void settle(const PairedRows &rows, ModelPoint &point)
{
    if (point.threshold.value == infinity)
        point.threshold = {scoresBeyond(rows, point.model).high};
}

/// Builds the list, kind by kind.
class Builder {
public:
    Builder(PairedRows rows, const PoliciesQuestion &question, const JobControl &job)
        : m_scenario(question)
        , m_job(job)
        , m_terms{question.values, question.patience}
    {
        m_result.rows = std::move(rows);
        m_searched.emplace(m_result.rows);
        for (Eigen::Index model = 0; model < models(); ++model) {
            if (m_job.stopRequested())
                return;
            const SingleModel waiting{.point = {model, {}}, .late = LatePolicy::Wait};
            const auto best = mostValuablePoint(*m_searched, waiting, m_terms);
            m_alone.push_back({{model, best.threshold}, best.best});
            addLatency(model);
            m_job.report(shareOfAlone * static_cast<double>(model + 1)
                         / static_cast<double>(models()));
        }
        chooseTogether();
    }

    void leaveOut(LeftOut reason) { m_result.leftOut.push_back(reason); }

    /// Absent when stopped: each candidate takes a pass over the rows, or several.
    std::optional<Candidates> build()
    {
        if (m_job.stopRequested())
            return std::nullopt;
        addNow();
        addDefault();
        for (Eigen::Index model = 0; model < models(); ++model)
            addAlone(model);
        for (Eigen::Index model = 0; model < models(); ++model) {
            addAtPrecision(model);
            m_job.report(shareOfAlone
                         + (1.0 - shareOfAlone) * static_cast<double>(model + 1)
                                 / static_cast<double>(models()));
        }
        if (!m_result.rows.hasLatency())
            leaveOut(LeftOut::NoLatency);
        else if (!m_scenario.budget)
            leaveOut(LeftOut::NoBudget);
        if (models() > 1) {
            addCascade("cascade", false);
            // Without waits the two are one and the same.
            if (m_result.rows.hasLatency())
                addCascade("cascade-parallel", true);
        }
        for (const Eigen::Index model : m_result.together)
            addHedged(model);
        if (models() > 1)
            addMixture();
        if (m_job.stopRequested())
            return std::nullopt;
        return std::move(m_result);
    }

private:
    struct Alone {
        ModelPoint point;
        double valuePerUse;
    };

    static constexpr double shareOfAlone = 0.3; ///< of the work

    /// What the scenario asks comes first among the models, then the most valuable.
    void chooseTogether()
    {
        std::vector<Alone> order = m_alone;
        std::size_t fixed = 1;
        for (const std::string *name : {otherName(m_scenario), fallbackName(m_scenario)})
            fixed += name && placeOf(*name, m_result.rows.models) ? 1U : 0U;
        fixed = std::min(fixed, order.size());
        std::stable_sort(
                order.begin() + static_cast<std::ptrdiff_t>(fixed), order.end(),
                [](const Alone &a, const Alone &b) { return a.valuePerUse > b.valuePerUse; });
        if (order.size() > mostCandidateModels) {
            order.resize(mostCandidateModels);
            leaveOut(LeftOut::SomeTogether);
        }
        for (const Alone &one : order)
            m_result.together.push_back(one.point.model);
        std::sort(m_result.together.begin(), m_result.together.end());
    }
    bool isTogether(Eigen::Index model) const
    {
        return std::binary_search(m_result.together.begin(), m_result.together.end(), model);
    }
    Eigen::Index models() const { return static_cast<Eigen::Index>(m_result.rows.models.size()); }
    const std::string &name(Eigen::Index model) const
    {
        return m_result.rows.models[static_cast<std::size_t>(model)];
    }
    const ModelPoint &alone(Eigen::Index model) const
    {
        return m_alone[static_cast<std::size_t>(model)].point;
    }
    void addLatency(Eigen::Index model)
    {
        m_median.push_back(0.0);
        m_hedgeAfter.push_back(0.0);
        if (!m_result.rows.hasLatency())
            return;
        const LatencyDistribution latency =
                latencies(m_result.rows.latency.col(model), m_result.rows.weight);
        m_median.back() = latency.percentile(0.5).value_or(0.0);
        m_hedgeAfter.back() = latency.percentile(hedgeAfterPercentile).value_or(0.0);
    }
    bool isFaster(Eigen::Index model, Eigen::Index other) const
    {
        return m_median[static_cast<std::size_t>(model)]
                < m_median[static_cast<std::size_t>(other)];
    }
    /// Of several calls: waited for, as they would be operated.
    void addSeveral(std::string id, CandidateKind kind, Policy policy)
    {
        const Budget budget = m_result.rows.hasLatency() ? m_scenario.budget : Budget();
        setDeadline(policy, {budget});
        add(std::move(id), kind, std::move(policy));
    }
    void add(std::string id, CandidateKind kind, Policy policy)
    {
        m_result.all.push_back({std::move(id), kind, std::move(policy)});
    }

    void addNow()
    {
        if (lateDeadline(m_scenario, m_result.rows).late != m_scenario.latePolicy)
            leaveOut(LeftOut::FallbackNotPossible);
        add("now", CandidateKind::Now, policyOf(m_scenario, m_scenario.threshold, m_result.rows));
    }

    void addDefault()
    {
        const Eigen::Index model = ownModel(m_scenario, m_result.rows);
        const auto scores = m_result.rows.score.col(model);
        if ((scores < 0.0).any() || (scores > 1.0).any())
            return leaveOut(LeftOut::NotProbabilities);
        add("default", CandidateKind::Default, SingleModel{.point = {model, {0.5}}});
    }

    /// At its best threshold under a policy for late answers.
    void addSingle(const std::string &what, SingleModel policy)
    {
        // Waited for, a budget makes no difference to what a threshold is worth.
        policy.point = policy.late == LatePolicy::Wait
                ? alone(policy.point.model)
                : ModelPoint{policy.point.model,
                             mostValuablePoint(*m_searched, policy, m_terms).threshold};
        add(what + ":" + name(policy.point.model), CandidateKind::Alone, policy);
    }

    void addAlone(Eigen::Index model)
    {
        if (m_job.stopRequested())
            return;
        const bool canBeLate = m_result.rows.hasLatency() && m_scenario.budget;
        SingleModel policy{.point = {model, {}},
                           .budget = canBeLate ? m_scenario.budget : Budget(),
                           .late = LatePolicy::Wait};
        addSingle("wait", policy);
        if (!canBeLate)
            return;
        policy.late = LatePolicy::ShowNothing;
        addSingle("show-nothing", policy);
        if (!isTogether(model))
            return;
        policy.late = LatePolicy::FallBack;
        for (const Eigen::Index other : m_result.together) {
            if (!isFaster(other, model) || m_job.stopRequested())
                continue;
            policy.fallback = {alone(other), Fallback::Start::WithMain};
            addSingle("fall-back:" + name(other), policy);
        }
    }

    /// The model's own answers: what another one says of late uses would blur which keeps the
    /// limit.
    void addAtPrecision(Eigen::Index model)
    {
        if (m_job.stopRequested())
            return;
        const bool canBeLate = m_result.rows.hasLatency() && m_scenario.budget;
        SingleModel policy{.point = {model, {}},
                           .budget = canBeLate ? m_scenario.budget : Budget(),
                           .late = m_scenario.latePolicy == LatePolicy::FallBack
                                   ? LatePolicy::ShowNothing
                                   : m_scenario.latePolicy};
        const auto most = mostCaughtPoint(*m_searched, policy, m_scenario.patience,
                                          m_scenario.precisionLimit, m_scenario.promise);
        if (!most.found) {
            m_result.limitMissed.push_back({name(model), most.bestReachable});
            return;
        }
        policy.point.threshold = most.found->threshold;
        add("at-precision:" + name(model), CandidateKind::AtPrecision, policy);
    }

    void addCascade(const std::string &id, bool parallel)
    {
        if (m_job.stopRequested())
            return;
        auto cascade = scenarioCascade(parallel);
        if (!cascade)
            cascade = mostValuableCascade(parallel);
        if (!cascade)
            return;
        settle(m_result.rows, cascade->cascade.large);
        cascade->cascade.sure = scoresBeyond(m_result.rows, cascade->cascade.large.model);
        addSeveral(id, CandidateKind::Cascade, cascade->cascade);
    }

    /// Absent where the scenario has no bounds, or the rows lack one of its two models.
    std::optional<ValuedCascade> scenarioCascade(bool parallel) const
    {
        if (!m_scenario.cascade)
            return std::nullopt;
        const auto &[first, second, deferBetween] = *m_scenario.cascade;
        const auto small = placeOf(first, m_result.rows.models);
        const auto large = placeOf(second, m_result.rows.models);
        if (!small || !large || *small == *large)
            return std::nullopt;
        return cascadeBetween(*m_searched, *small, *large, deferBetween, m_terms, parallel);
    }

    std::optional<ValuedCascade> mostValuableCascade(bool parallel) const
    {
        std::optional<ValuedCascade> best;
        for (const Eigen::Index small : m_result.together) {
            for (const Eigen::Index large : m_result.together) {
                const bool inOrder =
                        m_result.rows.hasLatency() ? isFaster(small, large) : small != large;
                if (!inOrder || m_job.stopRequested())
                    continue;
                const auto found = bestCascade(*m_searched, small, alone(large), m_terms, parallel);
                if (!best || found.valuePerUse > best->valuePerUse)
                    best = found;
            }
        }
        return best;
    }

    void addHedged(Eigen::Index model)
    {
        if (m_job.stopRequested() || !m_result.rows.hasLatency())
            return;
        const double after = m_hedgeAfter[static_cast<std::size_t>(model)];
        if (std::isfinite(after))
            addSeveral("hedged:" + name(model), CandidateKind::Hedged,
                       Hedged{alone(model), {after}});
    }

    void addMixture()
    {
        if (m_job.stopRequested())
            return;
        auto best = m_alone;
        std::stable_sort(best.begin(), best.end(), [](const Alone &a, const Alone &b) {
            return a.valuePerUse > b.valuePerUse;
        });
        for (Alone &one : best)
            settle(m_result.rows, one.point);
        addSeveral("mixture", CandidateKind::Mixture, Mixture{0.5, best[0].point, best[1].point});
    }

    const PoliciesQuestion &m_scenario;
    const JobControl &m_job;
    UseTerms m_terms;
    Candidates m_result;
    std::vector<Alone> m_alone;   ///< by model, everything waited for
    std::vector<double> m_median; ///< by model, of its latency
    std::vector<double> m_hedgeAfter;
    std::optional<SearchedRows> m_searched;
};

/// What segments have of their own, on the rows of one model.
void applyOwn(PairedRows &rows, const Predictions &predictions, const PoliciesQuestion &question)
{
    if (const auto *own = thresholdsBySegment(question.combination))
        rows.steered = steeredScores(predictions, *own, rows.row, rows.score.col(0));
    if (!question.budgets || !rows.hasLatency())
        return;
    WaitsOnDial waits = waitsOnDial(predictions, *question.budgets, rows.row, rows.latency.col(0));
    rows.onDial = std::move(waits.wait);
    rows.ownBudget = std::move(waits.budget);
    rows.budgetsAt = question.budgets->ownBudget.value;
}

} // namespace

std::optional<Candidates> candidatesOf(const Predictions &predictions,
                                       const PoliciesQuestion &question, const JobControl &job)
{
    std::vector<LeftOut> leftOut;
    auto models = comparableModels(predictions, question);
    if (models.size() > mostComparedModels) {
        models.resize(mostComparedModels);
        leftOut.push_back(LeftOut::MoreModels);
    }
    const bool mixed = predictions.model() && !question.selection.model
            && predictions.model()->values.size() > 1;
    if (mixed)
        leftOut.push_back(LeftOut::ModelsMixed);
    JoinedRows joined = JoinFault::NoCompleteExample;
    if (models.size() > 1) {
        joined = joinedModels(predictions, question.selection.where, models);
        if (const auto *fault = std::get_if<JoinFault>(&joined)) {
            leftOut.push_back(*fault == JoinFault::NoExampleIds ? LeftOut::NoExampleIds
                                                                : LeftOut::NoCompleteExample);
        }
    } else if (!mixed) {
        leftOut.push_back(LeftOut::OneModel);
    }
    if (!std::holds_alternative<PairedRows>(joined))
        joined = rowsOfOneModel(predictions, question.selection);
    auto *rows = std::get_if<PairedRows>(&joined);
    if (!rows || job.stopRequested())
        return std::nullopt;
    applyOwn(*rows, predictions, question);
    Builder builder(restated(std::move(*rows), question.baseRate), question, job);
    for (const LeftOut reason : leftOut)
        builder.leaveOut(reason);
    return builder.build();
}

std::optional<Candidates> candidatesAmong(PairedRows rows, const PoliciesQuestion &question,
                                          const JobControl &job)
{
    return Builder(std::move(rows), question, job).build();
}

} // namespace oneinn
