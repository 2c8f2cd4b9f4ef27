// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/assessment.h"

#include "core/eigenindex.h"
#include "core/labels/labelsofuses.h"
#include "core/metricintervals.h"
#include "core/metrics/baserateprecision.h"
#include "core/targets/answeredwithin.h"
#include "core/usesanswer.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// A share of the model's own matrix.
class OwnShares {
public:
    OwnShares(const OperatingCounts &counts, const ClusterMoments *clusters)
        : m_cells{counts.tp, counts.fp, counts.fn, counts.tn}
        , m_clusters(clusters)
    {
    }

    std::optional<Proportion> share(std::initializer_list<OwnCell> yes,
                                    std::initializer_list<OwnCell> no) const
    {
        return proportion(sum(yes), sum(no), effect(yes, no));
    }

private:
    Tally sum(std::initializer_list<OwnCell> cells) const
    {
        Tally tally;
        for (const OwnCell cell : cells)
            tally += m_cells[static_cast<std::size_t>(cell)];
        return tally;
    }
    std::optional<ClusterEffect> effect(std::initializer_list<OwnCell> yes,
                                        std::initializer_list<OwnCell> no) const
    {
        return m_clusters ? m_clusters->ownEffectOf(yes, no) : std::nullopt;
    }

    std::array<Tally, 4> m_cells;
    const ClusterMoments *m_clusters;
};

/// Where the share of positives is stated: what follows from it and the two rates.
void restate(MetricIntervals &intervals)
{
    const double good = intervals.prevalence->value;
    intervals.prevalence->interval = {good, good};
    if (intervals.precision && intervals.recall && intervals.fpr)
        intervals.precision->interval =
                precisionAtBaseRate(*intervals.recall, *intervals.fpr, good);
    if (intervals.npv && intervals.specificity && intervals.fnr)
        intervals.npv->interval =
                precisionAtBaseRate(*intervals.specificity, *intervals.fnr, 1.0 - good);
}

MetricIntervals metricIntervals(const OperatingCounts &c, const std::optional<double> &baseRate,
                                const ClusterMoments *clusters = nullptr)
{
    using enum OwnCell;
    const OwnShares own(c, clusters);
    MetricIntervals intervals{
            .precision = own.share({Tp}, {Fp}),
            .recall = own.share({Tp}, {Fn}),
            .specificity = own.share({Tn}, {Fp}),
            .npv = own.share({Tn}, {Fn}),
            .fpr = own.share({Fp}, {Tn}),
            .fnr = own.share({Fn}, {Tp}),
            .accuracy = own.share({Tp, Tn}, {Fp, Fn}),
            .alertRate = own.share({Tp, Fp}, {Fn, Tn}),
            .prevalence = own.share({Tp, Fn}, {Fp, Tn}),
    };
    if (baseRate && c.positives().weight > 0.0 && c.negatives().weight > 0.0
        && intervals.prevalence)
        restate(intervals);
    return intervals;
}

bool isRestated(const Waterfall &uses, const std::optional<double> &baseRate)
{
    return baseRate && uses.of(goodUses).weight > 0.0 && uses.of(badUses).weight > 0.0;
}

/// What UseSlice::ends() counts, without looking again.
OperatingCounts endsOf(const Waterfall &uses)
{
    const Tally missed = uses.of({UsePart::MissedByModel, UsePart::MissedByLateness});
    return {.tp = uses[UsePart::RightShown],
            .fp = uses[UsePart::WrongShown],
            .fn = missed - uses[UsePart::UnansweredGood],
            .tn = uses[UsePart::RightlySilent],
            .latePositive = uses.of({UsePart::UnansweredGood, UsePart::GoneGood,
                                     UsePart::FailedGood, UsePart::RefusedGood}),
            .lateNegative = uses.of({UsePart::UnansweredBad, UsePart::GoneBad, UsePart::FailedBad,
                                     UsePart::RefusedBad}),
            .latePositiveCaught = {},
            .lateNegativeCaught = {}};
}

/// By column of the clusters' sums, the chance that a use in it is a bad one: see badUseRate().
Eigen::VectorXd badByColumn(const Noticed &noticed)
{
    Eigen::VectorXd bad = Eigen::VectorXd::Zero(eigenIndex(clusterColumns));
    const auto set = [&bad](UseParts parts, double chance) {
        for (std::size_t i = 0; i < useParts; ++i) {
            if (parts.contains(static_cast<UsePart>(i)))
                bad[eigenIndex(i)] = chance;
        }
    };
    set({UsePart::WrongShown}, noticed.wrong);
    set({UsePart::MissedByModel, UsePart::MissedByLateness}, noticed.missed);
    set(goneUses | lostUses | UseParts{UsePart::UnansweredBad}, noticed.late);
    // These are among the missed as well.
    set({UsePart::UnansweredGood}, noticed.late - noticed.missed);
    return bad;
}

