// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/calibrationpanel.h"

#include "charts/barsitem.h"
#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/marksitem.h"
#include "charts/plotframe.h"
#include "charts/pointsitem.h"
#include "charts/rivalsitem.h"
#include "plots/scoreaxis.h"
#include "plots/scorehistogram.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_calibrationpanel.h"
#include "views/doubts/binsmodel.h"
#include "views/doubts/calibrationpicture.h"
#include "views/doubts/mappingfile.h"
#include "views/widgets/earlierswitch.h"
#include "views/widgets/steering.h"
#include "views/widgets/whileseen.h"
#include "wording/calibrationviewwords.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/problemwords.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

using charts::ChartMarker;

namespace {

constexpr int histogramBars = 40;
constexpr int leastTableWidth = 150;
constexpr double mostOfWidth = 0.54; ///< for the table

wording::CalibrationFindings findingsOf(const ScoreCalibration &calibration,
                                        const Assessment &assessment)
{
    return {.byBins = calibration.byBins,
            .recalibration = calibration.recalibration,
            .highestScore = calibration.highestScore,
            .elkan = assessment.value.elkan,
            .nearBest = assessment.value.nearBest};
}

/// Both classes, shown or not.
std::vector<double> scoreBars(const Assessment &assessment, const charts::AxisMapping &mapping)
{
    const charts::HistogramData data = scoreHistogram(assessment, mapping, histogramBars);
    std::vector<double> all(data.positiveShown.size(), 0.0);
    for (const auto *column : {&data.positiveShown, &data.positiveNotShown, &data.negativeShown,
                               &data.negativeNotShown}) {
        for (std::size_t bar = 0; bar < all.size(); ++bar)
            all[bar] += (*column)[bar];
    }
    return all;
}

} // namespace

CalibrationPanel::CalibrationPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::CalibrationPanel>())
    , m_bins(new BinsModel(this))
    , m_earlierSwitch(new EarlierSwitch(this))
{
    m_ui->setupUi(this);
    m_ui->layout->insertWidget(m_ui->layout->indexOf(m_ui->pages), m_earlierSwitch);
    m_ui->legend->setText(wording::calibrationLegend());
    setUpTable();
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_scores = new charts::BarsItem(frame);
    m_earlier = new charts::RivalsItem(frame);
    m_exact = new charts::Curve(charts::CurveRole::Rival, frame);
    m_recalibrated = new charts::Curve(charts::CurveRole::Main, frame);
    m_elkan = new charts::MarksItem(frame);
    m_points = new charts::PointsItem(frame);
    m_marker = new ChartMarker(ChartMarker::Kind::VerticalLine, frame);
    m_marker->setAccessibleName(tr("Threshold"));
    connect(m_points, &charts::PointsItem::activated, this, &CalibrationPanel::select);
}

CalibrationPanel::~CalibrationPanel() = default;

charts::ChartView *CalibrationPanel::chart() const
{
    return m_ui->chart;
}

void CalibrationPanel::setUpTable()
{
    m_ui->table->setModel(m_bins);
    m_ui->table->verticalHeader()->hide();
    m_ui->table->horizontalHeader()->setHighlightSections(false);
    m_ui->table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    constexpr int air = 6;
    m_ui->table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() + air);
    connect(m_ui->table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                m_points->setSelected(current.isValid() ? std::optional(current.row())
                                                        : std::nullopt);
            });
}

void CalibrationPanel::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    connectMarker();
    Results::Calibration &calibration = results->calibration();
    connect(&calibration, &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    connect(&calibration, &BackgroundState::progressed, this, &CalibrationPanel::renderWork);
    connect(m_ui->work, &WorkBar::cancelRequested, &calibration, &BackgroundState::cancel);
    connect(m_ui->work, &WorkBar::resumeRequested, &calibration, &BackgroundState::resume);
    connect(m_ui->saveMapping, &QPushButton::clicked, this, &CalibrationPanel::saveMapping);
    // Not while the mark that was clicked is still at work.
    connect(
            m_elkan, &charts::MarksItem::activated, this,
            [this] {
                if (const auto &wanted = m_session->assessment().value.elkan.threshold)
                    m_session->setThreshold({*wanted});
            },
            Qt::QueuedConnection);
    m_earlierSwitch->setCurves(&results->earlier());
    connect(&results->earlier(), &EarlierCurves::changed, this, [this] {
        if (isVisible())
            renderState();
    });
    whileSeen(this, [this](bool seen) {
        m_results->setCalibrationWanted(this, seen);
        m_results->earlier().setCalibrationWanted(this, seen);
    });
}

