// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/verdict.h"

#include "core/comparison/groupedmeans.h"
#include "core/loadbearing/servedcolumns.h"
#include "core/loadbearing/servedmeans.h"
#include "core/loadbearing/sloweduses.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

constexpr double firstOften = 0.9;
constexpr double lowestRatio = 0.01;
constexpr double highestRatio = 100.0;

std::optional<Failure> answerOf(const FailureLosses &losses, const PerFailure<double> &firstShare)
{
    return losses.first && firstShare[*losses.first] >= firstOften ? losses.first : std::nullopt;
}

/// Of servedMeans().
enum Column : Eigen::Index { TpColumn, FpColumn, FnColumn, TnColumn, UnservedColumn, Columns };

/// The cells of the first, second, ... outcomes, from one resample.
template<typename Sums> ServedCells cellsIn(const Sums &sums, Eigen::Index which)
{
    // Sums from the normal approximation may fall below 0 where there is next to nothing.
    const auto at = [&](Column column) { return std::max(0.0, sums[which * Columns + column]); };
    return {at(TpColumn), at(FpColumn), at(FnColumn), at(TnColumn), at(UnservedColumn)};
}

/// As much of what a resample has as a bad week adds to what there is; of none as much as that.
/// times: what becomes of it with periods drawn again.
Worsening scaledTo(const ServedCells &drawn, const ServedCells &asItIs, const BadWeek &badWeek,
                   const PerFailure<double> &times)
{
    const auto scale = [&](double there, double here) {
        return here > 0.0 ? there / drawn.uses() / (here / asItIs.uses()) : 1.0;
    };
    return {badWeek.slower.value_or(0.0),
            {.wrongShown = times.precision * badWeek.more.wrongShown * scale(drawn.fp, asItIs.fp),
             .missed = times.recall * badWeek.more.missed * scale(drawn.fn, asItIs.fn)}};
}

/// Losses of one kind of step in every resample.
class ResampledLosses {
public:
    void add(const PerFailure<double> &losses)
    {
        for (const Failure failure : everyFailure)
            m_losses[failure].push_back(losses[failure]);
        if (const auto first = firstOf(losses))
            m_first[*first] += 1.0;
        m_count += 1.0;
    }
    PerFailure<double> firstShare() const
    {
        const double count = std::max(1.0, m_count);
        return {m_first.latency / count, m_first.precision / count, m_first.recall / count};
    }
    PerFailure<Interval> range() const
    {
        PerFailure<Interval> result;
        for (const Failure failure : everyFailure)
            result[failure] = percentileInterval(m_losses[failure]).value_or(Interval());
        return result;
    }

private:
    PerFailure<std::vector<double>> m_losses;
    PerFailure<double> m_first;
    double m_count = 0.0;
};

/// Whether it is known how bad every failure may be.
bool isKnown(const BadWeek &badWeek)
{
    return std::ranges::none_of(everyFailure, [&](Failure failure) {
        return badWeek.source[failure] == BadWeekSource::TooFew;
    });
}

/// What uses end in at slowdowns: all at once, or in bins where that says as much.
class AtSlowdowns {
public:
    AtSlowdowns(const PairedRows &rows, const OutcomesAtSlowdown &outcomes,
                const LoadTerms &question, const JobControl &job)
        : now(outcomes(1.0))
        , m_rows(rows)
        , m_outcomes(outcomes)
        , m_patience(question.terms.patience)
        , m_lateCounts(question.lateCounts)
        , m_job(job)
    {
        if (question.late && m_patience.everyoneWaits() && rows.uses() >= fewestToGroup)
            m_inBins.emplace(rows, now, outcomes(std::numeric_limits<double>::infinity()),
                             *question.late, m_lateCounts);
        m_asItIs = rows.uses() >= fewestToGroup
                ? servedCells(rows, now, m_patience)
                : servedCells(rows, servedColumns(rows, now, m_patience));
    }