std::optional<UserCorrelation> usersOf(const Shares &shares, const Noticed &noticed)
{
    auto users = shares.clusters() ? shares.clusters()->userCorrelation(badByColumn(noticed))
                                   : std::nullopt;
    const bool tells = users && users->usable && users->correlation && users->meanOfUsers > 0.0
            && users->meanOfUsers < 1.0;
    return tells ? users : std::nullopt;
}

int usesInAWeek(const Pace &pace)
{
    return static_cast<int>(std::lround(pace.usesPerWeek));
}

/// Users meet bad uses at rates of their own.
void meetingAsUsersDiffer(Experience &result, const Scenario &scenario, const Pace &pace)
{
    const int k = scenario.badBeforeLeaving;
    const int week = usesInAWeek(pace);
    const double rate = result.users->meanOfUsers;
    // Below, rates are told no better apart than by chance.
    constexpr double leastCorrelation = 1e-4;
    constexpr double mostCorrelation = 0.999;
    const double rho = std::min(*result.users->correlation, mostCorrelation);
    const bool differ = rho > leastCorrelation;
    result.usesUntilBad = differ ? usesUntilBad(rate, k, rho) : usesUntilBad(rate, k);
    result.shareMeetingInWeek =
            differ ? shareMeeting(rate, week, k, rho) : shareMeeting(rate, week, k);
}

/// c: how uses end, restated.
Experience experienceOf(const OperatingCounts &c, const Shares &shares, const Scenario &scenario,
                        const Pace &pace)
{
    Experience result;
    result.shares = shares;
    const double uses = c.uses().weight;
    if (!(uses > 0.0))
        return result;
    result.badUseRate = badUseRate(c.fp.weight / uses, c.fn.weight / uses, c.late().weight / uses,
                                   scenario.noticed);
    result.users = usersOf(shares, scenario.noticed);
    if (result.users) {
        meetingAsUsersDiffer(result, scenario, pace);
        return result;
    }
    const int k = scenario.badBeforeLeaving;
    result.usesUntilBad = usesUntilBad(result.badUseRate, k);
    result.usesUntilBadIfUsersDiffer =
            usesUntilBad(result.badUseRate, k, illustrativeUserCorrelation);
    result.shareMeetingInWeek = shareMeeting(result.badUseRate, usesInAWeek(pace), k);
    return result;
}

} // namespace

ShareContext shareContextOf(const UseSlice &slice, const ValueQuestion &question,
                            const Waterfall &uses)
{
    const bool latencies = slice.rows().all()->predictions()->hasLatency();
    return {.lateCounts = question.budget && latencies,
            .leavingCounts = latencies && !slice.rows().everyoneWaits(),
            .unanswered = uses.of({UsePart::UnansweredGood, UsePart::UnansweredBad}).rows > 0.0,
            .failures = slice.rows().all()->predictions()->anyFailed(),
            .refusals = slice.rows().all()->predictions()->anyRefused(),
            .restated = isRestated(uses, question.baseRate)};
}

ClassFactors restatement(const Waterfall &uses, const std::optional<double> &baseRate)
{
    return isRestated(uses, baseRate)
            ? classFactors(uses.of(goodUses).weight, uses.of(badUses).weight, *baseRate)
            : ClassFactors{};
}

std::optional<double> valuePerUse(const Waterfall &uses, const OutcomeValues &values)
{
    const OperatingCounts ends = endsOf(uses);
    const double all = ends.uses().weight;
    return all > 0.0 ? std::optional(values.of(ends, LatePolicy::Unanswered) / all) : std::nullopt;
}

