// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QPointF>

QT_BEGIN_NAMESPACE
class QAreaSeries;
class QLineSeries;
QT_END_NAMESPACE

namespace oneinn::charts {

class PlotFrame;

/// What a line stands for; its colour and dash follow from that and from the theme.
enum class CurveRole {
    Main,     ///< solid, good
    Contrast, ///< solid, bad
    Rival,    ///< dashed, grey
    Limit,    ///< dotted, bad
    Aside     ///< dash-dotted, grey
};

/// A line of a chart. Keeps all points and hands as many to Qt Charts as the plot's width can show.
class Curve : public QObject {
    Q_OBJECT

public:
    /// Owned by the frame, its series by the chart.
    Curve(CurveRole role, PlotFrame *frame);

    /// Axis units, x not decreasing. A point with NaN is left out.
    void setPoints(QList<QPointF> points);
    const QList<QPointF> &points() const { return m_points; }
    void setVisible(bool visible);
    void setName(const QString &name);
    QLineSeries *series() const { return m_series; }

private:
    void refresh();
    void restyle();

    CurveRole m_role;
    PlotFrame *m_frame;
    QLineSeries *m_series;
    QList<QPointF> m_points;
};

/// The area between two lines, behind the curves: an interval.
class Band : public QObject {
    Q_OBJECT

public:
    /// Owned by the frame, its series by the chart.
    explicit Band(PlotFrame *frame);

    /// Axis units, x not decreasing in either.
    void setEdges(QList<QPointF> lower, QList<QPointF> upper);
    void setVisible(bool visible);
    QAreaSeries *series() const { return m_series; }

private:
    void refresh();
    void restyle();

    PlotFrame *m_frame;
    QLineSeries *m_lower;
    QLineSeries *m_upper;
    QAreaSeries *m_series;
    QList<QPointF> m_lowerPoints;
    QList<QPointF> m_upperPoints;
};

} // namespace oneinn::charts
