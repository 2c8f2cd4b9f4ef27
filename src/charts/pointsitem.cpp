// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/pointsitem.h"

#include "charts/chartview.h"
#include "charts/halotext.h"
#include "charts/plotframe.h"
#include "charts/staritem.h"

#include <QChart>
#include <QCursor>
#include <QFontMetricsF>
#include <QGraphicsScene>
#include <QGraphicsSceneMouseEvent>
#include <QGraphicsView>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <utility>

namespace oneinn::charts {

namespace {

constexpr qreal pointRadius = 5.0;
constexpr qreal pointHitRadius = 9.0;
constexpr qreal hollowHitRadius = 7.0;
constexpr qreal pointLabelGap = 4.0;

/// Whether the keyboard comes to it.
bool isStop(NamedPoint::Look look)
{
    return look != NamedPoint::Look::Hollow && look != NamedPoint::Look::Dashed;
}

} // namespace

class PointsItem::Dot final : public QGraphicsObject {
public:
    /// Where a point and what belongs to it lie, in pixels from the point.
    struct Arrangement {
        NamedPoint point;
        QRectF bars;  ///< from left to right and from high to low
        QRectF label; ///< null: none
        bool selected = false;
    };

    Dot(PointsItem *owner, const PlotFrame *frame)
        : QGraphicsObject(owner)
        , m_owner(owner)
        , m_frame(frame)
    {
        setAcceptedMouseButtons(Qt::LeftButton);
        setCursor(Qt::PointingHandCursor);
    }

    void present(Arrangement arrangement)
    {
        prepareGeometryChange();
        m_shown = std::move(arrangement);
        setFlag(ItemIsFocusable, !isHollow());
        setToolTip(m_shown.point.toolTip);
        setObjectName(m_shown.point.toolTip);
        update();
    }

    QRectF boundingRect() const override
    {
        constexpr qreal halo = 2.0;
        const QRectF hit(-pointHitRadius, -pointHitRadius, 2.0 * pointHitRadius,
                         2.0 * pointHitRadius);
        return hit.united(m_shown.bars.adjusted(-halo, -halo, halo, halo))
                .united(m_shown.label.adjusted(-halo, -halo, halo, halo));
    }

    QPainterPath shape() const override
    {
        QPainterPath path;
        // A place to return to leaves as much as it can to what is dragged.
        const qreal reach = isHollow() ? hollowHitRadius : pointHitRadius;
        path.addEllipse(QPointF(), reach, reach);
        return path;
    }

    void paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *widget) override
    {
        painter->setRenderHint(QPainter::Antialiasing);
        paintBars(painter);
        paintDot(painter);
        if (widget && hasFocus()) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(m_frame->colors().focus, 2.0));
            painter->drawEllipse(QPointF(), pointHitRadius, pointHitRadius);
        }
        if (m_shown.label.isNull())
            return;
        painter->setFont(m_frame->labelFont());
        const QFontMetricsF metrics(painter->font());
        const ChartColors &colors = m_frame->colors();
        drawHaloText(painter, {m_shown.label.left(), m_shown.label.top() + metrics.ascent()},
                     m_shown.point.label, isFaded() ? colors.text : colors.ink, colors.background);
    }

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent *) override { setFocus(Qt::MouseFocusReason); }
    void mouseReleaseEvent(QGraphicsSceneMouseEvent *event) override
    {
        if (contains(event->pos()))
            Q_EMIT m_owner->activated(m_shown.point.id);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        switch (event->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return Q_EMIT m_owner->activated(m_shown.point.id);
        case Qt::Key_Left:
        case Qt::Key_Down:
            return m_owner->focusBeside(this, -1);
        case Qt::Key_Right:
        case Qt::Key_Up:
            return m_owner->focusBeside(this, 1);
        default:
            event->ignore();
        }
    }
    void focusInEvent(QFocusEvent *event) override
    {
        update();
        m_owner->setStop(this);
        const auto views = scene()->views();
        if (event->reason() != Qt::MouseFocusReason && !views.isEmpty())
            QToolTip::showText(views.first()->mapToGlobal(views.first()->mapFromScene(scenePos())),
                               toolTip(), views.first());
    }
    void focusOutEvent(QFocusEvent *) override
    {
        update();
        QToolTip::hideText();
    }

