// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/planeaxes.h"

#include "plots/latencyaxis.h"
#include "plots/scoreaxis.h"

#include <algorithm>

namespace oneinn {

namespace {

/// As shares of the budgets' part of the axis.
constexpr double gapShare = 0.012;
constexpr double bandShare = 0.06;
constexpr double labelShare = 0.04; ///< no tick so close below the band's own
constexpr double planeStep = 1.0 / 200.0;

} // namespace

PlaneAxes::PlaneAxes(charts::AxisMapping score, charts::AxisMapping time)
    : m_score(std::move(score))
    , m_time(std::move(time))
{
}

PlaneAxes PlaneAxes::of(const PredictionIndex &index, charts::AxisMapping::Kind kind)
{
    return {scoreAxis(index, kind), latencyAxis(index.latency())};
}

double PlaneAxes::bandLow() const
{
    return m_time.high() + gapShare * (m_time.high() - m_time.low());
}

double PlaneAxes::bandHigh() const
{
    return bandLow() + bandShare * (m_time.high() - m_time.low());
}

double PlaneAxes::longest() const
{
    return roundedBudget(m_time.toScore(m_time.high()));
}

QRectF PlaneAxes::area() const
{
    return {m_score.low(), m_time.low(), m_score.high() - m_score.low(),
            m_time.high() - m_time.low()};
}

QRectF PlaneAxes::band() const
{
    return {m_score.low(), bandLow(), m_score.high() - m_score.low(), bandHigh() - bandLow()};
}

QPointF PlaneAxes::toAxis(Threshold threshold, Budget budget) const
{
    return {m_score.toAxis(threshold.value),
            budget ? m_time.toAxis(budget->value) : band().center().y()};
}

Threshold PlaneAxes::threshold(double x) const
{
    return x >= m_score.high() ? Threshold::alertOnNothing() : Threshold{m_score.toScore(x)};
}

Budget PlaneAxes::budget(double y) const
{
    if (y > (m_time.high() + bandLow()) / 2.0)
        return {};
    return Milliseconds{roundedBudget(m_time.toScore(y))};
}

Threshold PlaneAxes::stepped(Threshold from, int steps) const
{
    const double width = m_score.high() - m_score.low();
    const double to = m_score.toAxis(from.value) + steps * planeStep * width;
    return threshold(std::max(to, m_score.low()));
}

Budget PlaneAxes::stepped(Budget from, int steps) const
{
    if (!from && steps > 0)
        return from;
    // The first step down leads from none to the longest.
    const double to =
            from ? steppedBudget(from->value, steps) : steppedBudget(longest(), steps + 1);
    if (steps > 0 && to > longest())
        return {};
    return Milliseconds{std::max(to, roundedBudget(m_time.toScore(m_time.low())))};
}

charts::AxisSpec PlaneAxes::horizontal(const QString &title) const
{
    charts::AxisSpec spec = charts::mappedAxis(m_score, title);
    spec.gridLines = false; // they would run across the colours
    return spec;
}

charts::AxisSpec PlaneAxes::vertical(const QString &title, const QString &none) const
{
    const double clear = m_time.high() - labelShare * (m_time.high() - m_time.low());
    const charts::Tick noBudget{band().center().y(), none};
    const auto ticks = [mapping = m_time, clear, noBudget](int atMost) {
        std::vector<charts::Tick> all = mapping.ticks(atMost);
        std::erase_if(all, [&](const charts::Tick &tick) { return tick.axis > clear; });
        all.push_back(noBudget);
        return all;
    };
    return {m_time.low(), bandHigh(), title, ticks, false};
}

PlaneGrid PlaneAxes::grid(std::size_t columns, std::size_t rows) const
{
    const auto middle = [](const charts::AxisMapping &mapping, std::size_t i, std::size_t of) {
        const double share = (double(i) + 0.5) / double(of);
        return mapping.toScore(mapping.low() + share * (mapping.high() - mapping.low()));
    };
    PlaneGrid grid;
    for (std::size_t i = 0; i < columns; ++i)
        grid.thresholds.push_back({middle(m_score, i, columns)});
    for (std::size_t i = 0; i < rows; ++i) {
        const double budget = middle(m_time, i, rows);
        grid.budgets.emplace_back(Milliseconds{budget});
        const Budget round = Milliseconds{roundedBudget(budget)};
        if (grid.searched.empty() || grid.searched.back() != round)
            grid.searched.push_back(round);
    }
    const Budget round = Milliseconds{longest()};
    if (grid.searched.empty() || grid.searched.back() != round)
        grid.searched.push_back(round);
    grid.budgets.emplace_back();
    grid.searched.emplace_back();
    return grid;
}

} // namespace oneinn
