// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/doubtspanel.h"

#include "charts/bandsitem.h"
#include "charts/barsitem.h"
#include "charts/beyonditem.h"
#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/marksitem.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"
#include "core/policies/ownthresholds.h"
#include "core/questions.h"
#include "plots/beyondlimits.h"
#include "plots/doubtsplot.h"
#include "plots/scoreaxis.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_doubtspanel.h"
#include "views/doubts/doubtsscale.h"
#include "views/widgets/labelsnote.h"
#include "views/widgets/scoreaxiswords.h"
#include "views/widgets/steering.h"
#include "views/widgets/whileseen.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/doubtsviewwords.h"
#include "wording/limitwords.h"
#include "wording/numbers.h"
#include "wording/valuewords.h"

namespace oneinn {

using charts::AxisMapping;
using charts::ChartMarker;

namespace {

constexpr double fadedOpacity = 0.35;
constexpr int drawnByRole = Qt::UserRole + 1; ///< what each is, the own one too
constexpr int noChoice = -1; ///< of what is drawn: as the file's uses are clustered

} // namespace

DoubtsPanel::DoubtsPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::DoubtsPanel>())
{
    m_ui->setupUi(this);
    m_ui->legend->setText(wording::doubtsLegend());
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_beyond = new charts::BeyondItem(frame);
    m_beyond->setLabel(wording::beyondLimitsLabel());
    m_near = new charts::ShadeItem(charts::ShadeItem::Meaning::AsGood, frame);
    m_near->setLabel(wording::asGoodLabel());
    m_chosen = new charts::BarsItem(frame);
    m_range = new charts::BandsItem(frame);
    m_range->setLabel(wording::drawsLabel());
    m_curve = new charts::Curve(charts::CurveRole::Main, frame);
    m_best = new charts::MarksItem(frame);
    m_marker = new ChartMarker(ChartMarker::Kind::VerticalLine, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(tr("Threshold"));
}

DoubtsPanel::~DoubtsPanel() = default;

charts::ChartView *DoubtsPanel::chart() const
{
    return m_ui->chart;
}

void DoubtsPanel::setResults(Results *results)
{
    auto *labels = new LabelsNote(LabelsNote::Above::Numbers, this);
    labels->setResults(results);
    m_ui->layout->insertWidget(1, labels);
    m_results = results;
    m_session = results->session();
    connectMarker();
    connectDoubts();
    // Not while the mark that was clicked is still at work.
    connect(m_best, &charts::MarksItem::activated, this, &DoubtsPanel::takeOver,
            Qt::QueuedConnection);
    connect(m_ui->takeOver, &QPushButton::clicked, this, &DoubtsPanel::takeOver);
    connect(m_ui->drawnBy, &QComboBox::activated, this, &DoubtsPanel::chooseDrawnBy);
    whileSeen(this, [this](bool seen) { m_results->setDoubtsWanted(this, seen); });
}

void DoubtsPanel::connectMarker()
{
    steer(m_marker, m_session, this,
          ofThreshold<QPointF>(m_session, [this](QPointF axis) { moveTo(axis.x()); }));
}

void DoubtsPanel::connectDoubts()
{
    for (Results::Doubts *each : m_results->everyDoubts()) {
        connect(each, &BackgroundState::changed, this, [this] {
            if (isVisible())
                renderDoubts();
        });
        connect(each, &BackgroundState::progressed, this, &DoubtsPanel::renderWork);
    }
    connect(&m_results->within(), &BackgroundState::changed, this, [this] {
        if (!isVisible())
            return;
        renderLimits();
        if (m_doubts)
            renderWords();
    });
    connect(m_ui->work, &WorkBar::cancelRequested, this,
            [this] { m_results->drawnDoubts().cancel(); });
    connect(m_ui->work, &WorkBar::resumeRequested, this,
            [this] { m_results->drawnDoubts().resume(); });
}

void DoubtsPanel::moveTo(double axis)
{
    if (m_session->hasData())
        m_session->setThreshold(restingThreshold(*m_session->assessment().slice, m_mapping, axis));
}

void DoubtsPanel::takeOver()
{
    if (m_doubts && m_results->drawnDoubts().isAnswered())
        m_session->setThreshold(m_doubts->best.threshold);
}

void DoubtsPanel::setScoreAxis(AxisMapping::Kind kind)
{
    m_axisChoice.tell(kind, m_session->assessment().slice->index());
}

void DoubtsPanel::offerDrawnBy(const Predictions &predictions)
{
    m_ui->drawnBy->clear();
    const ClusterSource own = rowClusters(predictions).source();
    for (const ClusterSource by :
         {ClusterSource::Users, ClusterSource::Days, ClusterSource::UsersAndDays,
          ClusterSource::Cases, ClusterSource::Rows}) {
        if (!canDrawBy(predictions, by))
            continue;
        m_ui->drawnBy->addItem({}, by == own ? noChoice : static_cast<int>(by));
        m_ui->drawnBy->setItemData(m_ui->drawnBy->count() - 1, static_cast<int>(by), drawnByRole);
        if (by == own)
            m_ui->drawnBy->setCurrentIndex(m_ui->drawnBy->count() - 1);
    }
    m_ui->drawnBy->setEnabled(m_ui->drawnBy->count() > 1);
}

/// Words may be others while what is chosen stays.
void DoubtsPanel::nameDrawnBy(const FeatureWords &words)
{
    QComboBox *box = m_ui->drawnBy;
    for (int at = 0; at < box->count(); ++at)
        box->setItemText(
                at,
                wording::drawnByName(
                        static_cast<ClusterSource>(box->itemData(at, drawnByRole).toInt()), words));
    box->setToolTip(wording::drawnByText(box->count() > 1, words));
}

void DoubtsPanel::chooseDrawnBy()
{
    const int chosen = m_ui->drawnBy->currentData().toInt();
    m_results->drawDoubtsBy(chosen == noChoice ? std::nullopt
                                               : std::optional(static_cast<ClusterSource>(chosen)));
    renderDoubts();
}

void DoubtsPanel::render(const Assessment &assessment)
{
    const PredictionIndex &index = assessment.slice->index();
    if (m_offeredFor != index.predictions()) {
        m_offeredFor = index.predictions();
        offerDrawnBy(*m_offeredFor);
    }
    nameDrawnBy(assessment.scenario.words);
    layAxes(index);
    if (m_outlook != assessment.outlook)
        renderCurve(assessment);
    renderMarker(assessment);
    renderDoubts();
}

void DoubtsPanel::layAxes(const PredictionIndex &index)
{
    const AxisMapping::Kind kind = m_axisChoice.of(index);
    if (m_index.get() == &index && m_mapping.kind() == kind)
        return;
    if (m_index.get() != &index)
        m_doubts.reset(); // of other scores
    m_index = index.shared_from_this();
    m_mapping = scoreAxis(index, kind);
    const bool negated = m_session->data().file.mapping.lowerIsPositive.value;
    m_ui->chart->frame()->setHorizontal(
            charts::mappedAxis(m_mapping, wording::axisTitle(wordedAxis(kind), negated)));
    m_outlook.reset(); // whose curve lies along another axis
    renderPicture();
}

void DoubtsPanel::renderCurve(const Assessment &assessment)
{
    m_outlook = assessment.outlook;
    const BestThreshold &best = m_outlook->mostValuable;
    std::vector<Threshold> always{best.threshold};
    const auto &near = m_outlook->nearBest;
    if (near)
        always.insert(always.end(), {{near->lowest}, {near->highest}});
    const auto slice = m_session->rows()->at(assessment.scenario);
    QList<QPointF> points = valuePoints(*slice, assessment.scenario, m_mapping, always);
    for (QPointF &point : points)
        point.setY(wording::thousand * point.y());
    std::optional<AxisRange> wanted;
    if (near)
        wanted = {m_mapping.toAxis(near->lowest), m_mapping.toAxis(near->highest)};
    m_ui->chart->frame()->setVertical(
            valueAxis(points, wanted, wording::valueAxisTitle(assessment.scenario.words)));
    m_curve->setPoints(std::move(points));
}

void DoubtsPanel::renderMarker(const Assessment &assessment)
{
    m_marker->setPosition({m_mapping.toAxis(assessment.scenario.threshold.value), 0.0});
    m_marker->setLabel(
            wording::thresholdLabel(assessment.scenario.threshold, assessment.sameDecisions));
    m_marker->setNote(
            wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words));
}

