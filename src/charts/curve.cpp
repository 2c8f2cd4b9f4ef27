// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/curve.h"

#include "charts/decimate.h"
#include "charts/plotframe.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QPen>

#include <cmath>
#include <utility>

namespace oneinn::charts {

namespace {

QList<QPointF> fitted(const QList<QPointF> &points, const PlotFrame &frame)
{
    const auto &axis = frame.horizontal();
    const auto columns = static_cast<int>(std::ceil(frame.plotArea().width()));
    return decimate({points.constData(), static_cast<std::size_t>(points.size())}, axis.low,
                    axis.high, columns);
}

QPen penFor(CurveRole role, const ChartColors &colors)
{
    switch (role) {
    case CurveRole::Main:
        return {colors.good, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
    case CurveRole::Contrast:
        return {colors.bad, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin};
    case CurveRole::Rival:
        return {colors.outline, 1.5, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin};
    case CurveRole::Aside:
        return {colors.outline, 1.5, Qt::DashDotLine, Qt::FlatCap, Qt::RoundJoin};
    case CurveRole::Limit:
        return {colors.bad, 1.5, Qt::DotLine, Qt::FlatCap, Qt::RoundJoin};
    }
    return {};
}

} // namespace

Curve::Curve(CurveRole role, PlotFrame *frame)
    : QObject(frame)
    , m_role(role)
    , m_frame(frame)
    , m_series(new QLineSeries)
{
    frame->attach(m_series);
    connect(frame, &PlotFrame::geometryChanged, this, &Curve::refresh);
    connect(frame, &PlotFrame::colorsChanged, this, &Curve::restyle);
    restyle();
}

void Curve::setPoints(QList<QPointF> points)
{
    m_points = std::move(points);
    refresh();
}

void Curve::setVisible(bool visible)
{
    m_series->setVisible(visible);
}

void Curve::setName(const QString &name)
{
    m_series->setName(name);
}

void Curve::refresh()
{
    m_series->replace(fitted(m_points, *m_frame));
}

void Curve::restyle()
{
    m_series->setPen(penFor(m_role, m_frame->colors()));
}

Band::Band(PlotFrame *frame)
    : QObject(frame)
    , m_frame(frame)
    , m_lower(new QLineSeries(this))
    , m_upper(new QLineSeries(this))
    , m_series(new QAreaSeries(m_upper, m_lower))
{
    frame->attach(m_series);
    connect(frame, &PlotFrame::geometryChanged, this, &Band::refresh);
    connect(frame, &PlotFrame::colorsChanged, this, &Band::restyle);
    restyle();
}

void Band::setEdges(QList<QPointF> lower, QList<QPointF> upper)
{
    m_lowerPoints = std::move(lower);
    m_upperPoints = std::move(upper);
    refresh();
}

void Band::setVisible(bool visible)
{
    m_series->setVisible(visible);
}

void Band::refresh()
{
    m_lower->replace(fitted(m_lowerPoints, *m_frame));
    m_upper->replace(fitted(m_upperPoints, *m_frame));
}

void Band::restyle()
{
    constexpr float opacity = 0.18F;
    auto color = m_frame->colors().good;
    color.setAlphaF(opacity);
    m_series->setPen(Qt::NoPen);
    m_series->setBrush(color);
}

} // namespace oneinn::charts

#include "moc_curve.cpp"
