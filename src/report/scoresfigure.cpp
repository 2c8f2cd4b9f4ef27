// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/scoreaxis.h"
#include "plots/scorehistogram.h"
#include "report/figures.h"
#include "report/figuresize.h"
#include "report/figurewords.h"
#include "report/plot.h"
#include "wording/chartwords.h"
#include "wording/feature.h"
#include "wording/numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using charts::AxisMapping;
using charts::HistogramData;
using pictures::Role;

namespace {

constexpr double scoresMargin = 8.0;
constexpr double scoresHeight = 210.0;
constexpr double roomForLabel = 28.0;
constexpr double roomForScoreAxis = 46.0;
constexpr double titleWidth = 26.0;
constexpr int bars = 40;

constexpr pictures::Shape rightShown{Role::Good};
constexpr pictures::Shape missed{Role::GoodPale, Role::Good, 0.6};
constexpr pictures::Shape wrongShown{Role::Bad};
constexpr pictures::Shape rightlyNot{Role::Pale, Role::Axis, 0.6};
constexpr pictures::Shape late{Role::Paper, Role::Text, 1.0, 2.0, 1.5};

wording::ScoreAxis wordedAxis(AxisMapping::Kind kind)
{
    switch (kind) {
    case AxisMapping::Kind::Rank:
        return wording::ScoreAxis::ShareShown;
    case AxisMapping::Kind::LogOdds:
        return wording::ScoreAxis::LogOdds;
    default:
        return wording::ScoreAxis::Score;
    }
}

/// Scores as they stand in the file.
PlotAxis horizontalAxis(const AxisMapping &mapping, bool lowerIsPositive)
{
    constexpr int most = 9;
    const QString name = wording::axisName(wordedAxis(mapping.kind()));
    PlotAxis axis{mapping.low(), mapping.high(), mapping.ticks(most, wording::displayLocale()),
                  name};
    if (!lowerIsPositive)
        return axis;
    axis.title = u"%1 (low ones count as positive)"_s.arg(name);
    if (mapping.kind() == AxisMapping::Kind::Score && axis.ticks.size() > 1) {
        const double step = axis.ticks[1].axis - axis.ticks[0].axis;
        for (charts::Tick &tick : axis.ticks)
            tick.text = charts::numberText(0.0 - tick.axis, step, wording::displayLocale());
    }
    return axis;
}

double tallest(const std::vector<double> &shown, const std::vector<double> &notShown)
{
    return std::transform_reduce(
            shown.begin(), shown.end(), notShown.begin(), 0.0,
            [](double a, double b) { return std::max(a, b); }, std::plus<>());
}

/// Both classes on one axis from -1 to 1, each in parts of its own tallest bar.
PlotAxis countAxis(double positiveMax, double negativeMax)
{
    PlotAxis axis{-1.0, 1.0};
    for (const double direction : {-1.0, 1.0}) {
        const double most = direction > 0.0 ? positiveMax : negativeMax;
        for (const charts::Tick &tick :
             charts::numberTicks(0.0, most, 4, wording::displayLocale())) {
            if (tick.axis > 0.0 || direction > 0.0)
                axis.ticks.push_back({direction * tick.axis / most, tick.text});
        }
    }
    return axis;
}

/// Parts of one bar, from the baseline outwards.
class BarStack {
public:
    BarStack(pictures::Picture *picture, const Plot &plot, double left, double right,
             double perCount)
        : m_picture(picture)
        , m_plot(plot)
        , m_left(plot.x(left))
        , m_right(plot.x(right))
        , m_perCount(perCount)
    {
    }

