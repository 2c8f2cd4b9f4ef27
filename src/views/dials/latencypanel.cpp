// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/latencypanel.h"

#include "charts/beyonditem.h"
#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/decimate.h"
#include "charts/plotframe.h"
#include "charts/rivalsitem.h"
#include "charts/shadeitem.h"
#include "plots/latencyaxis.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_latencypanel.h"
#include "views/dials/rivalnames.h"
#include "views/widgets/steering.h"
#include "wording/accountwords.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/names.h"
#include "wording/phrases.h"

#include <QResizeEvent>
#include <QStyle>
#include <QWhatsThis>

#include <limits>

namespace oneinn {

namespace {

constexpr int roomForQuestion = 370; ///< narrower, the summary needs the width

std::size_t timedOut(const LatencyDistribution &latency)
{
    const Eigen::Index answered = latency.rowsWithin(std::numeric_limits<double>::max());
    return static_cast<std::size_t>(latency.size() - answered);
}

} // namespace

LatencyPanel::LatencyPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::LatencyPanel>())
{
    m_ui->setupUi(this);
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_late = new charts::ShadeItem(charts::ShadeItem::Meaning::Late, frame);
    m_rivalCurves = new charts::RivalsItem(frame);
    m_curve = new charts::Curve(charts::CurveRole::Main, frame);
    m_beyond = new charts::BeyondItem(frame);
    m_limit = new charts::Curve(charts::CurveRole::Limit, frame);
    m_pinned = new charts::PointsItem(frame);
    m_marker = new charts::ChartMarker(charts::ChartMarker::Kind::VerticalLine, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(m_ui->slider->accessibleName());
    connect(frame, &charts::PlotFrame::geometryChanged, this, &LatencyPanel::alignSlider);
    const QString measured = wording::measuredWhereText();
    m_ui->measured->setToolTip(measured);
    m_ui->measured->setWhatsThis(measured);
    m_ui->measured->setAccessibleDescription(measured);
    connect(m_ui->measured, &QToolButton::clicked, this, [this] {
        const QPoint below = m_ui->measured->rect().bottomLeft();
        QWhatsThis::showText(m_ui->measured->mapToGlobal(below), m_ui->measured->whatsThis(),
                             m_ui->measured);
    });
}

LatencyPanel::~LatencyPanel() = default;

charts::ChartView *LatencyPanel::chart() const
{
    return m_ui->chart;
}

void LatencyPanel::setResults(Results *results)
{
    Session *session = results->session();
    m_ui->lateanswers->setResults(results);
    connect(m_pinned, &charts::PointsItem::activated, this, &LatencyPanel::pinActivated);
    m_session = session;
    connectMarker();
    connect(m_ui->limited, &QCheckBox::clicked, this, [this](bool on) {
        if (!on)
            m_session->setBudget({});
        else
            m_session->setBudget(m_lastBudget ? m_lastBudget : suggestedBudget(*m_index));
        // Where no budget can be suggested (nearly all time out) it stays off.
        m_ui->limited->setChecked(m_session->scenario().budget.has_value());
    });
    connect(m_ui->budget, &NumberBox::edited, this, [this](double value) {
        m_session->setBudget(value > 0.0 ? Budget(Milliseconds{value}) : Budget());
    });
}

void LatencyPanel::setAsking(bool asking)
{
    m_asking = asking;
    m_index.reset(); // its curve is drawn anew
    m_ui->lateanswers->setVisible(!asking);
    m_ui->measured->setVisible(!asking);
}

void LatencyPanel::connectMarker()
{
    const auto by = [this](int steps) { stepBudget(steps); };
    const auto toEnd = [this](bool high) { moveToEnd(high); };
    steer(m_marker, m_session, this, {[this](QPointF axis) { moveTo(axis.x()); }, by, toEnd});
    const auto along = [this](double position) {
        moveTo(m_mapping.low() + position * (m_mapping.high() - m_mapping.low()));
    };
    steer(m_ui->slider, m_session, this, {along, by, toEnd});
}

void LatencyPanel::moveTo(double axis)
{
    m_session->setBudget(Milliseconds{roundedBudget(m_mapping.toScore(axis))});
}

void LatencyPanel::stepBudget(int steps)
{
    const double now = m_session->scenario()
                               .budget.value_or(Milliseconds{m_mapping.toScore(m_mapping.high())})
                               .value;
    m_session->setBudget(Milliseconds{steppedBudget(now, steps)});
}

void LatencyPanel::moveToEnd(bool high)
{
    moveTo(high ? m_mapping.high() : m_mapping.low());
}

void LatencyPanel::setPins(std::vector<ChartPin> pins)
{
    m_pins = std::move(pins);
    renderPins();
}

void LatencyPanel::renderPins()
{
    std::vector<charts::NamedPoint> points;
    points.reserve(m_pins.size());
    for (const ChartPin &pin : m_pins) {
        const double axis = pin.budget ? m_mapping.toAxis(pin.budget->value) : m_mapping.high();
        points.push_back(pinnedPoint(pin, {axis, pin.onTime}));
    }
    m_pinned->setPoints(std::move(points));
}

void LatencyPanel::render(const Assessment &assessment, const RivalsPtr &rivals,
                          const EarlierDrawn &earlier)
{
    const PredictionIndex &index = assessment.slice->index();
    m_ui->pages->setCurrentWidget(index.latency().empty() ? m_ui->emptyPage : m_ui->chartPage);
    if (index.latency().empty())
        return;
    const bool otherCurve = m_index.get() != &index;
    if (otherCurve) {
        if (!m_index || m_index->predictions() != index.predictions())
            m_lastBudget.reset();
        m_index = index.shared_from_this();
        renderCurve(index);
    }
    if (otherCurve || m_rivals != rivals || m_earlier != earlier) {
        m_rivals = rivals;
        m_earlier = earlier;
        renderRivals();
    }
    const Budget budget = assessment.scenario.budget;
    if (budget)
        m_lastBudget = budget;
    const double axis = budget ? m_mapping.toAxis(budget->value) : m_mapping.high();
    m_marker->setPosition({axis, 0.0});
    m_marker->setLabel(wording::budgetLabel(budget));
    m_ui->lateanswers->render(assessment.scenario);
    renderLimit(assessment.scenario.targets);
    m_late->setRange(budget ? std::optional(std::pair(axis, m_mapping.high())) : std::nullopt);
    m_late->setLabel(m_asking ? QString() : wording::lateLabel(assessment.experience[Share::Late]));
    m_ui->slider->display(axis, m_mapping, m_marker->label());
    m_ui->limited->setChecked(budget.has_value());
    m_ui->budget->display(budget ? budget->value : 0.0);
    renderSummary(assessment);
}

void LatencyPanel::renderSummary(const Assessment &assessment)
{
    m_ui->summary->setText(m_asking ? QString() : wording::latencyBrief(assessment));
    const QString summary = m_asking ? m_marker->label()
                                     : wording::latencySummary(assessment) + m_timedOut
                    + rivalsAside(m_rivals) + earlierAside(m_earlier, isEarlierTimed());
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), summary);
}

