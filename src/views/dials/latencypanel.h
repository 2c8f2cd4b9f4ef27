// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "views/dials/chartpins.h"
#include "views/dials/rivalnames.h"

#include <QFrame>

#include <memory>
#include <vector>

namespace oneinn {

class Results;
class Session;

namespace charts {
class BeyondItem;
class ChartMarker;
class ChartView;
class Curve;
class RivalsItem;
class ShadeItem;
} // namespace charts

namespace Ui {
class LatencyPanel;
}

/// How many answers come in time, with the budget: marker, slider, switch and number.
class LatencyPanel final : public QFrame {
    Q_OBJECT

public:
    explicit LatencyPanel(QWidget *parent = nullptr);
    ~LatencyPanel() override;

    void setResults(Results *results);
    /// rivals: of the assessment's rows; null while they are not known. earlier: likewise.
    void render(const Assessment &assessment, const RivalsPtr &rivals, const EarlierDrawn &earlier);
    void setPins(std::vector<ChartPin> pins);
    charts::ChartView *chart() const;
    /// Somebody is asked how long people wait: the axis and the budget on it are all that is shown.
    /// From the next render() on.
    void setAsking(bool asking);
    const charts::AxisMapping &axis() const { return m_mapping; }

Q_SIGNALS:
    void pinActivated(int pin);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectMarker();
    void moveTo(double axis);
    void stepBudget(int steps);
    void moveToEnd(bool high);
    void renderCurve(const PredictionIndex &index);
    void renderLimit(const Targets &targets);
    void renderSummary(const Assessment &assessment);
    void renderRivals();
    bool isEarlierTimed() const;
    void alignSlider();
    void renderPins();

    std::unique_ptr<Ui::LatencyPanel> m_ui;
    Session *m_session = nullptr;
    charts::BeyondItem *m_beyond;
    charts::Curve *m_limit;
    charts::Curve *m_curve;
    charts::RivalsItem *m_rivalCurves;
    charts::ShadeItem *m_late;
    charts::ChartMarker *m_marker;
    charts::PointsItem *m_pinned;
    bool m_asking = false;
    std::vector<ChartPin> m_pins;
    charts::AxisMapping m_mapping = charts::AxisMapping::logTime(1.0, 1000.0);
    std::shared_ptr<const PredictionIndex> m_index; ///< whose curve is drawn
    EarlierDrawn m_earlier;                         ///< likewise
    RivalsPtr m_rivals;                             ///< whose curves are drawn
    QString m_timedOut;                             ///< what a summary goes on with; or empty
    Budget m_lastBudget;                            ///< what switching the limit on returns to
};

} // namespace oneinn
