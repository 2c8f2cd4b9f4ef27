// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/useslice.h"

#include "core/policies/scenariorows.h"

#include <algorithm>
#include <limits>

namespace oneinn {

namespace {

/// The same rows, each there only in part.
Tally partOf(const Tally &whole, double share)
{
    return {whole.rows * share, whole.weight * share, whole.squaredWeight * share};
}

Tally partWeighing(const Tally &whole, double weight)
{
    return partOf(whole, whole.weight > 0.0 ? std::min(1.0, weight / whole.weight) : 0.0);
}

/// Adds one use to the outcomes `end` and `gone`: as much to the first as its user stays.
void addUse(double weight, double staying, Tally &end, Tally &gone)
{
    const Tally use{1.0, weight, weight * weight};
    end += partOf(use, staying);
    gone += partOf(use, 1.0 - staying);
}

} // namespace

OperatingCounts UseSlice::ends(Threshold threshold) const
{
    return ends(m_decided->counts(threshold),
                m_staying == m_decided ? ConfusionMatrix() : m_staying->counts(threshold).matrix());
}

OperatingCounts UseSlice::ends(OperatingCounts counts, const ConfusionMatrix &staying) const
{
    if (m_staying != m_decided) {
        counts.tp = partWeighing(counts.tp, staying.tp());
        counts.fp = partWeighing(counts.fp, staying.fp());
        counts.fn = partWeighing(counts.fn, staying.fn());
        counts.tn = partWeighing(counts.tn, staying.tn());
    }
    return {.tp = counts.tp + m_lateEnds.tp,
            .fp = counts.fp + m_lateEnds.fp,
            .fn = counts.fn + m_lateEnds.fn,
            .tn = counts.tn + m_lateEnds.tn,
            .latePositive = m_lateEnds.latePositive + m_leftPositive,
            .lateNegative = m_lateEnds.lateNegative + m_leftNegative,
            .latePositiveCaught = {},
            .lateNegativeCaught = {}};
}

OperatingCounts UseSlice::left() const
{
    OperatingCounts counts;
    counts.latePositive = m_leftPositive;
    counts.lateNegative = m_leftNegative;
    return counts;
}

/// Of the uses that the threshold decides, those whose users leave.
void UseSlice::leave()
{
    if (m_staying == m_decided)
        return;
    const OperatingCounts all = m_decided->counts(Threshold::alertOnNothing());
    const OperatingCounts staying = m_staying->counts(Threshold::alertOnNothing());
    m_leftPositive = partWeighing(all.fn, all.fn.weight - staying.fn.weight);
    m_leftNegative = partWeighing(all.tn, all.tn.weight - staying.tn.weight);
}

void UseSlice::endInSilence(const Tally &positive, const Tally &negative, double staying)
{
    m_lateEnds.fn += partOf(positive, staying);
    m_lateEnds.tn += partOf(negative, staying);
    m_leftPositive += partOf(positive, 1.0 - staying);
    m_leftNegative += partOf(negative, 1.0 - staying);
}

void UseSlice::endLateUses(const UsesQuestion &scenario)
{
    const OperatingCounts counts = m_decided->counts(Threshold::alertOnNothing());
    const Milliseconds limit =
            m_decided->budget().value_or(Milliseconds{std::numeric_limits<double>::infinity()});
    const double staying = m_rows->patience().stillWaiting(limit);
    if (!(counts.late().rows > 0.0))
        return;
    // Of what is waited for without end, only time-outs are late; nobody stays for these.
    const bool endless = scenario.latePolicy == LatePolicy::Wait || !scenario.budget;
    if (!endless && scenario.latePolicy == LatePolicy::Unanswered) {
        m_lateEnds.latePositive = partOf(counts.latePositive, staying);
        m_lateEnds.lateNegative = partOf(counts.lateNegative, staying);
        m_leftPositive += partOf(counts.latePositive, 1.0 - staying);
        m_leftNegative += partOf(counts.lateNegative, 1.0 - staying);
    } else if (!endless && scenario.latePolicy == LatePolicy::FallBack && m_rows->paired()) {
        fallBack(scenario);
    } else {
        endInSilence(counts.latePositive, counts.lateNegative, staying);
    }
}

/// A pass over the paired rows. What has no partner ends in silence.
void UseSlice::fallBack(const UsesQuestion &scenario)
{
    const PairedRows &rows = *m_rows->paired();
    const double budget = scenario.budget->value;
    const double threshold = scenario.fallback->threshold.value;
    const bool atOnce = scenario.fallback->start == Fallback::Start::WithMain;
    const double *asked = rows.latency.col(0).data();
    const double *other = rows.latency.col(1).data();
    Tally alonePositive;
    Tally aloneNegative;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (asked[use] <= std::min(budget, std::numeric_limits<double>::max()))
            continue;
        const double wait = atOnce ? std::max(budget, other[use]) : budget + other[use];
        const double staying = m_rows->patience().stillWaiting({wait});
        const bool shown = rows.score(use, 1) >= threshold;
        const double weight = rows.weight[use];
        if (rows.label[use] != 0) {
            addUse(weight, staying, shown ? m_lateEnds.tp : m_lateEnds.fn, m_leftPositive);
            alonePositive += {1.0, weight, weight * weight};
        } else {
            addUse(weight, staying, shown ? m_lateEnds.fp : m_lateEnds.tn, m_leftNegative);
            aloneNegative += {1.0, weight, weight * weight};
        }
    }
    const OperatingCounts counts = m_decided->counts(Threshold::alertOnNothing());
    endInSilence(counts.latePositive - alonePositive, counts.lateNegative - aloneNegative,
                 m_rows->patience().stillWaiting({budget}));
}

} // namespace oneinn
