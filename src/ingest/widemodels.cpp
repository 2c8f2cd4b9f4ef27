// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/widemodels.h"

#include "ingest/columnevidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>

namespace oneinn::ingest {

namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 8> scoreWords{"score", "scores",      "prob", "proba",
                                                     "probs", "probability", "pred", "confidence"};
// What parts of one model's output are called, and steps of its making.
constexpr std::array<std::string_view, 16> partWords{
        "pos",   "neg",        "positive", "negative", "yes", "no",   "true",   "false",
        "class", "calibrated", "raw",      "min",      "max", "mean", "median", "std"};

template<std::size_t N>
bool isOneOf(const std::string &word, const std::array<std::string_view, N> &words)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string joined(const Words &words)
{
    std::string text;
    for (const auto &word : words)
        text += (text.empty() ? "" : "_") + word;
    return text;
}

/// "rf" of "rf_proba" or "proba_rf", with "proba"; absent where no word says score.
struct NamedScore {
    std::string model;
    std::string kind;
};
std::optional<NamedScore> namedScore(const std::string &name)
{
    const Words words = wordsOf(name);
    Words model;
    Words kind;
    for (const auto &word : words)
        (isOneOf(word, scoreWords) ? kind : model).push_back(word);
    if (kind.empty() || model.empty())
        return std::nullopt;
    if (std::any_of(model.begin(), model.end(),
                    [](const auto &word) { return isOneOf(word, partWords); }))
        return std::nullopt;
    return NamedScore{joined(model), joined(kind)};
}

/// All words of a model's name are in that of a column.
bool speaksOf(const std::string &column, const std::string &model)
{
    const Words words = wordsOf(column);
    const Words wanted = wordsOf(model);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const auto &word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

bool namesAClass(const std::string &model, const ColumnProfile &label)
{
    return std::any_of(label.values.begin(), label.values.end(), [&](const auto &value) {
        return normalised(value.text) == normalised(model);
    });
}

/// The free waits that speak of this model and of none with a longer name.
std::optional<std::size_t> waitOf(const ColumnCandidates &candidates, const std::string &model,
                                  const std::vector<std::string> &others)
{
    for (const auto &[i, fit] : candidates.fitting([&](std::size_t c) {
             return latencyFit(candidates.column(c), candidates.names(c));
         })) {
        const std::string &name = candidates.column(i).name;
        const bool ofOther = std::any_of(others.begin(), others.end(), [&](const auto &other) {
            return other.size() > model.size() && speaksOf(name, other);
        });
        if (speaksOf(name, model) && !ofOther)
            return i;
    }
    return std::nullopt;
}

/// Of one record each makes a part of 1.
bool sumToOneTogether(const ColumnCandidates &candidates, const std::vector<std::size_t> &columns)
{
    constexpr double rounding = 0.011;
    const std::size_t records = candidates.column(columns.front()).sample.numbers.size();
    for (std::size_t i = 0; i < records; ++i) {
        double sum = 0.0;
        for (const std::size_t column : columns)
            sum += candidates.column(column).sample.numbers[i];
        if (std::abs(sum - 1.0) > rounding)
            return false;
    }
    return true;
}

bool ordersUpwards(const ColumnProfile &column, const std::vector<LabelClass> &classes)
{
    const auto order = orderingOf(column.sample.numbers, classes);
    return order && order->upwards();
}

std::vector<WideModel> withWaits(const ColumnCandidates &candidates, std::vector<WideModel> models)
{
    std::vector<std::string> names;
    names.reserve(models.size());
    for (const auto &model : models)
        names.push_back(model.name);
    for (auto &model : models) {
        if (const auto wait = waitOf(candidates, model.name, names))
            model.latency = candidates.column(*wait).name;
    }
    return models;
}

/// Whether a column says which model a record is of.
bool hasModelColumn(const ColumnCandidates &candidates)
{
    const auto named = candidates.fitting(
            [&](std::size_t i) { return modelFit(candidates.column(i), candidates.names(i)); });
    return !named.empty() && named.front().fit.strength > weakName;
}

/// The most columns that are called alike, and each of which orders the label.
std::vector<std::size_t> scoresOfModels(const ColumnCandidates &candidates,
                                        const ChosenLabel &label)
{
    std::vector<std::size_t> columns;
    if (hasModelColumn(candidates))
        return columns;
    const ColumnProfile &truth = candidates.column(label.column);
    std::map<std::string, std::vector<std::size_t>> byKind;
    for (std::size_t i = 0; i < candidates.table().columns.size(); ++i) {
        const ColumnProfile &column = candidates.column(i);
        const bool numeric = candidates.isFree(i) && column.numbers.isNumeric();
        const auto score = numeric ? namedScore(column.name) : std::nullopt;
        if (score && !isHardDecision(column) && !namesAClass(score->model, truth))
            byKind[score->kind].push_back(i);
    }
    for (const auto &[kind, found] : byKind) {
        const bool scores = std::all_of(found.begin(), found.end(), [&](std::size_t i) {
            return ordersUpwards(candidates.column(i), label.classes);
        });
        if (found.size() > columns.size() && scores && !sumToOneTogether(candidates, found))
            columns = found;
    }
    return columns;
}

} // namespace

WideChoice judgeWideModels(const ColumnCandidates &candidates, const ChosenLabel &label)
{
    const std::vector<std::size_t> columns = scoresOfModels(candidates, label);
    if (columns.size() < 2)
        return {};
    WideChoice choice;
    for (const std::size_t i : columns) {
        const std::string &name = candidates.column(i).name;
        choice.models.push_back({namedScore(name)->model, name, std::nullopt});
    }
    choice.models = withWaits(candidates, std::move(choice.models));
    const auto waits = std::count_if(choice.models.begin(), choice.models.end(),
                                     [](const auto &model) { return model.latency.has_value(); });
    if (waits != static_cast<std::ptrdiff_t>(choice.models.size()))
        return {};
    choice.judgement = RoleJudgement{.role = Role::Model,
                                     .reason = RoleReason::SeveralModels,
                                     .column = choice.models.front().score};
    for (auto model = choice.models.begin() + 1; model != choice.models.end(); ++model)
        choice.judgement->rivals.push_back({model->score, {}});
    return choice;
}

std::vector<WideModel> wideModelsOf(const ColumnCandidates &candidates,
                                    const std::vector<std::string> &scores)
{
    std::vector<WideModel> models;
    for (const auto &score : scores) {
        const auto found = namedScore(score);
        models.push_back({found ? found->model : score, score, std::nullopt});
    }
    std::vector<std::string> names;
    for (auto &model : models) {
        if (std::find(names.begin(), names.end(), model.name) != names.end())
            model.name = model.score;
        names.push_back(model.name);
    }
    return withWaits(candidates, std::move(models));
}

std::vector<std::string> scoresOf(const std::vector<WideModel> &models)
{
    std::vector<std::string> scores;
    scores.reserve(models.size());
    for (const auto &model : models)
        scores.push_back(model.score);
    return scores;
}

std::vector<std::string> columnsOf(const std::vector<WideModel> &models)
{
    std::vector<std::string> columns = scoresOf(models);
    for (const auto &model : models) {
        if (model.latency)
            columns.push_back(*model.latency);
    }
    return columns;
}

std::string firstWaitOf(const std::vector<WideModel> &models)
{
    for (const auto &model : models) {
        if (model.latency)
            return *model.latency;
    }
    return {};
}

} // namespace oneinn::ingest
