// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/useslice.h"

#include "core/policies/scenariorows.h"

#include <algorithm>
#include <cstddef>
#include <functional>

namespace oneinn {

namespace {

/// The cell of a use that ends in an answer or in silence.
Tally &cellOf(OperatingCounts &counts, bool positive, bool shown)
{
    if (positive)
        return shown ? counts.tp : counts.fn;
    return shown ? counts.fp : counts.tn;
}

OperatingCounts operator+(const OperatingCounts &a, const OperatingCounts &b)
{
    return {.tp = a.tp + b.tp,
            .fp = a.fp + b.fp,
            .fn = a.fn + b.fn,
            .tn = a.tn + b.tn,
            .latePositive = a.latePositive + b.latePositive,
            .lateNegative = a.lateNegative + b.lateNegative,
            .latePositiveCaught = {},
            .lateNegativeCaught = {}};
}

OperatingCounts cellsOf(const OperatingCounts &counts)
{
    OperatingCounts cells;
    cells.tp = counts.tp;
    cells.fp = counts.fp;
    cells.fn = counts.fn;
    cells.tn = counts.tn;
    return cells;
}

OperatingCounts withLate(OperatingCounts counts, const ClassTallies &late)
{
    counts.latePositive += late.positive;
    counts.lateNegative += late.negative;
    return counts;
}

} // namespace

OperatingCounts UseSlice::withFailures(OperatingCounts counts) const
{
    return withLate(counts, m_rows->all()->failures());
}

OperatingCounts UseSlice::withAnsweredFailures(OperatingCounts counts) const
{
    return withLate(counts, m_lostAnswered);
}

OperatingCounts UseSlice::ends(Threshold threshold) const
{
    return ends(m_decided->counts(threshold),
                m_staying == m_decided ? ConfusionMatrix() : m_staying->counts(threshold).matrix());
}

OperatingCounts UseSlice::ends(OperatingCounts counts, const ConfusionMatrix &staying) const
{
    counts = cellsOf(counts);
    if (m_staying != m_decided) {
        counts.tp = counts.tp.partWeighing(staying.tp());
        counts.fp = counts.fp.partWeighing(staying.fp());
        counts.fn = counts.fn.partWeighing(staying.fn());
        counts.tn = counts.tn.partWeighing(staying.tn());
    }
    counts.latePositive = m_leftPositive + m_failed.positive + m_refused.positive;
    counts.lateNegative = m_leftNegative + m_failed.negative + m_refused.negative;
    return counts + m_lateEnds;
}

OperatingCounts UseSlice::endsIfAllWait(Threshold threshold) const
{
    return cellsOf(m_decided->counts(threshold)) + m_lateEndsIfAllWait;
}

OperatingCounts UseSlice::endsIfAllWait(Threshold threshold, const OperatingCounts &timed) const
{
    return m_decided == m_onTime ? cellsOf(timed) + m_lateEndsIfAllWait : endsIfAllWait(threshold);
}

Waterfall UseSlice::waterfall(Threshold threshold, const OperatingCounts &timed) const
{
    const OperatingCounts uses = ends(
            m_decided == m_onTime ? timed : m_decided->counts(threshold),
            m_staying == m_decided ? ConfusionMatrix() : m_staying->counts(threshold).matrix());
    const Tally late = missedByLateness(timed, threshold);
    // Positives that are silent: those in time are the model's misses, of the others some.
    const Tally cutOff = m_lateEnds.fn + m_lateEnds.latePositive;
    Waterfall result;
    result[UsePart::RightShown] = uses.tp;
    result[UsePart::MissedByLateness] = late;
    result[UsePart::MissedByModel] = (uses.fn - m_lateEnds.fn) + (cutOff - late);
    result[UsePart::GoneGood] = m_leftPositive;
    result.leaving(true) = m_leavingPositive;
    result.leaving(false) = m_leavingNegative;
    result[UsePart::WrongShown] = uses.fp;
    result[UsePart::RightlySilent] = uses.tn;
    result[UsePart::UnansweredBad] = m_lateEnds.lateNegative;
    result[UsePart::GoneBad] = m_leftNegative;
    result[UsePart::FailedGood] = m_failed.positive;
    result[UsePart::FailedBad] = m_failed.negative;
    result[UsePart::RefusedGood] = m_refused.positive;
    result[UsePart::RefusedBad] = m_refused.negative;
    result[UsePart::UnansweredGood] = m_lateEnds.latePositive;
    result[UsePart::InTimeGood] = m_timed.fn;
    result[UsePart::InTimeBad] = m_timed.tn;
    result[UsePart::LateGood] = m_timed.latePositive + m_lostAnswered.positive;
    result[UsePart::LateBad] = m_timed.lateNegative + m_lostAnswered.negative;
    return result;
}

/// counts: in the file, late rows apart.
Tally UseSlice::missedByLateness(const OperatingCounts &counts, Threshold threshold) const
{
    if (m_rule.waitsForLate())
        return {};
    const auto below =
            std::partition_point(m_replaced.begin(), m_replaced.end(),
                                 [&](const Replaced &use) { return use.score >= threshold.value; });
    const Replaced replaced = below == m_replaced.begin() ? Replaced() : *(below - 1);
    return (counts.latePositiveCaught - replaced.all).part(m_stayingAtDeadline) + replaced.silent;
}

/// Of the uses that the threshold decides, those whose users leave.
void UseSlice::leave()
{
    if (m_staying == m_decided)
        return;
    const OperatingCounts all = m_decided->counts(Threshold::alertOnNothing());
    const OperatingCounts staying = m_staying->counts(Threshold::alertOnNothing());
    m_leftPositive = all.fn.partWeighing(all.fn.weight - staying.fn.weight);
    m_leftNegative = all.tn.partWeighing(all.tn.weight - staying.tn.weight);
    const ClassTallies squares = squaredStaying();
    const auto leaving = [](double whole, double once, double twice) {
        return ChanceSquares{std::max(0.0, whole - once),
                             std::max(0.0, whole - 2.0 * once + twice)};
    };
    m_leavingPositive =
            leaving(all.fn.squaredWeight, squares.positive.weight, staying.fn.squaredWeight);
    m_leavingNegative =
            leaving(all.tn.squaredWeight, squares.negative.weight, staying.tn.squaredWeight);
}

/// Of the uses that the threshold decides, as `weight`: weights squared, each by the chance that
/// its user stays. Without weights that is how many stay.
ClassTallies UseSlice::squaredStaying() const
{
    const Predictions &file = *m_rows->all()->predictions();
    const OperatingCounts staying = m_staying->counts(Threshold::alertOnNothing());
    if (!file.weight())
        return {.positive = staying.fn, .negative = staying.tn};
    ClassTallies sums;
    const Predictions &there = *m_rows->staying()->predictions();
    const std::vector<std::uint32_t> &rows = m_rows->all()->latency().rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        if (!m_rule.ownDecides({(*there.latency())[use]}))
            continue;
        Tally &sum = there.label()[use] != 0 ? sums.positive : sums.negative;
        sum.weight += (*file.weight())[rows[i]] * (*there.weight())[use];
    }
    return sums;
}

