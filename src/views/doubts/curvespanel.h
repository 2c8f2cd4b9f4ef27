// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "plots/curveplot.h"

#include <QFrame>

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

class Results;
class Session;

namespace charts {
class Band;
class ChartMarker;
class ChartView;
class Curve;
class MarksItem;
} // namespace charts

namespace Ui {
class CurvesPanel;
}

/// The model's own curves, one at a time, with the threshold on them, which can be dragged along.
/// A band is worked out only while it is shown.
class CurvesPanel final : public QFrame {
    Q_OBJECT

public:
    explicit CurvesPanel(QWidget *parent = nullptr);
    ~CurvesPanel() override;

    void setResults(Results *results);
    void render(const Assessment &assessment);
    charts::ChartView *chart() const;

private:
    void offerChoices();
    void connectMarker();
    ModelCurve chosenCurve() const;
    std::optional<BandKind> chosenBand() const;
    void chooseCurve();
    void askForBand();
    void renderCurve(const Assessment &assessment);
    void renderReferences();
    void renderPoint(const Assessment &assessment);
    void renderWords(const Assessment &assessment);
    void renderBand();
    void renderWork();
    QString bandNote() const;
    void moveTo(QPointF axis);
    void step(int steps);
    void moveToEnd(bool right);
    void takeOwnPrice();

    std::unique_ptr<Ui::CurvesPanel> m_ui;
    Results *m_results = nullptr;
    Session *m_session = nullptr;
    charts::Band *m_band;
    std::vector<charts::Curve *> m_references; ///< by CurveReference
    charts::Curve *m_line;                     ///< by price, of the threshold
    charts::Curve *m_curve;
    charts::MarksItem *m_own;
    charts::ChartMarker *m_marker;

    std::shared_ptr<const Outlook> m_outlook; ///< whose curve is drawn
    FeatureWords m_words;                     ///< that its axes are named with
    std::optional<CurvePlot> m_plot;          ///< of it
};

} // namespace oneinn
