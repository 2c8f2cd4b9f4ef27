// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/axismapping.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace oneinn::charts {

namespace {

double logit(double p)
{
    return std::log(p) - std::log1p(-p);
}

double logistic(double x)
{
    // Either branch keeps full precision in its small tail.
    return x < 0.0 ? std::exp(x) / (1.0 + std::exp(x)) : 1.0 / (1.0 + std::exp(-x));
}

/// Never empty, never infinite.
std::pair<double, double> widened(double low, double high)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {0.0, 1.0};
    if (low > high)
        std::swap(low, high);
    const double room = std::max(std::abs(low), std::abs(high)) * 1e-9;
    if (high - low > room)
        return {low, high};
    const double half = std::max(0.5, room);
    return {low - half, high + half};
}

/// 0.5, 0.9, 0.99, ... and their mirror images, thinned evenly on both sides of 0.5 until they fit.
/// Each is a distance from the middle in decades: 0 is 0.5, 2 is 0.99, -2 is 0.01.
std::vector<int> oddsDecades(double low, double high, int atMost)
{
    constexpr int deepest = 15;
    for (int stride = 1; stride <= deepest; ++stride) {
        std::vector<int> decades;
        for (int d = -(deepest / stride) * stride; d <= deepest; d += stride) {
            const double tail = std::pow(10.0, -std::abs(d));
            const double axis = d == 0 ? 0.0 : std::copysign(-logit(tail), d);
            if (axis >= low && axis <= high)
                decades.push_back(d);
        }
        if (decades.size() <= static_cast<std::size_t>(atMost))
            return decades;
    }
    return {};
}

Tick oddsTick(int decade, const QLocale &locale)
{
    const double tail = std::pow(10.0, -std::abs(decade));
    const double step = decade == 0 ? 0.1 : tail;
    const double value = decade == 0 ? 0.5 : decade < 0 ? tail : 1.0 - tail;
    const double axis = decade == 0 ? 0.0 : std::copysign(-logit(tail), decade);
    return {axis, numberText(value, step, locale)};
}

} // namespace

AxisMapping AxisMapping::score(double low, double high)
{
    const auto [from, to] = widened(low, high);
    return {Kind::Score, from, to};
}

AxisMapping AxisMapping::logOdds(double smallest, double largest)
{
    const auto inside = [](double s) { return s > 0.0 && s < 1.0; };
    if (!inside(smallest) || !inside(largest))
        return {Kind::LogOdds, logit(0.01), logit(0.99)};
    const auto [low, high] = widened(logit(smallest), logit(largest));
    // Apart from the ends, so that "more than every score but 1" is a place of its own.
    const double margin = (high - low) * 0.02;
    return {Kind::LogOdds, low - margin, high + margin};
}

AxisMapping AxisMapping::logOdds(std::span<const double> descending)
{
    const auto below1 = std::ranges::partition_point(descending, [](double s) { return s >= 1.0; });
    const auto below0 = std::ranges::partition_point(descending, [](double s) { return s > 0.0; });
    if (below1 >= below0)
        return logOdds(0.0, 1.0);
    return logOdds(*(below0 - 1), *below1);
}

AxisMapping AxisMapping::rank(std::span<const double> descending, double smallestShare,
                              std::size_t knots)
{
    AxisMapping mapping(Kind::Rank, 0.0, 1.0);
    const auto rows = static_cast<double>(descending.size());
    const double end = -std::log10(std::clamp(smallestShare, 1e-15, 1.0));
    knots = std::max<std::size_t>(knots, 2);
    const bool thin = descending.size() > knots;
    const double gap = end / static_cast<double>(knots - 1);

    // From the lowest score up: the count of rows at or above it shrinks.
    std::size_t remaining = descending.size();
    while (remaining > 0) {
        const double score = descending[remaining - 1];
        const double axis = -std::log10(static_cast<double>(remaining) / rows);
        if (std::isfinite(score))
            mapping.m_knots.push_back({score, axis == 0.0 ? 0.0 : axis});
        if (axis >= end && !mapping.m_knots.empty())
            break;
        const auto group =
                std::ranges::lower_bound(descending.first(remaining), score, std::greater<>{});
        std::size_t next = static_cast<std::size_t>(group - descending.begin());
        if (thin && next > 0) {
            // No closer than one gap, unless the highest score comes first.
            const auto wanted = static_cast<std::size_t>(rows * std::pow(10.0, -(axis + gap)));
            next = std::max<std::size_t>(std::min(next, wanted), 1);
            // Never into the middle of a tied group: its share is that of all its rows.
            const double tied = descending[next - 1];
            const auto past = std::ranges::partition_point(descending,
                                                           [tied](double s) { return s >= tied; });
            next = static_cast<std::size_t>(past - descending.begin());
        }
        remaining = next;
    }
    if (mapping.m_knots.empty())
        mapping.m_knots.push_back({0.0, 0.0});
    const double top = mapping.m_knots.back().axis;
    mapping.m_high = top > 0.0 ? std::min(end, top) : 1.0;
    if (!(mapping.m_high > 0.0))
        mapping.m_high = 1.0;
    return mapping;
}

