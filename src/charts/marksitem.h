// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>

#include <vector>

namespace oneinn::charts {

class PlotFrame;

/// A recommended place on the horizontal axis.
struct Mark {
    int id = 0;
    double axis = 0.0; ///< in axis units; not drawn outside the axis
    QString label;     ///< one or two words; left out where labels would overlap
    QString toolTip;   ///< also the accessible name

    bool operator==(const Mark &) const = default;
};

/// Small triangles below the axis line. A click, Enter or Space on one activates it.
class MarksItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit MarksItem(PlotFrame *frame);

    /// In any order. Keeps the focus on the mark with the same id.
    void setMarks(std::vector<Mark> marks);
    const std::vector<Mark> &marks() const { return m_marks; }

    QRectF boundingRect() const override { return {}; }
    void paint(QPainter *, const QStyleOptionGraphicsItem *, QWidget *) override { }

Q_SIGNALS:
    void activated(int id);

private:
    void place();

    PlotFrame *m_frame;
    std::vector<Mark> m_marks;                  ///< ascending along the axis
    std::vector<QGraphicsObject *> m_triangles; ///< one for each mark, in the same order
};

} // namespace oneinn::charts
