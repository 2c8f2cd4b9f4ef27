// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "pictures/picture.h"

#include <QPointF>
#include <QRectF>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn::report {

/// A bar from where the one before ended; a total stands on 0.
struct WaterfallBar {
    QString name = {};
    QString number = {};
    double from = 0.0;
    double to = 0.0;
    Interval range = {}; ///< of `to`; of no width: none is drawn
    pictures::Role fill = pictures::Role::Good;
    bool isTotal = false;
};

/// A column for each bar, and a height for each amount.
class WaterfallFrame {
public:
    /// All bars stand on one scale that has 0 in it. below: what is left free under it; absent: as
    /// much as names take, and numbers below bars.
    WaterfallFrame(const QRectF &area, const std::vector<WaterfallBar> &columns,
                   std::optional<double> below = {});

    double column() const { return m_column; }
    double middle(std::size_t bar) const
    {
        return m_area.left() + (static_cast<double>(bar) + 0.5) * m_column;
    }
    double y(double amount) const;
    const QRectF &area() const { return m_area; }

private:
    QRectF m_area;
    double m_column;
    double m_below;
    Interval m_scale;
};

/// Into a part of a picture: the bars, joined by dashed lines, each with its number, its 95 %
/// interval and its name under it.
void drawWaterfall(pictures::Picture *picture, const std::vector<WaterfallBar> &columns,
                   const QRectF &area);
/// One bar with its number and its interval, without its name.
void drawWaterfallBar(pictures::Picture *picture, const WaterfallFrame &frame, std::size_t at,
                      const WaterfallBar &bar);

inline constexpr double besideNames = 4.0; ///< between the names of two columns
/// A text, elided in its middle where it would be wider.
QString fittedTo(double width, const QString &text);

} // namespace oneinn::report
