// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/answeredwithin.h"

#include "core/decision/objectives.h"
#include "core/policies/scenariorows.h"

#include <algorithm>
#include <limits>
#include <vector>

namespace oneinn {

namespace {

constexpr double longestInTime = std::numeric_limits<double>::max(); ///< a time-out is not

/// Whether late uses end without an answer of anybody.
bool cutsOff(const UseSlice &slice)
{
    return !slice.rule().waitsForLate() && !(slice.rule().asksOther() && slice.rows().paired());
}

/// Answers by when they are there, restated.
class AnswerTimes {
public:
    AnswerTimes(const UseSlice &slice, const ClassFactors &factors)
        : m_index(*slice.rows().all())
        , m_factors(factors)
        , m_replacedAfter(longestInTime)
    {
        if (m_index.predictions()->isPaced())
            addEach(slice);
        if (slice.rule().asksOther() && slice.rows().paired())
            replace(*slice.rows().paired(), slice.rule());
    }

    /// Weight, rows and squares of the uses answered within a wait; the rest is what all have more.
    Tally within(double wait) const
    {
        Tally tally = ownWithin(std::min(wait, m_replacedAfter));
        for (const Replaced &use : m_replaced) {
            if (use.wait > wait)
                break;
            if (!use.isCutOff)
                tally += use.tally;
        }
        return tally;
    }
    Tally all() const
    {
        const OperatingCounts counts = ownCounts(longestInTime);
        const ClassTallies failed = m_index.failures();
        return (counts.fn + counts.tn) + counts.late()
                + (failed.positive.scaled(m_factors.positive)
                   + failed.negative.scaled(m_factors.negative));
    }

    std::optional<Milliseconds> waitForShare(double share) const
    {
        const double wanted = (share - objectiveRounding) * all().weight;
        if (ownWithin(m_replacedAfter).weight >= wanted)
            return firstOwnWait(wanted);
        double there = ownWithin(m_replacedAfter).weight;
        for (const Replaced &use : m_replaced) {
            there += use.tally.weight;
            if (there >= wanted)
                return Milliseconds{use.wait};
        }
        return std::nullopt;
    }

private:
    struct Replaced {
        double wait;
        Tally tally;
        bool isCutOff = false; ///< it would be there then, were it waited for
    };

    OperatingCounts ownCounts(double wait) const
    {
        return m_index.at(Milliseconds{wait})
                ->counts(Threshold::alertOnNothing())
                .rebased(m_factors);
    }
    Tally ownWithin(double wait) const
    {
        const OperatingCounts counts = ownCounts(wait);
        return counts.fn + counts.tn;
    }

    /// The shortest latency within which so much weight has its own answer; there must be one.
    Milliseconds firstOwnWait(double weight) const
    {
        const LatencyDistribution &latency = m_index.latency();
        Eigen::Index low = 0;
        Eigen::Index high = latency.rowsWithin(m_replacedAfter) - 1;
        while (low < high) {
            const Eigen::Index middle = low + (high - low) / 2;
            if (ownWithin(latency.at(middle)).weight >= weight)
                high = middle;
            else
                low = middle + 1;
        }
        return {latency.at(std::max<Eigen::Index>(0, low))};
    }

    /// Budgets of their own: no wait says for all which are in time, so each use is looked at.
    void addEach(const UseSlice &slice)
    {
        const Predictions &all = *m_index.predictions();
        m_replacedAfter = -1.0;
        for (const std::uint32_t row : m_index.latency().rows()) {
            const double wait = (*all.wait())[row];
            const bool inTime = slice.rule().ownDecides({(*all.latency())[row]});
            if (wait > longestInTime || (!inTime && !cutsOff(slice)))
                continue;
            const double weight = all.weight() ? (*all.weight())[row] : 1.0;
            add({wait, {1.0, weight, weight * weight}, !inTime}, all.label()[row] != 0);
        }
        sort();
    }
    void add(Replaced use, bool good)
    {
        use.tally = use.tally.scaled(good ? m_factors.positive : m_factors.negative);
        m_replaced.push_back(use);
    }
    void sort() { std::ranges::stable_sort(m_replaced, {}, &Replaced::wait); }

    /// Late and failed uses with a row of the other model; those without one get no answer.
    void replace(const PairedRows &rows, const EndRule &rule)
    {
        if (!rows.isPaced())
            m_replacedAfter = std::min(rule.deadline().value, longestInTime);
        for (Eigen::Index use = 0; use < rows.uses(); ++use) {
            const bool failed = rows.failedAt(use, 0);
            const Answer own{failed ? UseDecision::Failed : UseDecision::NotShown,
                             {rows.timedAt(use)}};
            if (rows.failedAt(use, 1) || (!failed && rule.ownDecides(own.after)))
                continue;
            const double pace = rows.paceAt(use);
            const End end = rule.onClock(
                    rule.end(own, {UseDecision::NotShown, {rows.latency(use, 1) / pace}}), own,
                    {rows.latency(use, 0)}, pace);
            if (end.wait.value > longestInTime)
                continue;
            const double weight = rows.weight[use];
            add({end.wait.value, {1.0, weight, weight * weight}}, rows.label[use] != 0);
        }
        sort();
    }

    const PredictionIndex &m_index;
    ClassFactors m_factors;
    double m_replacedAfter;           ///< what comes later is replaced, if by anything
    std::vector<Replaced> m_replaced; ///< by wait
};

} // namespace

std::optional<AnsweredWithin> answeredWithin(const UseSlice &slice, const ClassFactors &factors,
                                             const Targets::AnsweredWithin &target)
{
    if (slice.rows().all()->latency().empty())
        return std::nullopt;
    const AnswerTimes times(slice, factors);
    AnsweredWithin result;
    result.limit = target.wait;
    const bool cutAtOnce = cutsOff(slice) && !slice.rows().all()->predictions()->isPaced();
    if (cutAtOnce)
        result.limit.value = std::min(target.wait.value, slice.rule().deadline().value);
    result.yes = times.within(std::min(result.limit.value, longestInTime));
    result.no = times.all() - result.yes;
    result.waitForShare = times.waitForShare(target.share);
    return result;
}

} // namespace oneinn
