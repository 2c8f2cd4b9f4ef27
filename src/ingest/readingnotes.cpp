// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/readingnotes.h"

#include "ingest/columnnames.h"
#include "ingest/groupedsql.h"
#include "ingest/repeatedcases.h"

#include <algorithm>
#include <utility>

namespace oneinn::ingest {

namespace {

using Kind = ReadingNote::Kind;

void noteWriting(const ColumnProfile &column, std::vector<ReadingNote> &notes)
{
    const auto say = [&](Kind kind, const std::string &cell) {
        notes.push_back({.kind = kind,
                         .column = column.name,
                         .other = column.ofList,
                         .cell = cell,
                         .value = readNumber(cell, column.writing).value,
                         .place = column.writing.element + 1});
    };
    if (column.writing.form == NumberForm::Percent)
        say(Kind::Percent, column.written);
    if (column.writing.form == NumberForm::Duration)
        say(Kind::UnitInCells, column.written);
    if (column.writing.form == NumberForm::Element)
        say(Kind::FromList, column.written);
    if (!column.grouped.empty())
        say(Kind::Thousands, column.grouped);
}

void noteTwins(const TableProfile &table, const ColumnProfile &column,
               std::vector<ReadingNote> &notes)
{
    const auto twin = std::find_if(table.columns.begin(), table.columns.end(), [&](const auto &c) {
        return c.field != column.field && c.header == column.header;
    });
    if (twin != table.columns.end() && !column.header.empty())
        notes.push_back({.kind = Kind::SameName, .column = column.name, .other = twin->name});
}

/// The columns that numbers are read from, each once.
std::vector<std::string> numbersOf(const ResolvedMapping &mapping)
{
    std::vector<std::string> names;
    const auto add = [&names](const std::string &name) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    };
    add(mapping.score.value);
    for (const auto *column : {&mapping.latency, &mapping.weight}) {
        if (*column)
            add((*column)->value);
    }
    for (const auto &model : mapping.wide) {
        add(model.score);
        add(model.latency.value_or(model.score));
    }
    return names;
}

/// Another column with the wait until the first token, which the latency was taken before.
void noteOtherWait(const ResolvedMapping &mapping, std::vector<ReadingNote> &notes)
{
    const RoleJudgement *judgement = mapping.judgementOf(Role::Latency);
    if (!mapping.latency || !mapping.firstToken.empty() || !judgement
        || judgement->reason == RoleReason::SeveralWaits)
        return;
    for (const auto &rival : judgement->rivals) {
        const std::string name = normalised(rival.name);
        if (name.find("ttft") != std::string::npos || name.find("firsttoken") != std::string::npos)
            return notes.push_back({.kind = Kind::OtherWait,
                                    .column = rival.name,
                                    .other = mapping.latency->value});
    }
}

void noteModels(const ResolvedMapping &mapping, std::vector<ReadingNote> &notes)
{
    if (mapping.exampleId && mapping.exampleWith && mapping.exampleWith->guessed())
        notes.push_back({.kind = Kind::TwoKeys,
                         .column = mapping.exampleId->value,
                         .other = mapping.exampleWith->value});
    if (!mapping.firstToken.empty())
        notes.push_back({.kind = Kind::FirstToken,
                         .column = mapping.firstToken,
                         .other = mapping.latency->value});
    noteOtherWait(mapping, notes);
    if (mapping.count && mapping.score.value == scoreFromName) {
        const bool hasSteps = mapping.latency && mapping.latency->value.starts_with(waitUpToName);
        notes.push_back({.kind = Kind::InSteps,
                         .column = mapping.score.value,
                         .other = hasSteps ? mapping.latency->value : std::string()});
    }
    if (!mapping.deciders.empty())
        notes.push_back({.kind = Kind::OnlyDecides,
                         .column = mapping.decidersColumn,
                         .names = mapping.deciders});
}

} // namespace

bool isCountedByBins(const ResolvedMapping &mapping)
{
    return mapping.count && mapping.score.value == scoreFromName && !mapping.lowerIsPositive.value;
}

std::vector<ReadingNote> readingNotes(const TableProfile &table, const ResolvedMapping &mapping)
{
    std::vector<ReadingNote> notes;
    if (table.headerIsData)
        notes.push_back({.kind = Kind::NoHeader});
    if (table.headerIsCounted)
        notes.push_back({.kind = Kind::Counted});
    std::vector<std::string> names = numbersOf(mapping);
    for (const auto &name : names) {
        if (const auto column = table.find(name))
            noteWriting(table.columns[*column], notes);
    }
    noteModels(mapping, notes);
    if (auto repeats = repeatedCases(table, mapping))
        notes.push_back(std::move(*repeats));
    names.push_back(mapping.label.value);
    for (const auto &name : names) {
        if (const auto column = table.find(name))
            noteTwins(table, table.columns[*column], notes);
    }
    return notes;
}

} // namespace oneinn::ingest
