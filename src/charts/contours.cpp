// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <tuple>

namespace oneinn::charts {

namespace {

/// A line crosses an edge of the grid: the one from a place to its right or upper neighbour.
struct Edge {
    std::size_t column = 0;
    std::size_t row = 0;
    bool upwards = false;

    bool operator<(const Edge &other) const
    {
        return std::tie(row, column, upwards) < std::tie(other.row, other.column, other.upwards);
    }
    bool operator==(const Edge &) const = default;
};

/// The lines' pieces, by the edges they join; an edge is met by two at most.
class Pieces {
public:
    void join(const Edge &a, const Edge &b)
    {
        m_neighbours[a].push_back(b);
        m_neighbours[b].push_back(a);
    }

    /// Takes out whole lines until none is left: open ones from end to end, then closed ones.
    template<typename Place> QList<QList<QPointF>> lines(const Place &place)
    {
        QList<QList<QPointF>> found;
        for (const bool open : {true, false}) {
            for (const auto &[edge, neighbours] : m_neighbours) {
                if (neighbours.size() == (open ? 1U : 2U))
                    found.append(lineFrom(edge, place));
            }
        }
        return found;
    }

private:
    template<typename Place> QList<QPointF> lineFrom(Edge edge, const Place &place)
    {
        QList<QPointF> line{place(edge)};
        while (!m_neighbours[edge].empty()) {
            const Edge next = m_neighbours[edge].back();
            m_neighbours[edge].pop_back();
            auto &back = m_neighbours[next];
            back.erase(std::find(back.begin(), back.end(), edge));
            line.append(place(next));
            edge = next;
        }
        return line;
    }

    std::map<Edge, std::vector<Edge>> m_neighbours;
};

/// One square of the grid: corners from the lower left one, anticlockwise.
class Square {
public:
    static std::optional<Square> at(const GridValues &grid, std::size_t column, std::size_t row)
    {
        const std::array<std::optional<double>, 4> corners{
                grid.at(column, row), grid.at(column + 1, row), grid.at(column + 1, row + 1),
                grid.at(column, row + 1)};
        if (!std::all_of(corners.begin(), corners.end(), [](const auto &c) { return bool(c); }))
            return std::nullopt;
        Square square;
        for (std::size_t i = 0; i < corners.size(); ++i)
            square.m_corners[i] = *corners[i];
        // Side i leads from corner i to the next.
        square.m_sides = {Edge{column, row, false}, Edge{column + 1, row, true},
                          Edge{column, row + 1, false}, Edge{column, row, true}};
        return square;
    }

    void addTo(Pieces &pieces, double level) const
    {
        std::vector<std::size_t> crossed;
        for (std::size_t i = 0; i < 4; ++i) {
            if (above(i, level) != above((i + 1) % 4, level))
                crossed.push_back(i);
        }
        if (crossed.size() == 2)
            pieces.join(m_sides[crossed[0]], m_sides[crossed[1]]);
        if (crossed.size() < 4)
            return;
        // Each piece cuts off one corner: those that are unlike the middle.
        const double middle = (m_corners[0] + m_corners[1] + m_corners[2] + m_corners[3]) / 4.0;
        const std::size_t first = above(0, level) == (middle >= level) ? 1 : 0;
        for (const std::size_t corner : {first, first + 2})
            pieces.join(m_sides[(corner + 3) % 4], m_sides[corner]);
    }

private:
    bool above(std::size_t corner, double level) const { return m_corners[corner] >= level; }

    std::array<double, 4> m_corners{};
    std::array<Edge, 4> m_sides{};
};

QPointF placeOn(const GridValues &grid, const Edge &edge, double level)
{
    const double from = *grid.at(edge.column, edge.row);
    const double to =
            *grid.at(edge.column + (edge.upwards ? 0 : 1), edge.row + (edge.upwards ? 1 : 0));
    const double part = (level - from) / (to - from);
    const QPointF start(static_cast<double>(edge.column), static_cast<double>(edge.row));
    return start + (edge.upwards ? QPointF(0.0, part) : QPointF(part, 0.0));
}

/// The largest 1, 2 or 5 times a power of ten that is no larger.
double niceStep(double atMost)
{
    const double power = std::pow(10.0, std::floor(std::log10(atMost)));
    for (const double digit : {5.0, 2.0}) {
        if (digit * power <= atMost)
            return digit * power;
    }
    return power;
}

/// Dividing by the inverse keeps 0.3 and the like free of binary dust.
double roundedTo(double value, double step)
{
    return step >= 1.0 ? std::round(value / step) * step
                       : std::round(value / step) / std::round(1.0 / step);
}

} // namespace

std::vector<double> sortedValues(const GridValues &grid)
{
    std::vector<double> sorted;
    for (const auto &value : grid.values) {
        if (value && std::isfinite(*value))
            sorted.push_back(*value);
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

QList<QList<QPointF>> contourLines(const GridValues &grid, double level)
{
    Pieces pieces;
    for (std::size_t row = 0; row + 1 < grid.rows; ++row) {
        for (std::size_t column = 0; column + 1 < grid.columns; ++column) {
            if (const auto square = Square::at(grid, column, row))
                square->addTo(pieces, level);
        }
    }
    return pieces.lines([&](const Edge &edge) { return placeOn(grid, edge, level); });
}

std::vector<double> contourLevels(const GridValues &grid, std::size_t atMost)
{
    const std::vector<double> sorted = sortedValues(grid);
    std::vector<double> levels;
    if (sorted.empty())
        return levels;
    const auto quantile = [&](std::size_t part) {
        return sorted[std::min(sorted.size() - 1, part * sorted.size() / (atMost + 1))];
    };
    for (std::size_t part = 1; part <= atMost; ++part) {
        const double here = quantile(part);
        const double gap = std::min(here - quantile(part - 1), quantile(part + 1) - here);
        if (!(gap > 0.0))
            continue;
        const double level = roundedTo(here, niceStep(gap));
        const bool inside = level > sorted.front() && level < sorted.back();
        if (inside && (levels.empty() || level > levels.back()))
            levels.push_back(level);
    }
    return levels;
}

} // namespace oneinn::charts