/// Uses that end at the deadline.
void UseSlice::cutOff(const Tally &positive, const Tally &negative)
{
    const bool unanswered = m_rule.cutOff().decision == UseDecision::Unanswered;
    const auto add = [&](OperatingCounts &ends, double staying) {
        (unanswered ? ends.latePositive : ends.fn) += positive.part(staying);
        (unanswered ? ends.lateNegative : ends.tn) += negative.part(staying);
    };
    add(m_lateEnds, m_stayingAtDeadline);
    add(m_lateEndsIfAllWait, 1.0);
    m_leftPositive += positive.part(1.0 - m_stayingAtDeadline);
    m_leftNegative += negative.part(1.0 - m_stayingAtDeadline);
    m_leavingPositive.add(positive.squaredWeight, 1.0 - m_stayingAtDeadline);
    m_leavingNegative.add(negative.squaredWeight, 1.0 - m_stayingAtDeadline);
}

void UseSlice::endLateUses(const UsesQuestion &scenario)
{
    m_timed = m_onTime->counts(Threshold::alertOnNothing());
    m_failed = m_rows->all()->failed();
    m_refused = m_rows->all()->refused();
    const bool anyLost = m_rows->all()->failedRows() + m_rows->all()->refusedRows() > 0;
    if (m_rule.waitsForLate() || !(anyLost || m_timed.late().rows > 0.0))
        return;
    m_stayingAtDeadline = m_rows->patience().stillWaiting(m_rule.cutOff().wait);
    if (m_rule.asksOther() && m_rows->paired())
        fallBack(scenario);
    else if (cutsOffAtOnce())
        cutOff(m_timed.latePositive, m_timed.lateNegative);
    else
        cutOffEach({});
    sumReplaced();
}

/// Whether all that are cut off have waited equally long, for what anybody can tell.
bool UseSlice::cutsOffAtOnce() const
{
    return m_rows->everyoneWaits() || !m_rows->all()->predictions()->isPaced();
}

