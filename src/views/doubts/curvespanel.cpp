// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/curvespanel.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/marksitem.h"
#include "charts/plotframe.h"
#include "results/results.h"
#include "session/session.h"
#include "ui_curvespanel.h"
#include "views/widgets/steering.h"
#include "views/widgets/whileseen.h"
#include "wording/curvewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

using charts::ChartMarker;

namespace {

constexpr int noBand = -1;

charts::AxisSpec axisOf(const CurveAxis &axis, const QString &title)
{
    charts::AxisSpec spec{axis.low, axis.high, title, {}};
    spec.ticks = [axis](int most) { return curveTicks(axis, most); };
    return spec;
}

charts::CurveRole roleOf(CurveReference reference)
{
    return reference == CurveReference::AtItsWord ? charts::CurveRole::Aside
                                                  : charts::CurveRole::Rival;
}

} // namespace

CurvesPanel::CurvesPanel(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::CurvesPanel>())
{
    m_ui->setupUi(this);
    charts::PlotFrame *frame = m_ui->chart->frame();
    m_band = new charts::Band(frame);
    for (const CurveReference each : {CurveReference::Chance, CurveReference::ShowAll,
                                      CurveReference::ShowNothing, CurveReference::AtItsWord})
        m_references.push_back(new charts::Curve(roleOf(each), frame));
    m_line = new charts::Curve(charts::CurveRole::Limit, frame);
    m_curve = new charts::Curve(charts::CurveRole::Main, frame);
    m_own = new charts::MarksItem(frame);
    m_marker = new ChartMarker(ChartMarker::Kind::Point, frame);
    m_marker->setGrabsWholePlot(true);
    m_marker->setAccessibleName(tr("Threshold"));
    offerChoices();
}

CurvesPanel::~CurvesPanel() = default;

charts::ChartView *CurvesPanel::chart() const
{
    return m_ui->chart;
}

void CurvesPanel::offerChoices()
{
    for (const ModelCurve each : everyModelCurve)
        m_ui->curve->addItem(wording::curveName(each), static_cast<int>(each));
    m_ui->curve->setCurrentIndex(m_ui->curve->findData(static_cast<int>(ModelCurve::Roc)));
    m_ui->band->addItem(wording::bandName({}), noBand);
    for (const BandKind each : {BandKind::Pointwise, BandKind::DragSafe})
        m_ui->band->addItem(wording::bandName(each), static_cast<int>(each));
    m_ui->band->setCurrentIndex(1);
}

ModelCurve CurvesPanel::chosenCurve() const
{
    return static_cast<ModelCurve>(m_ui->curve->currentData().toInt());
}

std::optional<BandKind> CurvesPanel::chosenBand() const
{
    const int chosen = m_ui->band->currentData().toInt();
    if (chosen == noBand || !hasBand(chosenCurve()))
        return std::nullopt;
    return static_cast<BandKind>(chosen);
}

void CurvesPanel::setResults(Results *results)
{
    m_results = results;
    m_session = results->session();
    connectMarker();
    Results::Band &band = results->band();
    connect(&band, &BackgroundState::changed, this, [this] {
        if (isVisible())
            renderBand();
    });
    connect(&band, &BackgroundState::progressed, this, &CurvesPanel::renderWork);
    connect(m_ui->work, &WorkBar::cancelRequested, &band, &BackgroundState::cancel);
    connect(m_ui->work, &WorkBar::resumeRequested, &band, &BackgroundState::resume);
    connect(m_ui->curve, &QComboBox::currentIndexChanged, this, &CurvesPanel::chooseCurve);
    connect(m_ui->band, &QComboBox::currentIndexChanged, this, &CurvesPanel::chooseCurve);
    // Not while the mark that was clicked is still at work.
    connect(m_own, &charts::MarksItem::activated, this, &CurvesPanel::takeOwnPrice,
            Qt::QueuedConnection);
    whileSeen(this, [this](bool seen) {
        if (seen)
            askForBand();
        else
            m_results->setBandWanted({});
    });
}

void CurvesPanel::connectMarker()
{
    steer(m_marker, m_session, this,
          {[this](QPointF axis) { moveTo(axis); }, [this](int points) { step(points); },
           [this](bool high) { moveToEnd(high); }});
}

void CurvesPanel::chooseCurve()
{
    m_plot.reset();
    if (m_session->hasData())
        render(m_session->assessment());
    askForBand();
}

void CurvesPanel::askForBand()
{
    m_results->setBandWanted(isVisible() ? chosenBand() : std::nullopt);
    renderBand();
}

void CurvesPanel::moveTo(QPointF axis)
{
    if (!m_plot)
        return;
    if (const auto meant = m_plot->thresholdNear(axis, m_ui->chart->frame()->plotArea().size()))
        m_session->setThreshold(*meant);
}

/// To the right or to the left, on every curve.
void CurvesPanel::step(int steps)
{
    if (!m_plot || m_plot->isEmpty())
        return;
    if (m_plot->curve() != ModelCurve::PrecisionRecall)
        return m_session->stepThreshold(fallsToTheRight(m_plot->curve()) ? -steps : steps);
    // Showing nothing has no precision: the steps end before it.
    const BudgetSlice &slice = *m_session->assessment().slice;
    const Threshold highest = slice.stepped(Threshold::alertOnNothing(), -1);
    const Threshold wanted = slice.stepped(m_session->scenario().threshold, -steps);
    m_session->setThreshold({std::min(wanted.value, highest.value)});
}

