// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/planepanel.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/heatmapitem.h"
#include "charts/plotframe.h"
#include "charts/staritem.h"
#include "core/assessment.h"
#include "core/questions.h"
#include "plots/scoreaxis.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_planepanel.h"
#include "views/dials/planemap.h"
#include "views/widgets/scoreaxiswords.h"
#include "views/widgets/steering.h"
#include "wording/chartwords.h"
#include "wording/limitwords.h"

#include <QResizeEvent>

namespace oneinn {

using charts::AxisMapping;
using charts::ChartMarker;
using wording::PlaneView;

namespace {

constexpr std::size_t gridColumns = 192;
constexpr std::size_t gridRows = 96;
constexpr int roomForHint = 620; ///< narrower, the choice needs the width

} // namespace

PlanePanel::PlanePanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::PlanePanel>())
{
    m_ui->setupUi(this);
    m_ui->hint->hide();
    m_ui->empty->setText(wording::noPlaneText());
    for (const PlaneView view : {PlaneView::Value, PlaneView::Wrong, PlaneView::Missed})
        m_ui->view->addItem(wording::planeViewName(view), static_cast<int>(view));
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_budgets = new charts::HeatMapItem(frame);
    m_noBudget = new charts::HeatMapItem(frame);
    m_star = new charts::StarItem(frame);
    m_pinned = new charts::PointsItem(frame);
    m_pinned->keepClearOf(m_star);
    m_marker = new ChartMarker(ChartMarker::Kind::CrossHair, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(tr("Threshold and latency budget"));
}

PlanePanel::~PlanePanel() = default;

charts::ChartView *PlanePanel::chart() const
{
    return m_ui->chart;
}

PlaneView PlanePanel::view() const
{
    return static_cast<PlaneView>(m_ui->view->currentData().toInt());
}

void PlanePanel::setResults(Results *results)
{
    connect(m_pinned, &charts::PointsItem::activated, this, &PlanePanel::pinActivated);
    m_results = results;
    m_session = results->session();
    connect(&results->plane(), &BackgroundState::changed, this, [this] {
        if (isVisible() && m_results->plane().current())
            showPlane();
    });
    connect(&results->bestWithin(), &BackgroundState::changed, this, [this] {
        if (isVisible() && m_axes)
            showBest();
    });
    connectMarker();
    connect(m_star, &charts::StarItem::activated, this, &PlanePanel::goToBest);
    connect(m_ui->goToBest, &QPushButton::clicked, this, &PlanePanel::goToBest);
    connect(m_ui->view, &QComboBox::activated, this, [this] {
        renderMap();
        renderPoint(m_session->assessment());
    });
}

void PlanePanel::connectMarker()
{
    const auto by = [this](int steps) {
        m_session->setThreshold(m_axes->stepped(m_session->scenario().threshold, steps));
    };
    steer(m_marker, m_session, this,
          {[this](QPointF axis) { moveTo(axis); }, by,
           [this](bool high) { m_session->moveThresholdToEnd(high); }});
    connect(m_marker, &ChartMarker::verticalStepRequested, this, [this](int steps) {
        m_session->setBudget(m_axes->stepped(m_session->scenario().budget, steps));
    });
    connect(m_marker, &ChartMarker::verticalEndRequested, this, [this](bool high) {
        m_session->setBudget(high ? Budget() : m_axes->budget(m_axes->area().top()));
    });
}

void PlanePanel::moveTo(QPointF axis)
{
    // Not the nearest score that decides, as on the scores: where few answers are in time the
    // point would leave the hand.
    if (m_axes)
        m_session->edit(
                edits::operatingPoint(m_axes->threshold(axis.x()), m_axes->budget(axis.y())));
}

void PlanePanel::goToBest()
{
    if (m_news.best)
        m_session->edit(
                edits::operatingPoint(m_news.best->threshold.threshold, m_news.best->budget));
}

void PlanePanel::setScoreAxis(AxisMapping::Kind kind)
{
    m_axisChoice.tell(kind, m_session->assessment().slice->index());
}

void PlanePanel::setPins(std::vector<ChartPin> pins)
{
    m_pins = std::move(pins);
    renderPins();
}

void PlanePanel::renderPins()
{
    if (!m_axes)
        return;
    std::vector<charts::NamedPoint> points;
    for (const ChartPin &pin : m_pins) {
        // Another model's threshold has no place among these scores.
        if (pin.sameModel)
            points.push_back(pinnedPoint(pin, m_axes->toAxis(pin.threshold, pin.budget)));
    }
    m_pinned->setPoints(std::move(points));
}

void PlanePanel::render(const Assessment &assessment)
{
    const PredictionIndex &index = assessment.slice->index();
    m_ui->pages->setCurrentWidget(index.latency().empty() ? m_ui->emptyPage : m_ui->chartPage);
    if (index.latency().empty())
        return m_results->setPlaneUnwanted();
    const bool otherAxes = layAxes(index);
    const PlaneQuestion question = planeQuestion(assessment.scenario);
    if (otherAxes || m_asked != question || m_plane != m_results->plane().current()) {
        askForPlane(assessment);
        if (m_results->plane().current())
            return showPlane();
        renderBest();
    } else if (m_askedWithin != bestWithinQuestion(assessment.scenario)
               || m_shownWords != assessment.scenario.words) {
        askForPlane(assessment);
        renderMap();
        renderBest();
    }
    renderPoint(assessment);
}

void PlanePanel::askForPlane(const Assessment &assessment)
{
    m_asked = planeQuestion(assessment.scenario);
    m_askedWithin = bestWithinQuestion(assessment.scenario);
    m_results->askForPlane(m_axes->grid(gridColumns, gridRows));
}

/// Whether they changed.
bool PlanePanel::layAxes(const PredictionIndex &index)
{
    const AxisMapping::Kind kind = m_axisChoice.of(index);
    if (m_index.get() == &index && m_kind == kind)
        return false;
    m_index = index.shared_from_this();
    m_kind = kind;
    m_axes = PlaneAxes::of(index, kind);
    const QString title = wording::axisTitle(wordedAxis(kind),
                                             m_session->data().file.mapping.lowerIsPositive.value);
    m_ui->chart->frame()->setHorizontal(m_axes->horizontal(title));
    m_ui->chart->frame()->setVertical(
            m_axes->vertical(wording::budgetAxisTitle(), wording::noBudgetTick()));
    renderPins();
    // What is drawn belongs to other axes.
    m_plane.reset();
    m_budgets->setMap({});
    m_noBudget->setMap({});
    return true;
}

void PlanePanel::showBest()
{
    renderBest();
    renderPoint(m_session->assessment());
}

void PlanePanel::showPlane()
{
    m_plane = m_results->plane().current();
    renderMap();
    showBest();
}

void PlanePanel::renderMap()
{
    const Targets limits = limitsOf(m_session->scenario());
    renderViewNames();
    if (!m_plane)
        return;
    PlaneMap map = planeMap(*m_plane, *m_axes, view());
    m_ui->legend->setText(wording::planeLegend(view(), limits, map.anyBlank, m_shownWords));
    m_budgets->setMap(std::move(map.budgets));
    m_noBudget->setMap(std::move(map.noBudget));
}

void PlanePanel::renderViewNames()
{
    m_shownWords = m_session->scenario().words;
    for (int i = 0; i < m_ui->view->count(); ++i)
        m_ui->view->setItemText(
                i,
                wording::planeViewName(static_cast<PlaneView>(m_ui->view->itemData(i).toInt()),
                                       m_shownWords));
}

/// The best point to recommend keeps the limits, where any does.
wording::BestPointNews PlanePanel::bestPointNews() const
{
    const bool limited = limitsOf(m_session->scenario()).any();
    const auto within = m_results->bestWithin().current();
    if (!m_plane || !m_results->plane().isAnswered() || (limited && !within))
        return {.pending = m_results->plane().isPending() || m_results->bestWithin().isPending()};
    wording::BestPointNews news{.best = m_plane->best};
    if (!limited || !m_plane->best)
        return news;
    news.noneWithin = !*within;
    const bool other =
            *within && takesOver(*m_plane->best, *within, m_session->scenario().latePolicy);
    if (*within)
        news.best = *within;
    if (other)
        news.unlimited = m_plane->best;
    if (other || news.noneWithin) {
        Scenario there = m_session->scenario();
        there.threshold = m_plane->best->threshold.threshold;
        there.budget = m_plane->best->budget;
        news.beyond = wording::beyondLimitsText(assess(*m_session->rows(), there));
    }
    return news;
}

void PlanePanel::renderBest()
{
    m_news = bestPointNews();
    m_ui->goToBest->setEnabled(m_news.best.has_value());
    if (!m_news.best)
        return m_star->setPlace({});
    const BestPoint &best = *m_news.best;
    m_star->setPlace(m_axes->toAxis(best.threshold.threshold, best.budget));
    QString said = wording::bestPointText(best, m_shownWords);
    if (!m_news.unlimited && !m_news.beyond.isEmpty())
        said += QLatin1String("; ") + m_news.beyond;
    m_star->setLabel(wording::bestPointLabel(m_news));
    m_star->setDescription(said);
    m_ui->goToBest->setToolTip(said);
}

void PlanePanel::renderPoint(const Assessment &assessment)
{
    m_marker->setPosition(
            m_axes->toAxis(assessment.scenario.threshold, assessment.scenario.budget));
    m_marker->setLabel(wording::planePointLabel(assessment));
    m_marker->setNote(wording::planePointNote(view(), assessment));
    const QString sentence = wording::planeSentence(view(), assessment, m_news);
    m_ui->sentence->setText(sentence);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), sentence);
}

void PlanePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_ui->hint->setVisible(width() >= roomForHint);
    // Room for the longest sentence, so that the chart keeps its size while the point is dragged.
    const int lines = width() >= roomForHint ? 3 : 4;
    m_ui->sentence->setFixedHeight(lines * m_ui->sentence->fontMetrics().lineSpacing());
}

} // namespace oneinn

#include "moc_planepanel.cpp"
