// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/scorespanel.h"

#include "charts/bandsitem.h"
#include "charts/beyonditem.h"
#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/histogramitem.h"
#include "charts/marksitem.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"
#include "core/targets/nearbestkept.h"
#include "plots/beyondlimits.h"
#include "plots/scoreaxis.h"
#include "plots/scorehistogram.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_scorespanel.h"
#include "views/widgets/recommendedmarks.h"
#include "views/widgets/scoreaxiswords.h"
#include "views/widgets/steering.h"
#include "wording/binwords.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/reviewbeside.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>
#include <QStyle>

#include <algorithm>
#include <limits>

namespace oneinn {

using charts::AxisMapping;

namespace {

constexpr int roomForScoresHint = 620; ///< narrower, the dials need the width

/// Of classes of which one is rare, its bars would be too low to be seen, and its scores in a heap.
bool canBePlain(const PredictionIndex &index)
{
    constexpr double rarest = 0.05;
    const OperatingCounts all = index.at({})->counts(Threshold::alertOnNothing());
    const double positives = all.positives().weight;
    const double uses = positives + all.negatives().weight;
    return positives >= rarest * uses && positives <= (1.0 - rarest) * uses;
}

} // namespace

ScoresPanel::ScoresPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::ScoresPanel>())
{
    m_ui->setupUi(this);
    m_ui->hint->hide();
    charts::PlotFrame *frame = m_ui->chart->frame();
    charts::AxisSpec unlabelled;
    unlabelled.gridLines = false;
    frame->setVertical(unlabelled);
    m_shown = new charts::ShadeItem(charts::ShadeItem::Meaning::Shown, frame);
    m_beyond = new charts::BeyondItem(frame);
    m_histogram = new charts::HistogramItem(frame);
    m_marks = new charts::MarksItem(frame);
    m_pinned = new charts::PointsItem(frame);
    m_reaching = new charts::BandsItem(frame);
    m_reaching->setLabel(wording::reachesLabel());
    m_reaching->setBesideLegendOf(m_histogram);
    m_nearBest = new charts::BandsItem(frame, charts::BandsItem::Edge::Axis);
    m_marker = new charts::ChartMarker(charts::ChartMarker::Kind::VerticalLine, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(m_ui->slider->accessibleName());
    connect(frame, &charts::PlotFrame::geometryChanged, this, &ScoresPanel::alignSlider);
    m_ui->chart->installEventFilter(this);
    m_ui->chart->viewport()->installEventFilter(this);
}

ScoresPanel::~ScoresPanel() = default;

charts::ChartView *ScoresPanel::chart() const
{
    return m_ui->chart;
}

void ScoresPanel::setSession(Session *session)
{
    connect(m_pinned, &charts::PointsItem::activated, this, &ScoresPanel::pinActivated);
    m_session = session;
    connect(session, &Session::besideChanged, this, [this] {
        if (m_index && m_session->hasData())
            renderStrip(m_session->assessment());
    });
    connectMarker();
    connectTwins();
    connect(m_marks, &charts::MarksItem::activated, this, [this](int id) {
        m_session->setThreshold(m_markThresholds.at(static_cast<std::size_t>(id)));
    });
    connect(m_ui->axis, &QComboBox::activated, this, [this] {
        m_axisBefore.reset();
        chooseAxis(static_cast<AxisMapping::Kind>(m_ui->axis->currentData().toInt()));
    });
}

void ScoresPanel::chooseAxis(AxisMapping::Kind kind)
{
    m_ui->axis->setCurrentIndex(m_ui->axis->findData(static_cast<int>(kind)));
    setAxis(kind);
    render(m_session->assessment(), m_earlier);
    Q_EMIT axisEdited(kind);
}

/// What it counts where a person decides as well.
void ScoresPanel::renderStrip(const Assessment &assessment)
{
    auto words = wording::shownStripWords(assessment);
    if (words && m_session->state().review.isInForce)
        words->title = wording::withoutAPerson(words->title);
    m_ui->shownStrip->display(words);
}

void ScoresPanel::setAsking(bool asking)
{
    m_asking = asking;
    m_ui->shownStrip->setVisible(!asking);
}

void ScoresPanel::setPlain(bool plain)
{
    if (plain == m_plain || !m_index)
        return;
    m_plain = plain;
    const auto kind = static_cast<AxisMapping::Kind>(m_ui->axis->currentData().toInt());
    if (plain && canBePlain(*m_index)
        && m_ui->axis->findData(static_cast<int>(AxisMapping::Kind::Score)) >= 0) {
        m_axisBefore = kind;
        return chooseAxis(AxisMapping::Kind::Score);
    }
    chooseAxis(m_axisBefore.value_or(kind));
    m_axisBefore.reset();
}

void ScoresPanel::setReach(const Results *results)
{
    m_results = results;
    connect(&results->within(), &BackgroundState::changed, this, [this] {
        if (!isVisible() || !m_session->hasData())
            return;
        renderMarks(m_session->assessment());
        renderReach();
    });
}

void ScoresPanel::connectMarker()
{
    steer(m_marker, m_session, this,
          ofThreshold<QPointF>(m_session, [this](QPointF axis) { moveTo(axis.x()); }));
}

void ScoresPanel::connectTwins()
{
    steer(m_ui->slider, m_session, this, ofThreshold<double>(m_session, [this](double position) {
              moveTo(m_mapping.low() + position * (m_mapping.high() - m_mapping.low()));
          }));
    connect(m_ui->threshold, &ThresholdBox::edited, m_session, &Session::setThreshold);
    connect(m_ui->threshold, &ThresholdBox::stepRequested, m_session, &Session::stepThreshold);
}

void ScoresPanel::moveTo(double axis)
{
    if (m_session->hasData())
        m_session->setThreshold(restingThreshold(*m_session->assessment().slice, m_mapping, axis));
}

void ScoresPanel::offerAxes(const PredictionIndex &index)
{
    const auto source = m_session->rows()->source();
    const QVariant before = m_axisOf == source ? m_ui->axis->currentData() : QVariant();
    m_axisOf = source;
    m_ui->axis->clear();
    for (const AxisMapping::Kind kind : possibleAxes(index))
        m_ui->axis->addItem(wording::axisName(wordedAxis(kind)), static_cast<int>(kind));
    // Another model or policy of the same file changes the picture, not how it is looked at.
    const bool isKept = before.isValid() && m_ui->axis->findData(before) >= 0;
    const AxisMapping::Kind suggested = suggestedAxis(index);
    const auto kind = isKept ? static_cast<AxisMapping::Kind>(before.toInt()) : suggested;
    m_ui->axis->setCurrentIndex(m_ui->axis->findData(static_cast<int>(kind)));
    setAxis(kind);
    if (kind != suggested)
        Q_EMIT axisEdited(kind);
}

void ScoresPanel::setAxis(AxisMapping::Kind kind)
{
    m_mapping = scoreAxis(*m_index, kind);
    const bool negated = m_session->data().file.mapping.lowerIsPositive.value;
    m_ui->chart->frame()->setHorizontal(
            charts::mappedAxis(m_mapping, wording::axisTitle(wordedAxis(kind), negated)));
    renderPins();
    outlineEarlier();
}

void ScoresPanel::outlineEarlier()
{
    m_outline = m_earlier.rows ? scoreOutline(*m_earlier.rows->all(), m_mapping) : ScoreOutline();
}

void ScoresPanel::setPins(std::vector<ChartPin> pins)
{
    m_pins = std::move(pins);
    renderPins();
}

void ScoresPanel::renderPins()
{
    std::vector<charts::NamedPoint> points;
    for (const ChartPin &pin : m_pins) {
        // Another model's threshold has no place among these scores.
        if (pin.sameModel)
            points.push_back(pinnedPoint(pin, {m_mapping.toAxis(pin.threshold.value), 0.0}));
    }
    m_pinned->setPoints(std::move(points));
}

void ScoresPanel::render(const Assessment &assessment, const EarlierDrawn &earlier)
{
    const PredictionIndex &index = assessment.slice->index();
    if (m_earlier != earlier) {
        m_earlier = earlier;
        outlineEarlier();
    }
    if (m_index.get() != &index) {
        m_index = index.shared_from_this();
        offerAxes(index);
    }
    const wording::ClassTitles titles = wording::classTitles(assessment.scenario.words);
    m_histogram->setScaleTitles(titles.positives, titles.negatives);
    const double axis = m_mapping.toAxis(assessment.scenario.threshold.value);
    charts::HistogramData bars = scoreHistogram(assessment, m_mapping);
    setEarlier(bars, m_outline);
    bars.oneScale = bars.oneScale || (m_plain && canBePlain(index));
    m_ui->scales->setText(bars.oneScale ? QString() : wording::ownScalesNote());
    m_histogram->setData(std::move(bars));
    m_ui->hint->setText(wording::scoresHint(assessment.scenario.words));
    renderStrip(assessment);
    const wording::HistogramLegend legend = wording::histogramLegend(assessment.scenario.words);
    m_histogram->setLegend({legend.positiveShown, legend.positiveNotShown, legend.negativeShown,
                            legend.negativeNotShown});
    m_shown->setRange(std::pair(axis, m_mapping.high()));
    m_marker->setPosition({axis, 0.0});
    m_marker->setLabel(
            wording::thresholdLabel(assessment.scenario.threshold, assessment.sameDecisions));
    m_marker->setNote(wording::aroundThreshold(assessment));
    m_ui->slider->display(axis, m_mapping, m_marker->label());
    m_ui->threshold->display(
            wording::thresholdText(assessment.scenario.threshold, assessment.sameDecisions));
    renderMarks(assessment);
    renderReach();
}

void ScoresPanel::renderMarks(const Assessment &assessment)
{
    m_markThresholds.clear();
    std::vector<charts::Mark> marks;
    const auto recommended = m_asking ? std::vector<RecommendedMark>()
                                      : recommendedMarks(assessment, within().get());
    for (const RecommendedMark &mark : recommended) {
        marks.push_back({static_cast<int>(m_markThresholds.size()),
                         m_mapping.toAxis(mark.threshold.value), mark.label, mark.toolTip});
        m_markThresholds.push_back(mark.threshold);
    }
    m_marks->setMarks(std::move(marks));
    const auto &near = assessment.value.nearBest;
    charts::BandsItem::Ranges ranges;
    const auto reach = within();
    const bool isRange = near && near->lowest < near->highest && !m_asking;
    if (isRange && !reach)
        ranges.emplace_back(m_mapping.toAxis(near->lowest), m_mapping.toAxis(near->highest));
    if (isRange && reach) {
        for (const ThresholdInterval &part : keptOf(*near, *reach))
            ranges.emplace_back(m_mapping.toAxis(part.low), m_mapping.toAxis(part.high));
    }
    m_nearBest->setRanges(std::move(ranges));
}

/// What was found for older settings is not shown beside newer ones.
std::shared_ptr<const Reach> ScoresPanel::within() const
{
    return m_results && !m_asking ? m_results->within().current() : nullptr;
}

void ScoresPanel::renderReach()
{
    const Assessment &assessment = m_session->assessment();
    const auto reach = within();
    charts::BandsItem::Ranges ranges;
    if (reach) {
        for (const ThresholdInterval &interval : reach->feasible)
            ranges.emplace_back(m_mapping.toAxis(interval.low), m_mapping.toAxis(interval.high));
    }
    m_beyond->setRanges(reach ? scoresOutside(reach->feasible, m_mapping) : AxisRanges());
    m_reaching->setRanges(std::move(ranges));
    QString summary =
            m_asking ? m_marker->label() : wording::scoresSummary(assessment, within().get());
    if (reach)
        summary += QLatin1Char(' ') + wording::feasibleText(*reach);
    if (m_earlier.rows)
        summary += QLatin1Char(' ') + wording::earlierOutlineSummary(m_earlier.name);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), summary);
}

void ScoresPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    m_ui->hint->setVisible(width() >= roomForScoresHint);
}

/// A click moves the threshold: the rows behind a bar are in its menu.
bool ScoresPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ContextMenu || !m_session->hasData())
        return QFrame::eventFilter(watched, event);
    showMenu(*static_cast<QContextMenuEvent *>(event));
    return true;
}

void ScoresPanel::showMenu(const QContextMenuEvent &event)
{
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    const QPointF scene =
            m_ui->chart->mapToScene(m_ui->chart->viewport()->mapFromGlobal(event.globalPos()));
    const double axis = byKey ? m_marker->position().x() : m_ui->chart->frame()->toAxis(scene).x();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *rows = menu->addAction(byKey ? tr("The rows behind the bar at the threshold")
                                          : tr("The rows behind this bar"));
    connect(rows, &QAction::triggered, this, [this, axis] { Q_EMIT rowsRequested(barAt(axis)); });
    menu->addSeparator();
    menu->addActions(m_ui->chart->actions());
    menu->popup(event.globalPos());
}

void ScoresPanel::requestRows()
{
    if (m_session->hasData())
        Q_EMIT rowsRequested(
                barAt(m_mapping.toAxis(m_session->assessment().scenario.threshold.value)));
}

/// The outermost bars have all that is beyond them.
ScoreSpan ScoresPanel::barAt(double axis) const
{
    constexpr double open = std::numeric_limits<double>::infinity();
    const std::vector<double> &edges = m_histogram->data().edges;
    if (edges.size() < 2)
        return {-open, open};
    const auto last = static_cast<std::ptrdiff_t>(edges.size()) - 2;
    const auto right = std::upper_bound(edges.begin(), edges.end(), axis) - edges.begin();
    const auto bar = std::clamp<std::ptrdiff_t>(right - 1, 0, last);
    const auto score = [&](std::ptrdiff_t edge) {
        return m_mapping.toScore(edges[static_cast<std::size_t>(edge)]);
    };
    return {bar == 0 ? -open : score(bar), bar == last ? open : score(bar + 1)};
}

void ScoresPanel::alignSlider()
{
    // The groove's ends stand under the plot's ends, so that handle and marker move together.
    const QRectF plot = m_ui->chart->frame()->plotArea();
    const int half = m_ui->slider->style()->pixelMetric(QStyle::PM_SliderLength) / 2;
    m_ui->sliderRow->setContentsMargins(qMax(0, int(plot.left()) - half), 0,
                                        qMax(0, m_ui->chart->width() - int(plot.right()) - half),
                                        0);
}

} // namespace oneinn

#include "moc_scorespanel.cpp"
