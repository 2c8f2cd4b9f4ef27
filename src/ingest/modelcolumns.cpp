// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/modelcolumns.h"

#include "ingest/columnguess.h"
#include "ingest/modeljudge.h"
#include "ingest/widemodels.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

void notePooledModels(ColumnChooser &chooser)
{
    const auto called = chooser.best([](const ColumnProfile &c, const NameFits &name) {
        return c.hasManyValues() ? name.of(ColumnRole::Model) : std::nullopt;
    });
    if (called)
        chooser.mapping().modelsPooled = called->value;
}

bool hasSeveralModels(const ColumnChooser &chooser)
{
    const auto &model = chooser.mapping().model;
    return model && chooser.column(model->value).values.size() > 1;
}

} // namespace

bool resolveWide(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &mapping = chooser.mapping();
    if (wanted.wide) {
        if (wanted.wide->size() < 2)
            return false;
        mapping.wide = *wanted.wide;
        const bool bare = std::all_of(mapping.wide.begin(), mapping.wide.end(), [](const auto &m) {
            return m.name == m.score && !m.latency;
        });
        if (bare && !wanted.latency)
            mapping.wide = wideModelsOf(chooser.candidates(), scoresOf(*wanted.wide));
        return true;
    }
    if (wanted.score || wanted.model || wanted.decision)
        return false;
    auto judged = judgeWideModels(chooser.candidates(), chooser.chosenLabel());
    mapping.wide = std::move(judged.models);
    chooser.note(std::move(judged.judgement));
    return !mapping.wide.empty();
}

std::optional<Problem> resolveModel(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &model = chooser.mapping().model;
    if (auto problem = chooser.choose(wanted.model, Role::Model, judgeModel, model))
        return problem;
    if (!wanted.model && !model)
        notePooledModels(chooser);
    return std::nullopt;
}

std::optional<Problem> resolveExample(ColumnChooser &chooser)
{
    const ResolvedMapping &mapping = chooser.mapping();
    if (!chooser.wanted().exampleId && !hasSeveralModels(chooser)) {
        const bool tells = !mapping.model && mapping.wide.empty() && !mapping.count
                && chooser.table().records <= mostNamedRecords;
        return tells ? chooser.chooseByFit({}, recordIdFit, chooser.mapping().exampleId)
                     : std::nullopt;
    }
    return chooser.chooseByFit(chooser.wanted().exampleId, exampleFit, chooser.mapping().exampleId);
}

std::optional<Problem> resolveKeysAndDeciders(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &mapping = chooser.mapping();
    if (!mapping.model)
        return std::nullopt;
    const auto models = chooser.placeOf(mapping.model->value);
    if (wanted.exampleWith) {
        if (mapping.exampleId && !wanted.exampleWith->empty())
            mapping.exampleWith = ResolvedColumn{*wanted.exampleWith, GuessReason::Given};
    } else if (mapping.exampleId && mapping.exampleId->guessed()) {
        const auto ids = chooser.placeOf(mapping.exampleId->value);
        if (const auto other = secondKey(chooser.candidates(), ids, models))
            mapping.exampleWith =
                    ResolvedColumn{chooser.table().columns[*other].name, GuessReason::Values};
    }
    const auto deciders =
            judgeDeciders(chooser.candidates(), models, chooser.placeOf(mapping.score.value));
    if (!deciders.column)
        return std::nullopt;
    mapping.deciders = deciders.models;
    mapping.decidersColumn = chooser.table().columns[*deciders.column].name;
    return chooser.take(mapping.decidersColumn);
}

} // namespace oneinn::ingest
