// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>
#include <QLineF>
#include <QList>
#include <QRectF>

#include <utility>

namespace oneinn::charts {

class PlotFrame;

/// Strokes that hatch an area, at the same places whatever the areas beside it.
QList<QLineF> hatchLines(const QRectF &area);
inline constexpr qreal hatchDistance = 7.0; ///< between two strokes, in pixels

/// Parts of a chart that a limit forbids: hatched behind the curves, with a few words.
class BeyondItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit BeyondItem(PlotFrame *frame);

    /// In axis units, cut to the axes; infinite ends allowed. None: nothing is drawn.
    void setRegions(QList<QRectF> regions);
    const QList<QRectF> &regions() const { return m_regions; }
    /// From the left to the right of each range, over the whole height.
    void setRanges(const QList<std::pair<double, double>> &ranges);
    /// At the bottom of the widest region, if they fit.
    void setLabel(const QString &label);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    QList<QRectF> areas() const;
    void drawLabel(QPainter *painter, const QRectF &widest) const;

    PlotFrame *m_frame;
    QList<QRectF> m_regions;
    QString m_label;
};

} // namespace oneinn::charts
