// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/planepanel.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/heatmapitem.h"
#include "charts/plotframe.h"
#include "charts/staritem.h"
#include "core/questions.h"
#include "plots/scoreaxis.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_planepanel.h"
#include "views/planemap.h"
#include "views/scoreaxiswords.h"
#include "wording/chartwords.h"

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
    connect(m_marker, &ChartMarker::dragStarted, &m_session->history(), &History::beginGesture);
    connect(m_marker, &ChartMarker::dragFinished, &m_session->history(), &History::endGesture);
    connect(m_marker, &ChartMarker::dragCancelled, &m_session->history(), &History::cancelGesture);
    connect(m_marker, &ChartMarker::dragged, this, &PlanePanel::moveTo);
    connect(m_marker, &ChartMarker::stepRequested, this, [this](int steps) {
        m_session->setThreshold(m_axes->stepped(m_session->scenario().threshold, steps));
    });
    connect(m_marker, &ChartMarker::endRequested, m_session, &Session::moveThresholdToEnd);
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
    if (m_plane && m_plane->best && m_results->plane().isAnswered())
        m_session->edit(
                edits::operatingPoint(m_plane->best->threshold.threshold, m_plane->best->budget));
}

void PlanePanel::setScoreAxis(AxisMapping::Kind kind)
{
    m_told = kind;
    m_toldFor = m_session->assessment().slice->index().shared_from_this();
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
        m_asked = question;
        m_results->askForPlane(m_axes->grid(gridColumns, gridRows));
        if (m_results->plane().current())
            return showPlane();
        renderBest();
    } else if (m_shownLimits != limitsOf(assessment.scenario)
               || m_shownWords != assessment.scenario.words) {
        renderMap();
        renderBest();
    }
    renderPoint(assessment);
}

/// Whether they changed.
bool PlanePanel::layAxes(const PredictionIndex &index)
{
    const AxisMapping::Kind kind = m_toldFor.get() == &index ? m_told : suggestedAxis(index);
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

void PlanePanel::showPlane()
{
    m_plane = m_results->plane().current();
    renderMap();
    renderBest();
    renderPoint(m_session->assessment());
}

void PlanePanel::renderMap()
{
    const Targets limits = limitsOf(m_session->scenario());
    m_shownLimits = limits;
    renderViewNames();
    if (!m_plane)
        return;
    PlaneMap map = planeMap(*m_plane, *m_axes, view(), limits);
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

void PlanePanel::renderBest()
{
    const bool known = m_plane && m_plane->best && m_results->plane().isAnswered();
    m_ui->goToBest->setEnabled(known);
    if (!known)
        return m_star->setPlace({});
    const BestPoint &best = *m_plane->best;
    m_star->setPlace(m_axes->toAxis(best.threshold.threshold, best.budget));
    m_star->setLabel(wording::bestPointLabel());
    m_star->setDescription(wording::bestPointText(best, m_shownWords));
    m_ui->goToBest->setToolTip(wording::bestPointText(best, m_shownWords));
}

void PlanePanel::renderPoint(const Assessment &assessment)
{
    m_marker->setPosition(
            m_axes->toAxis(assessment.scenario.threshold, assessment.scenario.budget));
    m_marker->setLabel(wording::planePointLabel(assessment));
    m_marker->setNote(wording::planePointNote(view(), assessment));
    const bool pending = !m_results->plane().isAnswered();
    wording::BestPointNews news{pending, {}};
    if (m_plane && !pending)
        news.best = m_plane->best;
    const QString sentence = wording::planeSentence(view(), assessment, news);
    m_ui->sentence->setText(sentence);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), sentence);
}

void PlanePanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_ui->hint->setVisible(width() >= roomForHint);
    // Room for the longest sentence, so that the chart keeps its size while the point is dragged.
    const int lines = width() >= roomForHint ? 2 : 3;
    m_ui->sentence->setFixedHeight(lines * m_ui->sentence->fontMetrics().lineSpacing());
}

} // namespace oneinn

#include "moc_planepanel.cpp"
