// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rivals.h"

#include "core/assessment.h"

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

/// The same of another model. What would fall back to this very model shows nothing.
template<typename Question> Question asking(Question scenario, const std::string &model)
{
    const bool itself = scenario.fallback && scenario.fallback->model == model;
    if (itself && scenario.latePolicy == LatePolicy::FallBack)
        scenario.latePolicy = LatePolicy::ShowNothing;
    scenario.selection.model = model;
    scenario.combination.reset();
    return scenario;
}

} // namespace

Scenario Rival::scenario(Scenario scenario) const
{
    return asking(std::move(scenario), model);
}

ThresholdSweep Rival::sweep(const ValueQuestion &question) const
{
    const ValueQuestion own = asking(question, model);
    return drawnSweep(*rows->at(own), own.baseRate);
}

std::vector<RivalRows> rivalRows(const Predictions &predictions, const Selection &selection)
{
    const auto &model = predictions.model();
    if (!model || !selection.model)
        return {};
    std::vector<RivalRows> all;
    all.reserve(model->values.size());
    for (const std::string &name : model->values)
        all.push_back({name, 0});
    for (const std::uint32_t row : predictions.select({.model = {}, .where = selection.where}))
        ++all[model->codes[row]].rows;
    std::erase_if(all, [&](const RivalRows &each) {
        return each.rows == 0 || each.model == *selection.model;
    });
    std::stable_sort(all.begin(), all.end(),
                     [](const RivalRows &a, const RivalRows &b) { return a.rows > b.rows; });
    std::vector<RivalRows> kept;
    std::size_t rows = 0;
    for (RivalRows &each : all) {
        if (kept.size() == mostRivals || rows + each.rows > mostRivalRows)
            continue;
        rows += each.rows;
        kept.push_back(std::move(each));
    }
    return kept;
}

Result<std::vector<Rival>> rivals(const PredictionsPtr &predictions, const RivalsQuestion &question,
                                  const JobControl &job)
{
    std::vector<Rival> result;
    for (const RivalRows &each : rivalRows(*predictions, question.selection)) {
        auto rows = ScenarioRows::prepare(predictions, asking<RowsQuestion>(question, each.model),
                                          job.quiet());
        if (!rows)
            return rows.problem();
        result.push_back({each.model, std::move(rows).value()});
    }
    return result;
}

} // namespace oneinn
