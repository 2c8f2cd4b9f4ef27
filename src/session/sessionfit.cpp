// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionfit.h"

#include "core/policies/combinedpolicy.h"
#include "core/policies/ownthresholds.h"
#include "core/predictions/columncalled.h"
#include "core/predictions/defaultselection.h"
#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace oneinn {

namespace {

/// Whether the mapping spoke of what the problem misses, and no longer does.
bool forget(ingest::ColumnMapping &mapping, const Problem &problem)
{
    if (problem.kind == ProblemKind::PositiveValueMissing && mapping.positive) {
        mapping.positive.reset();
        return true;
    }
    if (problem.kind != ProblemKind::ColumnMissing)
        return false;
    const auto before = mapping;
    for (auto *column :
         std::array{&mapping.label, &mapping.score, &mapping.decision, &mapping.latency,
                    &mapping.model, &mapping.weight, &mapping.count, &mapping.exampleId,
                    &mapping.exampleWith, &mapping.userId, &mapping.day}) {
        if (*column == problem.column)
            column->reset();
    }
    if (mapping.wide
        && std::any_of(mapping.wide->begin(), mapping.wide->end(), [&](const auto &model) {
               return model.score == problem.column || model.latency == problem.column;
           }))
        mapping.wide.reset();
    if (!mapping.label)
        mapping.positive.reset();
    for (auto *marked : {&mapping.failed, &mapping.refused}) {
        if (*marked)
            std::erase_if(**marked,
                          [&](const auto &cells) { return cells.column == problem.column; });
    }
    std::erase(mapping.segments, problem.column);
    std::erase(mapping.extraSegments, problem.column);
    return !(mapping == before);
}

bool hasModel(const Predictions &predictions, const std::string &model)
{
    return predictions.model() && predictions.model()->codeOf(model);
}

bool canFallBack(const Predictions &predictions, const FallbackModel &fallback)
{
    return predictions.exampleId() && hasModel(predictions, fallback.model);
}

bool meets(const Predictions &predictions, const Selection::Where &condition)
{
    const CategoryColumn *column =
            columnCalled(predictions.segments(), predictions.day(), condition.column);
    return column && std::ranges::any_of(column->values, [&condition](const std::string &value) {
               return condition.admits(value);
           });
}

std::string signOf(Selection::Match match)
{
    switch (match) {
    case Selection::Match::Before:
        return " < ";
    case Selection::Match::From:
        return " >= ";
    case Selection::Match::Is:
        break;
    }
    return " = ";
}

void keepSelection(Selection &selection, const Predictions &predictions,
                   std::vector<Misfit> &misfits)
{
    const auto drop = [&](const Selection::Where &condition) {
        misfits.push_back({Misfit::Kind::Segment,
                           condition.column + signOf(condition.match) + condition.value});
    };
    std::erase_if(selection.where, [&](const Selection::Where &condition) {
        const bool gone = !meets(predictions, condition);
        if (gone)
            drop(condition);
        return gone;
    });
    if (selection.model && !hasModel(predictions, *selection.model)) {
        misfits.push_back({Misfit::Kind::Model, *selection.model});
        selection.model = defaultSelection(predictions).model;
    }
    // Each is there, but not together.
    if (!predictions.hasAny(selection)) {
        std::for_each(selection.where.begin(), selection.where.end(), drop);
        selection.where.clear();
    }
}

bool canCombine(const Predictions &predictions, const Selection &selection,
                const Combination &combination)
{
    if (const auto *own = std::get_if<ThresholdsBySegment>(&combination))
        return segmentNamed(predictions, own->column) != nullptr;
    const std::string *other = otherModelOf(combination);
    return !other
            || (selection.model && predictions.exampleId() && hasModel(predictions, *other)
                && combinedPredictions(predictions, selection, combination));
}

void keepCombination(Scenario &scenario, const Predictions &predictions,
                     const std::optional<std::string> &model, std::vector<Misfit> &misfits)
{
    if (!scenario.combination)
        return;
    const bool sameModel = scenario.selection.model == model;
    if (sameModel && canCombine(predictions, scenario.selection, *scenario.combination))
        return;
    if (const auto *own = thresholdsBySegment(scenario.combination))
        misfits.push_back({Misfit::Kind::Thresholds, own->column});
    else if (const std::string *other = otherModelOf(*scenario.combination))
        misfits.push_back({Misfit::Kind::OtherModel, *other});
    scenario.combination.reset();
}

void keepBudgets(Scenario &scenario, const Predictions &predictions, std::vector<Misfit> &misfits)
{
    if (!scenario.budgets || segmentNamed(predictions, scenario.budgets->column))
        return;
    misfits.push_back({Misfit::Kind::Budgets, scenario.budgets->column});
    scenario.budgets.reset();
}

void keepMix(Scenario &scenario, const Predictions &predictions, std::vector<Misfit> &misfits)
{
    if (!scenario.mix)
        return;
    const TrafficMix &mix = *scenario.mix;
    const CategoryColumn *column = segmentNamed(predictions, mix.column);
    const bool fits = column && std::ranges::all_of(mix.parts, [column](const auto &part) {
                          return column->codeOf(part.value).has_value();
                      });
    if (fits
        && std::holds_alternative<TrafficMix>(
                completedMix(predictions, scenario.selection.model, mix)))
        return;
    misfits.push_back({Misfit::Kind::Mix, mix.column});
    scenario.mix.reset(); // last: the mix is no more
}

void keepFallback(Scenario &scenario, const Predictions &predictions, std::vector<Misfit> &misfits)
{
    if (!scenario.fallback || canFallBack(predictions, *scenario.fallback))
        return;
    misfits.push_back({Misfit::Kind::Fallback, scenario.fallback->model});
    scenario.fallback.reset();
    if (scenario.latePolicy == LatePolicy::FallBack)
        scenario.latePolicy = LatePolicy::ShowNothing;
}

bool hasPlace(const PinnedPoint &pin, const Predictions &predictions)
{
    const Choice &choice = pin.choice;
    const std::string *other = choice.combination ? otherModelOf(*choice.combination) : nullptr;
    const auto *own = thresholdsBySegment(choice.combination);
    return (!own || segmentNamed(predictions, own->column))
            && (!choice.budgets || segmentNamed(predictions, choice.budgets->column))
            && (!other || (predictions.exampleId() && hasModel(predictions, *other)))
            && (!choice.model || hasModel(predictions, *choice.model))
            && (!choice.fallback || canFallBack(predictions, *choice.fallback))
            && (!choice.budget || predictions.hasLatency());
}

} // namespace

