// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/stagespicture.h"

#include "report/waterfall.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sharecomparisonwords.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace oneinn::report {

using namespace Qt::StringLiterals;
using pictures::Role;

namespace {

constexpr double waterfallPart = 2.0; ///< as high as this many of the rows below it
constexpr double underRow = 4.0;
constexpr double titleLine = 15.0;
constexpr double rowOnPage = 80.0;

Interval fromLevel(double level, const Interval &lost)
{
    return {level - lost.high, level - lost.low};
}

std::vector<WaterfallBar> stageBarsOf(const wording::ToldPipeline &told)
{
    std::vector<WaterfallBar> columns{
            {.name = wording::capitalised(wording::featureOf(told.words).useCase.plural),
             .number = wording::ofThousand(1.0),
             .to = 1.0,
             .range = {1.0, 1.0},
             .fill = Role::Pale,
             .isTotal = true}};
    double level = 1.0;
    for (std::size_t stage = 0; stage < told.names.size(); ++stage) {
        const StageLoss &loss = told.losses.stages[stage];
        columns.push_back({.name = wording::nameText(told.names[stage]),
                           .number = QChar(0x2212) + wording::ofThousand(loss.lost),
                           .from = level,
                           .to = level - loss.lost,
                           .range = fromLevel(level, loss.lostInterval),
                           .fill = Role::Bad});
        level -= loss.lost;
    }
    columns.push_back({.name = u"right"_s,
                       .number = wording::ofThousand(told.losses.right),
                       .to = told.losses.right,
                       .range = told.losses.rightInterval,
                       .isTotal = true});
    return columns;
}

/// A row below the waterfall, in its columns; absent: a stage of which it is not known.
struct StageRow {
    QString title; ///< in the column of all uses; at most two lines
    std::vector<std::optional<WaterfallBar>> byStage;

    bool any() const
    {
        return std::ranges::any_of(byStage, [](const auto &bar) { return bar.has_value(); });
    }
};

StageRow worthRowOf(const wording::ToldPipeline &told)
{
    StageRow row{u"more right\nif mended"_s, {}};
    for (const StageLoss &loss : told.losses.stages) {
        row.byStage.emplace_back();
        if (loss.worth)
            row.byStage.back() = {.number = u"+"_s + wording::ofThousand(*loss.worth),
                                  .to = *loss.worth,
                                  .range = loss.worthInterval.value_or(Interval{}),
                                  .fill = Role::GoodPale};
    }
    return row;
}

StageRow waitRowOf(const wording::ToldPipeline &told)
{
    StageRow row{u"takes on\naverage"_s, {}};
    for (const StageLoss &loss : told.losses.stages) {
        row.byStage.emplace_back();
        if (loss.wait)
            row.byStage.back() = {.number = wording::millisecondsText(*loss.wait),
                                  .to = *loss.wait,
                                  .fill = Role::Pale};
    }
    return row;
}

void drawStageRow(pictures::Picture *picture, const StageRow &row, const QRectF &area)
{
    std::vector<WaterfallBar> all(1);
    for (const auto &bar : row.byStage)
        all.push_back(bar.value_or(WaterfallBar{}));
    all.emplace_back();
    const WaterfallFrame frame(area, all, underRow);
    double baseline = area.center().y();
    const QStringList lines = row.title.split(u'\n');
    for (const QString &line : lines) {
        picture->text({area.left() + underRow, baseline},
                      fittedTo(frame.column() - 2.0 * underRow, line), {.color = Role::Quiet});
        baseline += titleLine;
    }
    for (std::size_t stage = 0; stage < row.byStage.size(); ++stage) {
        if (row.byStage[stage])
            drawWaterfallBar(picture, frame, stage + 1, *row.byStage[stage]);
    }
    const double zero = frame.y(0.0);
    picture->line({area.left() + frame.column(), zero}, {area.right() - frame.column(), zero},
                  {.stroke = Role::Axis});
}

std::vector<StageRow> rowsBelow(const wording::ToldPipeline &told)
{
    std::vector<StageRow> rows{worthRowOf(told), waitRowOf(told)};
    std::erase_if(rows, [](const StageRow &row) { return !row.any(); });
    return rows;
}

} // namespace

pictures::Picture stagesPicture(const wording::ToldPipeline &told, QSizeF size)
{
    pictures::Picture picture(size, wording::stageSentences(told).join(u' '));
    const std::vector<StageRow> rows = rowsBelow(told);
    const double part = size.height() / (waterfallPart + static_cast<double>(rows.size()));
    double top = waterfallPart * part;
    drawWaterfall(&picture, stageBarsOf(told), {0.0, 0.0, size.width(), top});
    for (const StageRow &row : rows) {
        drawStageRow(&picture, row, {0.0, top, size.width(), part});
        top += part;
    }
    return picture;
}

double stagesFigureHeight(const PipelineLosses &losses)
{
    const bool timed = std::ranges::any_of(
            losses.stages, [](const StageLoss &loss) { return loss.wait.has_value(); });
    return rowOnPage * (waterfallPart + (timed ? 2.0 : 1.0));
}

} // namespace oneinn::report