private:
    bool isHollow() const { return !isStop(m_shown.point.look); }
    bool isFaded() const { return m_shown.point.look == NamedPoint::Look::Faded; }
    QColor lineColor() const
    {
        const ChartColors &colors = m_frame->colors();
        switch (m_shown.point.look) {
        case NamedPoint::Look::Plain:
            return colors.good;
        case NamedPoint::Look::Here:
        case NamedPoint::Look::Hollow:
        case NamedPoint::Look::Dashed:
            return colors.ink;
        case NamedPoint::Look::Faded:
            break;
        }
        return colors.outline;
    }

    void paintBars(QPainter *painter) const
    {
        const QRectF &bars = m_shown.bars;
        painter->setPen(QPen(lineColor(), 1.0));
        if (bars.height() > 2.0 * pointRadius)
            painter->drawLine(QPointF(0.0, bars.top()), QPointF(0.0, bars.bottom()));
        if (bars.width() > 2.0 * pointRadius)
            painter->drawLine(QPointF(bars.left(), 0.0), QPointF(bars.right(), 0.0));
    }

    void paintDot(QPainter *painter) const
    {
        const ChartColors &colors = m_frame->colors();
        const bool open = isFaded() || isHollow();
        QPen pen(open ? lineColor() : colors.background, isHollow() ? 2.0 : 1.5);
        if (m_shown.point.look == NamedPoint::Look::Dashed)
            pen.setDashPattern({1.6, 1.2});
        painter->setPen(pen);
        painter->setBrush(open ? colors.background : lineColor());
        painter->drawEllipse(QPointF(), pointRadius, pointRadius);
        if (!m_shown.selected)
            return;
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(colors.ink, 1.5));
        painter->drawEllipse(QPointF(), pointRadius + 3.0, pointRadius + 3.0);
    }

    PointsItem *m_owner;
    const PlotFrame *m_frame;
    Arrangement m_shown;
};

namespace {

/// Finds labels a place that nothing else has taken.
class LabelPlaces {
public:
    explicit LabelPlaces(const QRectF &plot)
        : m_plot(plot)
    {
    }
    void takePoint(QPointF at)
    {
        m_taken.emplace_back(at.x() - pointRadius, at.y() - pointRadius, 2.0 * pointRadius,
                             2.0 * pointRadius);
    }
    void takeArea(const QRectF &area) { m_taken.push_back(area); }
    /// Better not covered, but rather than have no label.
    void takeBars(QPointF at, const QRectF &bars)
    {
        m_bars.emplace_back(at.x() - 0.5, bars.top(), 1.0, bars.height());
        m_bars.emplace_back(bars.left(), at.y() - 0.5, bars.width(), 1.0);
    }
    /// In chart coordinates; null where there is none.
    QRectF take(QPointF at, QSizeF size)
    {
        const qreal reach = pointRadius + pointLabelGap;
        const qreal middle = at.y() - size.height() / 2.0;
        const QPointF corners[] = {
                {at.x() + reach, middle},
                {at.x() - reach - size.width(), middle},
                {at.x() + pointLabelGap, at.y() - reach - size.height()},
                {at.x() + pointLabelGap, at.y() + reach},
                {at.x() - pointLabelGap - size.width(), at.y() - reach - size.height()},
                {at.x() - pointLabelGap - size.width(), at.y() + reach},
                {at.x() - size.width() / 2.0, at.y() - reach - size.height()},
                {at.x() - size.width() / 2.0, at.y() + reach}};
        for (const bool overBars : {false, true}) {
            for (const QPointF corner : corners) {
                const QRectF label(corner, size);
                if (!isFree(label, overBars))
                    continue;
                m_taken.push_back(label);
                return label;
            }
        }
        return {};
    }

private:
    static bool hitsAny(const std::vector<QRectF> &others, const QRectF &label)
    {
        return std::any_of(others.begin(), others.end(),
                           [&label](const QRectF &other) { return other.intersects(label); });
    }
    bool isFree(const QRectF &label, bool overBars) const
    {
        return m_plot.contains(label) && !hitsAny(m_taken, label)
                && (overBars || !hitsAny(m_bars, label));
    }

    QRectF m_plot;
    std::vector<QRectF> m_bars;
    std::vector<QRectF> m_taken;
};

} // namespace

