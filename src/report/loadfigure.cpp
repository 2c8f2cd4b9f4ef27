// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/figures.h"
#include "report/figuresize.h"
#include "report/plot.h"
#include "wording/numbers.h"
#include "wording/verdictwords.h"

#include "wording/feature.h"

#include <algorithm>
#include <cmath>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double rowHeight = 38.0;
constexpr double barHeight = 16.0;
constexpr double aboveBars = 10.0;
constexpr double roomForLosses = 46.0;
constexpr double besideBars = 10.0;

/// Per 1,000 uses.
struct Bar {
    wording::LossWords words;
    double loss = 0.0;
    Interval range;
};

QList<Bar> barsOf(const LoadBearing &load, const wording::VerdictWords &words)
{
    QList<Bar> bars;
    for (const wording::LossWords &each : words.equalSteps) {
        const Interval &range = load.equalStepsRange[each.failure];
        bars.append({each,
                     wording::thousand * load.equalSteps.alone[each.failure],
                     {wording::thousand * range.low, wording::thousand * range.high}});
    }
    return bars;
}

PlotAxis axisOf(const QList<Bar> &bars, const wording::Feature &feature)
{
    PlotAxis axis{0.0, 0.0, {}, u"change of value"_s + feature.perThousand()};
    for (const Bar &bar : bars) {
        axis.low = std::min({axis.low, bar.loss, bar.range.low});
        axis.high = std::max({axis.high, bar.loss, bar.range.high});
    }
    if (axis.low == axis.high)
        axis.high = 1.0;
    axis.ticks = charts::numberTicks(axis.low, axis.high, 6, wording::displayLocale());
    // A loss is drawn to the right, as in the window, and has a minus all the same.
    for (charts::Tick &tick : axis.ticks) {
        if (tick.axis > 0.0)
            tick.text.prepend(u'-');
        else if (tick.axis < 0.0)
            tick.text[0] = u'+';
    }
    return axis;
}

void drawBar(pictures::Picture *picture, const Plot &plot, const Bar &bar, double middle,
             bool first)
{
    const double zero = plot.x(0.0);
    const double end = plot.x(bar.loss);
    pictures::Shape shape{first ? Role::Bad : Role::Good};
    if (bar.loss < 0.0)
        shape = {Role::Pale, Role::Axis};
    picture->rectangle({std::min(zero, end), middle - barHeight / 2.0,
                        std::max(1.0, std::abs(end - zero)), barHeight},
                       shape);
    if (!(bar.range.width() > 0.0))
        return;
    const pictures::Shape whisker{.stroke = Role::Text, .width = 1.4};
    const double low = plot.x(bar.range.low);
    const double high = plot.x(bar.range.high);
    picture->line({low, middle}, {high, middle}, whisker);
    picture->line({low, middle - 4.0}, {low, middle + 4.0}, whisker);
    picture->line({high, middle - 4.0}, {high, middle + 4.0}, whisker);
}

double widest(const QList<Bar> &bars, QString wording::LossWords::*text)
{
    double most = 0.0;
    for (const Bar &bar : bars)
        most = std::max(most, pictures::textWidth(bar.words.*text));
    return most;
}

} // namespace

std::optional<Figure> loadFigure(const FigureMaterial &material)
{
    if (!material.load)
        return {};
    const wording::VerdictWords words =
            wording::verdictWords(*material.load, material.assessment.scenario.words);
    const QList<Bar> bars = barsOf(material.load->load, words);
    constexpr double nothing = 1e-9;
    if (std::all_of(bars.begin(), bars.end(),
                    [](const Bar &bar) { return std::abs(bar.loss) < nothing; }))
        return {};
    const double height = rowHeight * static_cast<double>(bars.size());
    const double left = widest(bars, &wording::LossWords::step) + 2.0 * besideBars;
    const double right = figureWidth
            - std::max(widest(bars, &wording::LossWords::loss),
                       widest(bars, &wording::LossWords::range))
            - 2.0 * besideBars;

    const QString caption = words.headline + u' ' + words.losses
            + u" The thin lines are 95 % intervals; what an outcome is worth is our assumption."_s;
    pictures::Picture picture({figureWidth, aboveBars + height + roomForLosses}, caption);
    Plot plot(&picture, {left, aboveBars, right - left, height},
              axisOf(bars, wording::featureOf(material.assessment.scenario.words)), {});
    plot.drawFrame();
    double middle = aboveBars + rowHeight / 2.0;
    for (const Bar &bar : bars) {
        const bool first = bar.words.failure == bars.first().words.failure && bar.loss > 0.0;
        drawBar(&picture, plot, bar, middle, first);
        picture.text({left - besideBars, middle + 4.0}, bar.words.step,
                     {.anchor = pictures::Anchor::End});
        picture.text({right + besideBars, middle - 1.0}, bar.words.loss, {.bold = true});
        picture.text({right + besideBars, middle + 12.0}, bar.words.range,
                     {.color = Role::Quiet, .size = 11.0});
        middle += rowHeight;
    }
    const double zero = plot.x(0.0);
    picture.line({zero, aboveBars}, {zero, aboveBars + height}, {.stroke = Role::Axis});
    return Figure{u"What getting worse loses"_s, caption, std::move(picture)};
}

} // namespace oneinn::report