AxisMapping AxisMapping::logTime(double lowMs, double highMs)
{
    if (!(lowMs > 0.0) || !(highMs > 0.0) || !std::isfinite(lowMs) || !std::isfinite(highMs))
        return {Kind::LogTime, 1.0, 4.0};
    const auto [low, high] = widened(std::log10(lowMs), std::log10(highMs));
    return {Kind::LogTime, low, high};
}

double AxisMapping::toAxis(double score) const
{
    double axis = score;
    switch (m_kind) {
    case Kind::Score:
        break;
    case Kind::LogOdds:
        axis = score <= 0.0 ? m_low : score >= 1.0 ? m_high : logit(score);
        break;
    case Kind::Rank:
        axis = rankAxis(score);
        break;
    case Kind::LogTime:
        axis = score <= 0.0 ? m_low : std::log10(score);
        break;
    }
    return std::clamp(axis, m_low, m_high);
}

double AxisMapping::toScore(double axis) const
{
    axis = std::clamp(axis, m_low, m_high);
    switch (m_kind) {
    case Kind::Score:
        break;
    case Kind::LogOdds:
        return axis == m_low ? 0.0 : axis == m_high ? 1.0 : logistic(axis);
    case Kind::Rank:
        return rankScore(axis);
    case Kind::LogTime:
        return std::pow(10.0, axis);
    }
    return axis;
}

double AxisMapping::rankAxis(double score) const
{
    const auto above = std::ranges::lower_bound(m_knots, score, {}, &Knot::score);
    if (above == m_knots.end())
        return m_high;
    if (above == m_knots.begin() || above->score == score)
        return above->axis;
    const auto &below = *(above - 1);
    const double part = (score - below.score) / (above->score - below.score);
    return std::lerp(below.axis, above->axis, part);
}

double AxisMapping::rankScore(double axis) const
{
    const auto above = std::ranges::lower_bound(m_knots, axis, {}, &Knot::axis);
    if (above == m_knots.end())
        return m_knots.back().score;
    if (above == m_knots.begin() || above->axis == axis)
        return above->score;
    const auto &below = *(above - 1);
    const double part = (axis - below.axis) / (above->axis - below.axis);
    return std::lerp(below.score, above->score, part);
}

namespace {

std::vector<Tick> logOddsTicks(double low, double high, int atMost, const QLocale &locale)
{
    std::vector<Tick> result;
    // Within a few decades even scores are still far enough apart.
    constexpr std::size_t wide = 4;
    if (oddsDecades(low, high, std::numeric_limits<int>::max()).size() >= wide) {
        for (const int decade : oddsDecades(low, high, atMost))
            result.push_back(oddsTick(decade, locale));
        return result;
    }
    result = numberTicks(logistic(low), logistic(high), atMost, locale);
    std::erase_if(result, [](const Tick &t) { return t.axis <= 0.0 || t.axis >= 1.0; });
    for (auto &tick : result)
        tick.axis = std::clamp(logit(tick.axis), low, high);
    return result;
}

/// Ticks at decades of a quantity that the axis shows by a logarithm; `sign` -1: downwards.
std::vector<Tick> decadeTicks(double low, double high, int atMost, int sign,
                              QString (*text)(double, const QLocale &), const QLocale &locale)
{
    const double from = std::pow(10.0, sign > 0 ? low : -high);
    const double to = std::pow(10.0, sign > 0 ? high : -low);
    std::vector<Tick> result;
    for (const double value : niceDecades(from, to, atMost))
        result.push_back(
                {std::clamp(sign * std::log10(value) + 0.0, low, high), text(value, locale)});
    if (sign < 0)
        std::ranges::reverse(result);
    return result;
}

} // namespace

std::vector<Tick> AxisMapping::ticks(int atMost, const QLocale &locale) const
{
    switch (m_kind) {
    case Kind::Score:
        return numberTicks(m_low, m_high, atMost, locale);
    case Kind::LogOdds:
        return logOddsTicks(m_low, m_high, atMost, locale);
    case Kind::Rank:
        return decadeTicks(m_low, m_high, atMost, -1, percentText, locale);
    case Kind::LogTime:
        return decadeTicks(m_low, m_high, atMost, 1, durationText, locale);
    }
    return {};
}

} // namespace oneinn::charts