PointsItem::PointsItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setFlag(ItemHasNoContents);
    setZValue(PlotFrame::MarkLayer);
    connect(frame, &PlotFrame::geometryChanged, this, &PointsItem::place);
    connect(frame, &PlotFrame::colorsChanged, this, &PointsItem::place);
}

void PointsItem::setPoints(std::vector<NamedPoint> points)
{
    if (points == m_points)
        return;
    std::optional<int> focused;
    for (std::size_t i = 0; i < m_dots.size(); ++i) {
        if (m_dots[i]->hasFocus())
            focused = m_points[i].id;
    }
    m_points = std::move(points);
    while (m_dots.size() > m_points.size()) {
        delete m_dots.back();
        m_dots.pop_back();
    }
    while (m_dots.size() < m_points.size())
        m_dots.push_back(new Dot(this, m_frame));
    place();
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (m_points[i].id == focused)
            m_dots[i]->setFocus();
    }
    placeStop();
}

void PointsItem::setStop(const QGraphicsObject *dot)
{
    const auto at = std::ranges::find(m_dots, dot) - m_dots.begin();
    m_stop = m_points[static_cast<std::size_t>(at)].id;
    placeStop();
}

/// Of all that can be reached the keyboard stops at one.
void PointsItem::placeStop()
{
    const auto reachable = [this](std::optional<int> id) {
        return std::ranges::any_of(m_points, [id](const NamedPoint &point) {
            return point.id == id && isStop(point.look);
        });
    };
    const std::optional<int> wanted = reachable(m_stop) ? m_stop
            : reachable(m_selected)                     ? m_selected
                                                        : std::nullopt;
    bool found = false;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const bool here =
                !found && isStop(m_points[i].look) && (!wanted || m_points[i].id == *wanted);
        found = found || here;
        m_dots[i]->setData(passedByTab, !here);
    }
}

void PointsItem::focusBeside(const QGraphicsObject *dot, int steps)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        if (isStop(m_points[i].look))
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [this](std::size_t i) {
        return std::pair(m_points[i].axis.x(), m_points[i].axis.y());
    });
    const auto here = std::ranges::find_if(order, [&](std::size_t i) { return m_dots[i] == dot; });
    const auto at = here - order.begin() + steps;
    if (at >= 0 && at < std::ssize(order))
        m_dots[order[static_cast<std::size_t>(at)]]->setFocus(Qt::OtherFocusReason);
}

void PointsItem::keepClearOf(const StarItem *star)
{
    m_star = star;
    connect(star, &StarItem::arranged, this, &PointsItem::place);
    place();
}

void PointsItem::setSelected(std::optional<int> id)
{
    if (id == m_selected)
        return;
    m_selected = id;
    m_stop.reset();
    placeStop();
    place();
}

void PointsItem::place()
{
    const QFontMetricsF metrics(m_frame->labelFont());
    LabelPlaces places(m_frame->plotArea());
    if (m_star)
        places.takeArea(m_star->covered());
    std::vector<QPointF> pixels;
    std::vector<QRectF> bars;
    pixels.reserve(m_points.size());
    bars.reserve(m_points.size());
    for (const NamedPoint &point : m_points) {
        const QPointF low = m_frame->toPixels(m_frame->clamped({point.left, point.low}));
        const QPointF high = m_frame->toPixels(m_frame->clamped({point.right, point.high}));
        pixels.push_back(m_frame->toPixels(m_frame->clamped(point.axis)));
        bars.emplace_back(QPointF(low.x(), high.y()), QPointF(high.x(), low.y()));
        places.takePoint(pixels.back());
        places.takeBars(pixels.back(), bars.back());
    }
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const NamedPoint &point = m_points[i];
        const QPointF at = pixels[i];
        const QSizeF size(metrics.horizontalAdvance(point.label), metrics.height());
        const QRectF label = point.label.isEmpty() ? QRectF() : places.take(at, size);
        auto *dot = static_cast<Dot *>(m_dots[i]);
        dot->setPos(at);
        dot->setZValue(static_cast<qreal>(m_points.size() - i));
        dot->present({point, bars[i].translated(-at),
                      label.isNull() ? label : label.translated(-at), point.id == m_selected});
    }
}

} // namespace oneinn::charts

#include "moc_pointsitem.cpp"
