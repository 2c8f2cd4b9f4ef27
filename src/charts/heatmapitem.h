// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/colorscale.h"
#include "charts/contours.h"

#include <QGraphicsObject>
#include <QPixmap>
#include <QRectF>

namespace oneinn::charts {

class PlotFrame;

/// A line of equal numbers and what stands on it.
struct IsoLine {
    double level = 0.0;
    QString label;

    bool operator==(const IsoLine &) const = default;
};

/// What a heat map shows. Columns and rows divide the area evenly: a cell's number is that of its
/// middle. Between the middles colours run into each other.
struct HeatMap {
    QRectF area; ///< in axis units, top() being the low end of the vertical axis
    GridValues values;
    ColorScale scale;
    std::vector<IsoLine> lines;
    std::vector<bool> veiled; ///< by cell: hatched, since something else fails there; empty: none

    bool operator==(const HeatMap &) const = default;
};

/// Numbers over the plot as colours, with lines of equal numbers and a hatch where something else
/// fails. Undefined numbers leave the background free. Painted once, and kept until it changes.
class HeatMapItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit HeatMapItem(PlotFrame *frame);

    /// Vectors that do not fit the grid are refused: returns false and keeps what was drawn.
    bool setMap(HeatMap map);
    const HeatMap &map() const { return m_map; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// A line of equal numbers in pixels of the chart, the longest of its level first.
    struct Drawn {
        QString label;
        QList<QList<QPointF>> parts;
    };

    void forget();
    std::vector<Drawn> linesInPixels() const;
    QImage colors() const;
    QImage veil(QSize size, qreal scale) const;
    void paintAll(QPainter *painter, qreal scale) const;
    void paintLines(QPainter *painter) const;
    void paintLabel(QPainter *painter, const Drawn &line, QList<QRectF> &taken) const;

    PlotFrame *m_frame;
    HeatMap m_map;
    QPixmap m_picture; ///< null: to be painted
};

} // namespace oneinn::charts
