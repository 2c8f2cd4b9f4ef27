// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "views/dials/chartpins.h"
#include "views/dials/rivalnames.h"
#include "wording/chartwords.h"

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
} // namespace charts

namespace Ui {
class PrecisionRecallPanel;
}

/// Precision against recall with the operating point, which can be dragged along the curve.
class PrecisionRecallPanel final : public QFrame {
    Q_OBJECT

public:
    explicit PrecisionRecallPanel(QWidget *parent = nullptr);
    ~PrecisionRecallPanel() override;

    void setResults(const Results *results);
    /// rivals: of the assessment's rows; null while they are not known. earlier: likewise.
    void render(const Assessment &assessment, const RivalsPtr &rivals, const EarlierDrawn &earlier);
    void setPins(std::vector<ChartPin> pins);
    charts::ChartView *chart() const;

Q_SIGNALS:
    void pinActivated(int pin);

private:
    void moveTo(QPointF recallAndPrecision);
    void stepAlong(int points);
    void moveToEnd(bool high);
    void renderCurve();
    void renderPoint(const Assessment &assessment);
    void renderRivals(const Assessment &assessment);
    void renderPins();
    void renderLimits();

    std::unique_ptr<Ui::PrecisionRecallPanel> m_ui;
    const Results *m_results = nullptr;
    Session *m_session = nullptr;
    charts::Curve *m_curve;
    charts::Curve *m_limit;
    charts::BeyondItem *m_beyond;
    charts::RivalsItem *m_rivalCurves;
    charts::ChartMarker *m_marker;
    charts::PointsItem *m_pinned;
    std::vector<ChartPin> m_pins;
    std::shared_ptr<const Outlook> m_outlook; ///< whose curve is drawn
    FeatureWords m_words;                     ///< that its axes are named with
    wording::CurveAxes m_titles;
    EarlierDrawn m_earlier; ///< likewise
    RivalsPtr m_rivals;     ///< whose curves are drawn
};

} // namespace oneinn
