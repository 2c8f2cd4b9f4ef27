// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/decimate.h"
#include "plots/latencyaxis.h"
#include "report/figures.h"
#include "report/figuresize.h"
#include "report/figurewords.h"
#include "report/plot.h"
#include "wording/chartwords.h"
#include "wording/decisionwords.h"
#include "wording/numbers.h"

#include <algorithm>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double latencyHeight = 300.0;
constexpr QRectF latencyArea(70.0, 34.0, figureWidth - 94.0, latencyHeight - 82.0);

/// The budget has a place of its own even where every answer is quicker, or slower.
charts::AxisMapping axisWith(const Budget &budget, const charts::AxisMapping &mapping)
{
    if (!budget)
        return mapping;
    constexpr double room = 1.15;
    constexpr double shortest = 1e-3; // 0 ms has no place on a logarithmic scale
    const double place = std::max(budget->value, shortest);
    return charts::AxisMapping::logTime(std::min(mapping.toScore(mapping.low()), place / room),
                                        std::max(mapping.toScore(mapping.high()), place * room));
}

void drawLate(pictures::Picture *picture, const Plot &plot, const Assessment &assessment,
              double budget)
{
    const double left = plot.x(budget);
    picture->rectangle({left, latencyArea.top(), latencyArea.right() - left, latencyArea.height()},
                       {Role::LateShade});
    const QString label = wording::lateLabel(assessment.experience[Share::Late]);
    const double needed = pictures::textWidth(label) + 16.0;
    if (latencyArea.right() - left > needed)
        picture->text({left + 8.0, latencyArea.bottom() - 10.0}, label, {});
}

} // namespace

std::optional<Figure> latencyFigure(const FigureMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const LatencyDistribution &latency = assessment.slice->index().latency();
    if (latency.empty())
        return {};
    const charts::AxisMapping mapping = axisWith(assessment.scenario.budget, latencyAxis(latency));
    const wording::CurveAxes titles = wording::latencyAxes();
    const QString caption = latencyCaption(assessment);
    pictures::Picture picture({figureWidth, latencyHeight}, caption);
    constexpr int mostTicks = 8;
    Plot plot(&picture, latencyArea,
              {mapping.low(), mapping.high(), mapping.ticks(mostTicks, wording::displayLocale()),
               titles.horizontal},
              shareAxis(titles.vertical));

    const Budget &budget = assessment.scenario.budget;
    if (budget)
        drawLate(&picture, plot, assessment, mapping.toAxis(budget->value));
    plot.drawFrame();
    const auto steps = charts::stepPoints(onTimePoints(latency, mapping), charts::Step::After);
    picture.polyline(plot.at(charts::decimate(steps, mapping.low(), mapping.high(), curveColumns)),
                     {.stroke = Role::Good, .width = 2.0});
    if (budget)
        plot.drawVerticalLine(mapping.toAxis(budget->value), wording::budgetLabel(budget));
    return Figure{u"Time to answer"_s, caption, std::move(picture)};
}

} // namespace oneinn::report
