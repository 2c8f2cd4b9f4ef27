// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/columnguess.h"

#include "ingest/columnchooser.h"
#include "ingest/failurejudge.h"
#include "ingest/fourcounts.h"
#include "ingest/labeljudge.h"
#include "ingest/latencyjudge.h"
#include "ingest/modelcolumns.h"
#include "ingest/perhapswaits.h"
#include "ingest/readingnotes.h"
#include "ingest/refusaljudge.h"
#include "ingest/scorecolumns.h"
#include "ingest/weightjudge.h"
#include "ingest/widemodels.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace oneinn::ingest {

namespace {

std::optional<Problem> takeGiven(ColumnChooser &chooser)
{
    return chooser.takeGiven();
}

std::optional<Problem> nameColumns(ColumnChooser &chooser)
{
    return chooser.nameColumns();
}

Problem fourCounts(const TableProfile &table)
{
    constexpr std::size_t four = 4;
    return {.kind = ProblemKind::NoLabelColumn, .found = four, .names = table.names()};
}

std::optional<Problem> resolveLabel(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    std::optional<Problem> labelProblem;
    ColumnChooser::Choice choice;
    if (!wanted.label && !wanted.score && holdsFourCounts(chooser.table()))
        return fourCounts(chooser.table());
    if (wanted.label) {
        choice = ResolvedColumn{*wanted.label, GuessReason::Given};
        chooser.noteGiven(Role::Label, *wanted.label);
    } else {
        auto judged = judgeLabel(chooser.unnamedCandidates(), wanted.positive, wanted.score);
        if (!judged.choice.column)
            judged = judgeLabel(chooser.candidates(), wanted.positive, wanted.score);
        if (judged.choice.column)
            choice = ResolvedColumn{chooser.table().columns[*judged.choice.column].name,
                                    judged.choice.reason};
        chooser.note(std::move(judged.choice.judgement));
        labelProblem = std::move(judged.problem);
    }
    if (!choice || choice->value.empty()) {
        return labelProblem.value_or(
                Problem{.kind = ProblemKind::NoLabelColumn, .names = chooser.table().names()});
    }
    if (auto problem = chooser.take(choice->value))
        return problem;
    const auto labels = labelValues(chooser.column(choice->value), wanted.positive);
    if (!labels)
        return labels.problem();
    chooser.result().labels = labels.value();
    chooser.mapping().label = *choice;
    chooser.mapping().positive = chooser.result().labels.positive;
    chooser.mapping().negative = chooser.result().labels.negative;
    return std::nullopt;
}

/// The one until the first token, where it is given, comes before the whole.
std::optional<Problem> resolveWait(ColumnChooser &chooser)
{
    auto &mapping = chooser.mapping();
    auto problem =
            chooser.choose(chooser.wanted().latency, Role::Latency, judgeLatency, mapping.latency);
    const std::string first = chooser.wanted().firstToken.value_or("");
    if (problem || first.empty())
        return problem;
    if (!mapping.latency) {
        mapping.latency = ResolvedColumn{first, GuessReason::Given};
        chooser.noteGiven(Role::Latency, first);
    } else if (mapping.latency->value != first) {
        mapping.firstToken = first;
    }
    return std::nullopt;
}

/// Waits are the models' own; one that is not called after any of them is everybody's.
std::optional<Problem> resolveWaitsOfModels(ColumnChooser &chooser)
{
    auto &mapping = chooser.mapping();
    if (auto problem = chooser.takeAll(columnsOf(mapping.wide)))
        return problem;
    const std::string first = firstWaitOf(mapping.wide);
    if (first.empty())
        return resolveWait(chooser);
    mapping.latency = ResolvedColumn{first, GuessReason::Name};
    return std::nullopt;
}

/// Not taken where only some of its values say so: others may say that calls failed.
std::optional<Problem> resolveRefusals(ColumnChooser &chooser)
{
    auto &mapping = chooser.mapping();
    const auto latency = mapping.latency ? chooser.find(mapping.latency->value) : std::nullopt;
    auto judged = judgeRefusals(chooser.candidates(), chooser.chosenLabel().classes,
                                chooser.placeOf(mapping.score.value), latency);
    mapping.refusedSuggested = judged.cells;
    if (chooser.wanted().refused) {
        mapping.refused = chooser.givenRefused();
        chooser.noteGiven(Role::Refused,
                          mapping.refused.empty() ? "" : mapping.refused.front().column);
        return std::nullopt;
    }
    mapping.refused = std::move(judged.cells);
    chooser.note(std::move(judged.judgement));
    return judged.column ? chooser.take(chooser.table().columns[*judged.column].name)
                         : std::nullopt;
}

std::optional<Problem> resolveFailures(ColumnChooser &chooser)
{
    if (auto problem = resolveRefusals(chooser))
        return problem;
    auto &mapping = chooser.mapping();
    const auto latency = mapping.latency ? chooser.find(mapping.latency->value) : std::nullopt;
    auto judged = judgeFailures(chooser.candidates(), chooser.chosenLabel().classes,
                                chooser.placeOf(mapping.score.value), latency);
    mapping.cached = chooser.givenCached();
    mapping.failedSuggested = judged.cells;
    if (chooser.wanted().failed) {
        mapping.failed = chooser.givenFailed();
        chooser.noteGiven(Role::Failed,
                          mapping.failed.empty() ? "" : mapping.failed.front().column);
        return std::nullopt;
    }
    mapping.failed = std::move(judged.cells);
    chooser.note(std::move(judged.judgement));
    if (!judged.column && !mapping.refused.empty())
        return chooser.take(mapping.refused.front().column);
    return judged.column ? chooser.take(chooser.table().columns[*judged.column].name)
                         : std::nullopt;
}

std::optional<Problem> resolveWeight(ColumnChooser &chooser)
{
    return chooser.choose(chooser.wanted().weight, Role::Weight, judgeWeight,
                          chooser.mapping().weight);
}

std::optional<Problem> resolveCount(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &count = chooser.mapping().count;
    if (chooser.isGiven(wanted.count, count)) {
        chooser.noteGiven(Role::Count, *wanted.count);
        return std::nullopt;
    }
    auto judged = judgeCount(chooser.candidates(), chooser.placeOf(chooser.mapping().label.value),
                             chooser.placeOf(chooser.mapping().score.value));
    chooser.note(std::move(judged.judgement));
    if (!judged.column)
        return std::nullopt;
    count = ResolvedColumn{chooser.table().columns[*judged.column].name, judged.reason};
    return chooser.take(count->value);
}

std::optional<Problem> resolveUser(ColumnChooser &chooser)
{
    return chooser.chooseByFit(chooser.wanted().userId, userFit, chooser.mapping().userId);
}

/// Not taken: days are a segment as well.
std::optional<Problem> resolveDay(ColumnChooser &chooser)
{
    auto &day = chooser.mapping().day;
    if (!chooser.isGiven(chooser.wanted().day, day))
        day = chooser.best(dayFit);
    return std::nullopt;
}

std::optional<Problem> resolveOthers(ColumnChooser &chooser)
{
    const bool wide = !chooser.mapping().wide.empty();
    const auto steps = wide ? std::vector{resolveWaitsOfModels, resolveFailures, resolveWeight,
                                          resolveCount,         resolveUser,     resolveDay}
                            : std::vector{resolveWait,  resolveFailures, resolveWeight,
                                          resolveCount, resolveModel,    resolveUser,
                                          resolveDay,   resolveExample,  resolveKeysAndDeciders};
    for (const auto step : steps) {
        if (auto problem = step(chooser))
            return problem;
    }
    return std::nullopt;
}

void resolveUnit(ColumnChooser &chooser)
{
    auto &mapping = chooser.mapping();
    if (!mapping.latency)
        return;
    const auto &latency = chooser.column(mapping.latency->value);
    // Each wait says its unit itself.
    if (latency.writing.form == NumberForm::Duration) {
        mapping.unit = {LatencyUnit::Milliseconds, GuessReason::Values};
        return;
    }
    if (chooser.wanted().unit) {
        mapping.unit = {*chooser.wanted().unit, GuessReason::Given};
        chooser.noteGiven(Role::LatencyUnit, latency.name);
        if (latency.numbers.numbers > 0)
            chooser.mapping().judgements.back().median = latency.numbers.median;
        return;
    }
    if (latency.numbers.numbers == 0 && !unitInName(latency.name))
        return;
    auto choice = judgeUnit(latency, chooser.candidates());
    mapping.unit = choice.unit;
    chooser.note(std::move(choice.judgement));
}

void guessSegments(ColumnChooser &chooser)
{
    for (std::size_t i = 0; i < chooser.table().columns.size() && !chooser.job().stopRequested();
         ++i) {
        const auto &candidate = chooser.table().columns[i];
        const bool second = !candidate.header.empty() && candidate.header != candidate.name;
        if (!chooser.isFree(i) || second)
            continue;
        if (const auto fit = segmentFit(candidate, chooser.names(i), chooser.table().records))
            chooser.mapping().segments.push_back({candidate.name, fit->reason});
    }
}

void resolveSegments(ColumnChooser &chooser)
{
    const ColumnMapping &wanted = chooser.wanted();
    auto &segments = chooser.mapping().segments;
    for (const auto &name : wanted.segments) {
        if (!name.empty())
            segments.push_back({name, GuessReason::Given});
    }
    if (wanted.segments.empty())
        guessSegments(chooser);
    for (const auto &name : wanted.extraSegments) {
        const bool there = std::any_of(segments.begin(), segments.end(),
                                       [&name](const auto &s) { return s.value == name; });
        if (!there)
            segments.push_back({name, GuessReason::Given});
    }
}

void findManyGroups(ColumnChooser &chooser)
{
    ResolvedMapping &mapping = chooser.mapping();
    const auto isTaken = [&](const std::string &column) {
        return std::ranges::find(mapping.segments, column, &ResolvedColumn::value)
                != mapping.segments.end();
    };
    for (std::size_t i = 0; i < chooser.table().columns.size(); ++i) {
        const ColumnProfile &column = chooser.table().columns[i];
        if (chooser.isFree(i) && areManyGroups(column, chooser.names(i)) && !isTaken(column.name))
            mapping.manyGroups.push_back(column.name);
    }
}

/// Numbers each of which is larger than the one before: of records, orders or moments.
bool onlyGrows(const ColumnSample &sample)
{
    return std::ranges::adjacent_find(sample.numbers,
                                      [](double one, double next) { return !(one < next); })
            == sample.numbers.end();
}

/// They part nothing here, but may be of several values in another period.
void collectAlike(ColumnChooser &chooser)
{
    constexpr std::size_t most = 64;
    std::vector<OneValue> &alike = chooser.mapping().alike;
    for (std::size_t i = 0; i < chooser.table().columns.size() && alike.size() < most; ++i) {
        const ColumnProfile &column = chooser.table().columns[i];
        const bool second = !column.header.empty() && column.header != column.name;
        if (!chooser.isFree(i) || second || column.values.size() != 1 || namesAPerson(column.name)
            || (column.numbers.isNumeric() && !namesARelease(column.name)))
            continue;
        alike.push_back({column.name, isEmpty(column) ? "" : column.values.front().text});
    }
}

/// Of no use here themselves: they may have gaps in a later period, or another unit.
void collectFeatures(ColumnChooser &chooser)
{
    constexpr std::size_t most = 32;
    std::unordered_set<std::string_view> playsAPart;
    for (const ResolvedColumn &segment : chooser.mapping().segments)
        playsAPart.insert(segment.value);
    for (const OneValue &alike : chooser.mapping().alike)
        playsAPart.insert(alike.column);
    std::vector<std::string> &features = chooser.mapping().features;
    for (std::size_t i = 0; i < chooser.table().columns.size() && features.size() < most; ++i) {
        const ColumnProfile &column = chooser.table().columns[i];
        if (chooser.isFree(i) && !playsAPart.contains(column.name) && column.numbers.isNumeric()
            && !onlyGrows(column.sample))
            features.push_back(column.name);
    }
}

/// Where no latency is known and nobody said that there is none.
void noteUnusedWaits(ColumnChooser &chooser)
{
    ResolvedMapping &mapping = chooser.mapping();
    if (mapping.latency || chooser.wanted().latency
        || mapping.judgementOf(Role::Latency) != nullptr)
        return;
    if (auto note = perhapsWaits(chooser.candidates(), mapping.features))
        mapping.notes.push_back(*std::move(note));
}

} // namespace

Result<ResolvedTable> resolveMapping(const TableProfile &table, const ColumnMapping &wanted,
                                     const JobControl &job)
{
    ColumnChooser chooser(table, wanted, job);
    // What a step finds is in part only when it was stopped.
    for (const auto step : {takeGiven, nameColumns, resolveLabel, resolveScore, resolveOthers}) {
        auto problem = step(chooser);
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (problem)
            return *problem;
    }
    resolveUnit(chooser);
    resolveSegments(chooser);
    findManyGroups(chooser);
    collectAlike(chooser);
    collectFeatures(chooser);
    chooser.mapping().notes = readingNotes(table, chooser.mapping());
    noteUnusedWaits(chooser);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return std::move(chooser.result());
}

} // namespace oneinn::ingest