Result<ingest::LoadedFile> loadWhatFits(const ingest::TableFile &table, Source &source,
                                        std::vector<Misfit> &misfits, const JobControl &job)
{
    for (;;) {
        auto file = table.load(source.mapping, job);
        if (file || !forget(source.mapping, file.problem()))
            return file;
        const Problem &problem = file.problem();
        misfits.push_back({Misfit::Kind::Column,
                           problem.kind == ProblemKind::PositiveValueMissing ? problem.detail
                                                                             : problem.column});
    }
}

void keepWhatFits(Source &source, const Predictions &predictions, std::vector<Misfit> &misfits)
{
    if (source.scenario) {
        const auto model = source.scenario->selection.model;
        keepSelection(source.scenario->selection, predictions, misfits);
        keepCombination(*source.scenario, predictions, model, misfits);
        keepBudgets(*source.scenario, predictions, misfits);
        keepMix(*source.scenario, predictions, misfits);
        keepFallback(*source.scenario, predictions, misfits);
        source.scenario->combination = onScale(source.scenario->combination, predictions);
        const auto *own = thresholdsBySegment(source.scenario->combination);
        if (own && source.session && source.session->bandByDistance)
            misfits.push_back({Misfit::Kind::BandEnds, own->column});
        if (source.scenario->budget && !predictions.hasLatency()) {
            misfits.push_back({Misfit::Kind::NoLatency});
            source.scenario->budget.reset();
            source.scenario->budgets.reset();
        }
    }
    if (source.pins) {
        std::erase_if(*source.pins, [&](const PinnedPoint &pin) {
            const bool gone = !hasPlace(pin, predictions);
            if (gone)
                misfits.push_back({Misfit::Kind::Pin, pin.name});
            return gone;
        });
        for (PinnedPoint &pin : *source.pins)
            pin.choice.combination = onScale(pin.choice.combination, predictions);
    }
}

} // namespace oneinn
