// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/perioduses.h"

#include "core/policies/valueofuses.h"
#include "core/predictions/timecolumn.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

const std::string &PeriodUses::valueOf(const CategoryColumn &column, Eigen::Index use) const
{
    return column.values[column.codes[rowOf(use)]];
}

const CategoryColumn *PeriodUses::column(const std::string &name) const
{
    if (predictions->model() && predictions->model()->name == name)
        return &*predictions->model();
    for (const CategoryColumn &segment : predictions->segments()) {
        if (segment.name == name)
            return &segment;
    }
    return nullptr;
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
    for (const CategoryColumn &segment : predictions->segments()) {
        if (segment.name != day && !tellsTime(segment))
            names.push_back(segment.name);
    }
    return names;
}

std::optional<std::string> PeriodUses::onlyValue(const CategoryColumn &column) const
{
    const std::string &first = valueOf(column, 0);
    for (Eigen::Index use = 1; use < uses(); ++use) {
        if (valueOf(column, use) != first)
            return std::nullopt;
    }
    return first;
}

bool PeriodUses::isRelease(const CategoryColumn &column) const
{
    const auto &model = predictions->model();
    return (model && model->name == column.name) || column.name.find("version") != std::string::npos
            || column.name.find("release") != std::string::npos;
}

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