    const UseOutcomes now;

    // Once stopped, what is found no longer matters: only that it is soon.
    ServedCells cells(double slowdown) const
    {
        if (slowdown == 1.0 || m_job.stopRequested())
            return m_asItIs;
        return m_inBins ? m_inBins->cells(slowdown)
                        : servedCells(m_rows, m_outcomes(slowdown), m_patience);
    }
    double lateShare(double slowdown) const
    {
        if (m_job.stopRequested())
            return 1.0;
        if (m_inBins)
            return m_inBins->lateOrGone(slowdown);
        return (m_rows.weight * lateOrGone(m_outcomes(slowdown), m_patience, m_lateCounts)).sum()
                / m_rows.weight.sum();
    }

private:
    const PairedRows &m_rows;
    const OutcomesAtSlowdown &m_outcomes;
    const PatienceCurve &m_patience;
    bool m_lateCounts;
    const JobControl &m_job;
    ServedCells m_asItIs;
    std::optional<SlowedUses> m_inBins;
};

OutcomeValues atRatio(const OutcomeValues &values, double ratio)
{
    return {values.tp(), values.tn() - ratio * (values.tp() - values.fn()), values.fn(),
            values.tn(), values.late()};
}

/// Narrows a range around `range.now` to where a straight line through (0, atZero) and (1, atOne)
/// is above 0.
void keepAbove(RatioRange &range, double atZero, double atOne)
{
    const double slope = atOne - atZero;
    if (slope == 0.0)
        return;
    const double crossing = -atZero / slope;
    if (slope > 0.0 && crossing > range.low.value_or(lowestRatio))
        range.low = std::min(crossing, range.now);
    if (slope < 0.0 && crossing < range.high.value_or(highestRatio))
        range.high = std::max(crossing, range.now);
}

} // namespace

Certainty LoadVerdict::certainty() const
{
    if (equalSteps && badWeek)
        return equalSteps == badWeek ? Certainty::OneAnswer : Certainty::TwoAnswers;
    return equalSteps || badWeek ? Certainty::OneQuestion : Certainty::Inseparable;
}

std::optional<Failure> LoadVerdict::only() const
{
    if (certainty() == Certainty::TwoAnswers)
        return std::nullopt;
    return equalSteps ? equalSteps : badWeek;
}

LoadVerdict loadVerdict(const FailureLosses &equalSteps, const FailureLosses &badWeek,
                        const PerFailure<double> &firstWithEqualSteps,
                        const PerFailure<double> &firstInBadWeek)
{
    LoadVerdict verdict{.equalSteps = answerOf(equalSteps, firstWithEqualSteps),
                        .badWeek = answerOf(badWeek, firstInBadWeek),
                        .first = equalSteps.ranking[0],
                        .rival = equalSteps.ranking[1]};
    if (badWeek.first && *badWeek.first != verdict.first)
        verdict.rival = *badWeek.first;
    return verdict;
}

std::optional<RatioRange> sameFirstRange(const ServedCells &asItIs, const ServedCells &slowed,
                                         const PerFailure<double> &step,
                                         const OutcomeValues &values)
{
    const double miss = values.tp() - values.fn();
    const double wrong = values.tn() - values.fp();
    const auto first = firstOf(lossesAlone(asItIs, slowed, step, values));
    if (!first || !(miss > 0.0) || !(wrong > 0.0) || !std::isnormal(wrong / miss))
        return std::nullopt;
    const auto atZero = lossesAlone(asItIs, slowed, step, atRatio(values, 0.0));
    const auto atOne = lossesAlone(asItIs, slowed, step, atRatio(values, 1.0));
    RatioRange range{.now = wrong / miss, .low = {}, .high = {}};
    keepAbove(range, atZero[*first], atOne[*first]);
    for (const Failure failure : everyFailure) {
        if (failure != *first)
            keepAbove(range, atZero[*first] - atZero[failure], atOne[*first] - atOne[failure]);
    }
    return range;
}

