// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>

#include <optional>
#include <utility>

namespace oneinn::charts {

class PlotFrame;

/// A shaded range of the horizontal axis behind grid and curves.
class ShadeItem : public QGraphicsObject {
    Q_OBJECT

public:
    enum class Meaning {
        Shown, ///< right of the threshold
        Late,  ///< beyond the budget
        AsGood ///< thresholds that the data cannot tell apart
    };

    /// A child of the frame's chart, which owns it.
    ShadeItem(Meaning meaning, PlotFrame *frame);

    /// In axis units, cut to the axis; infinite ends allowed. No range: nothing is drawn.
    void setRange(std::optional<std::pair<double, double>> range);
    std::optional<std::pair<double, double>> range() const { return m_range; }
    /// A few words at the bottom of the range, if they fit. Of what is as good at its top, or else
    /// beside it.
    void setLabel(const QString &label);

    QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    class Label;
    friend class Label;

    QRectF shade() const;
    QRectF labelPlace() const;

    Meaning m_meaning;
    PlotFrame *m_frame;
    std::optional<std::pair<double, double>> m_range;
    QString m_label;
    Label *m_words; ///< a child of the chart as well, above the grid
};

} // namespace oneinn::charts
