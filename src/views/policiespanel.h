// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "session/policiesmaker.h"

#include <QFrame>
#include <QTimer>

#include <memory>
#include <optional>

namespace oneinn {

class PoliciesModel;
class Session;

namespace charts {
class ChartView;
class Curve;
class PointsItem;
} // namespace charts

namespace Ui {
class PoliciesPanel;
}

/// Every model and policy: quality against what users wait or it costs, and side by side in a
/// table. Compared anew when the scenario has come to rest, and only while it is shown.
class PoliciesPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PoliciesPanel(QWidget *parent = nullptr);
    ~PoliciesPanel() override;

    void setSession(Session *session);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

protected:
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fillChoices();
    void setUpTable();
    FrontierView view() const;
    void ask();
    void show(const PoliciesMaker::AnswerPtr &answer);
    void renderChart();
    void renderDetail();
    void renderCascade();
    void fitColumns();
    void select(int policy);
    /// Does what a policy does, if the dials can be set to it; otherwise says why not.
    void take(int policy);
    int selected() const;

    std::unique_ptr<Ui::PoliciesPanel> m_ui;
    Session *m_session = nullptr;
    PoliciesModel *m_model;
    PoliciesMaker *m_maker;
    charts::Curve *m_front;
    charts::PointsItem *m_points;
    QTimer m_settling; ///< the scenario may still be moving
    std::optional<Scenario> m_asked;
    PredictionsPtr m_askedOf;
    PoliciesMaker::AnswerPtr m_answer;
};

} // namespace oneinn
