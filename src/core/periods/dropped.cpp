// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/dropped.h"

#include "core/assessment.h"
#include "core/bestwithin.h"
#include "core/doubts/thresholddoubts.h"
#include "core/policies/ownthresholds.h"

#include <algorithm>

namespace oneinn {

namespace {

// Shares of the whole, by what each part takes on the sample pair.
constexpr double judgedShare = 0.1;
constexpr double diagnosedShare = 0.3;
constexpr double resampledShare = 0.8;
constexpr double optimismShare = 0.9;

BestThreshold bestOf(const std::shared_ptr<const PredictionIndex> &index, const Scenario &scenario)
{
    return outlook(*ScenarioRows::around(index, scenario)->at(scenario), scenario)->mostValuable;
}

std::shared_ptr<const Assessment> assessedPeriod(
        const std::shared_ptr<const PredictionIndex> &index, const Scenario &scenario)
{
    const auto rows = ScenarioRows::around(index, scenario);
    return std::make_shared<const Assessment>(assess(*rows, rows->asPrepared(scenario)));
}

/// The threshold of one value, of a threshold of its scores as they stand on the dial.
Threshold inFile(Threshold dial, const ThresholdsBySegment &by, const std::string &value)
{
    const auto own = std::ranges::find(by.values, value, &ThresholdsBySegment::Own::value);
    return own == by.values.end() ? dial
                                  : fromDial(dial, own->threshold, by.ownThreshold, by.scale);
}

/// Of the segment that is named.
std::optional<OwnThresholdGain> ownGain(const DropDiagnosis &diagnosis,
                                        const std::optional<ShownOrNot> &after,
                                        const Scenario &later)
{
    const auto segment =
            std::ranges::find(diagnosis.found, DropCause::Segment, &DropFinding::cause);
    if (segment == diagnosis.found.end() || !after)
        return std::nullopt;
    const ThresholdsBySegment *by = thresholdsBySegment(later.combination);
    // Scores of the segment that are moved by another column's thresholds have none that could be
    // told.
    if (by && by->column != segment->column)
        return std::nullopt;
    auto own = ownThresholdGain(*after, later.threshold, segment->column, segment->value);
    if (own && by) {
        // Its scores stand where the dial is: what is told is the number in the file.
        own->now = thresholdOf(later.combination, segment->column, segment->value, later.threshold);
        own->threshold = inFile(own->threshold, *by, segment->value);
    }
    return own;
}

/// What was chosen on a period looks better there than it is.
double optimismOf(const Periods &periods, const Scenario &earlier, const JobControl &job)
{
    if (periods.measure != DropMeasure::Value)
        return 0.0;
    const auto rows = ScenarioRows::around(periods.before, earlier);
    // Whoever names it: it decides as the one that these uses chose.
    const ThresholdInterval same = rows->at(earlier)->decided()->sameDecisions(earlier.threshold);
    if (periods.kept != KeptThreshold::BestBefore
        && !same.contains(bestOf(periods.before, earlier).threshold))
        return 0.0;
    const auto doubts = thresholdDoubts(*rows, doubtsQuestion(earlier), job);
    return doubts && doubts.value().choice ? doubts.value().choice->optimism : 0.0;
}

void takeOff(Dropped &dropped, double optimism)
{
    dropped.diagnosis.measureBefore -= optimism;
    if (auto &change = dropped.diagnosis.change)
        change = {change->low + optimism, change->high + optimism};
    DropWaterfall &waterfall = dropped.waterfall;
    waterfall.optimism = optimism;
    waterfall.change += optimism;
    DropAmount &rest = waterfall.amounts.back();
    rest.amount += optimism;
    rest.ofOptimism = optimism > 0.0;
    rest.interval = {rest.amount, rest.amount};
}

std::optional<BestThreshold> withinLimits(const std::shared_ptr<const PredictionIndex> &index,
                                          const Scenario &later)
{
    const BestWithinQuestion question = bestWithinQuestion(later);
    if (!question.limits.any())
        return std::nullopt;
    const auto best = bestWithin(*ScenarioRows::around(index, later), question, {later.budget});
    if (!best || !best.value())
        return std::nullopt;
    return best.value()->threshold;
}

OldThreshold oldThreshold(const Periods &periods, const Scenario &later,
                          const std::optional<ShownOrNot> &after)
{
    const auto best = bestOf(periods.after, later);
    const auto worth = periodUses(periods.after, later, DropMeasure::Value);
    const double kept = (worth->rows.weight * worth->measured).sum() / worth->rows.weight.sum();
    OldThreshold old{.kept = later.threshold,
                     .origin = periods.kept,
                     .bestBefore = bestOf(periods.before, periods.earlier).threshold,
                     .best = best.threshold,
                     .cost = std::max(0.0, best.best - kept),
                     .heldOut = {}};
    old.withinLimits = withinLimits(periods.after, later);
    const auto before = shownOrNot(periods.before, periods.earlier);
    if (before && after)
        old.heldOut = keepingCost(*before, *after, later.threshold);
    return old;
}

double goodShare(const PeriodUses &uses)
{
    double good = 0.0;
    for (Eigen::Index use = 0; use < uses.uses(); ++use)
        good += uses.good(use) ? uses.rows.weight[use] : 0.0;
    return good / uses.rows.weight.sum();
}

} // namespace

std::optional<Dropped> dropped(const Periods &periods, const JobControl &job)
{
    Scenario earlier = periods.earlier;
    if (periods.kept == KeptThreshold::BestBefore)
        earlier.threshold = bestOf(periods.before, earlier).threshold;
    Scenario later = periods.later;
    later.threshold = earlier.threshold;
    const auto before = periodUses(periods.before, earlier, periods.measure);
    const auto after = periodUses(periods.after, later, periods.measure);
    if (!before || !after || job.stopRequested())
        return std::nullopt;
    job.report(judgedShare);
    Dropped dropped{.measure = periods.measure,
                    .diagnosis = diagnosedDrop(*before, *after, earlier),
                    .goodBefore = goodShare(*before),
                    .goodAfter = goodShare(*after),
                    .waterfall = {},
                    .threshold = {},
                    .recoveries = {},
                    .reversed = {},
                    .usual = assessedPeriod(periods.before, earlier),
                    .now = assessedPeriod(periods.after, later)};
    job.report(diagnosedShare);
    auto waterfall = dropWaterfall(*before, *after, later.threshold, splitFor(dropped.diagnosis),
                                   {}, job.part(diagnosedShare, resampledShare));
    if (!waterfall)
        return std::nullopt;
    dropped.waterfall = std::move(waterfall).value();
    takeOff(dropped, optimismOf(periods, earlier, job.part(resampledShare, optimismShare)));
    if (job.stopRequested())
        return std::nullopt;
    const auto eitherWay = shownOrNot(periods.after, later);
    dropped.threshold = oldThreshold(periods, later, eitherWay);
    dropped.recoveries =
            dropRecoveries(dropped.diagnosis, dropped.threshold.heldOut,
                           ownGain(dropped.diagnosis, eitherWay, later), dropped.waterfall);
    dropped.reversed = reversedPeriods(daysOf(*periods.before->predictions()),
                                       daysOf(*periods.after->predictions()));
    job.report(1.0);
    return dropped;
}

} // namespace oneinn
