// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/curvefigure.h"

#include "charts/decimate.h"
#include "plots/curveplot.h"
#include "report/figuresize.h"
#include "report/plot.h"
#include "wording/curvewords.h"
#include "wording/numbers.h"

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double marginOfCurve = 8.0;
constexpr double curveHeight = 340.0;
constexpr double roomBelowCurve = 46.0;
constexpr double roomAboveCurve = 28.0; ///< for what is written at a price
constexpr double leftOfModelCurve = 74.0;
constexpr double rightOfModelCurve = 24.0;
constexpr int mostCurveTicks = 9;
constexpr double pointRadius = 6.0;

constexpr pictures::Shape mainLine{.stroke = Role::Good, .width = 2.0};
constexpr pictures::Shape bandLine{.stroke = Role::Good, .width = 1.0, .dash = 2.0, .gap = 2.0};
constexpr pictures::Shape thresholdLine{.stroke = Role::Bad, .width = 1.4, .dash = 2.0, .gap = 3.0};
constexpr pictures::Shape thresholdDot{Role::Bad, Role::Text, 1.5};

/// Each reference dashed in a way of its own.
pictures::Shape shapeOf(CurveReference reference)
{
    switch (reference) {
    case CurveReference::Chance:
    case CurveReference::ShowAll:
        return {.stroke = Role::Axis, .width = 1.2, .dash = 6.0, .gap = 3.0};
    case CurveReference::ShowNothing:
        return {.stroke = Role::Axis, .width = 1.2, .dash = 1.5, .gap = 3.0};
    case CurveReference::AtItsWord:
        break;
    }
    return {.stroke = Role::Text, .width = 1.2, .dash = 9.0, .gap = 3.0};
}

PlotAxis plotAxis(const CurveAxis &axis, const QString &title)
{
    return {axis.low, axis.high, curveTicks(axis, mostCurveTicks, wording::displayLocale()), title};
}

Legend legendFor(const CurvePlot &plotted, const Assessment &assessment,
                 const std::optional<CurveBand> &band)
{
    using Swatch = LegendEntry::Swatch;
    const bool byPrice = isByPrice(plotted.curve());
    QList<LegendEntry> entries{
            {byPrice ? wording::bestLineName() : wording::curveName(plotted.curve()), mainLine,
             Swatch::Line}};
    if (band)
        entries.append({wording::bandName(band->kind), bandLine, Swatch::Line});
    for (const ReferenceLine &each : plotted.references())
        entries.append({wording::referenceName(each.meaning, assessment.scenario.words),
                        shapeOf(each.meaning), Swatch::Line});
    if (plotted.pointOf(assessment))
        entries.append({wording::thresholdLineName(), thresholdDot, Swatch::Dot});
    return {std::move(entries), figureWidth - 2.0 * marginOfCurve};
}

void drawLines(pictures::Picture *picture, const Plot &plot, const CurvePlot &plotted,
               const Assessment &assessment)
{
    for (const ReferenceLine &each : plotted.references()) {
        if (each.points.size() > 1)
            picture->polyline(plot.at(each.points), shapeOf(each.meaning));
    }
    if (const QList<QPointF> line = plotted.lineOf(assessment); line.size() > 1)
        picture->polyline(plot.at(line), thresholdLine);
    const CurveAxis &across = plotted.horizontal();
    picture->polyline(
            plot.at(charts::decimate(plotted.points(), across.low, across.high, curveColumns)),
            mainLine);
}

} // namespace

std::optional<Figure> curveFigure(ModelCurve curve, const Assessment &assessment,
                                  const std::optional<CurveBand> &band)
{
    const CurvePlot plotted(curve, assessment);
    if (plotted.isEmpty())
        return {};
    const bool banded = band && hasBand(curve) && !band->rows.empty();
    const QString caption = curveSentences(curve, assessment, band).join(u' ');
    const Legend legend = legendFor(plotted, assessment, banded ? band : std::nullopt);
    const double top = marginOfCurve + legend.height() + roomAboveCurve;
    pictures::Picture picture({figureWidth, top + curveHeight + roomBelowCurve}, caption);
    legend.draw(&picture, {marginOfCurve, marginOfCurve});

    const wording::CurveAxes titles = wording::curveAxes(curve, assessment.scenario.words);
    Plot plot(&picture,
              {leftOfModelCurve, top, figureWidth - leftOfModelCurve - rightOfModelCurve,
               curveHeight},
              plotAxis(plotted.horizontal(), titles.horizontal),
              plotAxis(plotted.vertical(), titles.vertical));
    plot.drawFrame();
    if (banded) {
        const BandEdges edges = bandEdges(curve, *band);
        picture.polyline(plot.at(edges.lower), bandLine);
        picture.polyline(plot.at(edges.upper), bandLine);
    }
    drawLines(&picture, plot, plotted, assessment);
    if (const auto own = plotted.ownPrice(assessment))
        plot.drawVerticalLine(*own, wording::ownPriceLabel());
    if (const auto point = plotted.pointOf(assessment))
        picture.circle(plot.at(*point), pointRadius, thresholdDot);
    return Figure{wording::curveName(curve), caption, std::move(picture)};
}

QStringList curveSentences(ModelCurve curve, const Assessment &assessment,
                           const std::optional<CurveBand> &band)
{
    const CurvePlot plotted(curve, assessment);
    if (plotted.isEmpty())
        return {wording::noCurveText(curve, assessment.scenario.words)};
    QStringList sentences{
            wording::curvePurpose(curve, assessment.scenario.words),
            wording::curvePointText(curve, assessment,
                                    {plotted.suitedTo(assessment), plotted.ownPrice(assessment)}),
            wording::ownCurveText(assessment)};
    if (band && hasBand(curve))
        sentences.append(wording::bandText(*band, assessment.scenario.words));
    return sentences;
}

} // namespace oneinn::report