void CalibrationPanel::connectMarker()
{
    steer(m_marker, m_session, this, ofThreshold<QPointF>(m_session, [this](QPointF axis) {
              m_session->setThreshold(
                      restingThreshold(*m_session->assessment().slice, m_mapping, axis.x()));
          }));
}

void CalibrationPanel::render(const Assessment &assessment)
{
    const PredictionIndex &index = assessment.slice->index();
    if (m_shownOf != index.predictions()) {
        m_shownOf = index.predictions();
        m_calibration.reset();
        m_bins->setBins({});
    }
    renderState();
}

void CalibrationPanel::renderWork()
{
    const Results::Calibration &calibration = m_results->calibration();
    m_ui->work->display(calibration.progress(), calibration.isCancelled());
}

/// Until what is set is known: what was known before, faded where that takes long.
void CalibrationPanel::renderState()
{
    const Results::Calibration &known = m_results->calibration();
    renderWork();
    if (known.isAnswered() && (known.answer() != m_calibration || !known.answer()))
        takeCalibration();
    const bool faded = !known.isAnswered() && (known.isOutdated() || known.isCancelled());
    const QList<QWidget *> parts{m_ui->sentence, m_ui->chartPage, m_ui->facts, m_ui->elkan};
    for (QWidget *each : parts)
        each->setEnabled(!faded);
    const bool any = m_calibration && m_calibration->byBins;
    m_ui->pages->setCurrentWidget(any ? m_ui->chartPage : m_ui->emptyPage);
    m_ui->legend->setVisible(any);
    renderMapping();
    if (!m_calibration)
        return renderNoWords();
    const Assessment &assessment = m_session->assessment();
    renderMarker(assessment);
    renderEarlier();
    renderWords(assessment);
}

/// On the axes of now: what lies beyond them is not to be seen.
void CalibrationPanel::renderEarlier()
{
    const EarlierDrawn earlier = m_results->earlier().drawn();
    QList<charts::RivalCurve> curves;
    if (earlier.calibration) {
        const QList<QPointF> line = recalibratedPoints(*earlier.calibration, m_mapping);
        if (!line.isEmpty())
            curves.append({wording::earlierCurveName(earlier.name), line});
    }
    m_ui->legend->setText(
            wording::calibrationLegend()
            + (curves.isEmpty() ? QString() : QLatin1Char(' ') + wording::earlierLegend()));
    m_earlier->setCurves(curves, m_recalibrated->points());
}

void CalibrationPanel::takeCalibration()
{
    m_calibration = m_results->calibration().answer();
    m_bins->setBins(m_calibration && m_calibration->byBins ? m_calibration->byBins->bins
                                                           : std::vector<ReliabilityBin>());
    if (m_calibration)
        renderPicture();
    fitColumns();
}

void CalibrationPanel::renderPicture()
{
    layAxes();
    m_scores->setBars(scoreBars(m_session->assessment(), m_mapping), m_mapping.low(),
                      m_mapping.high());
    const double low = m_mapping.low();
    const double high = m_mapping.high();
    m_exact->setPoints({{low, low}, {high, high}});
    m_recalibrated->setPoints(recalibratedPoints(*m_calibration, m_mapping));
    m_points->setPoints(reliabilityPoints(m_bins->bins(), m_mapping));
    m_points->setSelected({});
}

