// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/fourcounts.h"

#include "ingest/columnnames.h"

#include <algorithm>
#include <string>

namespace oneinn::ingest {

namespace {

bool areCounts(const ColumnProfile &column)
{
    const NumberShape &numbers = column.numbers;
    return numbers.numbers == 2 && numbers.integers && numbers.low >= 0.0;
}

/// "predicted fraud" after "fraud".
bool isCalledAfter(const ColumnProfile &column, const std::string &word)
{
    const auto words = wordsOf(column.name);
    return std::find(words.begin(), words.end(), normalised(word)) != words.end();
}

} // namespace

bool holdsFourCounts(const TableProfile &table)
{
    if (table.records != 2 || table.columns.size() != 3 || table.headerIsData)
        return false;
    const ColumnProfile &kinds = table.columns[0];
    const ColumnProfile &first = table.columns[1];
    const ColumnProfile &second = table.columns[2];
    if (kinds.values.size() != 2 || kinds.numbers.numbers > 0 || !areCounts(first)
        || !areCounts(second) || std::max(first.numbers.high, second.numbers.high) < 2.0)
        return false;
    const auto &one = kinds.values[0].text;
    const auto &other = kinds.values[1].text;
    return kinds.name.empty() || (isCalledAfter(first, one) && isCalledAfter(second, other))
            || (isCalledAfter(first, other) && isCalledAfter(second, one));
}

} // namespace oneinn::ingest
