// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/perioduses.h"

#include "core/policies/valueofuses.h"
#include "core/predictions/columnwords.h"
#include "core/predictions/timecolumn.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

OutcomeValues valuesOf(DropMeasure measure, const OutcomeValues &own)
{
    switch (measure) {
    case DropMeasure::Wrong:
        return {0.0, 1.0, 0.0, 0.0, 0.0};
    case DropMeasure::Missed:
        return {-1.0, 0.0, 0.0, 0.0, 0.0};
    case DropMeasure::Value:
        break;
    }
    return own;
}

double ownMeasure(const OutcomeValues &values, bool good, bool shown)
{
    if (shown)
        return good ? values.tp() : values.fp();
    return good ? values.fn() : values.tn();
}

} // namespace

double PeriodUses::latency(Eigen::Index use) const
{
    if (!predictions->latency() || failed(use))
        return std::numeric_limits<double>::quiet_NaN();
    return (*predictions->latency())[rowOf(use)];
}

const CategoryColumn *PeriodUses::column(const std::string &name) const
{
    const auto named = [&name](const CategoryColumn &column) { return column.name == name; };
    const auto found = std::ranges::find_if(*own, named);
    if (found != own->end())
        return &*found;
    if (predictions->model() && named(*predictions->model()))
        return &*predictions->model();
    const auto segment = std::ranges::find_if(predictions->segments(), named);
    return segment == predictions->segments().end() ? nullptr : &*segment;
}

std::vector<const CategoryColumn *> PeriodUses::segments() const
{
    std::vector<const CategoryColumn *> columns;
    for (const CategoryColumn &segment : predictions->segments())
        columns.push_back(column(segment.name));
    for (const OneValue &alike : predictions->alike())
        columns.push_back(column(alike.column));
    return columns;
}

const FeatureColumn *PeriodUses::feature(const std::string &name) const
{
    const auto &features = predictions->features();
    const auto found = std::ranges::find(features, name, &FeatureColumn::name);
    return found == features.end() ? nullptr : &*found;
}

std::vector<std::string> PeriodUses::columnNames() const
{
    std::vector<std::string> names;
    const std::string day = predictions->day() ? predictions->day()->name : std::string();
    if (predictions->model() && !selection.model)
        names.push_back(predictions->model()->name);
    for (const CategoryColumn *segment : segments()) {
        if (segment->name != day && !tellsTime(*segment))
            names.push_back(segment->name);
    }
    return names;
}

bool PeriodUses::isRelease(const CategoryColumn &column) const
{
    const auto &model = predictions->model();
    return (model && model->name == column.name) || namesARelease(column.name);
}

namespace {

/// With the values alone that its uses have; absent where these are all.
std::optional<CategoryColumn> narrowed(const PeriodUses &period, const CategoryColumn &column)
{
    std::vector<std::uint8_t> isThere(column.values.size(), 0);
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        isThere[column.codes[period.rowOf(use)]] = 1;
    const auto there = static_cast<std::size_t>(std::ranges::count(isThere, 1));
    if (there == column.values.size())
        return std::nullopt;
    CategoryColumn own{.name = column.name, .values = {}, .codes = {}};
    std::vector<std::uint32_t> codes(column.values.size(), 0);
    for (std::size_t code = 0; code < column.values.size(); ++code) {
        if (isThere[code] == 0)
            continue;
        codes[code] = static_cast<std::uint32_t>(own.values.size());
        own.values.push_back(column.values[code]);
    }
    if (there > 1)
        own.codes = column.codes.unaryExpr([&codes](std::uint32_t code) { return codes[code]; });
    return own;
}

std::vector<CategoryColumn> ownColumns(const PeriodUses &period)
{
    std::vector<CategoryColumn> own;
    const auto add = [&](const CategoryColumn &column) {
        if (auto few = narrowed(period, column))
            own.push_back(*std::move(few));
    };
    if (period.predictions->model())
        add(*period.predictions->model());
    for (const CategoryColumn &segment : period.predictions->segments())
        add(segment);
    for (const OneValue &alike : period.predictions->alike())
        own.push_back({.name = alike.column, .values = {alike.value}, .codes = {}});
    return own;
}

} // namespace

std::optional<PeriodUses> periodUses(const std::shared_ptr<const PredictionIndex> &index,
                                     const Scenario &scenario, DropMeasure measure)
{
    auto scenarioRows = ScenarioRows::around(index, scenario);
    const auto uses = ScenarioUses::of(*scenarioRows, scenario, scenario.threshold);
    if (!uses || uses->rows().uses() == 0)
        return std::nullopt;
    PeriodUses period{.predictions = index->predictions(),
                      .selection = index->selection(),
                      .scenarioRows = std::move(scenarioRows),
                      .rows = uses->rows(),
                      .outcomes = uses->outcomes(),
                      .shown = {},
                      .measured = {},
                      .ownMeasured = {}};
    period.own = std::make_shared<const std::vector<CategoryColumn>>(ownColumns(period));
    const OutcomeValues values = valuesOf(measure, scenario.values);
    period.measured = valueOfUses(period.rows, period.outcomes, {values, scenario.patience});
    period.shown.setZero(period.uses());
    period.ownMeasured.setZero(period.uses());
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (period.failed(use))
            continue;
        const bool shown = period.score(use) >= scenario.threshold.value;
        period.shown[use] = shown ? 1.0 : 0.0;
        period.ownMeasured[use] = ownMeasure(values, period.good(use), shown);
    }
    if (measure == DropMeasure::Missed) {
        // What is not rightly shown of the good ones: for whatever reason.
        const Eigen::ArrayXd good = period.rows.label.cast<double>();
        period.measured += good;
        period.ownMeasured += good;
    }
    return period;
}

} // namespace oneinn
