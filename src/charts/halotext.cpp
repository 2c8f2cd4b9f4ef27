// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/halotext.h"

#include <QGlyphRun>
#include <QHash>
#include <QPainter>
#include <QPainterPath>
#include <QPair>
#include <QRawFont>
#include <QTextLayout>

namespace oneinn::charts {

namespace {

constexpr qreal haloWidth = 3.5;
constexpr qsizetype mostEdges = 2000; ///< kept; a window shows some dozens of glyphs in few fonts

/// The edge around a glyph. Kept: to stroke a text anew for every frame of a drag is slow.
const QPainterPath &edgeOf(const QRawFont &font, quint32 glyph)
{
    static QHash<QPair<QRawFont, quint32>, QPainterPath> edges;
    const QPair<QRawFont, quint32> key(font, glyph);
    auto edge = edges.find(key);
    if (edge == edges.end()) {
        if (edges.size() >= mostEdges)
            edges.clear();
        QPainterPathStroker stroker;
        stroker.setWidth(haloWidth);
        stroker.setCapStyle(Qt::RoundCap);
        stroker.setJoinStyle(Qt::RoundJoin);
        QPainterPath outline = stroker.createStroke(font.pathForGlyph(glyph)).simplified();
        edge = edges.insert(key, outline);
    }
    return *edge;
}

} // namespace

void drawHaloText(QPainter *painter, QPointF left, const QString &text, const QColor &ink,
                  const QColor &halo)
{
    QTextLayout layout(text, painter->font());
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    const QPointF origin = left - QPointF(0.0, line.isValid() ? line.ascent() : 0.0);
    const QList<QGlyphRun> runs = layout.glyphRuns();
    for (const QGlyphRun &run : runs) {
        const QList<quint32> glyphs = run.glyphIndexes();
        const QList<QPointF> positions = run.positions();
        for (qsizetype i = 0; i < glyphs.size(); ++i)
            path.addPath(edgeOf(run.rawFont(), glyphs[i]).translated(origin + positions[i]));
    }
    painter->fillPath(path, halo);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(ink);
    painter->drawText(left, text); // hinted, and text in an SVG
}

} // namespace oneinn::charts
