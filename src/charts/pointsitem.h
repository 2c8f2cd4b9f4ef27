// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace oneinn::charts {

class PlotFrame;
class StarItem;

/// A place in the plot with a name, and how sure it is.
struct NamedPoint {
    enum class Look {
        Plain,  ///< a dot
        Here,   ///< the place one is at: filled with ink
        Faded,  ///< out of the question: grey
        Hollow, ///< a place to return to. Not a stop of the keyboard: it has a twin elsewhere
        Dashed, ///< the same, of another kind
    };
    int id = 0;
    QPointF axis;                   ///< in axis units; drawn at the nearest place inside the plot
    double low = 0.0, high = 0.0;   ///< along the vertical axis; equal: no bar
    double left = 0.0, right = 0.0; ///< along the horizontal axis
    Look look = Look::Plain;
    QString label;   ///< beside it; left out where it would cover another
    QString toolTip; ///< also the accessible name

    bool operator==(const NamedPoint &) const = default;
};

/// Points that can be chosen. A click, Enter or Space on one activates it. To Tab all of them are
/// one stop, the arrow keys lead from one to the next; whichever has the focus by a key says its
/// name.
class PointsItem : public QGraphicsObject {
    Q_OBJECT

public:
    /// A child of the frame's chart, which owns it.
    explicit PointsItem(PlotFrame *frame);

    /// The most important first: it is drawn above others and gets its label before them. Keeps
    /// the focus on the point with the same id.
    void setPoints(std::vector<NamedPoint> points);
    const std::vector<NamedPoint> &points() const { return m_points; }
    /// Labels do not cover the star and what stands beside it.
    void keepClearOf(const StarItem *star);
    /// Drawn with a ring; none if absent.
    void setSelected(std::optional<int> id);

    QRectF boundingRect() const override { return {}; }
    void paint(QPainter *, const QStyleOptionGraphicsItem *, QWidget *) override { }

Q_SIGNALS:
    void activated(int id);

private:
    class Dot;
    void place();
    void setStop(const QGraphicsObject *dot);
    void placeStop();
    /// Along the horizontal axis; stays at the ends.
    void focusBeside(const QGraphicsObject *dot, int steps);

    PlotFrame *m_frame;
    QPointer<const StarItem> m_star;
    std::vector<NamedPoint> m_points;
    std::vector<QGraphicsObject *> m_dots; ///< one for each point, in the same order
    std::optional<int> m_selected;
    std::optional<int> m_stop; ///< the point that Tab comes to; absent: the selected, or the first
};

} // namespace oneinn::charts
