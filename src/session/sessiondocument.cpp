// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessiondocument.h"

#include <utility>

namespace oneinn {

namespace {

/// "" keeps a part that no column plays from being guessed.
std::string nameOf(const std::optional<ingest::ResolvedColumn> &column)
{
    return column ? column->value : std::string();
}

/// What is opened again counts as chosen, so it is written what was judged at.
std::optional<ComparedPeriod> settled(const SessionState &state)
{
    auto compared = state.compared;
    if (compared && !compared->atBestBefore)
        compared->atBestBefore = !state.choseThreshold();
    return compared;
}

} // namespace

ingest::ColumnMapping usedColumns(const OpenedData &data)
{
    const ingest::ResolvedMapping &used = data.file.mapping;
    ingest::ColumnMapping mapping = data.source.mapping;
    mapping.label = used.label.value;
    mapping.positive = used.positive.value;
    mapping.score = used.score.value;
    mapping.lowerIsPositive = used.lowerIsPositive.value;
    mapping.decision = nameOf(used.decision);
    mapping.latency = nameOf(used.latency);
    if (used.latency)
        mapping.unit = used.unit.value;
    // Pooled models are said again when the session is opened again.
    if (used.modelsPooled.empty())
        mapping.model = nameOf(used.model);
    mapping.failed = used.failed;
    mapping.refused = used.refused;
    mapping.weight = nameOf(used.weight);
    mapping.count = nameOf(used.count);
    if (!used.wide.empty())
        mapping.wide = used.wide;
    mapping.exampleId = nameOf(used.exampleId);
    mapping.exampleWith = nameOf(used.exampleWith);
    mapping.userId = nameOf(used.userId);
    mapping.day = nameOf(used.day);
    mapping.delimiter = data.file.delimiter;
    return mapping;
}

Document documentOf(const SessionState &state, const DataReference &data)
{
    return {.data = data,
            .mapping = usedColumns(*state.data),
            .scenario = state.scenario,
            .pins = state.pins,
            .text = state.text,
            .compared = settled(state),
            .review = state.review,
            .recoveryOf = {}};
}

Source sourceOf(const Document &document, const QString &dataPath, SessionOrigin origin)
{
    origin.expected = document.data;
    origin.bandByDistance = document.bandByDistance;
    return {.path = dataPath,
            .mapping = document.mapping,
            .scenario = document.scenario,
            .pins = document.pins,
            .text = document.text,
            .compared = document.compared,
            .review = document.review,
            .session = std::move(origin)};
}

bool holdsWork(const SessionState &opened, const SessionState &now, bool isSample)
{
    if (opened.pins != now.pins || !(opened.text == now.text))
        return true;
    Scenario assumptions = withChoice(now.scenario, choiceOf(opened.scenario));
    assumptions.selection = opened.scenario.selection;
    return !isSample
            && (!(assumptions == opened.scenario) || opened.review.reviewer != now.review.reviewer);
}

} // namespace oneinn
