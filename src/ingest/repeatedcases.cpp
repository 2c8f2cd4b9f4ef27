// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/repeatedcases.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace oneinn::ingest {

namespace {

using NumberedCells = std::vector<std::uint32_t>;

/// That two records have the same label by chance.
double chanceToAgree(const NumberedCells &label)
{
    std::unordered_map<std::uint32_t, double> records;
    for (const std::uint32_t cell : label)
        records[cell] += 1.0;
    double agree = 0.0;
    for (const auto &[cell, count] : records) {
        const double share = count / static_cast<double>(label.size());
        agree += share * share;
    }
    return agree;
}

struct Agreement {
    std::size_t cases = 0;
    std::size_t again = 0; ///< records beside the first of each case
    bool always = true;    ///< with the first's label
    bool scoresDiffer = false;
};

Agreement agreementOf(const NumberedCells &ids, const NumberedCells &label,
                      const NumberedCells &score)
{
    std::unordered_map<std::uint32_t, std::size_t> first;
    Agreement found;
    for (std::size_t record = 0; record < ids.size() && found.always; ++record) {
        const auto [place, isNew] = first.try_emplace(ids[record], record);
        if (isNew)
            continue;
        ++found.again;
        found.always = label[place->second] == label[record];
        found.scoresDiffer = found.scoresDiffer || score[place->second] != score[record];
    }
    found.cases = first.size();
    return found;
}

bool isRole(const ColumnProfile &column, const ResolvedMapping &mapping)
{
    const auto is = [&](const std::optional<ResolvedColumn> &role) {
        return role && role->value == column.name;
    };
    return column.name == mapping.label.value || column.name == mapping.score.value
            || is(mapping.latency) || is(mapping.weight) || is(mapping.count) || is(mapping.day);
}

/// Numbers with fractions measure something; ids are counted or spelled.
bool mayBeIds(const ColumnProfile &column)
{
    return !column.numbers.isNumeric() || column.numbers.integers;
}

} // namespace

std::optional<ReadingNote> repeatedCases(const TableProfile &table, const ResolvedMapping &mapping)
{
    constexpr std::size_t fewestCases = 10;
    constexpr double asOftenAgain = 0.3;  // of the cases, or they hardly come again
    constexpr double beyondChance = 20.0; // natural logarithm of how unlikely it would be
    const auto label = table.find(mapping.label.value);
    const auto score = table.find(mapping.score.value);
    if ((mapping.exampleId && !mapping.idTellsRows()) || mapping.userId || mapping.count || !label
        || !score)
        return std::nullopt;
    const NumberedCells &labels = table.columns[*label].sample.hashes;
    const NumberedCells &scores = table.columns[*score].sample.hashes;
    const double agree = chanceToAgree(labels);
    for (const ColumnProfile &column : table.columns) {
        const NumberedCells &ids = column.sample.hashes;
        if (isRole(column, mapping) || !mayBeIds(column) || ids.size() != labels.size()
            || ids.size() != scores.size())
            continue;
        const Agreement found = agreementOf(ids, labels, scores);
        const auto again = static_cast<double>(found.again);
        if (found.always && found.scoresDiffer && found.cases >= fewestCases
            && again >= asOftenAgain * static_cast<double>(found.cases)
            && again * -std::log(agree) > beyondChance)
            return ReadingNote{.kind = ReadingNote::Kind::Repeats, .column = column.name};
    }
    return std::nullopt;
}

} // namespace oneinn::ingest
