// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/waterfall.h"

#include "wording/names.h"

#include <algorithm>

namespace oneinn::report {

using pictures::Anchor;
using pictures::Role;

namespace {

constexpr double roomForAmounts = 20.0; ///< above the highest bar and below the lowest
constexpr double roomForNames = 22.0;
constexpr double underNames = 6.0;
constexpr double boldNumber = 1.1; ///< times what textWidth() reckons with
constexpr double barShare = 0.62;  ///< of a column's width

Interval waterfallScaleOf(const std::vector<WaterfallBar> &columns)
{
    Interval scale{0.0, 0.0};
    for (const WaterfallBar &bar : columns) {
        scale.low = std::min({scale.low, bar.from, bar.to, bar.range.low});
        scale.high = std::max({scale.high, bar.from, bar.to, bar.range.high});
    }
    if (!(scale.width() > 0.0))
        scale.high = 1.0;
    return scale;
}

void drawWhisker(pictures::Picture *picture, const WaterfallFrame &frame, double middle,
                 const Interval &range)
{
    if (!(range.width() > 0.0))
        return;
    const pictures::Shape whisker{.stroke = Role::Text, .width = 1.4};
    const double low = frame.y(range.low);
    const double high = frame.y(range.high);
    picture->line({middle, low}, {middle, high}, whisker);
    picture->line({middle - 4.0, low}, {middle + 4.0, low}, whisker);
    picture->line({middle - 4.0, high}, {middle + 4.0, high}, whisker);
}

} // namespace

WaterfallFrame::WaterfallFrame(const QRectF &area, const std::vector<WaterfallBar> &columns,
                               std::optional<double> below)
    : m_area(area)
    , m_column(area.width() / static_cast<double>(columns.size()))
    , m_below(below.value_or(roomForAmounts + roomForNames))
    , m_scale(waterfallScaleOf(columns))
{
}

double WaterfallFrame::y(double amount) const
{
    const double room = m_area.height() - roomForAmounts - m_below;
    return m_area.top() + roomForAmounts + room * (m_scale.high - amount) / m_scale.width();
}

void drawWaterfallBar(pictures::Picture *picture, const WaterfallFrame &frame, std::size_t at,
                      const WaterfallBar &bar)
{
    const double middle = frame.middle(at);
    const double wide = barShare * frame.column();
    const double top = frame.y(std::max(bar.from, bar.to));
    const double bottom = frame.y(std::min(bar.from, bar.to));
    picture->rectangle({middle - wide / 2.0, top, wide, std::max(1.0, bottom - top)}, {bar.fill});
    drawWhisker(picture, frame, middle, bar.range);
    const bool above = bar.isTotal ? bar.to >= 0.0 : bar.to >= bar.from;
    const double edge = above ? frame.y(std::max({bar.from, bar.to, bar.range.high}))
                              : frame.y(std::min({bar.from, bar.to, bar.range.low}));
    // The outer ones may be wider than their columns.
    const double half =
            std::min(boldNumber * pictures::textWidth(bar.number), picture->size().width()) / 2.0;
    const double centre = std::clamp(middle, half, picture->size().width() - half);
    picture->text({centre, above ? edge - 6.0 : edge + 15.0}, bar.number,
                  {.anchor = Anchor::Middle, .bold = bar.isTotal});
}

void drawWaterfall(pictures::Picture *picture, const std::vector<WaterfallBar> &columns,
                   const QRectF &area)
{
    const WaterfallFrame frame(area, columns);
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
        const double level = frame.y(columns[i].to);
        picture->line({frame.middle(i), level}, {frame.middle(i + 1), level},
                      {.stroke = Role::Axis, .dash = 2.0, .gap = 3.0});
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        drawWaterfallBar(picture, frame, i, columns[i]);
        picture->text({frame.middle(i), area.bottom() - underNames},
                      fittedTo(frame.column() - besideNames, columns[i].name),
                      {.color = Role::Quiet, .anchor = Anchor::Middle});
    }
    const double zero = frame.y(0.0);
    picture->line({area.left(), zero}, {area.right(), zero}, {.stroke = Role::Axis});
}

QString fittedTo(double width, const QString &text)
{
    QString fitted = text;
    while (fitted.size() > 3 && pictures::textWidth(fitted) > width)
        fitted = wording::middleElided(text, fitted.size() - 1);
    return fitted;
}

} // namespace oneinn::report
