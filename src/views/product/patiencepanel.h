// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "presets/patiencepresets.h"

#include <QList>
#include <QWidget>

#include <memory>
#include <optional>

namespace oneinn {

class Session;

namespace charts {
class ChartMarker;
class ChartView;
class Curve;
} // namespace charts

namespace Ui {
class PatiencePanel;
}

/// Who is still waiting after how long: points to drag, and below them the same to be typed.
class PatiencePanel final : public QWidget {
    Q_OBJECT

public:
    explicit PatiencePanel(QWidget *parent = nullptr);
    ~PatiencePanel() override;

    void setSession(Session *session);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

private:
    void fillPickers();
    void connectMarker(std::size_t at);
    void connectFields();
    void move(std::size_t at, PatiencePoint wanted);
    void takeTyped();
    void display(const PatienceCurve &patience);
    void renderChart();
    void renderMarkers();
    void renderFields();
    bool isDragging() const;

    std::unique_ptr<Ui::PatiencePanel> m_ui;
    Session *m_session = nullptr;
    QList<PatiencePreset> m_presets;
    charts::Curve *m_curve;
    QList<charts::ChartMarker *> m_markers; ///< one for each point; the first is always there
    charts::AxisMapping m_mapping = charts::AxisMapping::logTime(1.0, 1000.0);
    std::optional<PatienceCurve> m_shown;
};

} // namespace oneinn