ClassFactors restatement(const OperatingCounts &counts, const std::optional<double> &baseRate)
{
    const double positives = counts.positives().weight;
    const double negatives = counts.negatives().weight;
    if (!baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return {};
    return classFactors(positives, negatives, *baseRate);
}

ClassFactors restatement(const UseSlice &slice, const std::optional<double> &baseRate)
{
    return restatement(slice.withFailures(slice.counts(Threshold::alertOnNothing())), baseRate);
}

ClassFactors ownRestatement(const UseSlice &slice, const std::optional<double> &baseRate)
{
    const OperatingCounts counts = slice.counts(Threshold::alertOnNothing());
    return restatement(slice.withAnsweredFailures(counts), baseRate);
}

MetricIntervals metricIntervalsAt(const UseSlice &slice, const ClustersQuestion &question,
                                  const JobControl &job)
{
    const OperatingCounts counts = slice.counts(question.threshold);
    const OperatingCounts own = slice.endsIfAllWait(question.threshold, counts);
    return metricIntervals(
            own.rebased(restatement(slice.withAnsweredFailures(counts), question.baseRate)),
            question.baseRate, clusterMoments(slice, question, job).get());
}

namespace {

/// What the bins of counted rows leave open.
std::optional<BetweenBins> openAt(const UseSlice &slice, const ThresholdInterval &bin,
                                  Threshold threshold, const ClassFactors &factors)
{
    if (!bin.isOfBins || std::isinf(bin.low) || threshold.value == bin.high
        || std::isinf(threshold.value))
        return std::nullopt;
    const auto endsAt = [&](double at) {
        return slice.waterfall({at}, slice.counts({at})).rebased(factors);
    };
    return betweenBins({bin.low, bin.high}, endsAt(bin.low), endsAt(bin.high));
}

} // namespace

namespace {

/// By a look at the index: else it would take a pass over the rows for every step of a drag.
std::optional<Proportion> answeredInTime(const UseSlice &slice, const ClassFactors &factors,
                                         const Targets &targets)
{
    if (!targets.answered || slice.rule().asksOther()
        || slice.rows().all()->predictions()->isPaced())
        return std::nullopt;
    const auto answered = answeredWithin(slice, factors, *targets.answered);
    return answered ? std::optional(answered->share()) : std::nullopt;
}

} // namespace

Assessment assess(const UseSlice &slice, std::shared_ptr<const Outlook> outlook,
                  const Scenario &scenario, const ClusterMomentsPtr &clusters)
{
    assert(slice.rows().fit(scenario));

    Assessment result;
    result.scenario = scenario;
    result.counts = slice.counts(scenario.threshold);
    const ClassFactors ownFactors =
            restatement(slice.withAnsweredFailures(result.counts), scenario.baseRate);
    const ClassFactors factors = restatement(slice.withFailures(result.counts), scenario.baseRate);
    const OperatingCounts own = slice.endsIfAllWait(scenario.threshold, result.counts);
    result.matrix = own.matrix();
    const OperatingCounts restated = own.rebased(ownFactors);
    result.restated = restated.matrix();
    result.sameDecisions = slice.decided()->sameDecisions(scenario.threshold);
    result.metrics = pointMetrics(result.restated);
    result.intervals = metricIntervals(restated, scenario.baseRate, clusters.get());

    const Waterfall uses = slice.waterfall(scenario.threshold, result.counts).rebased(factors);
    result.between = openAt(slice, result.sameDecisions, scenario.threshold, factors);
    const OperatingCounts ends = endsOf(uses);
    ShareContext context = shareContextOf(slice, scenario, uses);
    result.labels = labelsByCounts(slice.rows(), own, scenario.threshold);
    context.silentUnknown = result.labels && result.labels->silentUnknown();
    if (context.silentUnknown)
        forgetSilent(result);
    result.pace = paceOf(scenario.usesPerWeek, slice.rows().pace(), scenario.usualUsesPerWeek);
    result.experience = experienceOf(ends, Shares(uses, context, clusters), scenario, result.pace);
    result.answeredInTime = answeredInTime(slice, factors, scenario.targets);
    result.value.perUse = valuePerUse(uses, scenario.values).value_or(0.0);
    result.value.best = outlook->mostValuable;
    result.value.nearBest = outlook->nearBest;
    result.value.elkan = outlook->elkan;
    result.recommendations = outlook->recommendations;
    result.slice = slice.decided();
    result.outlook = std::move(outlook);
    return result;
}

Assessment assess(const OperatingCounts &counts, const Scenario &scenario)
{
    Assessment result;
    result.scenario = scenario;
    result.counts = counts;
    result.matrix = counts.matrix();
    const OperatingCounts restated = counts.rebased(restatement(counts, scenario.baseRate));
    result.restated = restated.matrix();
    result.metrics = pointMetrics(result.restated);
    result.intervals = metricIntervals(restated, scenario.baseRate);
    Waterfall uses;
    uses[UsePart::RightShown] = restated.tp;
    uses[UsePart::WrongShown] = restated.fp;
    uses[UsePart::MissedByModel] = restated.fn;
    uses[UsePart::RightlySilent] = restated.tn;
    ShareContext context;
    context.restated = isRestated(uses, scenario.baseRate);
    result.pace = paceOf(scenario.usesPerWeek, std::nullopt, scenario.usualUsesPerWeek);
    result.experience = experienceOf(restated, Shares(uses, context), scenario, result.pace);
    if (const double all = restated.uses().weight; all > 0.0)
        result.value.perUse = scenario.values.of(result.restated) / all;
    return result;
}

Assessment assess(const ScenarioRows &rows, const Scenario &scenario)
{
    const auto slice = rows.at(scenario);
    return assess(*slice, outlook(*slice, scenario), scenario,
                  clusterMoments(*slice, clustersQuestion(scenario)));
}

Assessment assess(const PredictionIndex &index, const Scenario &scenario)
{
    return assess(*ScenarioRows::around(index.shared_from_this(), scenario), scenario);
}

} // namespace oneinn
