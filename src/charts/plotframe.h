// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "charts/charttheme.h"

#include <QFont>
#include <QGraphicsObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QAbstractSeries;
class QChart;
class QValueAxis;
QT_END_NAMESPACE

namespace oneinn::charts {

/// What an axis spans and how it is labelled.
struct AxisSpec {
    double low = 0.0;
    double high = 1.0;
    QString title;
    std::function<std::vector<Tick>(int atMost)> ticks; ///< none: an axis without labels or grid
    bool gridLines = true;
};

AxisSpec mappedAxis(const AxisMapping &mapping, const QString &title);
AxisSpec percentAxis(const QString &title, double low = 0.0, double high = 1.0);
AxisSpec numberAxis(const QString &title, double low, double high);

/// The grid, labels and titles of a chart, and the one place that converts between axis units and
/// pixels (the chart's own coordinates). Owns the chart's two axes. Both are linear in axis units:
/// logarithmic scales are made by an AxisMapping. Drawn here and not by Qt Charts, whose category
/// axes cut labels short and whose log axes label powers only.
class PlotFrame : public QGraphicsObject {
    Q_OBJECT

public:
    enum class Edge { Top, Bottom, Left, Right };
    enum Layer : int {
        ShadeLayer = 1,
        GridLayer = 2,
        BarLayer = 3,
        MarkLayer = 18,
        MarkerLayer = 20
    };

    PlotFrame(QChart *chart, const ChartColors &colors);

    /// Sets the axis; attached series follow. Does nothing to marker positions (axis units).
    void setHorizontal(AxisSpec spec);
    void setVertical(AxisSpec spec);
    const AxisSpec &horizontal() const { return m_horizontal; }
    const AxisSpec &vertical() const { return m_vertical; }

    /// Adds the series to the chart (which owns it) on both axes.
    void attach(QAbstractSeries *series);

    QRectF plotArea() const;
    QPointF toPixels(QPointF axisUnits) const;
    QPointF toAxis(QPointF pixels) const;
    /// Moved inside both axes.
    QPointF clamped(QPointF axisUnits) const;

    /// Space outside the plot that an item draws in (a marker's handle, triangles); the largest
    /// wish at an edge wins.
    void reserve(Edge edge, qreal pixels);
    qreal reserved(Edge edge) const;

    const ChartColors &colors() const { return m_colors; }
    void setColors(const ChartColors &colors);
    const QFont &labelFont() const;
    QChart *chart() const { return m_chart; }

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Recomputes margins and ticks, after a change of font.
    void relayout();

Q_SIGNALS:
    void geometryChanged(); ///< plot area or an axis range
    void colorsChanged();

private:
    void updateTicks();
    void paintHorizontal(QPainter *painter) const;
    void paintVertical(QPainter *painter) const;
    qreal widestVerticalLabel() const;

    QChart *m_chart;
    ChartColors m_colors;
    AxisSpec m_horizontal;
    AxisSpec m_vertical;
    QValueAxis *m_x;
    QValueAxis *m_y;
    std::vector<Tick> m_xTicks;
    std::vector<Tick> m_yTicks;
    qreal m_reserved[4] = {0.0, 0.0, 0.0, 0.0};
    // A font is looked up anew each time its size is set, and every label asks for it.
    mutable std::optional<QFont> m_scaledFrom;
    mutable QFont m_labelFont;
};

} // namespace oneinn::charts
