// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/marksitem.h"

#include "charts/plotframe.h"

#include <QChart>
#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsSceneMouseEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace oneinn::charts {

namespace {

constexpr qreal halfWidth = 5.0;
constexpr qreal height = 7.0;
constexpr qreal markHitBox = 10.0;
constexpr qreal markLabelGap = 3.0;

enum class LabelSide { None, Left, Right };

/// One triangle, pointing up at the axis line.
class Triangle : public QGraphicsObject {
public:
    Triangle(MarksItem *owner, const PlotFrame *frame)
        : QGraphicsObject(owner)
        , m_owner(owner)
        , m_frame(frame)
    {
        setFlag(ItemIsFocusable);
        setAcceptedMouseButtons(Qt::LeftButton);
        setCursor(Qt::PointingHandCursor);
    }

    void present(const Mark &mark, LabelSide side)
    {
        prepareGeometryChange();
        m_mark = mark;
        m_side = side;
        setToolTip(mark.toolTip);
        setObjectName(mark.toolTip.isEmpty() ? mark.label : mark.toolTip);
        update();
    }

    QRectF boundingRect() const override
    {
        const qreal text = QFontMetricsF(m_frame->labelFont()).height();
        const QRectF hit(-markHitBox, 0.0, 2.0 * markHitBox,
                         std::max(text + 2.0, 2.0 * markHitBox));
        return hit.united(labelRect());
    }

    QPainterPath shape() const override
    {
        QPainterPath path;
        path.addRect(boundingRect());
        return path;
    }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget) override
    {
        const auto &colors = m_frame->colors();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(colors.axis);
        const qreal top = 3.0;
        painter->drawPolygon(
                QPolygonF({{0.0, top}, {halfWidth, top + height}, {-halfWidth, top + height}}));
        if (widget && hasFocus()) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colors.focus, 2.0));
            painter->drawRoundedRect(
                    QRectF(-halfWidth - 3.0, 1.0, 2.0 * halfWidth + 6.0, height + 6.0), 3.0, 3.0);
        }
        if (m_side == LabelSide::None)
            return;
        painter->setFont(m_frame->labelFont());
        painter->setPen(colors.text);
        const QFontMetricsF metrics(m_frame->labelFont());
        painter->drawText(QPointF(labelRect().left(), metrics.ascent()), m_mark.label);
    }

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *) override { setFocus(Qt::MouseFocusReason); }
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override
    {
        if (contains(event->pos()))
            Q_EMIT m_owner->activated(m_mark.id);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const int key = event->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space)
            Q_EMIT m_owner->activated(m_mark.id);
        else
            event->ignore();
    }
    void focusInEvent(QFocusEvent *) override { update(); }
    void focusOutEvent(QFocusEvent *) override { update(); }

private:
    QRectF labelRect() const
    {
        if (m_side == LabelSide::None)
            return {};
        const QFontMetricsF metrics(m_frame->labelFont());
        const qreal width = metrics.horizontalAdvance(m_mark.label);
        const qreal reach = halfWidth + markLabelGap;
        return {m_side == LabelSide::Right ? reach : -reach - width, 0.0, width, metrics.height()};
    }

    MarksItem *m_owner;
    const PlotFrame *m_frame;
    Mark m_mark;
    LabelSide m_side = LabelSide::None;
};

} // namespace

MarksItem::MarksItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setFlag(ItemHasNoContents);
    setZValue(PlotFrame::MarkLayer);
    connect(frame, &PlotFrame::geometryChanged, this, &MarksItem::place);
    connect(frame, &PlotFrame::colorsChanged, this, &MarksItem::place);
}

void MarksItem::setMarks(std::vector<Mark> marks)
{
    std::ranges::stable_sort(marks, {}, &Mark::axis);
    if (marks == m_marks)
        return;
    std::optional<int> focused;
    for (std::size_t i = 0; i < m_triangles.size(); ++i) {
        if (m_triangles[i]->hasFocus())
            focused = m_marks[i].id;
    }
    m_marks = std::move(marks);
    while (m_triangles.size() > m_marks.size()) {
        delete m_triangles.back();
        m_triangles.pop_back();
    }
    while (m_triangles.size() < m_marks.size())
        m_triangles.push_back(new Triangle(this, m_frame));
    if (!m_marks.empty()) {
        constexpr qreal air = 3.0;
        m_frame->reserve(PlotFrame::Edge::Bottom,
                         QFontMetricsF(m_frame->labelFont()).height() + air);
    }
    place();
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        if (m_marks[i].id == focused)
            m_triangles[i]->setFocus();
    }
}

void MarksItem::place()
{
    const QFontMetricsF metrics(m_frame->labelFont());
    const auto plot = m_frame->plotArea();
    const auto &axis = m_frame->horizontal();
    const auto xOf = [&](const Mark &mark) { return m_frame->toPixels({mark.axis, 0.0}).x(); };
    constexpr qreal reach = halfWidth + markLabelGap;
    qreal taken = 0.0; // everything left of it
    for (std::size_t i = 0; i < m_marks.size(); ++i) {
        const auto &mark = m_marks[i];
        auto *triangle = static_cast<Triangle *>(m_triangles[i]);
        const bool visible = mark.axis >= axis.low && mark.axis <= axis.high;
        triangle->setVisible(visible);
        if (!visible)
            continue;
        const qreal x = xOf(mark);
        const qreal width = metrics.horizontalAdvance(mark.label);
        const qreal room = i + 1 < m_marks.size() ? xOf(m_marks[i + 1]) - reach
                                                  : m_frame->chart()->size().width();
        auto side = LabelSide::None;
        if (x + reach + width <= room)
            side = LabelSide::Right;
        else if (x - reach - width >= taken)
            side = LabelSide::Left;
        taken = x + (side == LabelSide::Right ? reach + width + 3.0 * markLabelGap : reach);
        triangle->setPos(x, plot.bottom());
        triangle->present(mark, side);
    }
}

} // namespace oneinn::charts

#include "moc_marksitem.cpp"
