// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/candidates.h"

#include "core/latency/percentile.h"
#include "core/policies/policysearch.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>
#include <variant>

namespace oneinn {

namespace {

constexpr double hedgeAfterPercentile = 0.95;

std::optional<Eigen::Index> placeOf(const std::string &model,
                                    const std::vector<std::string> &models)
{
    const auto found = std::find(models.begin(), models.end(), model);
    if (found == models.end())
        return std::nullopt;
    return found - models.begin();
}

/// Restated at a base rate, as an assessment is.
PairedRows restated(PairedRows rows, const std::optional<double> &baseRate)
{
    const double positives = (rows.label > 0).select(rows.weight, 0.0).sum();
    const double negatives = (rows.label > 0).select(0.0, rows.weight).sum();
    if (!baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return rows;
    return rows.rebased(classFactors(positives, negatives, *baseRate));
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
        for (Eigen::Index model = 0; model < models(); ++model) {
            if (m_job.stopRequested())
                return;
            const SingleModel waiting{.point = {model, {}}, .late = LatePolicy::Wait};
            const auto best = mostValuablePoint(m_result.rows, waiting, m_terms);
            m_alone.push_back({{model, best.threshold}, best.best});
            m_median.push_back(percentile(model, 0.5));
        }
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
        for (Eigen::Index model = 0; model < models(); ++model)
            addAtPrecision(model);
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
        for (Eigen::Index model = 0; model < models() && m_result.rows.hasLatency(); ++model)
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

    Eigen::Index models() const { return static_cast<Eigen::Index>(m_result.rows.models.size()); }
    const std::string &name(Eigen::Index model) const
    {
        return m_result.rows.models[static_cast<std::size_t>(model)];
    }
    const ModelPoint &alone(Eigen::Index model) const
    {
        return m_alone[static_cast<std::size_t>(model)].point;
    }
    double percentile(Eigen::Index model, double p) const
    {
        if (!m_result.rows.hasLatency())
            return 0.0;
        const LatencyDistribution latency(m_result.rows.latency.col(model), &m_result.rows.weight);
        return latency.percentile(p).value_or(0.0);
    }
    bool isFaster(Eigen::Index model, Eigen::Index other) const
    {
        return m_median[static_cast<std::size_t>(model)]
                < m_median[static_cast<std::size_t>(other)];
    }
    void add(std::string id, CandidateKind kind, Policy policy)
    {
        m_result.all.push_back({std::move(id), kind, std::move(policy)});
    }

    void addNow()
    {
        const SingleModel policy = policyOf(m_scenario, m_scenario.threshold, m_result.rows);
        if (policy.late != m_scenario.latePolicy)
            leaveOut(LeftOut::FallbackNotPossible);
        add("now", CandidateKind::Now, policy);
    }

    void addDefault()
    {
        const auto model = std::get<SingleModel>(m_result.all.front().policy).point.model;
        const auto scores = m_result.rows.score.col(model);
        if ((scores < 0.0).any() || (scores > 1.0).any())
            return leaveOut(LeftOut::NotProbabilities);
        add("default", CandidateKind::Default, SingleModel{.point = {model, {0.5}}});
    }

    /// At its best threshold under a policy for late answers.
    void addSingle(const std::string &what, SingleModel policy)
    {
        policy.point.threshold = mostValuablePoint(m_result.rows, policy, m_terms).threshold;
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
        policy.late = LatePolicy::FallBack;
        for (Eigen::Index other = 0; other < models(); ++other) {
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
        const auto most = mostCaughtPoint(m_result.rows, policy, m_scenario.patience,
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
        if (cascade)
            add(id, CandidateKind::Cascade, cascade->cascade);
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
        return cascadeBetween(m_result.rows, *small, *large, deferBetween, m_terms, parallel);
    }

    std::optional<ValuedCascade> mostValuableCascade(bool parallel) const
    {
        std::optional<ValuedCascade> best;
        for (Eigen::Index small = 0; small < models(); ++small) {
            for (Eigen::Index large = 0; large < models(); ++large) {
                const bool inOrder =
                        m_result.rows.hasLatency() ? isFaster(small, large) : small != large;
                if (!inOrder || m_job.stopRequested())
                    continue;
                const auto found = bestCascade(m_result.rows, small, large, m_terms, parallel);
                if (!best || found.valuePerUse > best->valuePerUse)
                    best = found;
            }
        }
        return best;
    }

    void addHedged(Eigen::Index model)
    {
        if (m_job.stopRequested())
            return;
        const double after = percentile(model, hedgeAfterPercentile);
        if (std::isfinite(after))
            add("hedged:" + name(model), CandidateKind::Hedged, Hedged{alone(model), {after}});
    }

    void addMixture()
    {
        if (m_job.stopRequested())
            return;
        auto best = m_alone;
        std::stable_sort(best.begin(), best.end(), [](const Alone &a, const Alone &b) {
            return a.valuePerUse > b.valuePerUse;
        });
        add("mixture", CandidateKind::Mixture, Mixture{0.5, best[0].point, best[1].point});
    }

    const PoliciesQuestion &m_scenario;
    const JobControl &m_job;
    UseTerms m_terms;
    Candidates m_result;
    std::vector<Alone> m_alone; ///< by model, everything waited for
    std::vector<double> m_median;
};

} // namespace

SingleModel policyOf(const UsesQuestion &scenario, Threshold threshold, const PairedRows &rows)
{
    const auto model = scenario.selection.model ? placeOf(*scenario.selection.model, rows.models)
                                                : std::optional<Eigen::Index>();
    assert(model || rows.models.size() == 1);
    SingleModel policy{.point = {model.value_or(0), threshold},
                       .budget = rows.hasLatency() ? scenario.budget : Budget(),
                       .late = scenario.latePolicy};
    if (policy.late != LatePolicy::FallBack)
        return policy;
    const auto other = scenario.fallback ? placeOf(scenario.fallback->model, rows.models)
                                         : std::optional<Eigen::Index>();
    if (other)
        policy.fallback = {{*other, scenario.fallback->threshold}, scenario.fallback->start};
    else
        policy.late = LatePolicy::ShowNothing;
    return policy;
}

Scenario adopted(Scenario scenario, const SingleModel &policy,
                 const std::vector<std::string> &models)
{
    const auto &model = models.at(static_cast<std::size_t>(policy.point.model));
    if (!model.empty())
        scenario.selection.model = model;
    scenario.threshold = policy.point.threshold;
    scenario.budget = policy.budget;
    if (!policy.budget)
        return scenario;
    scenario.latePolicy = policy.late;
    if (policy.late != LatePolicy::FallBack)
        return scenario;
    const auto &[point, start] = policy.fallback;
    scenario.fallback =
            FallbackModel{models.at(static_cast<std::size_t>(point.model)), point.threshold, start};
    return scenario;
}

std::vector<std::string> comparableModels(const Predictions &predictions,
                                          const RowsQuestion &scenario)
{
    if (!predictions.model() || !scenario.selection.model)
        return {};
    const CategoryColumn &column = *predictions.model();
    std::vector<bool> seen(column.values.size(), false);
    for (const auto row : predictions.select({.model = {}, .where = scenario.selection.where}))
        seen[column.codes[row]] = true;
    std::vector<std::string> models{*scenario.selection.model};
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    // The rest differ from each other: with a model in every row, comparing all would take hours.
    const auto add = [&models](const std::string &name) {
        const auto first = models.begin() + std::min<std::ptrdiff_t>(2, std::ssize(models));
        if (std::find(models.begin(), first, name) == first)
            models.push_back(name);
    };
    for (std::size_t i = 0; i < seen.size(); ++i) {
        // Before others, so that it is not among those that are too many.
        if (fallsBack && seen[i] && column.values[i] == scenario.fallback->model)
            add(column.values[i]);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            add(column.values[i]);
    }
    return models;
}

std::optional<Candidates> candidatesOf(const Predictions &predictions,
                                       const PoliciesQuestion &question, const JobControl &job)
{
    std::vector<LeftOut> leftOut;
    auto models = comparableModels(predictions, question);
    if (models.size() > mostCandidateModels) {
        models.resize(mostCandidateModels);
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
    Builder builder(restated(std::move(*rows), question.baseRate), question, job);
    for (const LeftOut reason : leftOut)
        builder.leaveOut(reason);
    return builder.build();
}

} // namespace oneinn