void CalibrationPanel::layAxes()
{
    const bool crowded = suggestedAxis(m_session->index()) != charts::AxisMapping::Kind::Score;
    m_mapping = calibrationAxis(*m_calibration, crowded);
    const wording::CalibrationAxes titles = wording::calibrationAxes();
    m_ui->chart->frame()->setHorizontal(charts::mappedAxis(m_mapping, titles.horizontal));
    charts::AxisSpec vertical = charts::mappedAxis(m_mapping, titles.vertical);
    vertical.ticks = [mapping = m_mapping](int most) { return shareTicks(mapping, most); };
    m_ui->chart->frame()->setVertical(std::move(vertical));
}

void CalibrationPanel::renderMarker(const Assessment &assessment)
{
    const double threshold = assessment.scenario.threshold.value;
    m_marker->setPosition({m_mapping.toAxis(threshold), 0.0});
    m_marker->setLabel(
            wording::thresholdLabel(assessment.scenario.threshold, assessment.sameDecisions));
    const auto &bent = m_calibration->recalibration;
    m_marker->setNote(bent && std::isfinite(threshold) ? wording::comesToText(*bent, threshold)
                                                       : QString());
}

void CalibrationPanel::renderWords(const Assessment &assessment)
{
    const wording::CalibrationFindings findings = findingsOf(*m_calibration, assessment);
    const wording::CalibrationViewWords words =
            wording::calibrationViewWords(findings, assessment.scenario.words);
    m_ui->sentence->setText(words.sentence);
    m_ui->empty->setText(wording::noBinsText(*m_calibration));
    m_ui->facts->display(words.facts);
    m_ui->elkan->setText(words.elkan);
    m_ui->elkan->setVisible(!words.elkan.isEmpty());
    const QString aside = m_earlier->curves().isEmpty()
            ? QString()
            : QLatin1Char(' ') + wording::earlierSummary(m_results->earlier().drawn().name);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), words.summary + aside);
    std::vector<charts::Mark> marks;
    if (wording::mayUseElkan(findings))
        marks.push_back({0, m_mapping.toAxis(*findings.elkan.threshold), wording::elkanMarkLabel(),
                         words.elkan});
    m_elkan->setMarks(std::move(marks));
}

void CalibrationPanel::renderMapping()
{
    const bool isKnown =
            m_calibration && m_calibration->recalibration && m_results->calibration().isAnswered();
    m_ui->saveMapping->setEnabled(isKnown);
    m_ui->saveMapping->setToolTip(wording::mappingText(isKnown, m_session->scenario().words));
}

void CalibrationPanel::saveMapping()
{
    if (!m_calibration || !m_calibration->recalibration)
        return;
    const auto problem = oneinn::saveMapping(this, *m_calibration->recalibration, *m_session);
    if (problem)
        Q_EMIT failed(wording::problemWords(*problem).sentence());
}

void CalibrationPanel::renderNoWords()
{
    const Results::Calibration &calibration = m_results->calibration();
    QString text = wording::calibrationPendingText();
    if (calibration.isCancelled())
        text = wording::calibrationCancelledText();
    else if (calibration.isAnswered())
        text = wording::noProbabilitiesText();
    m_ui->sentence->clear();
    m_ui->empty->setText(text);
    m_ui->facts->display({});
    m_ui->elkan->hide();
}

/// A click on a point is a click on its row.
void CalibrationPanel::select(int bin)
{
    m_ui->table->setCurrentIndex(m_bins->index(bin, 0));
}

/// The table is as wide as what it says, and the picture has the rest, not much less than half.
void CalibrationPanel::fitColumns()
{
    QHeaderView *header = m_ui->table->horizontalHeader();
    m_ui->table->resizeColumnsToContents();
    const int frame = m_ui->table->width() - m_ui->table->viewport()->width();
    const int wanted = header->length() + frame;
    const int most = int(mostOfWidth * width());
    m_ui->table->setFixedWidth(qBound(leastTableWidth, wanted, qMax(leastTableWidth, most)));
}

void CalibrationPanel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
}

} // namespace oneinn

#include "moc_calibrationpanel.cpp"