/// One that another model answers.
void UseSlice::standIn(const PairedRows &rows, Eigen::Index use, bool shown, StandIns &stood)
{
    const bool failed = rows.failedAt(use, 0);
    const double pace = rows.paceAt(use);
    const Answer own{failed ? UseDecision::Failed : UseDecision::NotShown, {rows.timedAt(use)}};
    const Answer other{shown ? UseDecision::Shown : UseDecision::NotShown,
                       {rows.latency(use, 1) / pace}};
    const End end = m_rule.onClock(m_rule.end(own, other), own, {rows.latency(use, 0)}, pace);
    const double staying = m_rows->patience().stillWaiting(end.wait);
    const double weight = rows.weight[use];
    const Tally one{1.0, weight, weight * weight};
    const bool positive = rows.label[use] != 0;
    cellOf(m_lateEnds, positive, shown) += one.part(staying);
    cellOf(m_lateEndsIfAllWait, positive, shown) += one;
    (positive ? m_leftPositive : m_leftNegative) += one.part(1.0 - staying);
    (positive ? m_leavingPositive : m_leavingNegative).add(one.squaredWeight, 1.0 - staying);
    const bool refused = rows.refusedAt(use, 0);
    ClassTallies &which = refused ? stood.refused : failed ? stood.failed : stood.late;
    (positive ? which.positive : which.negative) += one;
    if (!positive || failed)
        return;
    m_replaced.push_back({rows.score(use, 0), one, shown ? Tally() : one.part(staying)});
}

/// Late uses that nobody else answered, each at the deadline of its own: a look at every late row.
void UseSlice::cutOffEach(const std::vector<bool> &answered)
{
    const PredictionIndex &all = *m_rows->all();
    const Predictions &predictions = *all.predictions();
    const std::vector<std::uint32_t> &rows = all.latency().rows();
    for (auto i = static_cast<std::size_t>(all.latency().rowsWithin(m_rule.deadline().value));
         i < rows.size(); ++i) {
        const std::uint32_t row = rows[i];
        if (!answered.empty() && answered[row])
            continue;
        const double weight = predictions.weight() ? (*predictions.weight())[row] : 1.0;
        const Tally one{1.0, weight, weight * weight};
        const bool positive = predictions.label()[row] != 0;
        m_stayingAtDeadline =
                m_rows->patience().stillWaiting({m_rule.deadline().value * predictions.pace(row)});
        cutOff(positive ? one : Tally(), positive ? Tally() : one);
        if (positive)
            m_replaced.push_back({predictions.score()[row], one, one.part(m_stayingAtDeadline)});
    }
}

/// From the highest score down, each with all above it.
void UseSlice::sumReplaced()
{
    if (!cutsOffAtOnce())
        std::ranges::stable_sort(m_replaced, std::ranges::greater(), &Replaced::score);
    for (std::size_t i = 1; i < m_replaced.size(); ++i) {
        m_replaced[i].all += m_replaced[i - 1].all;
        m_replaced[i].silent += m_replaced[i - 1].silent;
    }
}

/// A pass over the paired rows. What has no partner is cut off.
void UseSlice::fallBack(const UsesQuestion &scenario)
{
    const PairedRows &rows = *m_rows->paired();
    const double threshold = scenario.fallback->threshold.value;
    StandIns stood;
    std::vector<bool> answered(cutsOffAtOnce() ? 0 : m_rows->all()->predictions()->rows());
    for (const std::uint32_t place : m_rows->pairedByScore()) {
        const auto use = static_cast<Eigen::Index>(place);
        const bool needed = rows.failedAt(use, 0) || !m_rule.ownDecides({rows.timedAt(use)});
        if (!needed || rows.failedAt(use, 1))
            continue;
        standIn(rows, use, rows.score(use, 1) >= threshold, stood);
        if (!answered.empty())
            answered[rows.row[place]] = true;
    }
    if (answered.empty())
        cutOff(m_timed.latePositive - stood.late.positive,
               m_timed.lateNegative - stood.late.negative);
    else
        cutOffEach(answered);
    m_lostAnswered = {stood.failed.positive + stood.refused.positive,
                      stood.failed.negative + stood.refused.negative};
    m_failed = {m_failed.positive - stood.failed.positive,
                m_failed.negative - stood.failed.negative};
    m_refused = {m_refused.positive - stood.refused.positive,
                 m_refused.negative - stood.refused.negative};
}

} // namespace oneinn
