// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/patiencepanel.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"
#include "core/latency/patiencetext.h"
#include "plots/latencyaxis.h"
#include "session/session.h"
#include "ui_patiencepanel.h"
#include "views/product/patiencedrag.h"
#include "views/widgets/steering.h"
#include "wording/patiencewords.h"
#include "wording/phrases.h"

#include <QStandardItemModel>

#include <algorithm>

namespace oneinn {

using charts::ChartMarker;

PatiencePanel::PatiencePanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PatiencePanel>())
    , m_presets(patiencePresets())
{
    m_ui->setupUi(this);
    m_ui->editor->hide();
    m_ui->fault->hide();
    connect(m_ui->edit, &QAbstractButton::toggled, m_ui->editor, &QWidget::setVisible);
    charts::PlotFrame *frame = m_ui->chart->frame();
    frame->setVertical(charts::percentAxis({}));
    m_curve = new charts::Curve(charts::CurveRole::Main, frame);
    // As high from the start as it will be: labels that grow later are late for a first picture.
    m_ui->summary->setText(wording::patienceSummary({}));
    fillPickers();
}

PatiencePanel::~PatiencePanel() = default;

charts::ChartView *PatiencePanel::chart() const
{
    return m_ui->chart;
}

void PatiencePanel::fillPickers()
{
    for (const PatienceShape shape :
         {PatienceShape::Piecewise, PatienceShape::Weibull, PatienceShape::Lognormal})
        m_ui->shape->addItem(wording::patienceShapeName(shape), int(shape));
    m_ui->preset->addItem(tr("everyone waits"));
    for (const PatiencePreset &preset : std::as_const(m_presets)) {
        m_ui->preset->addItem(preset.title);
        m_ui->preset->setItemData(m_ui->preset->count() - 1, preset.source, Qt::ToolTipRole);
    }
    // What it says for any other curve; there is nothing to choose about it.
    m_ui->preset->addItem(tr("your own"));
    qobject_cast<QStandardItemModel *>(m_ui->preset->model())
            ->item(m_ui->preset->count() - 1)
            ->setEnabled(false);
}

void PatiencePanel::setSession(Session *session)
{
    m_session = session;
    connectMarker(0);
    connectFields();
}

void PatiencePanel::connectMarker(std::size_t at)
{
    auto *marker = new ChartMarker(ChartMarker::Kind::FreePoint, m_ui->chart->frame());
    m_markers.append(marker);
    const auto point = [this, at] { return m_session->scenario().patience.points().at(at); };
    const auto to = [this, at](QPointF axis) {
        move(at, {{m_mapping.toScore(axis.x())}, axis.y()});
    };
    const auto by = [this, at, point](int steps) {
        move(at, {{steppedBudget(point().wait.value, steps)}, point().share});
    };
    const auto toEnd = [this, at, point](bool high) {
        const double end = m_mapping.toScore(high ? m_mapping.high() : m_mapping.low());
        move(at, {{end}, point().share});
    };
    steer(marker, m_session, this, {to, by, toEnd});
    connect(marker, &ChartMarker::verticalStepRequested, this, [this, at, point](int steps) {
        constexpr double oneMore = 0.01;
        move(at, {point().wait, point().share + steps * oneMore});
    });
    // The axis stays while a point is dragged along it.
    connect(marker, &ChartMarker::dragFinished, this, &PatiencePanel::renderChart);
    connect(marker, &ChartMarker::dragCancelled, this, &PatiencePanel::renderChart);
}

void PatiencePanel::connectFields()
{
    connect(m_ui->points, &QLineEdit::editingFinished, this, &PatiencePanel::takeTyped);
    connect(m_ui->shape, &QComboBox::activated, this, &PatiencePanel::takeTyped);
    connect(m_ui->preset, &QComboBox::activated, this, [this](int index) {
        if (index > m_presets.size())
            return;
        const PatienceCurve chosen =
                index == 0 ? PatienceCurve() : m_presets.at(index - 1).patience;
        m_session->edit(edits::patience(chosen));
        display(m_session->scenario().patience);
    });
    connect(m_ui->addPoint, &QPushButton::clicked, this, [this] {
        const PatienceCurve &now = m_session->scenario().patience;
        m_session->edit(edits::patience(PatienceCurve(withAnotherPoint(now), now.shape())));
    });
}

