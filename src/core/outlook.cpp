// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"
#include "core/clusterednearbest.h"
#include "core/decision/clusteredpromise.h"
#include "core/index/decisionsearch.h"
#include "core/index/nearbestsearch.h"

namespace oneinn {

namespace {

/// decided: what the threshold decides.
ThresholdSweep ownSweep(const UseSlice &slice, const ThresholdSweep &decided,
                        const std::optional<double> &baseRate)
{
    const ClassFactors factors = ownRestatement(slice, baseRate);
    const OperatingCounts ends = slice.endsIfAllWait(Threshold::alertOnNothing()).rebased(factors);
    ThresholdSweep sweep = decided.rebased(factors);
    sweep.tp += ends.tp.weight;
    sweep.fp += ends.fp.weight;
    sweep.positives = ends.matrix().positives();
    sweep.negatives = ends.matrix().negatives();
    return sweep;
}

} // namespace

ThresholdSweep drawnSweep(const UseSlice &slice, const std::optional<double> &baseRate)
{
    return ownSweep(slice, slice.decided()->vertices(), baseRate);
}

ThresholdSweep wholeSweep(const UseSlice &slice, const std::optional<double> &baseRate)
{
    return ownSweep(slice, slice.decided()->sweep(), baseRate);
}

namespace {

/// positives: those that a recall is a share of.
DecisionSearch searchOf(const BudgetSlice &slice, const ClassFactors &factors,
                        const OperatingCounts &silent, double positives)
{
    return {slice,
            factors,
            positives,
            silent.matrix().negatives(),
            {silent.tp.weight, silent.fp.weight}};
}

} // namespace

std::shared_ptr<const Outlook> outlook(const UseSlice &slice, const OutlookQuestion &question,
                                       const JobControl &job)
{
    auto quick = quickOutlook(slice, question);
    if (!mayBeClustered(slice.rows()))
        return quick;
    auto result = std::make_shared<Outlook>(*quick);
    const OperatingCounts ends =
            slice.ends(Threshold::alertOnNothing()).rebased(restatement(slice, question.baseRate));
    const ClassFactors factors = restatement(slice, question.baseRate);
    const auto search = searchOf(slice.staying(), factors, ends, ends.positives().weight);
    const bool stated = question.baseRate.has_value();
    result->recommendations.recallAtPrecision = withClusters(
            promiseFor(question.promise, ends.positives(), ends.negatives(), stated),
            [&](const Promise &promise) {
                return search.mostRecallAtPrecision(question.precisionLimit, promise);
            },
            [&](Threshold at) {
                const auto clusters = clusterMoments(slice, {question, at, question.baseRate}, job);
                return clusters ? clusters->precisionEffect(stated) : std::nullopt;
            });
    if (result->nearBest && !job.stopRequested())
        result->nearBest = clusteredNearBest(slice, question, factors, ValueGain(question.values),
                                             result->mostValuable.threshold, ends.uses());
    return result;
}

std::shared_ptr<const Outlook> quickOutlook(const UseSlice &slice, const OutlookQuestion &question)
{
    const Threshold nothing = Threshold::alertOnNothing();
    const ClassFactors factors = restatement(slice, question.baseRate);
    const ClassFactors ownFactors = ownRestatement(slice, question.baseRate);
    const OperatingCounts ends = slice.ends(nothing).rebased(factors);
    const OperatingCounts own = slice.endsIfAllWait(nothing).rebased(ownFactors);

    auto result = std::make_shared<Outlook>();
    result->sweep = drawnSweep(slice, question.baseRate);
    const auto search = searchOf(slice.staying(), factors, ends, ends.matrix().positives());
    result->mostValuable = search.mostValuable(question.values);
    if (ends.uses().rows >= fewestToTell)
        result->nearBest = nearBest(slice.staying(), factors, ValueGain(question.values),
                                    result->mostValuable.threshold, ends.uses());
    result->elkan = elkanDecision(question.values);
    result->recommendations.f1 =
            searchOf(*slice.decided(), ownFactors, own, own.matrix().positives()).highestF1();
    result->recommendations.recallAtPrecision =
            searchOf(slice.staying(), factors, ends, ends.positives().weight)
                    .mostRecallAtPrecision(question.precisionLimit,
                                           promiseFor(question.promise, ends.positives(),
                                                      ends.negatives(),
                                                      question.baseRate.has_value()));

    const double uses = ends.uses().weight;
    if (uses > 0.0) {
        const double unserved = question.values.late() * ends.late().weight;
        result->mostValuable.best = (result->mostValuable.best + unserved) / uses;
    }
    return result;
}

ConstrainedThreshold mostPrecisionAtRecall(const UseSlice &slice, const OutlookQuestion &question,
                                           double limit)
{
    const Threshold nothing = Threshold::alertOnNothing();
    const ClassFactors factors = ownRestatement(slice, question.baseRate);
    const OperatingCounts own = slice.endsIfAllWait(nothing).rebased(factors);
    return searchOf(*slice.decided(), factors, own, own.matrix().positives())
            .mostPrecisionAtRecall(limit);
}

} // namespace oneinn