    void add(double count, const pictures::Shape &shape)
    {
        if (!(count > 0.0))
            return;
        const double from = m_plot.y(m_perCount * m_counted);
        m_counted += count;
        const double to = m_plot.y(m_perCount * m_counted);
        m_picture->rectangle(
                {m_left + 0.5, std::min(from, to), m_right - m_left - 1.0, std::abs(to - from)},
                shape);
    }

private:
    pictures::Picture *m_picture;
    const Plot &m_plot;
    double m_left;
    double m_right;
    double m_perCount; ///< axis units; negative: downwards
    double m_counted = 0.0;
};

void drawBars(pictures::Picture *picture, const Plot &plot, const HistogramData &data,
              double positiveMax, double negativeMax)
{
    for (std::size_t bar = 0; bar < data.positiveShown.size(); ++bar) {
        const double left = data.edges[bar];
        const double right = data.edges[bar + 1];
        BarStack up(picture, plot, left, right, positiveMax > 0.0 ? 1.0 / positiveMax : 0.0);
        up.add(data.positiveShown[bar] - data.positiveLate[bar], rightShown);
        up.add(data.positiveLate[bar], late);
        up.add(data.positiveNotShown[bar], missed);
        BarStack down(picture, plot, left, right, negativeMax > 0.0 ? -1.0 / negativeMax : 0.0);
        down.add(data.negativeShown[bar] - data.negativeLate[bar], wrongShown);
        down.add(data.negativeLate[bar], late);
        down.add(data.negativeNotShown[bar], rightlyNot);
    }
}

QList<LegendEntry> legendEntries(const HistogramData &data, const FeatureWords &product)
{
    const wording::HistogramLegend words = wording::histogramLegend(product);
    QList<LegendEntry> entries{{words.positiveShown, rightShown},
                               {words.positiveNotShown, missed},
                               {words.negativeShown, wrongShown},
                               {words.negativeNotShown, rightlyNot}};
    const auto any = [](const std::vector<double> &counts) {
        return std::any_of(counts.begin(), counts.end(), [](double c) { return c > 0.0; });
    };
    if (any(data.positiveLate) || any(data.negativeLate))
        entries.append({u"too late to be "_s + wording::featureOf(product).done, late});
    return entries;
}

double widestTick(const PlotAxis &axis)
{
    double widest = 0.0;
    for (const charts::Tick &tick : axis.ticks)
        widest = std::max(widest, pictures::textWidth(tick.text, 11.0));
    return widest;
}

void drawClassTitles(pictures::Picture *picture, const Plot &plot, const FeatureWords &words)
{
    const wording::ClassTitles titles = wording::classTitles(words);
    const pictures::Lettering lettering{
            .color = Role::Quiet, .anchor = pictures::Anchor::Middle, .upwards = true};
    picture->text({14.0, plot.y(0.5)}, titles.positives, lettering);
    picture->text({14.0, plot.y(-0.5)}, titles.negatives, lettering);
    picture->line({plot.area().left(), plot.y(0.0)}, {plot.area().right(), plot.y(0.0)},
                  {.stroke = Role::Axis});
}

} // namespace

Figure scoresFigure(const FigureMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const PredictionIndex &index = assessment.slice->index();
    const AxisMapping mapping = scoreAxis(index, suggestedAxis(index));
    const HistogramData data = scoreHistogram(assessment, mapping, bars);
    double positiveMax = tallest(data.positiveShown, data.positiveNotShown);
    double negativeMax = tallest(data.negativeShown, data.negativeNotShown);
    if (data.oneScale)
        positiveMax = negativeMax = std::max(positiveMax, negativeMax);

    const QString caption = scoresCaption(assessment, material.lowerIsPositive);
    const Legend legend(legendEntries(data, assessment.scenario.words),
                        figureWidth - 2.0 * scoresMargin);
    const double top = scoresMargin + legend.height() + roomForLabel;
    pictures::Picture picture({figureWidth, top + scoresHeight + roomForScoreAxis}, caption);
    legend.draw(&picture, {scoresMargin, scoresMargin});

    const PlotAxis counts = countAxis(positiveMax, negativeMax);
    const double left = titleWidth + widestTick(counts);
    Plot plot(&picture, {left, top, figureWidth - left - 2.0 * scoresMargin, scoresHeight},
              horizontalAxis(mapping, material.lowerIsPositive), counts);
    plot.drawFrame();
    drawBars(&picture, plot, data, positiveMax, negativeMax);
    drawClassTitles(&picture, plot, assessment.scenario.words);
    plot.drawVerticalLine(mapping.toAxis(assessment.scenario.threshold.value),
                          thresholdLabel(assessment, material.lowerIsPositive));
    return {u"Scores of both classes"_s, caption, std::move(picture)};
}

} // namespace oneinn::report