void CurvesPanel::moveToEnd(bool right)
{
    if (!m_plot || m_plot->isEmpty())
        return;
    const bool high = fallsToTheRight(m_plot->curve()) ? !right : right;
    if (m_plot->curve() == ModelCurve::PrecisionRecall && high)
        return m_session->setThreshold(
                m_session->assessment().slice->stepped(Threshold::alertOnNothing(), -1));
    m_session->moveThresholdToEnd(high);
}

void CurvesPanel::takeOwnPrice()
{
    if (!m_plot)
        return;
    if (const auto own = m_plot->ownPrice(m_session->assessment()))
        moveTo({*own, 0.0});
}

void CurvesPanel::render(const Assessment &assessment)
{
    if (!m_plot || m_outlook != assessment.outlook || m_words != assessment.scenario.words) {
        m_words = assessment.scenario.words;
        m_outlook = assessment.outlook;
        m_plot.emplace(chosenCurve(), assessment);
        renderCurve(assessment);
        renderBand();
    }
    renderPoint(assessment);
    renderWords(assessment);
}

void CurvesPanel::renderCurve(const Assessment &assessment)
{
    const wording::CurveAxes titles = wording::curveAxes(m_plot->curve(), m_words);
    charts::PlotFrame *frame = m_ui->chart->frame();
    frame->setHorizontal(axisOf(m_plot->horizontal(), titles.horizontal));
    frame->setVertical(axisOf(m_plot->vertical(), titles.vertical));
    m_curve->setPoints(m_plot->points());
    renderReferences();
    std::vector<charts::Mark> marks;
    if (const auto own = m_plot->ownPrice(assessment))
        marks.push_back({0, *own, wording::ownPriceLabel(), wording::ownPriceOffer()});
    m_own->setMarks(std::move(marks));
    const QString none = wording::noBandText(m_plot->curve());
    m_ui->band->setEnabled(none.isEmpty());
    m_ui->band->setToolTip(none);
    m_ui->purpose->setText(wording::curvePurpose(m_plot->curve(), m_words));
}

void CurvesPanel::renderReferences()
{
    std::vector<CurveReference> drawn;
    for (charts::Curve *each : m_references)
        each->setPoints({});
    for (const ReferenceLine &line : m_plot->references()) {
        m_references[static_cast<std::size_t>(line.meaning)]->setPoints(line.points);
        drawn.push_back(line.meaning);
    }
    m_ui->legend->setText(wording::curveLegend(m_plot->curve(), drawn, m_words));
    m_ui->legend->setVisible(!m_plot->isEmpty());
}

void CurvesPanel::renderPoint(const Assessment &assessment)
{
    const auto point = m_plot->pointOf(assessment);
    m_marker->setVisible(point.has_value());
    if (point)
        m_marker->setPosition(*point);
    m_marker->setLabel(wording::curvePointLabel(m_plot->curve(), assessment));
    m_line->setPoints(m_plot->lineOf(assessment));
}

void CurvesPanel::renderWords(const Assessment &assessment)
{
    const ModelCurve curve = m_plot->curve();
    const QString sentence = m_plot->isEmpty()
            ? wording::noCurveText(curve, m_words)
            : wording::curvePointText(curve, assessment,
                                      {m_plot->suitedTo(assessment), m_plot->ownPrice(assessment)});
    m_ui->sentence->setText(sentence);
    const QString whose = wording::ownCurveText(assessment);
    m_ui->hint->setToolTip(whose);
    m_ui->chart->setAccessibleSummary(
            m_ui->chart->accessibleName(),
            QStringList{sentence, wording::curvePurpose(curve, m_words), whose}.join(
                    QLatin1Char(' ')));
}

void CurvesPanel::renderWork()
{
    const Results::Band &band = m_results->band();
    m_ui->work->display(band.progress(), band.isCancelled());
}

void CurvesPanel::renderBand()
{
    renderWork();
    BandEdges edges;
    const auto known = m_results->band().answer();
    const auto wanted = chosenBand();
    const bool isKnown = m_plot && !m_plot->isEmpty() && wanted && known && known->kind == *wanted;
    if (isKnown)
        edges = bandEdges(m_plot->curve(), *known);
    m_band->setEdges(std::move(edges.lower), std::move(edges.upper));
    m_ui->bandNote->setText(bandNote());
}

/// Whose curve it is, and what the band promises.
QString CurvesPanel::bandNote() const
{
    if (!m_session->hasData())
        return {};
    QStringList notes{wording::ownCurveText(m_session->assessment())};
    const Results::Band &band = m_results->band();
    if (chosenBand() && m_plot && !m_plot->isEmpty()) {
        if (band.isCancelled())
            notes.append(wording::bandCancelledText());
        else if (band.isAnswered() && band.answer())
            notes.append(wording::bandText(*band.answer(), m_words));
        else
            notes.append(wording::bandPendingText());
    }
    return notes.join(QLatin1Char(' '));
}

} // namespace oneinn

#include "moc_curvespanel.cpp"
