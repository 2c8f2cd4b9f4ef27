// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/corridorpicture.h"

#include "core/release/rollbackcorridor.h"
#include "report/plot.h"
#include "wording/numbers.h"
#include "wording/releaseviewwords.h"
#include "wording/releasewords.h"
#include "wording/rollbackrulewords.h"
#include "wording/runningcountwords.h"

#include <algorithm>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Anchor;
using pictures::Role;

namespace {

constexpr double corridorLeft = 56.0;
constexpr double corridorRight = 16.0;
constexpr double corridorTop = 26.0;
constexpr double corridorBottom = 44.0;
constexpr double aboveLimits = 1.15; ///< so much of the axis is for counts over the last limit
constexpr double lineWidth = 2.0;
constexpr double dotRadius = 5.0;
constexpr double besideDot = 11.0;

PlotAxis shownAxis(const RollbackRule &rule, const FeatureWords &words)
{
    PlotAxis axis{0.0,
                  double(rule.looks.back().shown),
                  {{0.0, u"0"_s}},
                  wording::corridorShownTitle(words)};
    for (const RollbackLook &look : rule.looks)
        axis.ticks.push_back({double(look.shown), wording::countText(look.shown)});
    return axis;
}

PlotAxis wrongAxis(const RollbackRule &rule, const std::optional<RunningCount> &count,
                   const FeatureWords &words)
{
    constexpr int mostTicks = 5;
    double high = 0.0;
    for (const RollbackLook &look : rule.looks)
        high = std::max(high, aboveLimits * look.rollBackAt);
    if (count && count->shown <= rule.looks.back().shown)
        high = std::max(high, 1.0 + count->wrong);
    return {0.0, high, charts::numberTicks(0.0, high, mostTicks, wording::displayLocale()),
            wording::corridorWrongTitle(words)};
}

/// Before the first look, between the limits.
void drawUndecided(pictures::Picture *picture, const Plot &plot, const RollbackRule &rule)
{
    const RollbackLook &first = rule.looks.front();
    QList<QPointF> corners{plot.at({0.0, 0.0}), plot.at({0.0, double(first.rollBackAt)}),
                           plot.at({double(first.shown), double(first.rollBackAt)})};
    const auto edges = rollbackCorridor(rule.looks);
    QList<QPointF> below;
    for (const CorridorEdge &edge : edges) {
        if (edge.shown <= first.shown)
            below.prepend(plot.at({double(edge.shown), double(edge.keepUpTo.value_or(0))}));
    }
    picture->polyline(corners + below, {.fill = Role::Pale});
}

void drawLimits(pictures::Picture *picture, const Plot &plot, const RollbackRule &rule)
{
    QList<QPointF> over;
    QList<QPointF> kept;
    for (const CorridorEdge &edge : rollbackCorridor(rule.looks)) {
        over.append(plot.at({double(edge.shown), double(edge.rollBackFrom)}));
        if (edge.keepUpTo)
            kept.append(plot.at({double(edge.shown), double(*edge.keepUpTo)}));
    }
    const RollbackLook &last = rule.looks.back();
    if (kept.isEmpty())
        kept.append(plot.at({double(last.shown), 0.0}));
    kept.append(plot.at({double(last.shown), double(last.rollBackAt)}));
    picture->polyline(kept, {.stroke = Role::Good, .width = lineWidth});
    picture->polyline(over, {.stroke = Role::Bad, .width = lineWidth});
}

/// The middle of the corridor where it is widest, behind the first look.
QPointF widestHold(const RollbackRule &rule)
{
    const RollbackLook &first = rule.looks.front();
    double widest = -1.0;
    QPointF middle;
    for (const CorridorEdge &edge : rollbackCorridor(rule.looks)) {
        const double width = edge.rollBackFrom - edge.keepUpTo.value_or(0);
        if (edge.shown < first.shown || width <= widest)
            continue;
        widest = width;
        middle = {double(edge.shown), edge.keepUpTo.value_or(0) + width / 2.0};
    }
    return middle;
}

/// Each where it has most room.
void nameRegions(pictures::Picture *picture, const Plot &plot, const RollbackRule &rule)
{
    const auto name = [](RunningVerdict verdict) {
        return wording::runningVerdictName(verdict).toLower();
    };
    const QRectF &area = plot.area();
    constexpr double inside = 8.0;
    constexpr double lineHeight = 16.0;
    constexpr double baseline = 4.0; // below the middle of the letters
    picture->text({area.left() + inside, area.top() + lineHeight}, name(RunningVerdict::RollBack),
                  {.bold = true});
    picture->text({area.right() - inside, area.bottom() - inside}, name(RunningVerdict::Keep),
                  {.anchor = Anchor::End, .bold = true});
    drawTextWithin(picture, plot.at(widestHold(rule)) + QPointF(0.0, baseline), area.left(),
                   area.right() - inside, name(RunningVerdict::Hold), {.bold = true});
    Legend({{name(RunningVerdict::CannotTellYet), {Role::Pale, Role::Axis}}}, area.width())
            .draw(picture, {area.left(), 2.0});
}

Role dotRole(RunningVerdict verdict)
{
    switch (verdict) {
    case RunningVerdict::RollBack:
        return Role::Bad;
    case RunningVerdict::Keep:
        return Role::Good;
    case RunningVerdict::Hold:
    case RunningVerdict::CannotTellYet:
        break;
    }
    return Role::Text;
}

void drawCount(pictures::Picture *picture, const Plot &plot, const RollbackRule &rule,
               const RunningCount &count)
{
    if (count.shown > rule.looks.back().shown)
        return;
    const QPointF at = plot.at({double(count.shown), double(count.wrong)});
    const RunningVerdict verdict = runningAnswer(rule.looks, count).verdict;
    picture->circle(at, dotRadius, {dotRole(verdict), Role::Text});
    const QString label =
            u"%1 of %2: %3"_s.arg(wording::countText(count.wrong), wording::countText(count.shown),
                                  wording::runningVerdictName(verdict).toLower());
    drawTextWithin(picture, at - QPointF(0.0, besideDot), plot.area().left() + 4.0,
                   plot.area().right(), label, {.bold = true});
}

} // namespace

pictures::Picture corridorPicture(const RollbackRule &rule,
                                  const std::optional<RunningCount> &count,
                                  const FeatureWords &words, QSizeF size)
{
    QString read = wording::rollbackLimitsSentence(rule, wording::featureOf(words));
    if (count)
        read += u'\n' + wording::runningSentence(runningAnswer(rule.looks, *count), *count, words);
    pictures::Picture picture(size, read);
    const QRectF area(corridorLeft, corridorTop, size.width() - corridorLeft - corridorRight,
                      size.height() - corridorTop - corridorBottom);
    Plot plot(&picture, area, shownAxis(rule, words), wrongAxis(rule, count, words));
    drawUndecided(&picture, plot, rule);
    plot.drawFrame();
    drawLimits(&picture, plot, rule);
    nameRegions(&picture, plot, rule);
    if (count)
        drawCount(&picture, plot, rule, *count);
    return picture;
}

} // namespace oneinn::report
