// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/precisionrecallpanel.h"

#include "charts/beyonditem.h"
#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"
#include "charts/rivalsitem.h"
#include "core/questions.h"
#include "plots/beyondlimits.h"
#include "plots/precisionrecallplot.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_precisionrecallpanel.h"
#include "views/dials/nearestpoint.h"
#include "views/dials/rivalnames.h"
#include "views/widgets/steering.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/limitwords.h"
#include "wording/names.h"
#include "wording/reviewbeside.h"

#include <algorithm>

namespace oneinn {

PrecisionRecallPanel::PrecisionRecallPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::PrecisionRecallPanel>())
{
    m_ui->setupUi(this);
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_rivalCurves = new charts::RivalsItem(frame);
    m_beyond = new charts::BeyondItem(frame);
    m_beyond->setLabel(wording::beyondLimitsLabel());
    m_limit = new charts::Curve(charts::CurveRole::Limit, frame);
    m_curve = new charts::Curve(charts::CurveRole::Main, frame);
    m_pinned = new charts::PointsItem(frame);
    m_marker = new charts::ChartMarker(charts::ChartMarker::Kind::Point, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(tr("Operating point"));
}

PrecisionRecallPanel::~PrecisionRecallPanel() = default;

charts::ChartView *PrecisionRecallPanel::chart() const
{
    return m_ui->chart;
}

void PrecisionRecallPanel::setResults(const Results *results)
{
    m_results = results;
    connect(&results->within(), &BackgroundState::changed, this, [this] {
        if (isVisible() && m_session->hasData())
            renderLimits();
    });
    connect(m_pinned, &charts::PointsItem::activated, this, &PrecisionRecallPanel::pinActivated);
    m_session = results->session();
    connect(m_session, &Session::besideChanged, this, [this] {
        if (isVisible() && m_session->hasData())
            renderPoint(m_session->assessment());
    });
    steer(m_marker, m_session, this,
          {[this](QPointF axis) { moveTo(axis); }, [this](int points) { stepAlong(points); },
           [this](bool high) { moveToEnd(high); }});
}

void PrecisionRecallPanel::stepAlong(int points)
{
    if (!m_outlook || m_outlook->sweep.size() == 0)
        return;
    // To the right recall grows, which is a lower threshold. Showing nothing is no point of the
    // curve: the steps end before it.
    const Eigen::ArrayXd &scores = m_outlook->sweep.threshold;
    const Eigen::Index shown = (scores >= m_session->scenario().threshold.value).count();
    const auto row = std::clamp<Eigen::Index>(shown - 1 + points, 0, scores.size() - 1);
    m_session->setThreshold({scores[row]});
}

void PrecisionRecallPanel::moveToEnd(bool high)
{
    if (!m_outlook || m_outlook->sweep.size() == 0)
        return;
    const Eigen::ArrayXd &scores = m_outlook->sweep.threshold;
    m_session->setThreshold({scores[high ? scores.size() - 1 : 0]});
}

void PrecisionRecallPanel::moveTo(QPointF recallAndPrecision)
{
    if (!m_outlook)
        return;
    const QSizeF unit = m_ui->chart->frame()->plotArea().size();
    if (const auto row = nearestOperatingPoint(m_outlook->sweep, recallAndPrecision, unit))
        m_session->setThreshold({m_outlook->sweep.threshold[*row]});
}

void PrecisionRecallPanel::setPins(std::vector<ChartPin> pins)
{
    m_pins = std::move(pins);
    renderPins();
}

void PrecisionRecallPanel::renderPins()
{
    std::vector<charts::NamedPoint> points;
    for (const ChartPin &pin : m_pins) {
        if (pin.recallPrecision)
            points.push_back(pinnedPoint(pin, *pin.recallPrecision));
    }
    m_pinned->setPoints(std::move(points));
}

void PrecisionRecallPanel::render(const Assessment &assessment, const RivalsPtr &rivals,
                                  const EarlierDrawn &earlier)
{
    const bool otherCurve = m_outlook != assessment.outlook;
    if (otherCurve || m_words != assessment.scenario.words) {
        m_words = assessment.scenario.words;
        m_outlook = assessment.outlook;
        renderCurve();
    }
    if (otherCurve || m_rivals != rivals || m_earlier != earlier) {
        m_rivals = rivals;
        m_earlier = earlier;
        renderRivals(assessment);
    }
    renderLimits();
    const auto &metrics = assessment.metrics;
    const bool exists = metrics.precision && metrics.recall;
    m_marker->setVisible(exists);
    if (exists)
        m_marker->setPosition({*metrics.recall, *metrics.precision});
    renderPoint(assessment);
    m_ui->chart->setAccessibleSummary(
            m_ui->chart->accessibleName(),
            wording::precisionRecallSummary(assessment) + rivalsAside(m_rivals)
                    + earlierAside(m_earlier, m_earlier.sweep != nullptr));
}

void PrecisionRecallPanel::renderPoint(const Assessment &assessment)
{
    const QString point = wording::operatingPointLabel(assessment);
    m_ui->point->setText(m_session->state().review.isInForce ? wording::withoutAPerson(point)
                                                             : point);
}

void PrecisionRecallPanel::renderCurve()
{
    // New axes lay out the whole picture again.
    const wording::CurveAxes titles = wording::precisionRecallAxes(m_words);
    if (titles != m_titles) {
        m_titles = titles;
        m_ui->chart->frame()->setHorizontal(charts::percentAxis(titles.horizontal));
        m_ui->chart->frame()->setVertical(charts::percentAxis(titles.vertical));
    }
    m_curve->setPoints(precisionRecallPoints(m_outlook->sweep));
}

/// A line where precision alone would have to be, and hatched what does not keep all limits. What
/// was found for older settings is not shown beside newer ones.
void PrecisionRecallPanel::renderLimits()
{
    const double precision = 1.0 - *limitsOf(m_session->scenario()).wrongOfShown;
    const QList<QPointF> line{{0.0, precision}, {1.0, precision}};
    if (line != m_limit->points())
        m_limit->setPoints(line);
    const auto within = m_results->within().current();
    m_beyond->setRanges(within && m_outlook
                                ? outside(recallOf(m_outlook->sweep, within->feasible), 0.0, 1.0)
                                : AxisRanges());
}

void PrecisionRecallPanel::renderRivals(const Assessment &assessment)
{
    QList<charts::RivalCurve> curves;
    if (m_rivals) {
        for (const Rival &rival : *m_rivals)
            curves.append({wording::nameText(rival.model),
                           precisionRecallPoints(rival.sweep(assessment.scenario))});
    }
    if (m_earlier.sweep)
        curves.append({wording::earlierCurveName(m_earlier.name),
                       precisionRecallPoints(*m_earlier.sweep)});
    m_rivalCurves->setCurves(curves, m_curve->points());
}

} // namespace oneinn

#include "moc_precisionrecallpanel.cpp"
