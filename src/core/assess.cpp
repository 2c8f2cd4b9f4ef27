// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"

#include "core/index/decisionsearch.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

MetricIntervals metricIntervals(const OperatingCounts &c)
{
    return {
            .precision = proportion(c.tp, c.fp),
            .recall = proportion(c.tp, c.fn),
            .specificity = proportion(c.tn, c.fp),
            .npv = proportion(c.tn, c.fn),
            .fpr = proportion(c.fp, c.tn),
            .fnr = proportion(c.fn, c.tp),
            .accuracy = proportion(c.tp + c.tn, c.fp + c.fn),
            .alertRate = proportion(c.tp + c.fp, c.fn + c.tn),
            .prevalence = proportion(c.tp + c.fn, c.fp + c.tn),
    };
}

/// c: how uses end, restated; timed: the same uses, late apart.
Experience experienceOf(const OperatingCounts &c, const OperatingCounts &timed,
                        const Scenario &scenario, bool latencyKnown)
{
    Experience result;
    result.wrongOfShown = proportion(c.fp, c.tp);
    result.wrongOfUses = proportion(c.fp + c.fn + c.late(), c.tp + c.tn);
    result.missed = proportion(c.fn, c.tp);
    if (scenario.budget && latencyKnown)
        result.late = proportion(timed.late(), timed.tp + timed.fp + timed.fn + timed.tn);

    const double uses = c.uses().weight;
    if (!(uses > 0.0))
        return result;
    result.badUseRate = badUseRate(c.fp.weight / uses, c.fn.weight / uses, c.late().weight / uses,
                                   scenario.noticed);
    const int k = scenario.badBeforeLeaving;
    result.usesUntilBad = usesUntilBad(result.badUseRate, k);
    result.usesUntilBadIfUsersDiffer =
            usesUntilBad(result.badUseRate, k, illustrativeUserCorrelation);
    result.shareMeetingInWeek =
            shareMeeting(result.badUseRate, static_cast<int>(std::lround(scenario.usesPerWeek)), k);
    return result;
}

} // namespace

ClassFactors restatement(const OperatingCounts &counts, const std::optional<double> &baseRate)
{
    const double positives = counts.positives().weight;
    const double negatives = counts.negatives().weight;
    if (!baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return {};
    return classFactors(positives, negatives, *baseRate);
}

ThresholdSweep drawnSweep(const UseSlice &slice, const std::optional<double> &baseRate)
{
    const ClassFactors factors = restatement(slice.counts(Threshold::alertOnNothing()), baseRate);
    const OperatingCounts ends = slice.ends(Threshold::alertOnNothing()).rebased(factors);
    ThresholdSweep sweep = slice.staying().vertices().rebased(factors);
    sweep.tp += ends.tp.weight;
    sweep.fp += ends.fp.weight;
    sweep.positives = ends.matrix().positives();
    sweep.negatives = ends.matrix().negatives();
    return sweep;
}

std::shared_ptr<const Outlook> outlook(const UseSlice &slice, const OutlookQuestion &question)
{
    const ClassFactors factors =
            restatement(slice.counts(Threshold::alertOnNothing()), question.baseRate);
    const OperatingCounts ends = slice.ends(Threshold::alertOnNothing()).rebased(factors);
    const ClassWeights besides{ends.tp.weight, ends.fp.weight};

    auto result = std::make_shared<Outlook>();
    result->sweep = drawnSweep(slice, question.baseRate);
    const DecisionSearch search(slice.staying(), factors, result->sweep.positives,
                                result->sweep.negatives, besides);
    result->mostValuable = search.mostValuable(question.values);
    result->nearOptimal = search.nearOptimal(question.values);
    result->elkan = elkanDecision(question.values);
    result->recommendations.f1 = search.highestF1();
    result->recommendations.recallAtPrecision =
            search.mostRecallAtPrecision(question.precisionLimit);

    const double uses = ends.uses().weight;
    if (uses > 0.0) {
        const double unserved = question.values.late() * ends.late().weight;
        result->mostValuable.best = (result->mostValuable.best + unserved) / uses;
    }
    return result;
}

Assessment assess(const UseSlice &slice, std::shared_ptr<const Outlook> outlook,
                  const Scenario &scenario)
{
    assert(slice.rows().fit(scenario));

    Assessment result;
    result.scenario = scenario;
    result.counts = slice.counts(scenario.threshold);
    const OperatingCounts ends = slice.ends(scenario.threshold);
    result.matrix = ends.matrix();

    const ClassFactors factors = restatement(result.counts, scenario.baseRate);
    const OperatingCounts restated = ends.rebased(factors);
    result.restated = restated.matrix();
    result.sameDecisions = slice.decided()->sameDecisions(scenario.threshold);
    result.metrics = pointMetrics(result.restated);
    result.intervals = metricIntervals(restated);
    const PredictionIndex &index = slice.decided()->index();
    result.experience = experienceOf(restated, result.counts.rebased(factors), scenario,
                                     index.predictions()->hasLatency());
    const bool impatient = !slice.rows().everyoneWaits() && index.predictions()->hasLatency();
    if (impatient) {
        const Tally left = slice.left().rebased(factors).late();
        result.experience.left = proportion(left, restated.uses() - left);
    }
    if (impatient
        || (scenario.latePolicy == LatePolicy::Unanswered && result.experience.late.has_value()))
        result.experience.unserved = proportion(restated.late(), restated.uses() - restated.late());

    const double uses = restated.uses().weight;
    if (uses > 0.0)
        result.value.perUse = scenario.values.of(restated, LatePolicy::Unanswered) / uses;
    result.value.best = outlook->mostValuable;
    result.value.nearOptimal = outlook->nearOptimal;
    result.value.elkan = outlook->elkan;
    result.recommendations = outlook->recommendations;
    result.slice = slice.decided();
    result.outlook = std::move(outlook);
    return result;
}

Assessment assess(const ScenarioRows &rows, const Scenario &scenario)
{
    const auto slice = rows.at(scenario);
    return assess(*slice, outlook(*slice, scenario), scenario);
}

Assessment assess(const PredictionIndex &index, const Scenario &scenario)
{
    return assess(*ScenarioRows::around(index.shared_from_this(), scenario), scenario);
}

} // namespace oneinn
