// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rowends.h"

#include "core/policies/scenariorows.h"

#include <cmath>
#include <cstddef>
#include <limits>

namespace oneinn {

namespace {

constexpr std::int32_t noPartner = -1;

std::optional<OwnCell> ownCellOf(bool good, UseDecision decision)
{
    if (decision == UseDecision::Shown)
        return good ? OwnCell::Tp : OwnCell::Fp;
    if (decision == UseDecision::NotShown)
        return good ? OwnCell::Fn : OwnCell::Tn;
    return std::nullopt;
}

} // namespace

void addEnd(UseEntries &use, const EndParts &parts, double weight, double staying)
{
    use.add(ClusterColumns::columnOf(parts.ifThere), weight * staying);
    if (parts.unansweredGood)
        use.add(ClusterColumns::columnOf(UsePart::UnansweredGood), weight * staying);
    if (!parts.byTime)
        return;
    use.add(ClusterColumns::columnOf(parts.ifGone), weight * (1.0 - staying));
    use.add(ClusterColumns::columnOf(*parts.byTime), weight);
}

RowEnds::RowEnds(const UseSlice &slice, const UsesQuestion &question, Threshold threshold)
    : m_predictions(*slice.rows().all()->predictions())
    , m_rule(slice.rule())
    , m_patience(slice.rows().patience())
    , m_threshold(threshold.value)
    , m_timed(asksForLatencies(question, m_predictions.hasLatency()))
{
    if (!m_rule.asksOther() || !slice.rows().paired())
        return;
    m_paired = slice.rows().paired();
    m_fallbackThreshold = question.fallback->threshold.value;
    m_partner.assign(static_cast<std::size_t>(m_predictions.rows()), noPartner);
    for (std::size_t use = 0; use < m_paired->row.size(); ++use)
        m_partner[m_paired->row[use]] = static_cast<std::int32_t>(use);
}

UseEntries RowEnds::of(std::uint32_t row) const
{
    UseEntries use;
    const auto end = rowEnd(row, isShown(row));
    if (!end)
        return use;
    addEnd(use, end->use.parts, end->use.weight, end->use.staying);
    const bool good = m_predictions.label()[row] != 0;
    if (const auto cell = ownCellOf(good, end->decision))
        use.add(ClusterColumns::columnOf(*cell), end->use.weight);
    return use;
}

std::optional<SummedEnd> RowEnds::endIf(std::uint32_t row, bool shown) const
{
    const auto end = rowEnd(row, shown);
    return end ? std::optional(end->use) : std::nullopt;
}

std::optional<RowEnds::RowEnd> RowEnds::rowEnd(std::uint32_t row, bool shown) const
{
    const Answer own = answerOf(row, shown);
    const bool lost = isLost(own.decision);
    if (!lost && std::isnan(own.after.value))
        return std::nullopt;
    const double pace = m_predictions.pace(row);
    const double ownWait = m_timed ? (*m_predictions.wait())[row] : 0.0;
    const End end = m_rule.onClock(endOf(row, own), own, {ownWait}, pace);
    const bool decides = !lost && m_rule.ownDecides(own.after);
    const bool ends = isLost(end.decision) || decides;
    const bool good = m_predictions.label()[row] != 0;
    return RowEnd{{.parts = endParts(good, end.decision, end.late,
                                     ends ? OwnAnswer::Decides : cutOffAnswer(own.decision)),
                   .weight = m_predictions.weight() ? (*m_predictions.weight())[row] : 1.0,
                   .staying = stayingFor(end.wait),
                   .decided = ends},
                  end.decision};
}

Answer RowEnds::answerOf(std::uint32_t row, bool shown) const
{
    if (m_predictions.failed(row))
        return {m_predictions.refused(row) ? UseDecision::Refused : UseDecision::Failed,
                {std::numeric_limits<double>::quiet_NaN()}};
    return {shown ? UseDecision::Shown : UseDecision::NotShown,
            {m_timed ? (*m_predictions.latency())[row] : 0.0}};
}

End RowEnds::endOf(std::uint32_t row, const Answer &own) const
{
    const std::int32_t partner = m_partner.empty() ? noPartner : m_partner[row];
    if (partner == noPartner)
        return m_rule.end(own);
    const Eigen::Index use = partner;
    if (m_paired->failedAt(use, 1))
        return m_rule.end(own, {UseDecision::Failed, {}});
    return m_rule.end(own,
                      {m_paired->score(use, 1) >= m_fallbackThreshold ? UseDecision::Shown
                                                                      : UseDecision::NotShown,
                       {m_paired->latency(use, 1) / m_predictions.pace(row)}});
}

double RowEnds::stayingFor(Milliseconds wait) const
{
    if (m_patience.everyoneWaits() || std::isnan(wait.value))
        return 1.0;
    return m_patience.stillWaiting(wait);
}

} // namespace oneinn
