// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>

#include <vector>

namespace oneinn::charts {

class PlotFrame;

/// How often something is found along the horizontal axis: bars of equal width that stand on it, on
/// a scale of their own, low enough to leave the plot to what is drawn above them.
class BarsItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit BarsItem(PlotFrame *frame);

    /// Side by side from one place on the axis to another, in axis units; the tallest is as high as
    /// bars may be. None: nothing is drawn.
    void setBars(std::vector<double> heights, double from, double to);
    const std::vector<double> &bars() const { return m_heights; }

    static constexpr double partOfPlot = 0.3; ///< of its height, for the tallest

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    PlotFrame *m_frame;
    std::vector<double> m_heights;
    double m_from = 0.0;
    double m_to = 1.0;
};

} // namespace oneinn::charts
