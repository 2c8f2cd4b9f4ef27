// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QGraphicsObject>

namespace oneinn::charts {

class PlotFrame;

/// What a person drags: a threshold, a budget, an operating point. Keeps its position in axis units
/// and derives pixels from the frame. It only tells what the person wants; where it comes to rest
/// is decided by whoever listens and calls setPosition(). It paints no consequences.
///
/// Keys: Left/Down and Right/Up one step, PageUp/PageDown ten, Home/End the ends, Escape gives up a
/// drag. A CrossHair and a FreePoint go left and right with their own keys and up and down with
/// Up/Down and PageUp/PageDown; Shift makes ten steps of one, and of Home/End those of the vertical
/// axis.
class ChartMarker : public QGraphicsObject {
    Q_OBJECT

public:
    enum class Kind {
        VerticalLine, ///< through the plot, with a round handle above it; y is ignored
        Point,        ///< a dot on a curve, which steps lead along
        FreePoint,    ///< a dot that goes anywhere
        CrossHair     ///< the same on two thin lines through the plot
    };

    /// A child of the frame's chart, which owns it.
    ChartMarker(Kind kind, PlotFrame *frame);
    ~ChartMarker() override;

    Kind kind() const { return m_kind; }
    PlotFrame *frame() const { return m_frame; }

    QPointF position() const { return m_position; }
    /// In axis units; drawn at the nearest place inside the plot. Never emits.
    void setPosition(QPointF axisUnits);
    /// Drawn beside the handle, on the side that has room.
    void setLabel(const QString &label);
    QString label() const { return m_label; }
    /// A second line below the label, smaller; left out where there is no room.
    void setNote(const QString &note);
    QString note() const { return m_note; }
    void setAccessibleName(const QString &name);
    QString accessibleName() const { return m_accessibleName; }

    /// A press anywhere in the plot moves the marker there and drags on, as in a slider. For one
    /// marker of a chart at most.
    void setGrabsWholePlot(bool grabs);
    /// A marker that cannot be moved (a pinned point) is hollow and takes neither mouse nor focus.
    void setInteractive(bool interactive);
    bool isInteractive() const { return m_interactive; }
    bool isDragging() const { return m_dragging; }

    static constexpr qreal handleRadius = 7.0; ///< in pixels
    /// In item coordinates.
    QPointF handleCentre() const;

    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

Q_SIGNALS:
    void dragStarted();
    /// Where the pointer wants the marker, in axis units, inside the plot.
    void dragged(QPointF axisUnits);
    void dragFinished();
    /// Instead of dragFinished(): put everything back as it was at dragStarted().
    void dragCancelled();
    void stepRequested(int steps);
    void endRequested(bool high);
    /// The same along the vertical axis; only by a CrossHair or a FreePoint.
    void verticalStepRequested(int steps);
    void verticalEndRequested(bool high);

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseMoveEvent(QGraphicsSceneMouseEvent *event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override;
    void hoverEnterEvent(QGraphicsSceneHoverEvent *event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool sceneEvent(QEvent *event) override;

private:
    class PlotGrabber;

    void place();
    bool stepAlong(int key);
    bool stepInPlane(int key, bool shift);
    void paintLines(QPainter *painter) const;
    void beginDrag(QPointF grabOffset);
    void dragTo(QPointF pixels);
    void endDrag();
    void cancelDrag();

    Kind m_kind;
    PlotFrame *m_frame;
    PlotGrabber *m_grabber = nullptr;
    QPointF m_position;
    QString m_label;
    QString m_note;
    QString m_accessibleName;
    QPointF m_grabOffset; ///< pointer minus marker at the press, in pixels
    QRectF m_plot;        ///< in item coordinates
    QRectF m_labelRect;
    bool m_interactive = true;
    bool m_dragging = false;
    bool m_hovered = false;
};

} // namespace oneinn::charts