void DoubtsPanel::renderWork()
{
    const Results::Doubts &doubts = m_results->drawnDoubts();
    m_ui->work->display(doubts.progress(), doubts.isCancelled());
}

/// Until what is set is known: what was known before, faded where that takes long.
void DoubtsPanel::renderDoubts()
{
    const Results::Doubts &doubts = m_results->drawnDoubts();
    renderWork();
    if (doubts.isAnswered())
        m_doubts = doubts.answer();
    const bool faded = !doubts.isAnswered() && (doubts.isOutdated() || doubts.isCancelled());
    const QList<QGraphicsObject *> items = drawn();
    for (QGraphicsObject *item : items)
        item->setOpacity(faded ? fadedOpacity : 1.0);
    const QList<QWidget *> words{m_ui->sentence, m_ui->facts, m_ui->method};
    for (QWidget *each : words)
        each->setEnabled(!faded);
    renderPicture();
    if (m_doubts)
        renderWords();
    else
        renderNoWords();
}

QList<QGraphicsObject *> DoubtsPanel::drawn() const
{
    return {m_near, m_chosen, m_range, m_best};
}

void DoubtsPanel::renderPicture()
{
    std::optional<std::pair<double, double>> near;
    charts::BandsItem::Ranges range;
    std::vector<double> bars;
    std::vector<charts::Mark> best;
    if (m_doubts && m_doubts->nearBest)
        near = {m_mapping.toAxis(m_doubts->nearBest->lowest),
                m_mapping.toAxis(m_doubts->nearBest->highest)};
    if (m_doubts && m_doubts->choice) {
        range.emplace_back(m_mapping.toAxis(m_doubts->choice->range.low),
                           m_mapping.toAxis(m_doubts->choice->range.high));
        bars = chosenShares(m_doubts->choice->chosen, m_mapping);
    }
    if (m_doubts)
        best.push_back({0, m_mapping.toAxis(m_doubts->best.threshold.value),
                        wording::bestMarkLabel(), m_ui->takeOver->text()});
    m_near->setRange(near);
    m_range->setRanges(std::move(range));
    m_chosen->setBars(std::move(bars), m_mapping.low(), m_mapping.high());
    m_best->setMarks(std::move(best));
    renderLimits();
}

