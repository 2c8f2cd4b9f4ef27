// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/assessment.h"
#include "core/doubts/thresholddoubts.h"
#include "core/targets/reach.h"
#include "views/widgets/scoreaxischoice.h"

#include <QFrame>
#include <QList>

#include <memory>
#include <optional>

class QGraphicsObject;

namespace oneinn {

class Results;
class Session;

namespace charts {
class BandsItem;
class BarsItem;
class BeyondItem;
class ChartMarker;
class ChartView;
class Curve;
class MarksItem;
class ShadeItem;
} // namespace charts

namespace Ui {
class DoubtsPanel;
}

/// How sure the best threshold is: what each threshold is worth, where the best may lie, and what
/// it will be worth on new uses. Worked out only while it is shown.
class DoubtsPanel final : public QFrame {
    Q_OBJECT

public:
    explicit DoubtsPanel(QWidget *parent = nullptr);
    ~DoubtsPanel() override;

    void setResults(Results *results);
    /// How the thresholds of the session's rows are spread; until told, as suggested for them.
    void setScoreAxis(charts::AxisMapping::Kind kind);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

private:
    void connectMarker();
    void connectDoubts();
    void offerDrawnBy(const Predictions &predictions);
    void nameDrawnBy(const FeatureWords &words);
    void chooseDrawnBy();
    void layAxes(const PredictionIndex &index);
    void renderCurve(const Assessment &assessment);
    void renderMarker(const Assessment &assessment);
    void renderDoubts();
    void renderWork();
    void renderPicture();
    void renderLimits();
    void renderWords();
    void renderNoWords();
    void moveTo(double axis);
    void takeOver();
    QList<QGraphicsObject *> drawn() const;

    std::unique_ptr<Ui::DoubtsPanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    charts::BeyondItem *m_beyond;
    charts::ShadeItem *m_near;
    charts::BarsItem *m_chosen;
    charts::BandsItem *m_range;
    charts::Curve *m_curve;
    charts::MarksItem *m_best;
    charts::ChartMarker *m_marker;

    std::shared_ptr<const PredictionIndex> m_index; ///< the rows the axis is of
    ScoreAxisChoice m_axisChoice;
    PredictionsPtr m_offeredFor; ///< what is drawn can be chosen for these
    charts::AxisMapping m_mapping = charts::AxisMapping::score(0.0, 1.0);
    std::shared_ptr<const Outlook> m_outlook;        ///< whose curve is drawn
    std::shared_ptr<const ThresholdDoubts> m_doubts; ///< that are shown, if any are
    std::shared_ptr<const Reach> m_within;           ///< beside them; null: not known yet
};

} // namespace oneinn
