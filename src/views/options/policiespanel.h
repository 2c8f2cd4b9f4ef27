// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/featurewords.h"
#include "views/options/frontierchoices.h"
#include "views/options/frontierpoints.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace oneinn {

class PoliciesModel;
class Results;
class Session;

namespace charts {
class BeyondItem;
class ChartView;
class Curve;
class PointsItem;
} // namespace charts

namespace Ui {
class PoliciesPanel;
}

/// Every model and policy: quality against what users wait or it costs, and side by side in a
/// table. Compared only while it is shown.
class PoliciesPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PoliciesPanel(QWidget *parent = nullptr);
    ~PoliciesPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameChoices();
    void renderWords(const FeatureWords &words);
    void setUpTable();
    void ask();
    void renderData();
    void renderWork();
    void show();
    void renderChart();
    void renderLimit(const FrontierView &view);
    void renderDetail();
    void renderWithPerson();
    void renderWithPersonDetail();
    void renderSummary();
    void renderHint(int policy, const QString &beyond);
    void tell(const QString &hint);
    /// What is set is what was last taken over here.
    bool isTakenOver() const;
    void fitTable();
    void fitDetail();
    void renderCascade();
    /// The operated cascade's own bounds where now is selected, else those that are compared.
    std::optional<CascadeBounds> shownBounds() const;
    void editCascade(const std::optional<CascadeBounds> &bounds);
    void draw(Eigen::Index model, bool drawn);
    /// Columns of the models that are drawn, sorted.
    std::vector<Eigen::Index> drawnModels() const;
    void select(int policy);
    /// Does what a policy does, if the dials can be set to it; otherwise says why not.
    void take(int policy);
    int selected() const;

    std::unique_ptr<Ui::PoliciesPanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    PoliciesModel *m_model;
    charts::BeyondItem *m_beyond; ///< where the quality is beyond its limit
    charts::Curve *m_front;
    charts::PointsItem *m_points;
    PredictionsPtr m_shownOf; ///< what is shown belongs to these, if anything is
    std::optional<PoliciesAnswer> m_answer;
    std::optional<FrontierChoices> m_choices; ///< of the boxes of m_ui
    FeatureWords m_words;
    /// Models chosen to be drawn; absent: those that are tried together.
    std::optional<std::set<std::string>> m_drawn;
    std::optional<Scenario> m_takenOver;
    bool m_comparing = true; ///< what is shown is older than what is set
};

} // namespace oneinn
