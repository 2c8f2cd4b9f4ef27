// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/staritem.h"

#include "charts/halotext.h"
#include "charts/plotframe.h"

#include <QChart>
#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>

#include <cmath>
#include <numbers>

namespace oneinn::charts {

namespace {

constexpr qreal outerRadius = 9.0;
constexpr qreal innerRadius = 3.8;
constexpr qreal starHitRadius = 12.0;
constexpr qreal starLabelGap = 4.0;

QPolygonF star()
{
    constexpr int points = 5;
    QPolygonF polygon;
    for (int i = 0; i < 2 * points; ++i) {
        const double angle = (double(i) / points - 0.5) * std::numbers::pi;
        const double radius = i % 2 == 0 ? outerRadius : innerRadius;
        polygon.append({radius * std::cos(angle), radius * std::sin(angle)});
    }
    return polygon;
}

} // namespace

StarItem::StarItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setZValue(PlotFrame::MarkLayer);
    setFlag(ItemIsFocusable);
    setAcceptedMouseButtons(Qt::LeftButton);
    setCursor(Qt::PointingHandCursor);
    connect(frame, &PlotFrame::geometryChanged, this, &StarItem::arrange);
    connect(frame, &PlotFrame::colorsChanged, this, [this] { update(); });
    arrange();
}

void StarItem::setPlace(std::optional<QPointF> axisUnits)
{
    m_place = axisUnits;
    arrange();
}

void StarItem::setLabel(const QString &label)
{
    m_label = label;
    arrange();
}

void StarItem::setDescription(const QString &text)
{
    setToolTip(text);
    setObjectName(text);
}

void StarItem::arrange()
{
    prepareGeometryChange();
    setVisible(m_place.has_value());
    if (m_place)
        setPos(m_frame->toPixels(m_frame->clamped(*m_place)));
    update();
    Q_EMIT arranged();
}

QRectF StarItem::covered() const
{
    return m_place ? mapRectToParent(boundingRect()) : QRectF();
}

QRectF StarItem::labelPlace() const
{
    const QFontMetricsF metrics(m_frame->labelFont());
    const qreal width = metrics.horizontalAdvance(m_label);
    const bool right = x() + outerRadius + starLabelGap + width <= m_frame->plotArea().right();
    const qreal left = right ? outerRadius + starLabelGap : -outerRadius - starLabelGap - width;
    return {left, -metrics.height() / 2.0, width, metrics.height()};
}

QRectF StarItem::boundingRect() const
{
    constexpr qreal halo = 2.0;
    const QRectF hit(-starHitRadius, -starHitRadius, 2.0 * starHitRadius, 2.0 * starHitRadius);
    return hit.united(labelPlace().adjusted(-halo, -halo, halo, halo));
}

QPainterPath StarItem::shape() const
{
    QPainterPath path;
    path.addEllipse(QPointF(), starHitRadius, starHitRadius);
    return path;
}

void StarItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const ChartColors &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.ink, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(colors.background);
    painter->drawPolygon(star());
    if (widget && hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.focus, 2.0));
        painter->drawEllipse(QPointF(), starHitRadius - 1.0, starHitRadius - 1.0);
    }
    if (m_label.isEmpty())
        return;
    painter->setFont(m_frame->labelFont());
    const QRectF label = labelPlace();
    const QFontMetricsF metrics(painter->font());
    drawHaloText(painter, {label.left(), label.top() + metrics.ascent()}, m_label, colors.ink,
                 colors.background);
}

void StarItem::mousePressEvent(QGraphicsSceneMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
}

void StarItem::mouseReleaseEvent(QGraphicsSceneMouseEvent *event)
{
    if (contains(event->pos()))
        Q_EMIT activated();
}

void StarItem::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
        Q_EMIT activated();
    else
        event->ignore();
}

void StarItem::focusInEvent(QFocusEvent *)
{
    update();
}

void StarItem::focusOutEvent(QFocusEvent *)
{
    update();
}

} // namespace oneinn::charts

#include "moc_staritem.cpp"
