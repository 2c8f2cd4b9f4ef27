// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/thresholddoubts.h"

#include "core/assessment.h"
#include "core/clusterednearbest.h"
#include "core/doubts/chosenagain.h"
#include "core/doubts/drawunits.h"
#include "core/doubts/plateaus.h"
#include "core/doubts/slicerows.h"
#include "core/eigenindex.h"
#include "core/metrics/proportion.h"
#include "core/parallel.h"
#include "core/policies/useslice.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

namespace oneinn {

namespace {

constexpr double outsideRange = 0.05; ///< of resamples, at either end

/// Those that end in something: where a latency is asked for, rows of an unknown one do not.
std::vector<std::uint32_t> rowsWithAnEnd(const UseSlice &slice, const UsesQuestion &question)
{
    const Predictions &all = *slice.rows().all()->predictions();
    std::vector<std::uint32_t> rows = all.select(question.selection, Calls::All);
    if (asksForLatencies(question, all.hasLatency()))
        rows.erase(std::remove_if(rows.begin(), rows.end(),
                                  [&all](std::uint32_t row) {
                                      return !all.failed(row) && std::isnan((*all.latency())[row]);
                                  }),
                   rows.end());
    return rows;
}

void addTotals(const Predictions &predictions, const std::vector<std::uint32_t> &rows,
               const DrawUnits &units, DrawnUses &uses)
{
    const auto width = eigenIndex(std::max<std::size_t>(1, uses.secondUnits));
    uses.positives = Eigen::MatrixXd::Zero(eigenIndex(uses.firstUnits), width);
    uses.negatives = uses.positives;
    for (const std::uint32_t row : rows) {
        Eigen::MatrixXd &sums = predictions.label()[row] != 0 ? uses.positives : uses.negatives;
        sums(units.first().of(row), units.second() ? units.second()->of(row) : 0) +=
                predictions.weight() ? (*predictions.weight())[row] : 1.0;
    }
}

void numberPositions(const UseSlice &slice, const DrawUnits &units, DrawnUses &uses,
                     unsigned threads)
{
    const SliceRows rows(slice);
    uses.first.resize(rows.size());
    uses.second.resize(units.second() ? rows.size() : 0);
    rows.forEach(
            threads,
            [&units](std::uint32_t row) {
                units.first().prefetch(row);
                if (units.second())
                    units.second()->prefetch(row);
            },
            // What is late or of an unknown latency may have no number.
            [&](std::size_t position, std::uint32_t row) {
                uses.first[position] = units.first().of(row);
                if (units.second())
                    uses.second[position] = units.second()->of(row);
            });
}

DrawnUses drawnUses(const UseSlice &slice, const std::vector<std::uint32_t> &rows,
                    const DrawUnits &units, unsigned threads)
{
    DrawnUses uses;
    uses.firstUnits = units.first().size();
    uses.secondUnits = units.second() ? units.second()->size() : 0;
    addTotals(*slice.rows().all()->predictions(), rows, units, uses);
    numberPositions(slice, units, uses, threads);
    return uses;
}

/// Nearest rank from either end, as percentileInterval() has it. cuts: rising, thresholds falling.
Interval rangeOf(const std::vector<std::uint32_t> &sorted, const ThresholdCuts &cuts)
{
    const auto outside =
            static_cast<std::size_t>(static_cast<double>(sorted.size()) * outsideRange);
    const ThresholdInterval high = cuts.thresholds(sorted[outside]);
    const ThresholdInterval low = cuts.thresholds(sorted[sorted.size() - 1 - outside]);
    const bool everything = std::isinf(low.low);
    return {everything ? low.low : low.operatingThreshold().value, high.operatingThreshold().value};
}

Interval withinScores(const Interval &range, const ScoreOrder &order)
{
    const double lowest = order.score(order.size() - 1);
    const double highest = order.score(0);
    return {std::clamp(range.low, lowest, highest), std::clamp(range.high, lowest, highest)};
}

std::vector<Plateau> plateausOf(const ChosenAgain &chosen, const std::vector<double> &gains,
                                const ThresholdCuts &cuts, const RedrawQuestion &question,
                                double slack)
{
    const double dip = std::max(slack, negligibleLoss * gains[question.best]);
    std::vector<Plateau> plateaus;
    for (const ChosenRange &range : chosenRanges(gains, chosen.cut, dip)) {
        if (plateaus.size() == mostPlateaus)
            break;
        plateaus.push_back(
                {{cuts.thresholds(range.last).low, cuts.thresholds(range.first).high},
                 static_cast<double>(range.times) / static_cast<double>(chosen.cut.size())});
    }
    return plateaus;
}

std::optional<ChoiceDoubts> choiceDoubts(const ThresholdCuts &cuts, const DrawnUses &uses,
                                         const RedrawQuestion &question, const JobControl &job)
{
    const ChosenAgain chosen = chosenAgain(cuts, uses, question, job);
    const auto optimism = chosen.optimism();
    if (!optimism)
        return std::nullopt;
    std::vector<std::uint32_t> sorted = chosen.cut;
    std::sort(sorted.begin(), sorted.end());
    const std::vector<double> gains = gainsByCut(cuts, uses, question);
    const double slack = question.gain.slack(uses.positives.sum(), uses.negatives.sum());
    ChoiceDoubts doubts;
    // What rounding leaves of nothing is nothing.
    doubts.optimism = std::max(0.0, *optimism);
    doubts.range = rangeOf(sorted, cuts);
    doubts.scoresInRange = withinScores(doubts.range, cuts.slice().order());
    doubts.plateaus = plateausOf(chosen, gains, cuts, question, slack);
    doubts.chosen.reserve(sorted.size());
    for (const std::uint32_t cut : sorted)
        doubts.chosen.push_back(cuts.thresholds(cut).operatingThreshold().value);
    doubts.resamples = chosen.cut.size();
    return doubts;
}

bool tellsOfChoice(const DrawUnits &units, std::size_t uses)
{
    const bool clustered = units.source() != ClusterSource::Rows;
    return static_cast<double>(uses) >= fewestToTell
            && (!clustered || static_cast<double>(units.fewest()) >= fewestClusters);
}

/// As if uses were independent where these are drawn.
std::optional<NearBest> nearBestBy(ClusterSource source, const UseSlice &slice,
                                   const DoubtsQuestion &question, const Outlook &quick)
{
    if (source == ClusterSource::Rows || !quick.nearBest || !mayBeClustered(slice.rows()))
        return quick.nearBest;
    const ClassFactors factors = restatement(slice, question.baseRate);
    const Tally uses = slice.ends(Threshold::alertOnNothing()).rebased(factors).uses();
    return clusteredNearBest(slice, question, factors, ValueGain(question.values),
                             quick.mostValuable.threshold, uses);
}

} // namespace

DoubtsQuestion doubtsQuestion(const Scenario &scenario)
{
    DoubtsQuestion question;
    static_cast<ValueQuestion &>(question) = scenario;
    return question;
}

bool canDrawBy(const Predictions &predictions, ClusterSource by)
{
    const bool inGroups = predictions.rowsAlike() == RowsAlike::InGroups;
    if (by == ClusterSource::Cases)
        return rowClusters(predictions).who == ClusterOf::Case;
    if (by == ClusterSource::Groups)
        return inGroups;
    const bool users = by == ClusterSource::Users || by == ClusterSource::UsersAndDays;
    const bool days = by == ClusterSource::Days || by == ClusterSource::UsersAndDays;
    return (!users || (predictions.userId() && !inGroups)) && (!days || predictions.day());
}

bool ThresholdDoubts::isBest(Threshold threshold) const
{
    return std::any_of(best.intervals.begin(), best.intervals.end(),
                       [&](const ThresholdInterval &each) { return each.contains(threshold); });
}

namespace {

/// Of the best of all these uses.
auto choiceOf(const UseSlice &slice, const DrawnUses &uses, const ThresholdDoubts &doubts,
              const JobControl &job, unsigned threads)
{
    const ThresholdCuts cuts(slice.staying(), {doubts.best.threshold});
    const std::size_t best = cuts.cutOf(doubts.best.threshold);
    return choiceDoubts(cuts, uses,
                        {.gain = ValueGain(doubts.question.values),
                         .baseRate = doubts.question.baseRate,
                         .best = best,
                         .reference = best,
                         .resamples = doubts.question.resamples,
                         .seed = doubts.question.seed,
                         .threads = threads},
                        job);
}

Result<ThresholdDoubts> unlessStopped(ThresholdDoubts doubts, const JobControl &job)
{
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    job.report(1.0);
    return doubts;
}

Result<ThresholdDoubts> doubtsOf(const ScenarioRows &rows, const DoubtsQuestion &question,
                                 bool choiceAlone, const JobControl &job, unsigned threads)
{
    assert(rows.fit(question) && question.resamples > 0);
    const auto slice = rows.at(question);
    const std::vector<std::uint32_t> ending = rowsWithAnEnd(*slice, question);
    if (ending.empty())
        return Problem{.kind = ProblemKind::NothingUsable};
    OutlookQuestion outlooked;
    static_cast<ValueQuestion &>(outlooked) = question;
    const auto quick = quickOutlook(*slice, outlooked);

    ThresholdDoubts doubts;
    doubts.question = question;
    doubts.best = quick->mostValuable;
    doubts.uses = static_cast<double>(ending.size());
    const DrawUnits units(*rows.all()->predictions(), ending, question.by);
    doubts.by = units.source();
    doubts.clusters = static_cast<double>(units.fewest());
    const bool tells = tellsOfChoice(units, ending.size());
    DrawnUses uses;
    // Either waits for memory most of the time.
    const auto prepare = [&](bool near, unsigned of) {
        if (near) {
            if (!choiceAlone)
                doubts.nearBest = nearBestBy(doubts.by, *slice, question, *quick);
            return;
        }
        if (!choiceAlone)
            doubts.firstAndLast = firstAndLast(*slice, question, ending, of);
        if (tells)
            uses = drawnUses(*slice, ending, units, of);
    };
    const unsigned parts = std::min(2U, threadsFor(ending.size(), threads));
    inParts(2, parts, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end && !job.stopRequested(); ++i)
            prepare(i == 0, std::max(1U, threads - (parts - 1)));
    });
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    if (tells)
        doubts.choice = choiceOf(*slice, uses, doubts, job, threads);
    return unlessStopped(std::move(doubts), job);
}

} // namespace

Result<ThresholdDoubts> thresholdDoubts(const ScenarioRows &rows, const DoubtsQuestion &question,
                                        const JobControl &job, unsigned threads)
{
    return doubtsOf(rows, question, false, job, threads);
}

Result<ThresholdDoubts> choiceDoubtsAlone(const ScenarioRows &rows, const DoubtsQuestion &question,
                                          const JobControl &job, unsigned threads)
{
    return doubtsOf(rows, question, true, job, threads);
}

} // namespace oneinn