/// What was found for older settings is not shown beside newer ones.
void DoubtsPanel::renderLimits()
{
    const auto within = m_results->within().current();
    m_beyond->setRanges(within ? scoresOutside(within->feasible, m_mapping) : AxisRanges());
}

void DoubtsPanel::renderWords()
{
    // What is told of older settings keeps what was known of these.
    if (m_results->drawnDoubts().isAnswered())
        m_within = m_results->within().current();
    const wording::DoubtsViewWords words = wording::doubtsViewWords(
            {*m_doubts, m_session->data().file.mapping.lowerIsPositive.value,
             m_session->scenario().words,
             thresholdsBySegment(m_session->scenario().combination) != nullptr, m_within.get()},
            limitsOf(m_session->scenario()), m_session->scenario().threshold,
            m_session->predictions().day().has_value());
    m_ui->sentence->setText(words.sentence);
    m_ui->facts->display(words.facts);
    QStringList notes{words.method, words.untakeable};
    notes.removeAll(QString());
    m_ui->method->setText(notes.join(QStringLiteral(" \u00b7 ")));
    m_ui->takeOver->setText(words.takeOver);
    m_ui->takeOver->setToolTip(words.untakeable);
    m_ui->takeOver->setEnabled(words.untakeable.isEmpty() && m_results->drawnDoubts().isAnswered());
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), words.summary);
}

void DoubtsPanel::renderNoWords()
{
    const Results::Doubts &doubts = m_results->drawnDoubts();
    QString text = wording::doubtsPendingText();
    if (doubts.isCancelled())
        text = wording::doubtsCancelledText();
    else if (doubts.isAnswered())
        text = wording::noDoubtsText(m_session->scenario().words);
    m_ui->sentence->setText(text);
    m_ui->facts->display({});
    m_ui->method->clear();
    m_ui->takeOver->setEnabled(false);
    m_ui->takeOver->setToolTip(text);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), text);
}

} // namespace oneinn

#include "moc_doubtspanel.cpp"
