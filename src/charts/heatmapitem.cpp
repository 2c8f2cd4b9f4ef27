// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/heatmapitem.h"

#include "charts/beyonditem.h"
#include "charts/halotext.h"
#include "charts/plotframe.h"
#include "charts/polyline.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace oneinn::charts {

namespace {

constexpr int colorSteps = 256;
constexpr qreal lineWidth = 1.2;
constexpr qreal lineOpacity = 0.65;
constexpr qreal hatchOpacity = 0.4;
constexpr qreal leastLabelled = 60.0; ///< a shorter line has no room for its number
constexpr qreal labelAir = 6.0;
constexpr qreal pictureScale = 2.0; ///< of what is kept as a file

} // namespace

HeatMapItem::HeatMapItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setZValue(PlotFrame::ShadeLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, &HeatMapItem::forget);
    connect(frame, &PlotFrame::colorsChanged, this, &HeatMapItem::forget);
}

bool HeatMapItem::setMap(HeatMap map)
{
    const std::size_t cells = map.values.columns * map.values.rows;
    if (map.values.values.size() != cells || (!map.veiled.empty() && map.veiled.size() != cells))
        return false;
    if (map == m_map)
        return true;
    m_map = std::move(map);
    forget();
    return true;
}

void HeatMapItem::forget()
{
    prepareGeometryChange();
    m_picture = {};
    update();
}

QRectF HeatMapItem::boundingRect() const
{
    if (m_map.values.values.empty())
        return {};
    const QPointF low = m_frame->toPixels(m_frame->clamped(m_map.area.topLeft()));
    const QPointF high = m_frame->toPixels(m_frame->clamped(m_map.area.bottomRight()));
    return QRectF(low, high).normalized();
}

void HeatMapItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const QRectF area = boundingRect();
    if (area.isEmpty())
        return;
    // Without a widget this is a picture to keep: lines and words stay lines and words.
    if (!widget)
        return paintAll(painter, pictureScale);
    const qreal scale = widget->devicePixelRatioF();
    if (m_picture.isNull() || m_picture.devicePixelRatio() != scale) {
        m_picture = QPixmap((area.size() * scale).toSize().expandedTo({1, 1}));
        m_picture.setDevicePixelRatio(scale);
        m_picture.fill(m_frame->colors().background); // opaque: quicker to paint
        QPainter once(&m_picture);
        once.setRenderHint(QPainter::Antialiasing);
        once.translate(-area.topLeft());
        paintAll(&once, scale);
    }
    painter->drawPixmap(area.topLeft(), m_picture);
}

void HeatMapItem::paintAll(QPainter *painter, qreal scale) const
{
    const QRectF area = boundingRect();
    painter->save();
    painter->setClipRect(area);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(area, colors());
    if (!m_map.veiled.empty())
        painter->drawImage(area, veil((area.size() * scale).toSize(), scale));
    paintLines(painter);
    painter->restore();
}

QImage HeatMapItem::colors() const
{
    const GridValues &grid = m_map.values;
    QImage image(int(grid.columns), int(grid.rows), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    const QList<QColor> steps = m_map.scale.steps(m_frame->colors(), colorSteps);
    for (std::size_t row = 0; row < grid.rows; ++row) {
        for (std::size_t column = 0; column < grid.columns; ++column) {
            if (const auto &value = grid.at(column, row))
                image.setPixelColor(int(column), int(grid.rows - 1 - row),
                                    steps[m_map.scale.stepOf(*value, colorSteps)]);
        }
    }
    return image;
}

QImage HeatMapItem::veil(QSize size, qreal scale) const
{
    const GridValues &grid = m_map.values;
    QImage mask(int(grid.columns), int(grid.rows), QImage::Format_ARGB32_Premultiplied);
    mask.fill(Qt::transparent);
    for (std::size_t cell = 0; cell < m_map.veiled.size(); ++cell) {
        if (m_map.veiled[cell])
            mask.setPixelColor(int(cell % grid.columns), int(grid.rows - 1 - cell / grid.columns),
                               Qt::black);
    }
    QImage hatch(size.expandedTo({1, 1}), QImage::Format_ARGB32_Premultiplied);
    hatch.fill(Qt::transparent);
    QPainter painter(&hatch);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(hatchOpacity);
    painter.setPen(QPen(m_frame->colors().ink, scale)); // seen on the strongest colours, too
    for (qreal x = -hatch.height(); x < hatch.width(); x += hatchDistance * scale)
        painter.drawLine(QPointF(x, hatch.height()), QPointF(x + hatch.height(), 0.0));
    painter.setOpacity(1.0);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
    painter.drawImage(hatch.rect(), mask);
    return hatch;
}

std::vector<HeatMapItem::Drawn> HeatMapItem::linesInPixels() const
{
    const QRectF area = boundingRect();
    const GridValues &grid = m_map.values;
    const auto toPixels = [&](QPointF place) {
        return QPointF(area.left() + (place.x() + 0.5) / double(grid.columns) * area.width(),
                       area.bottom() - (place.y() + 0.5) / double(grid.rows) * area.height());
    };
    std::vector<Drawn> drawn;
    for (const IsoLine &line : m_map.lines) {
        Drawn each{line.label, contourLines(grid, line.level)};
        for (QList<QPointF> &part : each.parts)
            std::transform(part.begin(), part.end(), part.begin(), toPixels);
        std::sort(each.parts.begin(), each.parts.end(),
                  [](const auto &a, const auto &b) { return lengthOf(a) > lengthOf(b); });
        drawn.push_back(std::move(each));
    }
    return drawn;
}

void HeatMapItem::paintLines(QPainter *painter) const
{
    const std::vector<Drawn> lines = linesInPixels();
    QColor ink = m_frame->colors().ink;
    ink.setAlphaF(lineOpacity);
    painter->setPen(QPen(ink, lineWidth, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    for (const Drawn &line : lines) {
        for (const QList<QPointF> &part : line.parts)
            painter->drawPolyline(part.constData(), int(part.size()));
    }
    painter->setFont(m_frame->labelFont());
    QList<QRectF> taken;
    for (const Drawn &line : lines)
        paintLabel(painter, line, taken);
}

void HeatMapItem::paintLabel(QPainter *painter, const Drawn &line, QList<QRectF> &taken) const
{
    if (line.label.isEmpty() || line.parts.isEmpty()
        || lengthOf(line.parts.first()) < leastLabelled)
        return;
    const QFontMetricsF metrics(painter->font());
    const QSizeF size(metrics.horizontalAdvance(line.label), metrics.height());
    const QRectF inside = boundingRect().adjusted(labelAir, labelAir, -labelAir, -labelAir);
    for (const qreal share : {0.5, 0.35, 0.65, 0.2, 0.8}) {
        const QPointF middle = along(line.parts.first(), share);
        const QRectF place(middle - QPointF(size.width(), size.height()) / 2.0, size);
        const bool free = std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
            return other.intersects(place.adjusted(-labelAir, -labelAir, labelAir, labelAir));
        });
        if (!free || !inside.contains(place))
            continue;
        taken.append(place);
        drawHaloText(painter, {place.left(), place.top() + metrics.ascent()}, line.label,
                     m_frame->colors().ink, m_frame->colors().background);
        return;
    }
}

} // namespace oneinn::charts

#include "moc_heatmapitem.cpp"
