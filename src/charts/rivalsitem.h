// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>
#include <QList>
#include <QPixmap>
#include <QPointF>
#include <QRectF>

namespace oneinn::charts {

class PlotFrame;

/// A curve to compare with, and what stands at it.
struct RivalCurve {
    QString name;
    QList<QPointF> points; ///< axis units, x not decreasing

    bool operator==(const RivalCurve &) const = default;
};

/// Dashed grey curves with their names, behind the curve that matters. Painted once, and kept until
/// they change: dashes are slow, and a drag paints everything.
class RivalsItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit RivalsItem(PlotFrame *frame);

    /// avoided: axis units, a line that names keep away from.
    void setCurves(QList<RivalCurve> curves, QList<QPointF> avoided);
    const QList<RivalCurve> &curves() const { return m_curves; }
    /// Where the names stand, in pixels of the chart, in the order of the curves; null for one
    /// that found no place.
    QList<QRectF> namePlaces() const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void forget();
    QString shownName(const RivalCurve &curve) const;
    QList<QPointF> inPixels(const QList<QPointF> &points) const;
    void paintAll(QPainter *painter) const;

    PlotFrame *m_frame;
    QList<RivalCurve> m_curves;
    QList<QPointF> m_avoided;
    QPixmap m_picture; ///< null: to be painted
};

} // namespace oneinn::charts
