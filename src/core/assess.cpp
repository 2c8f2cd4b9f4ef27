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

/// c: restated, late uses folded as the policy says.
Experience experienceOf(const OperatingCounts &c, const OperatingCounts &unfolded,
                        const Scenario &scenario, bool latencyKnown)
{
    Experience result;
    result.wrongOfShown = proportion(c.fp, c.tp);
    result.wrongOfUses = proportion(c.fp + c.fn + c.late(), c.tp + c.tn);
    result.missed = proportion(c.fn, c.tp);
    if (scenario.budget && latencyKnown)
        result.late =
                proportion(unfolded.late(), unfolded.tp + unfolded.fp + unfolded.fn + unfolded.tn);

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

ClassFactors restatement(const OperatingCounts &counts, const Scenario &scenario)
{
    const double positives = counts.positives().weight;
    const double negatives = counts.negatives().weight;
    if (!scenario.baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return {};
    return classFactors(positives / (positives + negatives), *scenario.baseRate);
}

std::shared_ptr<const Outlook> outlook(const BudgetSlice &slice, const Scenario &scenario)
{
    const OperatingCounts counts = slice.counts(Threshold::alertOnNothing());
    const ClassFactors factors = restatement(counts, scenario);
    const OperatingCounts folded = counts.rebased(factors).folded(scenario.latePolicy);

    auto result = std::make_shared<Outlook>();
    result->sweep = slice.vertices().rebased(factors);
    result->sweep.positives = folded.matrix().positives();
    result->sweep.negatives = folded.matrix().negatives();

    const DecisionSearch search(slice, factors, result->sweep.positives, result->sweep.negatives);
    result->mostValuable = search.mostValuable(scenario.values);
    result->nearOptimal = search.nearOptimal(scenario.values);
    result->elkan = elkanDecision(scenario.values);
    result->recommendations.f1 = search.highestF1();
    result->recommendations.recallAtPrecision =
            search.mostRecallAtPrecision(scenario.precisionLimit);

    const double uses = folded.uses().weight;
    if (uses > 0.0) {
        const double late = scenario.values.late() * folded.late().weight;
        result->mostValuable.best = (result->mostValuable.best + late) / uses;
    }
    return result;
}

Assessment assess(std::shared_ptr<const BudgetSlice> slice, std::shared_ptr<const Outlook> outlook,
                  const Scenario &scenario)
{
    assert(slice->budget() == scenario.budget);
    assert(slice->index().selection() == scenario.selection);

    Assessment result;
    result.scenario = scenario;
    result.counts = slice->counts(scenario.threshold);
    result.matrix = result.counts.folded(scenario.latePolicy).matrix();

    const OperatingCounts unfolded = result.counts.rebased(restatement(result.counts, scenario));
    const OperatingCounts folded = unfolded.folded(scenario.latePolicy);
    result.restated = folded.matrix();
    result.sameDecisions = slice->sameDecisions(scenario.threshold);
    result.metrics = pointMetrics(result.restated);
    result.intervals = metricIntervals(folded);
    result.experience =
            experienceOf(folded, unfolded, scenario, slice->index().predictions()->hasLatency());

    const double uses = folded.uses().weight;
    if (uses > 0.0)
        result.value.perUse = scenario.values.of(folded, LatePolicy::Unanswered) / uses;
    result.value.best = outlook->mostValuable;
    result.value.nearOptimal = outlook->nearOptimal;
    result.value.elkan = outlook->elkan;
    result.recommendations = outlook->recommendations;
    result.slice = std::move(slice);
    result.outlook = std::move(outlook);
    return result;
}

Assessment assess(const PredictionIndex &index, const Scenario &scenario)
{
    auto slice = index.at(scenario.budget);
    auto sliceOutlook = outlook(*slice, scenario);
    return assess(std::move(slice), std::move(sliceOutlook), scenario);
}

} // namespace oneinn
