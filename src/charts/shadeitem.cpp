// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/shadeitem.h"

#include "charts/halotext.h"
#include "charts/plotframe.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

namespace {

constexpr qreal shadeAir = 6.0;

} // namespace

/// The words of a shade, above the lines of the grid: these would run through them.
class ShadeItem::Label final : public QGraphicsItem {
public:
    explicit Label(ShadeItem *shade)
        : QGraphicsItem(shade->m_frame->chart())
        , m_shade(shade)
    {
        setZValue(PlotFrame::GridLayer);
        setAcceptedMouseButtons(Qt::NoButton);
    }
    void arrange()
    {
        prepareGeometryChange();
        m_place = m_shade->labelPlace();
        update();
    }
    QRectF boundingRect() const override
    {
        constexpr qreal halo = 2.0;
        return m_place.adjusted(-halo, -halo, halo, halo);
    }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *) override
    {
        if (m_place.isNull())
            return;
        const ChartColors &colors = m_shade->m_frame->colors();
        const bool late = m_shade->m_meaning == Meaning::Late;
        painter->setFont(m_shade->m_frame->labelFont());
        const QFontMetricsF metrics(painter->font());
        drawHaloText(painter, {m_place.left(), m_place.top() + metrics.ascent()}, m_shade->m_label,
                     late ? colors.badText : colors.goodText, colors.background);
    }

private:
    ShadeItem *m_shade;
    QRectF m_place;
};

ShadeItem::ShadeItem(Meaning meaning, PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_meaning(meaning)
    , m_frame(frame)
    , m_words(new Label(this))
{
    setZValue(PlotFrame::ShadeLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, [this] {
        prepareGeometryChange();
        update();
        m_words->arrange();
    });
    connect(frame, &PlotFrame::colorsChanged, this, [this] {
        update();
        m_words->arrange();
    });
}

void ShadeItem::setRange(std::optional<std::pair<double, double>> range)
{
    if (range == m_range)
        return;
    prepareGeometryChange();
    m_range = range;
    update();
    m_words->arrange();
}

void ShadeItem::setLabel(const QString &label)
{
    m_label = label;
    m_words->arrange();
}

QRectF ShadeItem::shade() const
{
    if (!m_range)
        return {};
    const auto &axis = m_frame->horizontal();
    const double low = std::clamp(m_range->first, axis.low, axis.high);
    const double high = std::clamp(m_range->second, axis.low, axis.high);
    if (!(low < high))
        return {};
    const auto plot = m_frame->plotArea();
    const double left = m_frame->toPixels({low, 0.0}).x();
    const double right = m_frame->toPixels({high, 0.0}).x();
    return {left, plot.top(), right - left, plot.height()};
}

/// Null where there is no room.
QRectF ShadeItem::labelPlace() const
{
    const QRectF area = shade();
    if (m_label.isEmpty() || area.isEmpty())
        return {};
    const QFontMetricsF metrics(m_frame->labelFont());
    const QSizeF size(metrics.horizontalAdvance(m_label), metrics.height());
    const QRectF inside = area.adjusted(shadeAir, shadeAir, -shadeAir, -shadeAir);
    const bool atTop = m_meaning == Meaning::AsGood;
    const qreal y = atTop ? inside.top() : inside.bottom() - size.height();
    if (size.width() <= inside.width())
        return {{inside.left(), y}, size};
    if (!atTop)
        return {};
    const QRectF plot = m_frame->plotArea();
    const QRectF before({area.left() - shadeAir - size.width(), y}, size);
    const QRectF after({area.right() + shadeAir, y}, size);
    if (plot.contains(before))
        return before;
    return plot.contains(after) ? after : QRectF();
}

QRectF ShadeItem::boundingRect() const
{
    return shade().united(labelPlace());
}

void ShadeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto area = shade();
    if (area.isEmpty())
        return;
    const auto &colors = m_frame->colors();
    const bool late = m_meaning == Meaning::Late;
    painter->fillRect(area, late ? colors.lateShade : colors.shownShade);
    if (m_meaning == Meaning::AsGood) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        for (const qreal end : {area.left(), area.right() - 1.0})
            painter->fillRect(QRectF(end, area.top(), 1.0, area.height()), colors.goodPale);
    }
}

} // namespace oneinn::charts

#include "moc_shadeitem.cpp"
