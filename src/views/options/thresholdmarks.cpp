// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/thresholdmarks.h"

#include "charts/chartmarker.h"
#include "charts/chartview.h"
#include "charts/curve.h"
#include "charts/plotframe.h"
#include "core/segments/segmentthresholds.h"
#include "plots/scoreaxis.h"
#include "session/session.h"
#include "views/widgets/scoreaxiswords.h"
#include "views/widgets/steering.h"
#include "wording/chartwords.h"
#include "wording/names.h"
#include "wording/ownthresholdwords.h"
#include "wording/segmentwords.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

constexpr int roomAroundLanes = 78; ///< above, and for the axis below
constexpr int usualLane = 18;
constexpr int narrowLane = 11;
constexpr std::size_t mostUsualLanes = 8;
constexpr qsizetype mostOfName = 24; ///< characters

/// From below to above, as the axis runs.
double heightOf(std::size_t lane, std::size_t lanes)
{
    constexpr double middle = 0.5;
    return static_cast<double>(lanes - lane) - middle;
}

} // namespace

ThresholdMarks::ThresholdMarks(QWidget *parent)
    : QWidget(parent)
    , m_chart(new charts::ChartView(this))
    , m_dial(new charts::Curve(charts::CurveRole::Rival, m_chart->frame()))
{
    m_chart->setObjectName(QStringLiteral("segmentMarks"));
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_chart);
    setVisible(false);
}

void ThresholdMarks::setSession(Session *session)
{
    m_session = session;
    while (m_marks.size() < mostLanes)
        addMark();
}

void ThresholdMarks::addMark()
{
    auto *mark = new charts::ChartMarker(charts::ChartMarker::Kind::Point, m_chart->frame());
    const std::size_t lane = m_marks.size();
    mark->setVisible(false);
    // Before anything is moved: whose threshold it is, is what the rest of the panel is about.
    connect(mark, &charts::ChartMarker::dragStarted, this,
            [this, lane] { Q_EMIT chosen(m_lanes.at(lane)); });
    steer(mark, m_session, this,
          {[this, lane](QPointF axis) { move(lane, axis.x()); },
           [this, lane](int steps) { step(lane, steps); },
           [this, lane](bool high) { toEnd(lane, high); }});
    m_marks.push_back(mark);
}

const charts::ChartMarker *ThresholdMarks::markOf(std::size_t segment) const
{
    const auto found = std::ranges::find(m_lanes, segment);
    return found == m_lanes.end() ? nullptr
                                  : m_marks[static_cast<std::size_t>(found - m_lanes.begin())];
}

QString ThresholdMarks::nameOf(std::size_t lane) const
{
    return wording::segmentName(m_shown.index->segments()[m_lanes[lane]].values);
}

void ThresholdMarks::display(const Shown &shown)
{
    m_shown = shown;
    std::vector<std::size_t> lanes(shown.index->segments().size());
    std::iota(lanes.begin(), lanes.end(), std::size_t{0});
    if (lanes.size() > mostLanes) {
        lanes.clear();
        if (shown.chosen)
            lanes.push_back(*shown.chosen);
    }
    setVisible(!lanes.empty());
    if (m_axisOf != shown.index)
        layAxis();
    if (m_axisOf != shown.index || lanes != m_lanes) {
        m_lanes = std::move(lanes);
        layLanes();
    }
    m_axisOf = shown.index;
    for (std::size_t lane = 0; lane < m_lanes.size(); ++lane) {
        charts::ChartMarker *mark = m_marks[lane];
        const double threshold = shown.thresholds[m_lanes[lane]].value;
        if (mark->isInteractive() != shown.isMovable)
            mark->setInteractive(shown.isMovable);
        mark->setPosition({m_mapping.toAxis(threshold), heightOf(lane, m_lanes.size())});
        // One number: those of other lanes would stand on each other, and are in the table.
        const QString said = wording::ownThresholdText({threshold});
        mark->setLabel(m_lanes[lane] == shown.chosen ? said : QString());
        mark->setAccessibleName(tr("Threshold of %1: %2").arg(nameOf(lane), said));
    }
    const double dial = m_mapping.toAxis(shown.dial.value);
    m_dial->setPoints({{dial, 0.0}, {dial, static_cast<double>(m_lanes.size())}});
}

/// Of everyone's scores as they are: it stays while marks are moved.
void ThresholdMarks::layAxis()
{
    const PredictionIndex &index = *m_shown.index->slice().rows().all();
    const charts::AxisMapping::Kind kind = suggestedAxis(index);
    m_mapping = scoreAxis(index, kind);
    const bool negated = m_session->data().file.mapping.lowerIsPositive.value;
    m_chart->frame()->setHorizontal(
            charts::mappedAxis(m_mapping, wording::axisTitle(wordedAxis(kind), negated)));
}

void ThresholdMarks::layLanes()
{
    const std::size_t lanes = m_lanes.size();
    charts::AxisSpec vertical;
    vertical.high = static_cast<double>(lanes);
    std::vector<charts::Tick> ticks;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        ticks.push_back({heightOf(lane, lanes), wording::middleElided(nameOf(lane), mostOfName)});
    std::ranges::reverse(ticks);
    vertical.ticks = [ticks](int) { return ticks; };
    m_chart->frame()->setVertical(std::move(vertical));
    for (std::size_t lane = 0; lane < m_marks.size(); ++lane)
        m_marks[lane]->setVisible(lane < lanes);
    const int each = lanes > mostUsualLanes ? narrowLane : usualLane;
    m_chart->setFixedHeight(roomAroundLanes + each * static_cast<int>(lanes));
    m_chart->setAccessibleSummary(tr("Thresholds of segments"), wording::thresholdMarksSummary());
}

void ThresholdMarks::move(std::size_t lane, double axis)
{
    const std::size_t segment = m_lanes.at(lane);
    Q_EMIT edited(segment, nearestThreshold(*m_shown.index, segment, m_mapping.toScore(axis)));
}

void ThresholdMarks::step(std::size_t lane, int steps)
{
    const std::size_t segment = m_lanes.at(lane);
    Q_EMIT chosen(segment);
    Q_EMIT edited(segment,
                  steppedThreshold(*m_shown.index, segment, m_shown.thresholds[segment], steps));
}

void ThresholdMarks::toEnd(std::size_t lane, bool high)
{
    const std::size_t segment = m_lanes.at(lane);
    Q_EMIT chosen(segment);
    const double end = std::numeric_limits<double>::infinity();
    Q_EMIT edited(segment, nearestThreshold(*m_shown.index, segment, high ? end : -end));
}

} // namespace oneinn

#include "moc_thresholdmarks.cpp"
