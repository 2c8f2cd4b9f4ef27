// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/columnparts.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

using Given = std::optional<std::string>;
using ingest::ColumnMapping;
using ingest::ResolvedColumn;
using ingest::ResolvedMapping;

struct OptionalPart {
    ColumnPart part;
    Given ColumnMapping::*given;
    std::optional<ResolvedColumn> ResolvedMapping::*read;
};

constexpr std::array optionalParts{
        OptionalPart{ColumnPart::Decision, &ColumnMapping::decision, &ResolvedMapping::decision},
        OptionalPart{ColumnPart::Latency, &ColumnMapping::latency, &ResolvedMapping::latency},
        OptionalPart{ColumnPart::Model, &ColumnMapping::model, &ResolvedMapping::model},
        OptionalPart{ColumnPart::Example, &ColumnMapping::exampleId, &ResolvedMapping::exampleId},
        OptionalPart{ColumnPart::ExampleWith, &ColumnMapping::exampleWith,
                     &ResolvedMapping::exampleWith},
        OptionalPart{ColumnPart::User, &ColumnMapping::userId, &ResolvedMapping::userId},
        OptionalPart{ColumnPart::Day, &ColumnMapping::day, &ResolvedMapping::day},
        OptionalPart{ColumnPart::Weight, &ColumnMapping::weight, &ResolvedMapping::weight},
        OptionalPart{ColumnPart::Count, &ColumnMapping::count, &ResolvedMapping::count}};

/// Parts that cells play rather than a column.
struct CellsPart {
    ColumnPart part;
    std::optional<std::vector<ingest::FailedCells>> ColumnMapping::*given;
    std::vector<ingest::FailedCells> ResolvedMapping::*read;
};

constexpr std::array cellsParts{
        CellsPart{ColumnPart::Failed, &ColumnMapping::failed, &ResolvedMapping::failed},
        CellsPart{ColumnPart::Refused, &ColumnMapping::refused, &ResolvedMapping::refused}};

bool isMarked(const ResolvedMapping &read, const CellsPart &part, const std::string &column)
{
    return std::ranges::any_of(read.*part.read,
                               [&](const auto &cells) { return cells.column == column; });
}

bool isSegment(const ResolvedMapping &read, const std::string &column)
{
    return std::ranges::any_of(read.segments,
                               [&](const auto &segment) { return segment.value == column; });
}

bool isOf(const ingest::WideModel &model, const std::string &column)
{
    return model.score == column || model.latency == column;
}

void releaseOptional(ColumnMapping &next, const ResolvedMapping *read, const std::string &column,
                     bool unused)
{
    for (const OptionalPart &each : optionalParts) {
        Given &given = next.*each.given;
        const bool guessed =
                !given && read && read->*each.read && (read->*each.read)->value == column;
        if (unused && (given == column || guessed))
            given = "";
        else if (given == column)
            given.reset();
    }
}

void releaseWide(ColumnMapping &next, const ResolvedMapping *read, const std::string &column)
{
    auto models = next.wide.value_or(read ? read->wide : std::vector<ingest::WideModel>());
    const auto before = models.size();
    std::erase_if(models, [&](const auto &model) { return isOf(model, column); });
    if (models.size() == before)
        return;
    if (models.size() == 1) {
        next.score = models.front().score;
        models.clear();
    }
    next.wide = std::move(models);
}

void releaseCells(ColumnMapping &next, const ResolvedMapping *read, const std::string &column)
{
    for (const CellsPart &part : cellsParts) {
        auto &given = next.*part.given;
        if (!given && (!read || !isMarked(*read, part, column)))
            continue;
        auto cells = given.value_or(read ? read->*part.read : std::vector<ingest::FailedCells>());
        std::erase_if(cells, [&](const auto &each) { return each.column == column; });
        given = std::move(cells);
    }
}

void giveCells(ColumnMapping &next, const ResolvedMapping *read, const std::string &column,
               ColumnPart part)
{
    const auto *const found = std::ranges::find(cellsParts, part, &CellsPart::part);
    auto &given = next.*found->given;
    if (!given)
        given = read ? read->*found->read : std::vector<ingest::FailedCells>();
    given->push_back({column, std::nullopt});
}

std::vector<std::string> segmentsOf(const ColumnMapping &wanted, const ResolvedMapping *read)
{
    std::vector<std::string> names = wanted.segments;
    if (names.empty() && read) {
        for (const ResolvedColumn &segment : read->segments)
            names.push_back(segment.value);
    }
    std::erase(names, std::string());
    return names;
}

void releaseSegment(ColumnMapping &next, const ResolvedMapping *read, const std::string &column,
                    bool unused)
{
    std::erase(next.extraSegments, column);
    const bool given = std::ranges::find(next.segments, column) != next.segments.end();
    if (!given && !(unused && read && isSegment(*read, column)))
        return;
    auto names = segmentsOf(next, read);
    std::erase(names, column);
    if (names.empty() && unused)
        names.emplace_back(); // none, instead of those guessed
    next.segments = std::move(names);
}

