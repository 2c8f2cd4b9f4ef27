// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/charttheme.h"

#include <QHash>
#include <QImage>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <limits>

/// Every text that a widget paints, whoever paints it (a style sheet, a delegate, by hand): with
/// what colour, on what had been painted there until then.
namespace testsupport {

struct PaintedText {
    QString text;
    QRect place; ///< in the widget
    QColor ink;
    double contrast = 0.0; ///< of the least readable part; WCAG 2.2
};

/// Paints on a picture, but for texts, which it notes down.
class TextNotingEngine final : public QPaintEngine {
public:
    explicit TextNotingEngine(QImage *picture)
        : QPaintEngine(AllFeatures)
        , m_picture(picture)
    {
    }

    bool begin(QPaintDevice * /*device*/) override { return m_painter.begin(m_picture); }
    bool end() override { return m_painter.end(); }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &now) override
    {
        const DirtyFlags changed = now.state();
        if (changed.testFlag(DirtyPen))
            m_painter.setPen(now.pen());
        if (changed.testFlag(DirtyBrush))
            m_painter.setBrush(now.brush());
        if (changed.testFlag(DirtyBrushOrigin))
            m_painter.setBrushOrigin(now.brushOrigin());
        if (changed.testFlag(DirtyTransform))
            m_painter.setTransform(now.transform());
        if (changed.testFlag(DirtyClipPath))
            m_painter.setClipPath(now.clipPath(), now.clipOperation());
        if (changed.testFlag(DirtyClipRegion))
            m_painter.setClipRegion(now.clipRegion(), now.clipOperation());
        if (changed.testFlag(DirtyClipEnabled))
            m_painter.setClipping(now.isClipEnabled());
        if (changed.testFlag(DirtyOpacity))
            m_painter.setOpacity(now.opacity());
        if (changed.testFlag(DirtyCompositionMode))
            m_painter.setCompositionMode(now.compositionMode());
    }
    void drawPath(const QPainterPath &path) override
    {
        clip();
        m_painter.drawPath(path);
    }
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override
    {
        clip();
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(points, count,
                                  mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPixmap(const QRectF &to, const QPixmap &pixmap, const QRectF &from) override
    {
        clip();
        m_painter.drawPixmap(to, pixmap, from);
    }
    void drawImage(const QRectF &to, const QImage &image, const QRectF &from,
                   Qt::ImageConversionFlags flags) override
    {
        clip();
        m_painter.drawImage(to, image, from, flags);
    }
    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(),
                         item.ascent() + item.descent());
        QRect place = m_painter.transform().mapRect(box).toRect() & m_picture->rect();
        if (!systemClip().isEmpty())
            place &= systemClip().boundingRect();
        if (!item.text().trimmed().isEmpty() && !place.isEmpty())
            m_texts.append(noted(item.text(), place));
    }
    QList<PaintedText> texts() const { return m_texts; }

private:
    /// To the part of each widget that is to be seen.
    void clip() { m_painter.paintEngine()->setSystemClip(systemClip()); }
    PaintedText noted(const QString &text, const QRect &place) const
    {
        // A line or a dot behind a word is not what it is read against.
        constexpr double leastPart = 0.15;
        QHash<QRgb, int> behind;
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = place.left(); x <= place.right(); ++x)
                ++behind[m_picture->pixel(x, y)];
        }
        const auto common = std::max_element(behind.cbegin(), behind.cend());
        const QColor pen = m_painter.pen().color();
        const double cover = pen.alphaF() * m_painter.opacity();
        PaintedText found{text, place, pen, std::numeric_limits<double>::infinity()};
        for (auto it = behind.cbegin(); it != behind.cend(); ++it) {
            if (it != common && it.value() < leastPart * place.width() * place.height())
                continue;
            const QColor under(it.key());
            const QColor seen = oneinn::charts::mixed(under, pen, cover);
            found.contrast =
                    qMin(found.contrast, oneinn::charts::contrastRatio(QColor(seen.rgb()), under));
        }
        return found;
    }

    QImage *m_picture;
    QPainter m_painter;
    QList<PaintedText> m_texts;
};

class TextNotingDevice final : public QPaintDevice {
public:
    explicit TextNotingDevice(const QSize &size)
        : m_picture(size, QImage::Format_RGB32)
        , m_engine(&m_picture)
    {
        m_picture.fill(Qt::white);
    }
    QPaintEngine *paintEngine() const override { return &m_engine; }
    QList<PaintedText> texts() const { return m_engine.texts(); }

protected:
    int metric(PaintDeviceMetric kind) const override
    {
        switch (kind) {
        case PdmWidth:
            return m_picture.width();
        case PdmHeight:
            return m_picture.height();
        case PdmWidthMM:
            return m_picture.widthMM();
        case PdmHeightMM:
            return m_picture.heightMM();
        case PdmDepth:
            return m_picture.depth();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_picture.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_picture.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmNumColors:
            return 0;
        default:
            return QPaintDevice::metric(kind);
        }
    }

private:
    QImage m_picture;
    mutable TextNotingEngine m_engine;
};

inline QList<PaintedText> paintedTexts(QWidget *widget)
{
    TextNotingDevice device(widget->size());
    QPainter painter(&device);
    widget->render(&painter);
    painter.end();
    return device.texts();
}

} // namespace testsupport
