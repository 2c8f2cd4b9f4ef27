// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/comparison/policycomparison.h"

#include <QWidget>

#include <optional>
#include <string>

class QLabel;
class QPushButton;

namespace oneinn {

class NumberBox;
class Session;

namespace charts {
class ChartMarker;
class ChartView;
class Curve;
class ShadeItem;
} // namespace charts

/// Where the first model of a cascade is unsure: two boxes, and two lines over its scores. A bound
/// at an end of the axis is infinite.
class CascadeStrip final : public QWidget {
    Q_OBJECT

public:
    explicit CascadeStrip(QWidget *parent = nullptr);

    /// Whose history keeps a drag as one step; once.
    void setSession(Session *session);
    /// A cascade of two of these models.
    void setCascade(const ComparedPolicies &compared, const Cascade &cascade);
    /// What a person has set. Where that is nothing, or about other models, the cascade's own
    /// bounds are shown. Never emits.
    void display(const std::optional<CascadeBounds> &bounds);
    /// The boxes alone do where there is little room.
    void setChartVisible(bool visible);
    charts::ChartView *chart() const { return m_chart; }

Q_SIGNALS:
    /// Nothing: the best ones again.
    void edited(const std::optional<oneinn::CascadeBounds> &bounds);

private:
    enum class Bound { Low, High };

    void setUpRow();
    void setUpChart();
    NumberBox *makeBox(Bound bound, const QString &name);
    charts::ChartMarker *makeMarker(const QString &name);
    void setScores(const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd &weight);
    double shown(Bound bound) const;
    double step() const;
    double rounded(double value) const;
    void type(Bound bound, double wanted);
    void move(Bound bound, double wanted);
    void showBounds();

    QLabel *m_from;
    NumberBox *m_low;
    NumberBox *m_high;
    QPushButton *m_best;
    charts::ChartView *m_chart;
    charts::Curve *m_scores;
    charts::ShadeItem *m_unsure;
    charts::ChartMarker *m_lowLine;
    charts::ChartMarker *m_highLine;
    charts::AxisMapping m_axis = charts::AxisMapping::score(0.0, 1.0);
    std::string m_first;
    std::string m_second;
    int m_decimals = 2;
    Interval m_own;     ///< of the cascade
    Interval m_between; ///< that are shown
};

} // namespace oneinn