LoadBearing loadBearing(const LoadInput &input, const BootstrapOptions &options)
{
    const Eigen::ArrayXd &sum = input.means.sum;
    const ServedCells asItIs = cellsIn(sum, 0);
    LoadBearing result;
    result.equalSteps = failureLosses(asItIs, cellsIn(sum, 1), input.step, input.values);
    result.badWeek =
            failureLosses(asItIs, cellsIn(sum, 2), input.badWeek.worsening(), input.values);
    if (!isKnown(input.badWeek))
        result.badWeek.first.reset();
    result.badWeekFrom = input.badWeek;
    result.withoutPredictions = input.withoutPredictions;
    result.headroom = headroom(input.cells, input.values, input.withoutPredictions);

    ResampledLosses equalSteps;
    ResampledLosses badWeeks;
    const auto drawnWeeks = drawnAgain(input.badWeek, options.resamples, options.seed);
    auto times = drawnWeeks.begin();
    for (const auto &resample : input.means.resampledSum.rowwise()) {
        const PerFailure<double> &weeks = *times++;
        const ServedCells drawn = cellsIn(resample, 0);
        // Where one use outweighs all others, an approximation may leave nothing.
        if (!(drawn.uses() > 0.0) || !(cellsIn(resample, 1).uses() > 0.0)
            || !(cellsIn(resample, 2).uses() > 0.0))
            continue;
        equalSteps.add(lossesAlone(drawn, cellsIn(resample, 1), input.step, input.values));
        PerFailure<double> inBadWeek =
                lossesAlone(drawn, cellsIn(resample, 2),
                            scaledTo(drawn, asItIs, input.badWeek, weeks), input.values);
        // How much slower it is was worked out once: a loss in waits grows about as it does.
        inBadWeek.latency *= weeks.latency;
        badWeeks.add(inBadWeek);
    }
    result.firstWithEqualSteps = equalSteps.firstShare();
    result.firstInBadWeek = badWeeks.firstShare();
    result.equalStepsRange = equalSteps.range();
    result.badWeekRange = badWeeks.range();
    result.verdict = loadVerdict(result.equalSteps, result.badWeek, result.firstWithEqualSteps,
                                 result.firstInBadWeek);
    result.sameFirst = sameFirstRange(asItIs, cellsIn(sum, 1), input.step, input.values);
    return result;
}

Result<LoadBearing> loadBearing(const PairedRows &rows, const OutcomesAtSlowdown &outcomes,
                                const LoadTerms &question, const BootstrapOptions &options,
                                const JobControl &job)
{
    assert(rows.uses() > 0);
    const UseTerms &terms = question.terms;
    const AtSlowdowns at(rows, outcomes, question, job);
    const auto groups = groupsForMeans(rows, options);
    LoadInput input;
    input.step = {question.step, question.step, question.step};
    input.badWeek = badWeek(
            rows, failureShares(rows, at.now, terms.patience, question.lateCounts),
            question.periods, [&](double slower) { return at.lateShare(1.0 + slower); }, groups);
    auto means = servedMeans(rows, groups,
                             {[&] { return at.now; }, [&] { return outcomes(1.0 + question.step); },
                              [&] { return outcomes(1.0 + input.badWeek.slower.value_or(0.0)); }},
                             terms.patience, options, job);
    if (!means)
        return means.problem();
    input.means = std::move(means).value();
    input.values = terms.values;
    const double prevalence = (rows.weight * rows.label.cast<double>()).sum() / rows.weight.sum();
    input.withoutPredictions =
            question.withoutPredictions.value_or(valueWithoutPredictions(prevalence, terms.values));
    input.cells = [&at](double slowdown) { return at.cells(slowdown); };
    LoadBearing result = loadBearing(input, options);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

} // namespace oneinn
