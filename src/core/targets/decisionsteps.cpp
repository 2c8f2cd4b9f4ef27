// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/decisionsteps.h"

#include "core/infinity.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Hands the rows in time of the tie group that starts at `place` to add(positive, weight); the
/// place after the group.
template<typename Add>
std::size_t overTie(const BudgetSlice &slice, std::size_t place, const Add &add)
{
    const ScoreOrder &order = slice.order();
    const double *weight = order.weights();
    const std::int32_t end = slice.onTimeRanks().end;
    do {
        if (order.latencyKeys()[place] < end)
            add(order.positive(place), weight ? weight[place] : 1.0);
        ++place;
    } while (place < order.size() && !order.firstOfTie(place));
    return place;
}

} // namespace

DecisionSteps::DecisionSteps(const UseSlice &slice)
    : m_slice(slice)
    , m_decided(slice.decided()->counts(Threshold::alertOnNothing()))
    , m_place(slice.decided()->firstOnTimeFrom(0))
    , m_stayingPlace(slice.staying().firstOnTimeFrom(0))
{
    const OperatingCounts staying = slice.staying().counts(Threshold::alertOnNothing());
    m_stayingAll = {staying.fn.weight, staying.tn.weight};
    const ScoreOrder &order = slice.decided()->order();
    m_interval = {m_place < order.size() ? order.score(m_place) : -infinity, infinity};
}

bool DecisionSteps::next()
{
    const BudgetSlice &decided = *m_slice.decided();
    const BudgetSlice &staying = m_slice.staying();
    if (m_place >= decided.order().size())
        return false;
    const double score = m_interval.low;
    const std::size_t after = overTie(decided, m_place, [this](bool positive, double weight) {
        (positive ? m_shown.positive : m_shown.negative) += {1.0, weight, weight * weight};
    });
    m_place = decided.firstOnTimeFrom(after);
    // The same rows by score, in an order of their own, and without time-outs.
    if (&staying != &decided && m_stayingPlace < staying.order().size()
        && staying.order().score(m_stayingPlace) >= score) {
        const std::size_t stayed =
                overTie(staying, m_stayingPlace, [this](bool positive, double weight) {
                    (positive ? m_stayingShown.positive : m_stayingShown.negative) += weight;
                });
        m_stayingPlace = staying.firstOnTimeFrom(stayed);
    }
    const ScoreOrder &order = decided.order();
    m_interval = {m_place < order.size() ? order.score(m_place) : -infinity, score};
    return true;
}

OperatingCounts DecisionSteps::ends() const
{
    OperatingCounts counts = m_decided;
    counts.tp = m_shown.positive;
    counts.fp = m_shown.negative;
    counts.fn = m_decided.fn - m_shown.positive;
    counts.tn = m_decided.tn - m_shown.negative;
    return m_slice.ends(counts,
                        {m_stayingShown.positive, m_stayingShown.negative,
                         std::max(0.0, m_stayingAll.positive - m_stayingShown.positive),
                         std::max(0.0, m_stayingAll.negative - m_stayingShown.negative)});
}

} // namespace oneinn
