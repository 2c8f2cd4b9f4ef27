// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartmarker.h"

#include "charts/markerlabel.h"
#include "charts/plotframe.h"

#include <QAccessible>
#include <QChart>
#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cstdlib>

namespace oneinn::charts {

namespace {

constexpr qreal handleLift = 10.0; ///< from the plot's top to the handle's centre
constexpr qreal hitBox = 12.0;     ///< to either side
constexpr qreal ringGap = 3.5;
constexpr int pageSteps = 10;

/// 0 for a key that makes no steps.
int stepsOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Down:
        return -1;
    case Qt::Key_Right:
    case Qt::Key_Up:
        return 1;
    case Qt::Key_PageDown:
        return -pageSteps;
    case Qt::Key_PageUp:
        return pageSteps;
    default:
        return 0;
    }
}

} // namespace

/// An invisible sheet over the plot, below every marker, that passes presses on.
class ChartMarker::PlotGrabber : public QGraphicsItem {
public:
    explicit PlotGrabber(ChartMarker *marker)
        : QGraphicsItem(marker->frame()->chart())
        , m_marker(marker)
    {
        setFlag(ItemHasNoContents);
        setZValue(PlotFrame::MarkLayer - 1);
        setAcceptedMouseButtons(Qt::LeftButton);
    }
    QRectF boundingRect() const override { return m_area; }
    void paint(QPainter *, const QStyleOptionGraphicsItem *, QWidget *) override { }

    void place()
    {
        prepareGeometryChange();
        m_area = m_marker->frame()->plotArea();
        setCursor(m_marker->cursor());
        // Also while the marker is hidden, having no place: a press gives it one.
        setVisible(m_marker->isInteractive());
    }

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *event) override
    {
        m_marker->setFocus(Qt::MouseFocusReason);
        m_marker->beginDrag({});
        m_marker->dragTo(event->pos());
    }
    void mouseMoveEvent(QGraphicsSceneMouseEvent *event) override
    {
        m_marker->dragTo(event->pos());
    }
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *) override { m_marker->endDrag(); }

private:
    ChartMarker *m_marker;
    QRectF m_area;
};

ChartMarker::ChartMarker(Kind kind, PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_kind(kind)
    , m_frame(frame)
{
    setZValue(PlotFrame::MarkerLayer);
    setInteractive(true);
    // For dots too, which may lie on the top edge, and so that charts side by side line up.
    const qreal lift = kind == Kind::FreePoint ? 0.0 : handleLift;
    frame->reserve(PlotFrame::Edge::Top, lift + handleRadius + ringGap);
    connect(frame, &PlotFrame::geometryChanged, this, &ChartMarker::place);
    connect(frame, &PlotFrame::colorsChanged, this, [this] { update(); });
    place();
}

ChartMarker::~ChartMarker() = default;

void ChartMarker::setPosition(QPointF axisUnits)
{
    if (axisUnits == m_position)
        return;
    m_position = axisUnits;
    place();
    QAccessibleValueChangeEvent event(this, axisUnits.x());
    QAccessible::updateAccessibility(&event);
}

void ChartMarker::setLabel(const QString &label)
{
    if (label == m_label)
        return;
    m_label = label;
    place();
}

void ChartMarker::setNote(const QString &note)
{
    if (note == m_note)
        return;
    m_note = note;
    // Both lines stand above the plot, clear of what is drawn in it.
    const qreal lines = QFontMetricsF(markerLabelFont(*this)).height()
            + QFontMetricsF(markerNoteFont(*this)).height();
    if (m_kind == Kind::VerticalLine)
        m_frame->reserve(PlotFrame::Edge::Top, lines + noteGap);
    place();
}

void ChartMarker::setAccessibleName(const QString &name)
{
    if (name == m_accessibleName)
        return;
    m_accessibleName = name;
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void ChartMarker::setGrabsWholePlot(bool grabs)
{
    if (grabs == (m_grabber != nullptr))
        return;
    if (grabs) {
        m_grabber = new PlotGrabber(this);
        m_grabber->place();
    } else {
        delete m_grabber;
        m_grabber = nullptr;
    }
}

void ChartMarker::setInteractive(bool interactive)
{
    m_interactive = interactive;
    setFlag(ItemIsFocusable, interactive);
    setAcceptHoverEvents(interactive);
    setAcceptedMouseButtons(interactive ? Qt::LeftButton : Qt::NoButton);
    if (!interactive)
        unsetCursor();
    else if (m_kind == Kind::CrossHair)
        setCursor(Qt::SizeAllCursor);
    else
        setCursor(m_kind == Kind::VerticalLine ? Qt::SplitHCursor : Qt::OpenHandCursor);
    if (m_grabber)
        m_grabber->place();
    update();
}

QPointF ChartMarker::handleCentre() const
{
    return m_kind == Kind::VerticalLine ? QPointF(0.0, -handleLift) : QPointF();
}

void ChartMarker::place()
{
    prepareGeometryChange();
    const auto plot = m_frame->plotArea();
    const auto pixels = m_frame->toPixels(m_frame->clamped(m_position));
    const bool line = m_kind == Kind::VerticalLine;
    setPos(pixels.x(), line ? plot.top() : pixels.y());
    m_plot = plot.translated(-pos());
    m_labelRect = markerLabelPlace(*this, m_plot);
    if (m_grabber)
        m_grabber->place();
    update();
}

QRectF ChartMarker::boundingRect() const
{
    const qreal reach = std::max(hitBox, handleRadius + ringGap + 2.0);
    const auto centre = handleCentre();
    const QRectF handle(centre.x() - reach, centre.y() - reach, 2.0 * reach, 2.0 * reach);
    const QRectF all = handle.united(m_labelRect);
    if (m_kind == Kind::CrossHair)
        return all.united(m_plot);
    const QRectF line(-reach, 0.0, 2.0 * reach, m_plot.height());
    return m_kind == Kind::VerticalLine ? all.united(line) : all;
}

QPainterPath ChartMarker::shape() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (!m_interactive)
        return path;
    path.addEllipse(handleCentre(), hitBox, hitBox);
    if (m_kind == Kind::VerticalLine)
        path.addRect(QRectF(-hitBox, 0.0, 2.0 * hitBox, m_plot.height()));
    return path;
}

void ChartMarker::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const auto &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing);
    paintLines(painter);
    const auto centre = handleCentre();
    const qreal radius = m_interactive ? handleRadius : handleRadius - 2.0;
    // A thin edge in the background's colour keeps the dot apart from the curve under it.
    painter->setPen(m_interactive ? QPen(colors.background, 1.5) : QPen(colors.ink, 1.6));
    painter->setBrush(m_interactive ? colors.ink : colors.background);
    painter->drawEllipse(centre, radius + 0.75, radius + 0.75);
    if (m_interactive && (m_hovered || m_dragging)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.onInk);
        painter->drawEllipse(centre, radius * 0.35, radius * 0.35);
    }
    // Without a widget this is a picture to keep: no focus there.
    if (widget && hasFocus()) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.focus, 2.0));
        painter->drawEllipse(centre, radius + ringGap, radius + ringGap);
    }
    paintMarkerLabel(painter, *this, m_labelRect);
}

