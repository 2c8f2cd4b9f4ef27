// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/decimate.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace oneinn::charts {

namespace {

bool isNumber(const QPointF &p)
{
    return !std::isnan(p.x()) && !std::isnan(p.y());
}

QPointF crossing(const QPointF &a, const QPointF &b, double x)
{
    return {x, std::lerp(a.y(), b.y(), (x - a.x()) / (b.x() - a.x()))};
}

/// The points inside, and where the line enters and leaves.
QList<QPointF> cut(std::span<const QPointF> points, double low, double high)
{
    QList<QPointF> inside;
    inside.reserve(static_cast<qsizetype>(points.size()) + 2);
    const QPointF *previous = nullptr;
    for (const auto &point : points) {
        if (!isNumber(point))
            continue;
        if (previous && previous->x() < low && point.x() > low)
            inside.append(crossing(*previous, point, low));
        if (previous && previous->x() < high && point.x() > high)
            inside.append(crossing(*previous, point, high));
        if (point.x() > high)
            break;
        if (point.x() >= low)
            inside.append(point);
        previous = &point;
    }
    return inside;
}

/// First, lowest, highest and last of the points [first, end), in their order, each once.
void appendExtremes(QList<QPointF> &result, const QList<QPointF> &points, qsizetype first,
                    qsizetype end)
{
    const auto lower = [](const QPointF &a, const QPointF &b) { return a.y() < b.y(); };
    const auto [lowest, highest] =
            std::minmax_element(points.begin() + first, points.begin() + end, lower);
    const qsizetype low = lowest - points.begin();
    const qsizetype high = highest - points.begin();
    const std::array<qsizetype, 4> kept{first, std::min(low, high), std::max(low, high), end - 1};
    for (std::size_t k = 0; k < kept.size(); ++k) {
        if (k == 0 || kept[k] != kept[k - 1])
            result.append(points.at(kept[k]));
    }
}

} // namespace

QList<QPointF> decimate(std::span<const QPointF> points, double low, double high, int columns)
{
    auto inside = cut(points, low, high);
    if (columns < 1 || !(low < high) || inside.size() <= 4)
        return inside;
    const auto columnOf = [&](const QPointF &p) {
        return std::min(static_cast<int>((p.x() - low) / (high - low) * columns), columns - 1);
    };

    QList<QPointF> result;
    result.reserve(std::min<qsizetype>(inside.size(), 4 * static_cast<qsizetype>(columns)));
    for (qsizetype first = 0; first < inside.size();) {
        const int column = columnOf(inside.at(first));
        qsizetype end = first + 1;
        while (end < inside.size() && columnOf(inside.at(end)) == column)
            ++end;
        appendExtremes(result, inside, first, end);
        first = end;
    }
    return result;
}

QList<QPointF> stepPoints(std::span<const QPointF> points, Step step)
{
    QList<QPointF> corners;
    corners.reserve(2 * static_cast<qsizetype>(points.size()));
    const auto add = [&corners](QPointF p) {
        if (corners.isEmpty() || corners.back() != p)
            corners.append(p);
    };
    for (const auto &point : points) {
        if (!isNumber(point))
            continue;
        if (!corners.isEmpty()) {
            const auto before = corners.back();
            add(step == Step::After ? QPointF(point.x(), before.y())
                                    : QPointF(before.x(), point.y()));
        }
        add(point);
    }
    return corners;
}

} // namespace oneinn::charts
