// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartview.h"

#include "charts/accessiblechart.h"
#include "charts/chartmarker.h"
#include "charts/plotframe.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QChart>
#include <QClipboard>
#include <QEvent>
#include <QFocusEvent>
#include <QGraphicsScene>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace oneinn::charts {

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
    , m_frame(new PlotFrame(chart(), ChartColors::fromPalette(palette())))
{
    installAccessibleCharts();
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setRubberBand(QChartView::NoRubberBand);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    // A graphics view takes every drop, for items that want none; a file is for the window.
    setAcceptDrops(false);
    viewport()->setAcceptDrops(false);
    // While nobody listens, each scene that changes has the whole window painted at once; with a
    // listener it waits for the paint request that all charts of a window share.
    connect(scene(), &QGraphicsScene::changed, this, [] {});
    addPictureActions();
    applyPalette();
}

const ChartColors &ChartView::colors() const
{
    return m_frame->colors();
}

void ChartView::addPictureActions()
{
    const auto add = [this](const QString &name, const QString &text, auto &&triggered) {
        auto *action = new QAction(text, this);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, triggered);
        addAction(action);
    };
    add(QStringLiteral("copyPicture"), tr("Copy picture"), [this] { copyToClipboard(); });
    add(QStringLiteral("savePng"), tr("Save as PNG…"),
        [this] { Q_EMIT saveRequested(Format::Png); });
    add(QStringLiteral("saveSvg"), tr("Save as SVG…"),
        [this] { Q_EMIT saveRequested(Format::Svg); });
}

void ChartView::setAccessibleSummary(const QString &name, const QString &summary)
{
    // The setters tell assistive technology only what really changed.
    setAccessibleName(name);
    setAccessibleDescription(summary);
}

void ChartView::renderPicture(QPainter *painter) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    painter->fillRect(area, colors().background);
    scene()->render(painter, area, chart()->geometry(), Qt::IgnoreAspectRatio);
}

QImage ChartView::toImage(qreal scale) const
{
    QImage image((QSizeF(size()) * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderPicture(&painter);
    return image;
}

QByteArray ChartView::png(qreal scale) const
{
    QBuffer buffer;
    const bool made = buffer.open(QIODevice::WriteOnly) && toImage(scale).save(&buffer, "PNG");
    return made ? buffer.data() : QByteArray();
}

QByteArray ChartView::svg() const
{
    constexpr int cssPixelsPerInch = 96;
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setSize(size());
    svg.setViewBox(rect());
    svg.setResolution(cssPixelsPerInch);
    svg.setTitle(accessibleName());
    svg.setDescription(accessibleDescription());
    QPainter painter;
    if (!buffer.open(QIODevice::WriteOnly) || !painter.begin(&svg))
        return {};
    renderPicture(&painter);
    return painter.end() ? buffer.data() : QByteArray();
}

void ChartView::copyToClipboard() const
{
    QApplication::clipboard()->setImage(toImage());
}

QSize ChartView::sizeHint() const
{
    // Little: charts that share what there is then share it by their stretch, also where it is less
    // than they would like.
    return {480, 160};
}

QSize ChartView::minimumSizeHint() const
{
    return {200, 120};
}

void ChartView::applyPalette()
{
    const auto fresh = ChartColors::fromPalette(palette());
    setBackgroundBrush(fresh.background);
    m_frame->setColors(fresh);
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    // Qt Charts itself looks at neither palette nor font.
    if (event->type() == QEvent::PaletteChange) {
        applyPalette();
    } else if (event->type() == QEvent::FontChange) {
        chart()->setFont(font());
        m_frame->relayout();
    }
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    m_frame->relayout();
}

QList<QGraphicsItem *> ChartView::focusStops() const
{
    QList<QGraphicsItem *> stops;
    for (auto *item : scene()->items(Qt::AscendingOrder)) {
        const bool stop = item->flags().testFlag(QGraphicsItem::ItemIsFocusable)
                && item->isVisible() && item->isEnabled() && !item->data(passedByTab).toBool();
        if (stop)
            stops.append(item);
    }
    // What is dragged comes before what is only recommended.
    std::stable_partition(stops.begin(), stops.end(), [](QGraphicsItem *item) {
        return qobject_cast<ChartMarker *>(item->toGraphicsObject()) != nullptr;
    });
    return stops;
}

void ChartView::focusInEvent(QFocusEvent *event)
{
    // Before the scene remembers which item had the focus last.
    const auto stops = focusStops();
    QChartView::focusInEvent(event);
    if (stops.isEmpty())
        return;
    if (event->reason() == Qt::TabFocusReason)
        stops.first()->setFocus(Qt::TabFocusReason);
    else if (event->reason() == Qt::BacktabFocusReason)
        stops.last()->setFocus(Qt::BacktabFocusReason);
}

bool ChartView::focusNextPrevChild(bool next)
{
    const auto stops = focusStops();
    const auto at = stops.indexOf(scene()->focusItem());
    // None yet (the chart itself has the focus): forward goes to the first.
    const auto wanted = at + (next ? 1 : -1);
    if (wanted < 0 || wanted >= stops.size())
        return QChartView::focusNextPrevChild(next);
    stops[wanted]->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace oneinn::charts

#include "moc_chartview.cpp"