void PatiencePanel::move(std::size_t at, PatiencePoint wanted)
{
    const PatienceCurve &now = m_session->scenario().patience;
    if (at <= now.points().size())
        m_session->edit(edits::patience(
                PatienceCurve(movedPoint(now.points(), at, wanted, now.shape()), now.shape())));
}

void PatiencePanel::takeTyped()
{
    const auto shape = static_cast<PatienceShape>(m_ui->shape->currentData().toInt());
    const auto read = readPatience(m_ui->points->text().toStdString(), shape);
    if (const auto *fault = std::get_if<PatienceTextFault>(&read)) {
        // What was typed stays, to be mended; the curve stays as it was.
        m_ui->fault->setText(wording::patienceProblem(*fault));
        m_ui->fault->show();
        return;
    }
    m_session->edit(edits::patience(std::get<PatienceCurve>(read)));
    display(m_session->scenario().patience);
}

void PatiencePanel::render(const Assessment &assessment)
{
    // What is typed and not yet right outlives other edits.
    if (m_shown != assessment.scenario.patience)
        display(assessment.scenario.patience);
    const bool timed = m_session->predictions().hasLatency();
    m_ui->chart->setVisible(timed);
    m_ui->edit->setVisible(timed);
    m_ui->editor->setVisible(timed && m_ui->edit->isChecked());
    m_ui->summary->setText(timed ? wording::patienceSummary(*m_shown)
                                 : wording::noPatienceWithoutLatencies());
}

void PatiencePanel::display(const PatienceCurve &patience)
{
    m_shown = patience;
    renderChart();
    renderFields();
}

bool PatiencePanel::isDragging() const
{
    return std::any_of(m_markers.begin(), m_markers.end(),
                       [](const ChartMarker *marker) { return marker->isDragging(); });
}

void PatiencePanel::renderChart()
{
    if (!m_shown)
        return;
    if (!isDragging()) {
        m_mapping = patienceAxis(m_shown->points());
        m_ui->chart->frame()->setHorizontal(
                charts::mappedAxis(m_mapping, wording::patienceAxisTitle()));
    }
    m_curve->setPoints(patienceLine(*m_shown, m_mapping));
    renderMarkers();
    const QString summary = wording::patienceSummary(*m_shown);
    m_ui->chart->setAccessibleSummary(m_ui->chart->accessibleName(), wording::asSentence(summary));
}

void PatiencePanel::renderMarkers()
{
    const auto &points = m_shown->points();
    const auto count = static_cast<qsizetype>(points.size());
    while (m_markers.size() < count)
        connectMarker(std::size_t(m_markers.size()));
    for (qsizetype i = 0; i < m_markers.size(); ++i) {
        ChartMarker *marker = m_markers.at(i);
        marker->setVisible(i < count);
        if (i >= count)
            continue;
        const PatiencePoint &point = points[std::size_t(i)];
        marker->setPosition({m_mapping.toAxis(point.wait.value), point.share});
        marker->setAccessibleName(wording::patiencePointName(point));
    }
    // A press makes the first point, or moves the only one; among several it would be a guess.
    m_markers.first()->setGrabsWholePlot(count <= 1);
}

void PatiencePanel::renderFields()
{
    m_ui->fault->hide();
    m_ui->points->setText(QString::fromStdString(patienceText(m_shown->points())));
    m_ui->points->setCursorPosition(0); // the first points are seen where not all of them fit
    m_ui->shape->setCurrentIndex(m_ui->shape->findData(int(m_shown->shape())));
    m_ui->addPoint->setEnabled(m_shown->shape() == PatienceShape::Piecewise);
    const auto preset =
            std::find_if(m_presets.begin(), m_presets.end(),
                         [this](const PatiencePreset &each) { return each.patience == *m_shown; });
    const bool known = preset != m_presets.end();
    const auto at = int(preset - m_presets.begin()) + 1; // one past the last is "your own"
    m_ui->preset->setCurrentIndex(m_shown->everyoneWaits() ? 0 : at);
    m_ui->source->setVisible(known);
    m_ui->source->setText(known ? tr("%1 %2").arg(preset->source, preset->caution) : QString());
}

} // namespace oneinn

#include "moc_patiencepanel.cpp"
