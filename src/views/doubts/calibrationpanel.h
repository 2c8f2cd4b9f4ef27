// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "core/calibration/scorecalibration.h"

#include <QFrame>

#include <memory>

namespace oneinn {

class BinsModel;
class EarlierSwitch;
class Results;
class Session;

namespace charts {
class BarsItem;
class ChartMarker;
class ChartView;
class Curve;
class MarksItem;
class PointsItem;
class RivalsItem;
} // namespace charts

namespace Ui {
class CalibrationPanel;
}

/// Whether so many of 100 come true as the scores say. Worked out only while it is shown.
class CalibrationPanel final : public QFrame {
    Q_OBJECT

public:
    explicit CalibrationPanel(QWidget *parent = nullptr);
    ~CalibrationPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

Q_SIGNALS:
    void failed(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    void connectMarker();
    void takeCalibration();
    void renderState();
    void renderWork();
    void renderPicture();
    void renderEarlier();
    void layAxes();
    void renderMarker(const Assessment &assessment);
    void renderWords(const Assessment &assessment);
    void renderNoWords();
    void renderMapping();
    void saveMapping();
    void fitColumns();
    void select(int bin);

    std::unique_ptr<Ui::CalibrationPanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    BinsModel *m_bins;
    charts::BarsItem *m_scores;
    EarlierSwitch *m_earlierSwitch;
    charts::RivalsItem *m_earlier;
    charts::Curve *m_exact;
    charts::Curve *m_recalibrated;
    charts::PointsItem *m_points;
    charts::MarksItem *m_elkan;
    charts::ChartMarker *m_marker;

    PredictionsPtr m_shownOf; ///< what is shown belongs to these, if anything is
    charts::AxisMapping m_mapping = charts::AxisMapping::score(0.0, 1.0);
    std::shared_ptr<const ScoreCalibration> m_calibration; ///< that is shown, if any is
};

} // namespace oneinn
