// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFontMetricsF>
#include <QGraphicsObject>

#include <optional>
#include <utility>
#include <vector>

namespace oneinn::charts {

class PlotFrame;

class HistogramItem;

/// Ranges of the horizontal axis, each marked by a strip on an edge of the plot: a line with a stop
/// at either end, so that it is not told by its colour alone.
class BandsItem : public QGraphicsObject {
    Q_OBJECT

public:
    enum class Edge {
        Upper, ///< what is wanted
        Axis   ///< what is as good as a mark on the axis
    };

    /// A child of the frame's chart, which owns it.
    explicit BandsItem(PlotFrame *frame, Edge edge = Edge::Upper);

    Edge edge() const { return m_edge; }
    using Ranges = std::vector<std::pair<double, double>>;
    /// In axis units, cut to the axis; infinite ends allowed. None: nothing is drawn.
    void setRanges(Ranges ranges);
    const Ranges &ranges() const { return m_ranges; }
    /// A few words beside the widest range on the upper edge, if they fit.
    void setLabel(const QString &label);
    /// They stand in the line of this legend, above all bars, where it leaves room for them.
    void setBesideLegendOf(const HistogramItem *histogram);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    std::vector<QRectF> strips() const;
    std::optional<QPointF> labelPlace(const QRectF &strip, const QFontMetricsF &metrics) const;
    void drawLabel(QPainter *painter, const std::vector<QRectF> &strips) const;

    PlotFrame *m_frame;
    Edge m_edge;
    Ranges m_ranges;
    QString m_label;
    const HistogramItem *m_besideLegend = nullptr;
};

} // namespace oneinn::charts