void ChartMarker::paintLines(QPainter *painter) const
{
    if (m_kind == Kind::Point)
        return;
    const bool cross = m_kind == Kind::CrossHair;
    painter->setPen(QPen(m_frame->colors().ink, m_interactive && !cross ? 2.0 : 1.0));
    const qreal top = cross ? m_plot.top() : handleCentre().y();
    painter->drawLine(QPointF(0.0, top), QPointF(0.0, m_plot.bottom()));
    if (cross)
        painter->drawLine(QPointF(m_plot.left(), 0.0), QPointF(m_plot.right(), 0.0));
}

void ChartMarker::beginDrag(QPointF grabOffset)
{
    m_grabOffset = grabOffset;
    m_dragging = true;
    update();
    Q_EMIT dragStarted();
}

void ChartMarker::dragTo(QPointF pixels)
{
    if (m_dragging)
        Q_EMIT dragged(m_frame->clamped(m_frame->toAxis(pixels - m_grabOffset)));
}

void ChartMarker::endDrag()
{
    if (!m_dragging)
        return;
    m_dragging = false;
    update();
    Q_EMIT dragFinished();
}

void ChartMarker::cancelDrag()
{
    if (!m_dragging)
        return;
    m_dragging = false;
    update();
    Q_EMIT dragCancelled();
}

void ChartMarker::mousePressEvent(QGraphicsSceneMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    const auto anchor = m_frame->toPixels(m_frame->clamped(m_position));
    beginDrag(m_frame->chart()->mapFromScene(event->scenePos()) - anchor);
}

void ChartMarker::mouseMoveEvent(QGraphicsSceneMouseEvent *event)
{
    // Not pos(): the item may have moved since that was worked out.
    dragTo(m_frame->chart()->mapFromScene(event->scenePos()));
}

void ChartMarker::mouseReleaseEvent(QGraphicsSceneMouseEvent *)
{
    endDrag();
}

void ChartMarker::hoverEnterEvent(QGraphicsSceneHoverEvent *)
{
    m_hovered = true;
    update();
}

void ChartMarker::hoverLeaveEvent(QGraphicsSceneHoverEvent *)
{
    m_hovered = false;
    update();
}

void ChartMarker::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        event->setAccepted(m_dragging); // otherwise a dialog around the chart may want it
        return cancelDrag();
    }
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const bool inPlane = m_kind == Kind::CrossHair || m_kind == Kind::FreePoint;
    event->setAccepted(inPlane ? stepInPlane(event->key(), shift) : stepAlong(event->key()));
}

bool ChartMarker::stepAlong(int key)
{
    if (const int steps = stepsOf(key); steps != 0)
        Q_EMIT stepRequested(steps);
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        Q_EMIT endRequested(key == Qt::Key_End);
    else
        return false;
    return true;
}

bool ChartMarker::stepInPlane(int key, bool shift)
{
    const int steps = stepsOf(key) * (shift && std::abs(stepsOf(key)) == 1 ? pageSteps : 1);
    if (key == Qt::Key_Left || key == Qt::Key_Right)
        Q_EMIT stepRequested(steps);
    else if (steps != 0)
        Q_EMIT verticalStepRequested(steps);
    else if (key != Qt::Key_Home && key != Qt::Key_End)
        return false;
    else if (shift)
        Q_EMIT verticalEndRequested(key == Qt::Key_End);
    else
        Q_EMIT endRequested(key == Qt::Key_End);
    return true;
}

void ChartMarker::focusInEvent(QFocusEvent *event)
{
    QGraphicsObject::focusInEvent(event);
    update();
    QAccessibleEvent focus(this, QAccessible::Focus);
    QAccessible::updateAccessibility(&focus);
}

void ChartMarker::focusOutEvent(QFocusEvent *event)
{
    QGraphicsObject::focusOutEvent(event);
    update();
}

bool ChartMarker::sceneEvent(QEvent *event)
{
    // The button may come up where we never hear of it, e.g. when a dialog opens during a drag.
    if (event->type() == QEvent::UngrabMouse)
        endDrag();
    return QGraphicsObject::sceneEvent(event);
}

} // namespace oneinn::charts

#include "moc_chartmarker.cpp"
