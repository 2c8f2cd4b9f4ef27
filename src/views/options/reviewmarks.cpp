// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/reviewmarks.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/histogramitem.h"
#include "charts/plotframe.h"
#include "charts/shadeitem.h"
#include "plots/scoreaxis.h"
#include "plots/scorehistogram.h"
#include "session/session.h"
#include "views/widgets/scoreaxiswords.h"
#include "views/widgets/steering.h"
#include "wording/chartwords.h"
#include "wording/reviewbandwords.h"

#include <QVBoxLayout>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int leastHeight = 170;

} // namespace

ReviewMarks::ReviewMarks(QWidget *parent)
    : QWidget(parent)
    , m_chart(new charts::ChartView(this))
{
    m_chart->setObjectName(QStringLiteral("reviewChart"));
    m_chart->setMinimumHeight(leastHeight);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_chart);
    charts::AxisSpec unlabelled;
    unlabelled.gridLines = false;
    m_chart->frame()->setVertical(unlabelled);
    m_shade = new charts::ShadeItem(charts::ShadeItem::Meaning::AsGood, m_chart->frame());
    m_shade->setLabel(tr("a person decides"));
    m_histogram = new charts::HistogramItem(m_chart->frame());
    addMark(From);
    addMark(To);
}

void ReviewMarks::addMark(End end)
{
    auto *mark = new charts::ChartMarker(charts::ChartMarker::Kind::VerticalLine, m_chart->frame());
    m_marks[end] = mark;
}

void ReviewMarks::setSession(Session *session)
{
    m_session = session;
    for (const End end : {From, To})
        steer(m_marks[end], session, this,
              {[this, end](QPointF axis) {
                   if (m_slice)
                       put(end, restingThreshold(*m_slice, m_mapping, axis.x()));
               },
               [this, end](int steps) { step(end, steps); },
               [this, end](bool high) { toEnd(end, high); }});
}

void ReviewMarks::put(End end, Threshold threshold)
{
    BandThresholds band = m_band;
    if (end == From)
        band.from.value = std::min(threshold.value, band.to.value);
    else
        band.to.value = std::max(threshold.value, band.from.value);
    if (band != m_band)
        Q_EMIT edited(band);
}

void ReviewMarks::step(End end, int steps)
{
    if (m_slice)
        put(end, m_slice->stepped(end == From ? m_band.from : m_band.to, steps));
}

void ReviewMarks::toEnd(End end, bool high)
{
    if (!m_slice)
        return;
    const auto all = m_slice->showingAll();
    put(end, high || !all ? Threshold::alertOnNothing() : *all);
}

void ReviewMarks::layAxis(const PredictionIndex &index)
{
    m_index = index.shared_from_this();
    const charts::AxisMapping::Kind kind = suggestedAxis(index);
    m_mapping = scoreAxis(index, kind);
    const bool negated = m_session->data().file.mapping.lowerIsPositive.value;
    m_chart->frame()->setHorizontal(
            charts::mappedAxis(m_mapping, wording::axisTitle(wordedAxis(kind), negated)));
}

void ReviewMarks::display(const Assessment &assessment, const FoundBand &band)
{
    const PredictionIndex &index = assessment.slice->index();
    if (m_index.get() != &index)
        layAxis(index);
    m_slice = assessment.slice;
    m_band = {band.from, band.to};
    const FeatureWords &words = assessment.scenario.words;
    const wording::ClassTitles titles = wording::classTitles(words);
    m_histogram->setScaleTitles(titles.positives, titles.negatives);
    m_histogram->setData(scoreHistogram(*m_slice, band.to, m_mapping));
    const wording::HistogramLegend legend = wording::histogramLegend(words);
    m_histogram->setLegend({legend.positiveShown, legend.positiveNotShown, legend.negativeShown,
                            legend.negativeNotShown});
    const double from = m_mapping.toAxis(band.from.value);
    const double to = m_mapping.toAxis(band.to.value);
    m_shade->setRange(band.isOpen() ? std::optional(std::pair(from, to)) : std::nullopt);
    m_marks[From]->setPosition({from, 0.0});
    m_marks[To]->setPosition({to, 0.0});
    labelMarks(band);
}

/// Where both are near each other, the label at the right says both.
void ReviewMarks::labelMarks(const FoundBand &band)
{
    constexpr double roomForLabel = 100.0;
    const wording::BandSaid said = wording::bandSaid(
            band,
            wording::reviewSaid(m_session->scenario().combination,
                                m_session->data().file.mapping.lowerIsPositive.value));
    const auto pixelOf = [this](End end) {
        return m_chart->frame()->toPixels(m_marks[end]->position()).x();
    };
    const bool apart = pixelOf(To) - pixelOf(From) >= roomForLabel;
    m_marks[From]->setLabel(apart ? said.from : QString());
    m_marks[To]->setLabel(apart || !band.isOpen() ? said.to
                                                  : tr("%1 to %2").arg(said.from, said.to));
    m_marks[From]->setAccessibleName(tr("A person decides from: %1").arg(said.from));
    m_marks[To]->setAccessibleName(tr("Nobody has to look from: %1").arg(said.to));
    m_chart->setAccessibleSummary(tr("Scores and the review band"),
                                  wording::bandSummary(band, said, m_session->scenario().words));
}

} // namespace oneinn

#include "moc_reviewmarks.cpp"
