// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/rivalsitem.h"

#include "charts/decimate.h"
#include "charts/halotext.h"
#include "charts/plotframe.h"
#include "charts/polyline.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace oneinn::charts {

namespace {

constexpr qreal rivalWidth = 1.5;
constexpr qreal air = 5.0;         ///< between a curve and its name
constexpr qreal widestName = 0.75; ///< of the plot
constexpr qreal leastNamed = 30.0; ///< a shorter line has no room for its name
constexpr double places[] = {0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1};

/// Whether a line passes through a place. Pieces are short, or straight along an axis.
bool crosses(const QList<QPointF> &line, const QRectF &place)
{
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QRectF piece = QRectF(line[i - 1], line[i]).normalized();
        if (piece.right() >= place.left() && piece.left() <= place.right()
            && piece.bottom() >= place.top() && piece.top() <= place.bottom())
            return true;
    }
    return false;
}

/// Where a name may stand, and what it has to keep away from.
struct Surroundings {
    QRectF inside;
    QList<QList<QPointF>> lines; ///< the rivals
    QList<QPointF> avoided;
    QList<QRectF> taken; ///< by other names
};

/// What a name may cross for want of room; its edge keeps it readable.
enum class Crossing { Nothing, Rivals, Anything };

bool isFree(const QRectF &place, const Surroundings &around, Crossing crossing)
{
    const auto crossed = [&](const QList<QPointF> &line) { return crosses(line, place); };
    const auto covered = [&](const QRectF &other) { return other.intersects(place); };
    return around.inside.contains(place)
            && std::none_of(around.taken.begin(), around.taken.end(), covered)
            && (crossing == Crossing::Anything || !crossed(around.avoided))
            && (crossing != Crossing::Nothing
                || std::none_of(around.lines.begin(), around.lines.end(), crossed));
}

QRectF movedInside(const QRectF &place, const QRectF &inside)
{
    const qreal right = std::min(place.right(), inside.right());
    const qreal left = std::max(right - place.width(), inside.left());
    return {QPointF(left, place.top()), place.size()};
}

/// Beside the line if there is room, else on it.
std::optional<QRectF> placeFor(QSizeF size, const QList<QPointF> &line, const Surroundings &around)
{
    if (lengthOf(line) < leastNamed)
        return std::nullopt;
    const QPointF before(-air - size.width(), -air - size.height());
    const QPointF corners[] = {{air, air}, {before.x(), air}, {air, before.y()}, before};
    const QPointF middle(-size.width() / 2.0, -size.height() / 2.0);
    for (const double share : places) {
        for (const QPointF &corner : corners) {
            const QRectF place(along(line, share) + corner, size);
            if (isFree(place, around, Crossing::Nothing))
                return place;
        }
    }
    for (const Crossing crossing : {Crossing::Rivals, Crossing::Anything}) {
        for (const double share : places) {
            const QRectF onIt(along(line, share) + middle, size);
            const QRectF place = movedInside(onIt, around.inside);
            if (isFree(place, around, crossing))
                return place;
        }
    }
    return std::nullopt;
}

} // namespace

RivalsItem::RivalsItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setZValue(PlotFrame::BarLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, &RivalsItem::forget);
    connect(frame, &PlotFrame::colorsChanged, this, &RivalsItem::forget);
}

void RivalsItem::setCurves(QList<RivalCurve> curves, QList<QPointF> avoided)
{
    if (curves == m_curves && (avoided == m_avoided || curves.isEmpty()))
        return;
    m_curves = std::move(curves);
    m_avoided = std::move(avoided);
    forget();
}

void RivalsItem::forget()
{
    prepareGeometryChange();
    m_picture = {};
    update();
}

QRectF RivalsItem::boundingRect() const
{
    return m_curves.isEmpty() ? QRectF() : m_frame->plotArea();
}

QString RivalsItem::shownName(const RivalCurve &curve) const
{
    return QFontMetricsF(m_frame->labelFont())
            .elidedText(curve.name, Qt::ElideMiddle, widestName * m_frame->plotArea().width());
}

QList<QPointF> RivalsItem::inPixels(const QList<QPointF> &points) const
{
    const AxisSpec &axis = m_frame->horizontal();
    const auto columns = static_cast<int>(std::ceil(m_frame->plotArea().width()));
    QList<QPointF> pixels = decimate({points.constData(), static_cast<std::size_t>(points.size())},
                                     axis.low, axis.high, columns);
    std::transform(pixels.begin(), pixels.end(), pixels.begin(),
                   [this](QPointF point) { return m_frame->toPixels(point); });
    return pixels;
}

QList<QRectF> RivalsItem::namePlaces() const
{
    const QFontMetricsF metrics(m_frame->labelFont());
    const QRectF inside = m_frame->plotArea().adjusted(1.0, 1.0, -1.0, -1.0);
    Surroundings around{inside, {}, inPixels(m_avoided), {}};
    for (const RivalCurve &curve : m_curves)
        around.lines.append(inPixels(curve.points));
    for (qsizetype i = 0; i < m_curves.size(); ++i) {
        const QSizeF size(metrics.horizontalAdvance(shownName(m_curves[i])), metrics.height());
        around.taken.append(placeFor(size, around.lines[i], around).value_or(QRectF()));
    }
    return around.taken;
}

void RivalsItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const QRectF area = boundingRect();
    if (area.isEmpty())
        return;
    // Without a widget this is a picture to keep: lines and words stay lines and words.
    if (!widget)
        return paintAll(painter);
    const qreal scale = widget->devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != scale) {
        m_picture = QPixmap((area.size() * scale).toSize().expandedTo({1, 1}));
        m_picture.setDevicePixelRatio(scale);
        m_picture.fill(Qt::transparent);
        QPainter once(&m_picture);
        once.translate(-area.topLeft());
        paintAll(&once);
    }
    painter->drawPixmap(area.topLeft(), m_picture);
}

void RivalsItem::paintAll(QPainter *painter) const
{
    const ChartColors &colors = m_frame->colors();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(boundingRect());
    painter->setPen(QPen(colors.outline, rivalWidth, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
    for (const RivalCurve &curve : m_curves) {
        const QList<QPointF> line = inPixels(curve.points);
        painter->drawPolyline(line.constData(), static_cast<int>(line.size()));
    }
    painter->setFont(m_frame->labelFont());
    const qreal ascent = QFontMetricsF(m_frame->labelFont()).ascent();
    const QList<QRectF> names = namePlaces();
    for (qsizetype i = 0; i < m_curves.size(); ++i) {
        if (!names[i].isNull())
            drawHaloText(painter, names[i].topLeft() + QPointF(0.0, ascent), shownName(m_curves[i]),
                         colors.text, colors.background);
    }
    painter->restore();
}

} // namespace oneinn::charts

#include "moc_rivalsitem.cpp"
