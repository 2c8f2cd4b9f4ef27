// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/featurewords.h"
#include "core/valueplane.h"
#include "views/dials/chartpins.h"
#include "views/dials/planeaxes.h"
#include "views/widgets/scoreaxischoice.h"
#include "wording/planewords.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

class Results;
class Session;

namespace charts {
class ChartMarker;
class ChartView;
class HeatMapItem;
class StarItem;
} // namespace charts

namespace Ui {
class PlanePanel;
}

/// Both dials at once: what each setting is worth, with the point dragged in two dimensions.
class PlanePanel final : public QFrame {
    Q_OBJECT

public:
    explicit PlanePanel(QWidget *parent = nullptr);
    ~PlanePanel() override;

    void setResults(Results *results);
    /// How the thresholds of the session's rows are spread; until told, as suggested for them.
    void setScoreAxis(charts::AxisMapping::Kind kind);
    void render(const Assessment &assessment);
    void setPins(std::vector<ChartPin> pins);
    charts::ChartView *chart() const;

Q_SIGNALS:
    void pinActivated(int pin);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectMarker();
    void moveTo(QPointF axis);
    void goToBest();
    void askForPlane(const Assessment &assessment);
    void showPlane();
    void showBest();
    wording::BestPointNews bestPointNews() const;
    bool layAxes(const PredictionIndex &index);
    void renderMap();
    void renderPoint(const Assessment &assessment);
    void renderViewNames();
    void renderBest();
    wording::PlaneView view() const;
    void renderPins();

    std::unique_ptr<Ui::PlanePanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    charts::HeatMapItem *m_budgets;
    charts::HeatMapItem *m_noBudget;
    charts::StarItem *m_star;
    charts::ChartMarker *m_marker;
    charts::PointsItem *m_pinned;
    std::vector<ChartPin> m_pins;

    std::shared_ptr<const PredictionIndex> m_index; ///< the rows the axes are of
    ScoreAxisChoice m_axisChoice;
    charts::AxisMapping::Kind m_kind = charts::AxisMapping::Kind::Score;
    std::optional<PlaneAxes> m_axes;
    std::optional<PlaneQuestion> m_asked; ///< whose plane was asked for last
    FeatureWords m_shownWords;
    std::optional<BestWithinQuestion> m_askedWithin; ///< the same of the best within the limits
    wording::BestPointNews m_news;                   ///< the best point that is shown
    std::shared_ptr<const ValuePlane> m_plane; ///< that is shown, though another may be asked for
};

} // namespace oneinn