void releaseRequired(ColumnMapping &next, const std::string &column)
{
    if (next.label == column) {
        next.label.reset();
        next.positive.reset();
    }
    if (next.score == column) {
        next.score.reset();
        next.lowerIsPositive.reset();
    }
}

void give(ColumnMapping &next, const ResolvedMapping *read, const std::string &column,
          ColumnPart part)
{
    switch (part) {
    case ColumnPart::None:
        break;
    case ColumnPart::Label:
        next.label = column;
        next.positive.reset();
        next.decision.reset();
        break;
    case ColumnPart::Score:
        next.score = column;
        next.wide.reset();
        next.decision.reset();
        next.lowerIsPositive.reset();
        break;
    case ColumnPart::Failed:
    case ColumnPart::Refused:
        giveCells(next, read, column, part);
        break;
    case ColumnPart::Segment:
        next.segments = segmentsOf(next, read);
        if (std::ranges::find(next.segments, column) == next.segments.end())
            next.segments.push_back(column);
        break;
    default:
        if (part == ColumnPart::Latency)
            next.unit.reset();
        next.*std::ranges::find(optionalParts, part, &OptionalPart::part)->given = column;
        break;
    }
}

std::optional<Role> roleOf(ColumnPart part)
{
    switch (part) {
    case ColumnPart::Label:
        return Role::Label;
    case ColumnPart::Score:
        return Role::Score;
    case ColumnPart::Decision:
        return Role::Decision;
    case ColumnPart::Latency:
        return Role::Latency;
    case ColumnPart::Failed:
        return Role::Failed;
    case ColumnPart::Refused:
        return Role::Refused;
    case ColumnPart::Model:
        return Role::Model;
    case ColumnPart::Weight:
        return Role::Weight;
    case ColumnPart::Count:
        return Role::Count;
    default:
        return std::nullopt;
    }
}

} // namespace

std::vector<ColumnPart> partsOf(const ResolvedMapping &read, const std::string &column)
{
    std::vector<ColumnPart> parts;
    const auto add = [&parts](ColumnPart part, bool plays) {
        if (plays && std::ranges::find(parts, part) == parts.end())
            parts.push_back(part);
    };
    add(ColumnPart::Label, read.label.value == column);
    add(ColumnPart::Score, read.score.value == column);
    for (const ingest::WideModel &model : read.wide) {
        add(ColumnPart::Score, model.score == column);
        add(ColumnPart::Latency, model.latency == column);
    }
    for (const CellsPart &each : cellsParts)
        add(each.part, isMarked(read, each, column));
    for (const OptionalPart &each : optionalParts)
        add(each.part, read.*each.read && (read.*each.read)->value == column);
    add(ColumnPart::Segment, isSegment(read, column));
    std::ranges::sort(parts);
    return parts;
}

std::vector<ColumnPart> givenParts(const ColumnMapping &wanted, const std::string &column)
{
    std::vector<ColumnPart> parts;
    if (wanted.label == column)
        parts.push_back(ColumnPart::Label);
    if (wanted.score == column)
        parts.push_back(ColumnPart::Score);
    for (const OptionalPart &each : optionalParts) {
        if (wanted.*each.given == column)
            parts.push_back(each.part);
    }
    return parts;
}

std::vector<std::string> usedColumns(const ResolvedMapping &read)
{
    std::vector<std::string> names{read.label.value, read.score.value};
    for (const OptionalPart &each : optionalParts) {
        if (read.*each.read)
            names.push_back((read.*each.read)->value);
    }
    for (const ingest::WideModel &model : read.wide) {
        names.push_back(model.score);
        names.push_back(model.latency.value_or(std::string()));
    }
    for (const CellsPart &each : cellsParts) {
        for (const auto &cells : read.*each.read)
            names.push_back(cells.column);
    }
    for (const auto &judgement : read.judgements) {
        names.push_back(judgement.column);
        for (const auto &rival : judgement.rivals)
            names.push_back(rival.name);
    }
    std::erase(names, std::string());
    return names;
}

const RoleJudgement *judgementOf(const ResolvedMapping &read, ColumnPart part)
{
    const auto role = roleOf(part);
    return role ? read.judgementOf(*role) : nullptr;
}

ColumnMapping withPart(const ColumnMapping &wanted, const ResolvedMapping *read,
                       const std::string &column, ColumnPart part)
{
    ColumnMapping next = wanted;
    const bool unused = part == ColumnPart::None;
    releaseRequired(next, column);
    releaseOptional(next, read, column, unused);
    releaseWide(next, read, column);
    releaseCells(next, read, column);
    releaseSegment(next, read, column, unused);
    give(next, read, column, part);
    return next;
}

ColumnMapping withoutPart(ColumnMapping wanted, ColumnPart part)
{
    for (const CellsPart &each : cellsParts) {
        if (each.part == part)
            (wanted.*each.given).emplace();
    }
    const auto found = std::ranges::find(optionalParts, part, &OptionalPart::part);
    if (found != optionalParts.end())
        wanted.*found->given = "";
    return wanted;
}

bool isOptional(ColumnPart part)
{
    return part != ColumnPart::Label && part != ColumnPart::Score;
}

} // namespace oneinn
