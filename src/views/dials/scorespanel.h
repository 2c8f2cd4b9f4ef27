// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "core/cellrows/cellrows.h"
#include "core/predictions/predictions.h"
#include "core/targets/reach.h"
#include "plots/scorehistogram.h"
#include "results/earliercurves.h"
#include "views/dials/chartpins.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

class QContextMenuEvent;

namespace oneinn {

class Results;
class Session;

namespace charts {
class BandsItem;
class BeyondItem;
class ChartMarker;
class ChartView;
class HistogramItem;
class MarksItem;
class ShadeItem;
} // namespace charts

namespace Ui {
class ScoresPanel;
}

/// The scores of both classes with the threshold: marker, slider, number and recommended marks.
class ScoresPanel final : public QFrame {
    Q_OBJECT

public:
    explicit ScoresPanel(QWidget *parent = nullptr);
    ~ScoresPanel() override;

    void setSession(Session *session);
    /// Knows which thresholds keep the limits.
    void setReach(const Results *results);
    /// earlier: what is known of it.
    void render(const Assessment &assessment, const EarlierDrawn &earlier);
    void setPins(std::vector<ChartPin> pins);
    charts::ChartView *chart() const;
    /// Somebody is asked where the threshold belongs: nothing is shown that tells it. From the next
    /// render() on.
    void setAsking(bool asking);
    /// For a class: scores as they are, and both classes on one scale, unless one of them is rare.
    /// What was there before comes back with false.
    void setPlain(bool plain);
    const charts::AxisMapping &axis() const { return m_mapping; }
    /// Of the bar that the threshold is in.
    void requestRows();

Q_SIGNALS:
    /// Those behind a bar.
    void rowsRequested(const oneinn::ScoreSpan &scores);
    void pinActivated(int pin);
    void axisEdited(oneinn::charts::AxisMapping::Kind kind);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void renderStrip(const Assessment &assessment);
    void connectMarker();
    void connectTwins();
    void offerAxes(const PredictionIndex &index);
    void setAxis(charts::AxisMapping::Kind kind);
    void moveTo(double axis);
    void chooseAxis(charts::AxisMapping::Kind kind);
    void outlineEarlier();
    void renderMarks(const Assessment &assessment);
    std::shared_ptr<const Reach> within() const;
    void renderReach();
    void alignSlider();
    void showMenu(const QContextMenuEvent &event);
    ScoreSpan barAt(double axis) const;
    void renderPins();

    std::unique_ptr<Ui::ScoresPanel> m_ui;
    Session *m_session = nullptr;
    const Results *m_results = nullptr;
    charts::HistogramItem *m_histogram;
    charts::ShadeItem *m_shown;
    charts::MarksItem *m_marks;
    charts::BeyondItem *m_beyond;
    charts::BandsItem *m_reaching;
    charts::BandsItem *m_nearBest;
    charts::ChartMarker *m_marker;
    charts::PointsItem *m_pinned;
    std::vector<ChartPin> m_pins;
    charts::AxisMapping m_mapping = charts::AxisMapping::score(0.0, 1.0);
    std::shared_ptr<const PredictionIndex> m_index; ///< the rows the axes were made for
    PredictionsPtr m_axisOf;                        ///< the file whose axis was chosen
    bool m_asking = false;
    bool m_plain = false;
    std::optional<charts::AxisMapping::Kind> m_axisBefore; ///< it was made plain; else absent
    std::vector<Threshold> m_markThresholds;               ///< by mark id
    EarlierDrawn m_earlier;
    ScoreOutline m_outline; ///< of the earlier period, along the axis there is
};

} // namespace oneinn
