// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/histogramdata.h"
#include "charts/histogramlegend.h"
#include "charts/ticks.h"

#include <QGraphicsObject>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <array>
#include <vector>

namespace oneinn::charts {

class PlotFrame;

/// Two histograms back to back: positives upward, negatives downward, on one scale or each on its
/// own, what is shown in full colours next to the baseline and what is not shown pale beyond it;
/// another period as a dashed outline over them.
/// Draws its own count scales left of the plot, so the frame's vertical axis should have no ticks.
class HistogramItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit HistogramItem(PlotFrame *frame);

    /// Returns false and keeps what was drawn if the vectors do not fit together.
    bool setData(HistogramData data);
    const HistogramData &data() const { return m_data; }
    void setLegend(const HistogramLegend &legend);
    /// What the legend takes of the line above the bars, from either end of the plot, in pixels.
    qreal legendWidth(bool right) const;
    /// What is counted, written along the two scales.
    void setScaleTitles(const QString &positives, const QString &negatives);

    /// The bar's rectangles in the chart's coordinates; empty where there is nothing to draw.
    struct Bar {
        QRectF positiveShown;
        QRectF positiveNotShown;
        QRectF negativeShown;
        QRectF negativeNotShown;
        QRectF positiveLate;
        QRectF negativeLate;
    };
    Bar bar(std::size_t index) const;
    /// The other period's outline in the chart's coordinates, from left to right; empty: none.
    QList<QPointF> outline(bool positive) const;

    /// The counts written along a half's scale; none where its bars are hardly there.
    QStringList scaleNumbers(bool positive) const;

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// Where both have their zero.
    double middle() const;
    double pixelsPerCount(bool positive) const;
    /// How high its tallest bar may be.
    double room(bool positive) const;
    std::vector<Tick> scaleTicks(bool positive) const;
    void reserveScale();
    void paintBars(QPainter *painter) const;
    void paintScale(QPainter *painter, bool positive) const;
    void paintEarlier(QPainter *painter) const;

    PlotFrame *m_frame;
    HistogramData m_data;
    HistogramLegend m_legend;
    std::array<QString, 2> m_scaleTitles;
};

} // namespace oneinn::charts
