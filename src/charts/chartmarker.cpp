// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/chartmarker.h"

#include "charts/plotframe.h"

#include <QAccessible>
#include <QChart>
#include <QCursor>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

namespace {

constexpr qreal handleRadius = 7.0;
constexpr qreal handleLift = 10.0; ///< from the plot's top to the handle's centre
constexpr qreal hitBox = 12.0;     ///< to either side
constexpr qreal labelGap = 7.0;
constexpr qreal noteScale = 0.92;
constexpr qreal noteGap = 3.0; ///< from the note to the plot
constexpr qreal ringGap = 3.5;
constexpr int pageSteps = 10;

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
    const qreal lines = QFontMetricsF(labelFont()).height() + QFontMetricsF(noteFont()).height();
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
    if (interactive)
        setCursor(m_kind == Kind::VerticalLine ? Qt::SplitHCursor : Qt::OpenHandCursor);
    else
        unsetCursor();
    if (m_grabber)
        m_grabber->place();
    update();
}

QPointF ChartMarker::handleCentre() const
{
    return m_kind == Kind::VerticalLine ? QPointF(0.0, -handleLift) : QPointF();
}

QFont ChartMarker::labelFont() const
{
    auto font = m_frame->chart()->font();
    font.setWeight(m_interactive ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont ChartMarker::noteFont() const
{
    auto font = m_frame->chart()->font();
    font.setPointSizeF(font.pointSizeF() * noteScale);
    return font;
}

void ChartMarker::place()
{
    prepareGeometryChange();
    const auto plot = m_frame->plotArea();
    const auto pixels = m_frame->toPixels(m_frame->clamped(m_position));
    const bool line = m_kind == Kind::VerticalLine;
    setPos(pixels.x(), line ? plot.top() : pixels.y());
    m_lineLength = line ? plot.height() : 0.0;
    m_labelRect = labelPlace();
    if (m_grabber)
        m_grabber->place();
    update();
}

QRectF ChartMarker::labelPlace() const
{
    if (m_label.isEmpty())
        return {};
    const QFontMetricsF metrics(labelFont());
    const qreal chartWidth = m_frame->chart()->size().width();
    const QFontMetricsF noteMetrics(noteFont());
    const qreal noteWidth = m_note.isEmpty() ? 0.0 : noteMetrics.horizontalAdvance(m_note);
    const qreal noteHeight = m_note.isEmpty() ? 0.0 : noteMetrics.height();
    const qreal width = std::max(metrics.horizontalAdvance(m_label), noteWidth) + 1.0;
    const qreal offset = handleRadius + labelGap;
    const qreal roomRight = chartWidth - x() - offset;
    const qreal roomLeft = x() - offset;
    const bool right = width <= roomRight || roomRight >= roomLeft;
    const qreal left = right ? offset : -offset - std::min(width, roomLeft);
    // A dot's label stands above its own height, off the curve it lies on.
    const bool dot = m_kind != Kind::VerticalLine;
    const qreal middle = handleCentre().y() - (dot ? metrics.height() * 0.8 : 0.0);
    qreal top = middle - metrics.height() / 2.0;
    if (noteHeight > 0.0 && !dot)
        top = -noteGap - metrics.height() - noteHeight;
    if (dot && y() + top < 0.0)
        top = handleRadius;
    return {left, top, std::min(width, right ? roomRight : roomLeft),
            metrics.height() + noteHeight};
}

QRectF ChartMarker::boundingRect() const
{
    const qreal reach = std::max(hitBox, handleRadius + ringGap + 2.0);
    const auto centre = handleCentre();
    const QRectF handle(centre.x() - reach, centre.y() - reach, 2.0 * reach, 2.0 * reach);
    const QRectF line(-reach, 0.0, 2.0 * reach, m_lineLength);
    return handle.united(line).united(m_labelRect);
}

QPainterPath ChartMarker::shape() const
{
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    if (!m_interactive)
        return path;
    path.addEllipse(handleCentre(), hitBox, hitBox);
    if (m_lineLength > 0.0)
        path.addRect(QRectF(-hitBox, 0.0, 2.0 * hitBox, m_lineLength));
    return path;
}

void ChartMarker::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget)
{
    const auto &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto centre = handleCentre();
    if (m_lineLength > 0.0) {
        painter->setPen(QPen(colors.ink, m_interactive ? 2.0 : 1.0));
        painter->drawLine(QPointF(0.0, centre.y()), QPointF(0.0, m_lineLength));
    }
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
    if (m_label.isEmpty())
        return;
    painter->setFont(labelFont());
    painter->setPen(m_interactive ? colors.ink : colors.text);
    const QFontMetricsF metrics(labelFont());
    painter->drawText(QPointF(m_labelRect.left(), m_labelRect.top() + metrics.ascent()),
                      metrics.elidedText(m_label, Qt::ElideRight, m_labelRect.width()));
    if (m_note.isEmpty())
        return;
    painter->setFont(noteFont());
    painter->setPen(colors.text);
    const QFontMetricsF noteMetrics(noteFont());
    painter->drawText(QPointF(m_labelRect.left(),
                              m_labelRect.top() + metrics.height() + noteMetrics.ascent()),
                      noteMetrics.elidedText(m_note, Qt::ElideRight, m_labelRect.width()));
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

void ChartMarker::stepUp(int steps)
{
    if (m_kind == Kind::FreePoint)
        Q_EMIT raiseRequested(steps);
    else
        Q_EMIT stepRequested(steps);
}

void ChartMarker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        Q_EMIT stepRequested(-1);
        break;
    case Qt::Key_Right:
        Q_EMIT stepRequested(1);
        break;
    case Qt::Key_Down:
        stepUp(-1);
        break;
    case Qt::Key_Up:
        stepUp(1);
        break;
    case Qt::Key_PageDown:
        stepUp(-pageSteps);
        break;
    case Qt::Key_PageUp:
        stepUp(pageSteps);
        break;
    case Qt::Key_Home:
        Q_EMIT endRequested(false);
        break;
    case Qt::Key_End:
        Q_EMIT endRequested(true);
        break;
    case Qt::Key_Escape:
        if (!m_dragging)
            return event->ignore(); // a dialog around the chart may want it
        cancelDrag();
        break;
    default:
        return event->ignore();
    }
    event->accept();
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
