// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/pairedrows.h"

#include "core/clusters/rowclusters.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>
#include <utility>

namespace oneinn {

namespace {

/// Row numbers, use by use, and within a use model by model.
using RowTable = std::vector<std::uint32_t>;

constexpr std::uint32_t noRow = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t severalRows = noRow - 1; ///< more rows than PredictionIndex ever takes

bool latencyIsKnown(const Predictions &predictions, std::uint32_t row)
{
    return !predictions.hasLatency() || predictions.failed(row)
            || !std::isnan((*predictions.latency())[row]);
}

/// The rows of one model, in use order, of a column.
Eigen::ArrayXd picked(const Eigen::ArrayXd &column, const RowTable &rows, std::size_t model,
                      std::size_t models)
{
    Eigen::ArrayXd values(static_cast<Eigen::Index>(rows.size() / models));
    std::size_t at = model;
    for (double &value : values) {
        value = column[rows[at]];
        at += models;
    }
    return values;
}

void fillModels(PairedRows &paired, const Predictions &predictions, const RowTable &rows)
{
    const auto models = paired.models.size();
    const auto columns = static_cast<Eigen::Index>(models);
    const auto uses = static_cast<Eigen::Index>(rows.size() / models);
    paired.score.resize(uses, columns);
    if (predictions.hasLatency())
        paired.latency.resize(uses, columns);
    if (predictions.hasFailures())
        paired.failed.resize(uses, columns);
    for (std::size_t model = 0; model < models; ++model) {
        const auto column = static_cast<Eigen::Index>(model);
        paired.score.col(column) = picked(predictions.score(), rows, model, models);
        if (predictions.hasLatency())
            paired.latency.col(column) = picked(*predictions.wait(), rows, model, models);
        for (Eigen::Index use = 0; use < paired.failed.rows(); ++use) {
            const auto row = rows[static_cast<std::size_t>(use) * models + model];
            paired.failed(use, column) = predictions.callOf(row);
        }
    }
}

JoinedRows usesOf(const Predictions &predictions, std::vector<std::string> models,
                  const RowTable &rows, std::size_t candidates)
{
    if (rows.empty())
        return JoinFault::NoCompleteExample;
    PairedRows paired;
    paired.models = std::move(models);
    paired.rowsLeftOut = candidates - rows.size();
    paired.scoreIsBinStart = predictions.isScoredByBins();
    fillModels(paired, predictions, rows);

    const auto step = paired.models.size();
    const auto uses = paired.score.rows();
    paired.label.resize(uses);
    paired.row.resize(rows.size() / step);
    for (Eigen::Index use = 0; use < uses; ++use) {
        const std::uint32_t row = rows[static_cast<std::size_t>(use) * step];
        paired.label[use] = predictions.label()[row];
        paired.row[static_cast<std::size_t>(use)] = row;
    }
    paired.weight = predictions.weight() ? picked(*predictions.weight(), rows, 0, step)
                                         : Eigen::ArrayXd::Ones(uses);
    if (predictions.isPaced()) {
        paired.onDial = picked(*predictions.latency(), rows, 0, step);
        paired.budgetsAt = predictions.paces()->at;
        paired.ownBudget.resize(uses);
        for (Eigen::Index use = 0; use < uses; ++use)
            paired.ownBudget[use] =
                    predictions.paces()->budgetOf(paired.row[static_cast<std::size_t>(use)]);
    }
    RowClusters clusters = rowClusters(predictions);
    // Of several models each case is in it once.
    if (clusters.who == ClusterOf::Case && step > 1) {
        clusters = {};
        if (predictions.day() && predictions.day()->values.size() >= fewestDays)
            clusters.days.emplace(*predictions.day());
    }
    paired.user = codesOf(clusters.users, paired.row);
    paired.who = clusters.who;
    paired.day = codesOf(clusters.days, paired.row);
    return paired;
}

/// The place of each model of the file among the chosen ones.
std::vector<std::optional<std::size_t>> placesOf(const CategoryColumn &column,
                                                 const std::vector<std::string> &chosen)
{
    std::vector<std::optional<std::size_t>> places;
    for (const auto &name : column.values) {
        const auto found = std::find(chosen.begin(), chosen.end(), name);
        places.push_back(found == chosen.end()
                                 ? std::nullopt
                                 : std::optional(static_cast<std::size_t>(found - chosen.begin())));
    }
    return places;
}

/// Rows of every example, complete or not, and how many they were.
struct Examples {
    RowTable rows;
    std::size_t candidates = 0;
};

Examples examplesOf(const Predictions &predictions, const std::vector<Selection::Where> &where,
                    const std::vector<std::string> &models)
{
    const auto &ids = *predictions.exampleId();
    const auto nameless = ids.codeOf({});
    const auto places = placesOf(*predictions.model(), models);
    Examples examples;
    examples.rows.assign(ids.values.size() * models.size(), noRow);
    for (const auto row : predictions.select({.model = {}, .where = where}, Calls::All)) {
        const auto place = places[predictions.model()->codes[row]];
        if (!place)
            continue;
        ++examples.candidates;
        const auto id = ids.codes[row];
        if (id == nameless)
            continue;
        auto &entry = examples.rows[id * models.size() + *place];
        entry = entry == noRow ? row : severalRows;
    }
    return examples;
}

/// One row of every model, one label, no unknown latency.
bool isComplete(const Predictions &predictions, const std::uint32_t *rows, std::size_t models)
{
    return std::all_of(rows, rows + models, [&](std::uint32_t row) {
        return row < severalRows && predictions.label()[row] == predictions.label()[*rows]
                && latencyIsKnown(predictions, row);
    });
}

} // namespace

PairedRows PairedRows::only(const std::vector<Eigen::Index> &uses) const
{
    const auto picked = [&uses](const auto &column) {
        return column.size() == 0 ? column : std::decay_t<decltype(column)>(column(uses));
    };
    PairedRows some;
    some.models = models;
    some.label = picked(label);
    some.weight = picked(weight);
    some.score = score(uses, Eigen::all);
    some.latency = latency(uses, Eigen::all);
    some.steered = picked(steered);
    some.onDial = picked(onDial);
    some.ownBudget = picked(ownBudget);
    some.budgetsAt = budgetsAt;
    some.failed = failed(uses, Eigen::all);
    some.user = picked(user);
    some.who = who;
    some.day = picked(day);
    some.restated = restated;
    some.scoreIsBinStart = scoreIsBinStart;
    some.rowsLeftOut = rowsLeftOut;
    return some;
}

PairedRows PairedRows::rebased(const ClassFactors &factors) const
{
    PairedRows result = *this;
    result.restated = !(factors == ClassFactors());
    result.weight *= (label > 0).select(factors.positive,
                                        Eigen::ArrayXd::Constant(uses(), factors.negative));
    return result;
}

JoinedRows joinedModels(const Predictions &predictions, const std::vector<Selection::Where> &where,
                        std::vector<std::string> models)
{
    if (models.empty() && !predictions.model())
        return rowsOfOneModel(predictions, {.model = {}, .where = where});
    if (models.empty())
        models = predictions.model()->values;
    if (models.size() == 1)
        return rowsOfOneModel(predictions, {.model = models.front(), .where = where});
    if (!predictions.exampleId())
        return JoinFault::NoExampleIds;
    if (!predictions.model())
        return JoinFault::NoCompleteExample;

    auto [rows, candidates] = examplesOf(predictions, where, models);
    std::size_t kept = 0;
    for (std::size_t from = 0; from < rows.size(); from += models.size()) {
        if (!isComplete(predictions, rows.data() + from, models.size()))
            continue;
        std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(from), models.size(),
                    rows.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += models.size();
    }
    rows.resize(kept);
    return usesOf(predictions, std::move(models), rows, candidates);
}

JoinedRows rowsOfOneModel(const Predictions &predictions, const Selection &selection)
{
    auto rows = predictions.select(selection, Calls::All);
    const auto candidates = rows.size();
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](std::uint32_t row) { return !latencyIsKnown(predictions, row); }),
               rows.end());
    return usesOf(predictions, {selection.model.value_or(std::string())}, rows, candidates);
}

JoinedRows rowsWithoutLatencies(const Predictions &predictions, const Selection &selection)
{
    const auto rows = predictions.select(selection, Calls::All);
    auto joined = usesOf(predictions, {selection.model.value_or(std::string())}, rows, rows.size());
    if (auto *uses = std::get_if<PairedRows>(&joined)) {
        uses->latency.resize(0, 0);
        uses->onDial.resize(0);
        uses->ownBudget.resize(0);
    }
    return joined;
}

} // namespace oneinn