/// The corner that the curve has to pass above, and hatched where it must not be.
void LatencyPanel::renderLimit(const Targets &targets)
{
    QList<QPointF> corner;
    QList<QRectF> beyond;
    if (const auto &answered = targets.answered) {
        const double wait = m_mapping.toAxis(answered->wait.value);
        corner = {{m_mapping.low(), answered->share}, {wait, answered->share}, {wait, 0.0}};
        beyond.append(QRectF(QPointF(wait, 0.0), QPointF(m_mapping.high(), answered->share)));
    }
    m_beyond->setRegions(std::move(beyond));
    if (corner != m_limit->points())
        m_limit->setPoints(corner);
}

void LatencyPanel::renderCurve(const PredictionIndex &index)
{
    m_mapping = latencyAxis(index);
    // Whole milliseconds unless the latencies themselves are of a few.
    m_ui->budget->setDecimals(m_mapping.toScore(m_mapping.high()) < 100.0 ? 3 : 0);
    const std::size_t late = timedOut(index.latency());
    const QString told = late == 0 ? QString() : wording::asSentence(wording::timedOutText(late));
    m_ui->timedOut->setText(told);
    m_ui->timedOut->setVisible(late > 0 && !m_asking);
    m_timedOut = late == 0 ? QString() : QLatin1Char(' ') + told;
    const wording::CurveAxes titles = wording::latencyAxes();
    m_ui->chart->frame()->setHorizontal(charts::mappedAxis(m_mapping, titles.horizontal));
    m_ui->chart->frame()->setVertical(charts::percentAxis(titles.vertical));
    renderPins();
    m_curve->setPoints(m_asking ? QList<QPointF>()
                                : charts::stepPoints(onTimePoints(index.latency(), m_mapping),
                                                     charts::Step::After));
}

void LatencyPanel::renderRivals()
{
    QList<charts::RivalCurve> curves;
    if (m_rivals) {
        for (const Rival &rival : *m_rivals) {
            const LatencyDistribution &latency = rival.rows->all()->latency();
            if (!latency.empty())
                curves.append({wording::nameText(rival.model),
                               charts::stepPoints(onTimePoints(latency, m_mapping),
                                                  charts::Step::After)});
        }
    }
    if (isEarlierTimed())
        curves.append({wording::earlierCurveName(m_earlier.name),
                       charts::stepPoints(onTimePoints(m_earlier.rows->all()->latency(), m_mapping),
                                          charts::Step::After)});
    m_rivalCurves->setCurves(curves, m_curve->points());
}

bool LatencyPanel::isEarlierTimed() const
{
    return m_earlier.rows && !m_earlier.rows->all()->latency().empty();
}

void LatencyPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const bool wide = event->size().width() >= roomForQuestion;
    m_ui->measured->setText(wide ? m_ui->measured->accessibleName() : QStringLiteral("?"));
    m_ui->measured->setFixedHeight(m_ui->summary->fontMetrics().lineSpacing() + 2);
}

void LatencyPanel::alignSlider()
{
    const QRectF plot = m_ui->chart->frame()->plotArea();
    const int half = m_ui->slider->style()->pixelMetric(QStyle::PM_SliderLength) / 2;
    m_ui->sliderRow->setContentsMargins(qMax(0, int(plot.left()) - half), 0,
                                        qMax(0, m_ui->chart->width() - int(plot.right()) - half),
                                        0);
}

} // namespace oneinn

#include "moc_latencypanel.cpp"
