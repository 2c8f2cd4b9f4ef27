// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/calibrationfigure.h"

#include "plots/calibrationplot.h"
#include "plots/scoreaxis.h"
#include "report/figuresize.h"
#include "report/plot.h"
#include "wording/calibrationviewwords.h"
#include "wording/numbers.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double calibrationMargin = 8.0;
constexpr double calibrationHeight = 340.0;
constexpr double roomForScores = 46.0;
constexpr double leftOfShares = 84.0;
constexpr double rightOfScores = 24.0;
constexpr int mostCalibrationTicks = 8;

constexpr pictures::Shape exactLine{.stroke = Role::Axis, .width = 1.2, .dash = 5.0, .gap = 3.0};
constexpr pictures::Shape bentLine{.stroke = Role::Good, .width = 2.0};
constexpr pictures::Shape intervalLine{.stroke = Role::Good, .width = 1.2};
constexpr pictures::Shape binDot{Role::Good, Role::Paper};

Legend legendOf(bool isBent)
{
    using Swatch = LegendEntry::Swatch;
    const wording::CalibrationKey words = wording::calibrationKey();
    QList<LegendEntry> entries{{words.bins, binDot, Swatch::Dot},
                               {words.exact, exactLine, Swatch::Line}};
    if (isBent)
        entries.append({words.recalibrated, bentLine, Swatch::Line});
    return {std::move(entries), figureWidth - 2.0 * calibrationMargin};
}

void drawBins(pictures::Picture *picture, const Plot &plot,
              const std::vector<ReliabilityPlace> &places)
{
    constexpr double stop = 3.0;
    constexpr double radius = 4.5;
    for (const ReliabilityPlace &place : places) {
        const QPointF low = plot.at({place.axis.x(), place.low});
        const QPointF high = plot.at({place.axis.x(), place.high});
        if (place.low < place.high) {
            picture->line(low, high, intervalLine);
            for (const QPointF end : {low, high})
                picture->line(end - QPointF(stop, 0.0), end + QPointF(stop, 0.0), intervalLine);
        }
    }
    for (const ReliabilityPlace &place : places)
        picture->circle(plot.at(place.axis), radius, binDot);
}

} // namespace

std::optional<Figure> calibrationFigure(const PredictionIndex &index,
                                        const ScoreCalibration &calibration, const QString &caption)
{
    if (!calibration.byBins)
        return {};
    const bool crowded = suggestedAxis(index) != charts::AxisMapping::Kind::Score;
    const charts::AxisMapping mapping = calibrationAxis(calibration, crowded);
    const QList<QPointF> bent = recalibratedPoints(calibration, mapping);
    const Legend legend = legendOf(!bent.isEmpty());
    const double top = calibrationMargin + legend.height() + calibrationMargin;
    pictures::Picture picture({figureWidth, top + calibrationHeight + roomForScores}, caption);
    legend.draw(&picture, {calibrationMargin, calibrationMargin});

    const wording::CalibrationAxes titles = wording::calibrationAxes();
    const QLocale locale = wording::displayLocale();
    Plot plot(&picture,
              {leftOfShares, top, figureWidth - leftOfShares - rightOfScores, calibrationHeight},
              {mapping.low(), mapping.high(), mapping.ticks(mostCalibrationTicks, locale),
               titles.horizontal},
              {mapping.low(), mapping.high(), shareTicks(mapping, mostCalibrationTicks, locale),
               titles.vertical});
    plot.drawFrame();
    picture.line(plot.at({mapping.low(), mapping.low()}), plot.at({mapping.high(), mapping.high()}),
                 exactLine);
    if (!bent.isEmpty())
        picture.polyline(plot.at(bent), bentLine);
    drawBins(&picture, plot, reliabilityPlaces(calibration.byBins->bins, mapping));
    return Figure{u"How well scores come true"_s, caption, std::move(picture)};
}

} // namespace oneinn::report
