// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/perhapswaits.h"

#include "ingest/columnevidence.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::size_t mostUnusedNamed = 3;

/// As skewed as waits, and as often called so as features are.
bool isAnAmount(std::string_view name)
{
    constexpr std::array<std::string_view, 26> amounts{
            "amount", "price",  "cost",  "income",  "salary", "balance", "revenue",
            "fee",    "sum",    "limit", "total",   "value",  "count",   "number",
            "tokens", "length", "size",  "chars",   "words",  "weight",  "height",
            "age",    "betrag", "preis", "montant", "importe"};
    const auto words = wordsOf(name);
    return std::any_of(words.begin(), words.end(), [&amounts](const std::string &word) {
        return std::find(amounts.begin(), amounts.end(), word) != amounts.end();
    });
}

/// Few short ones, most near the middle, and some much longer.
bool areSkewedLikeWaits(const ColumnSample &sample)
{
    constexpr std::size_t fewest = 20;
    constexpr double longerThanMedian = 1.3;
    constexpr double longerThanShorter = 1.2;
    std::vector<double> sorted;
    sorted.reserve(sample.numbers.size());
    std::copy_if(sample.numbers.begin(), sample.numbers.end(), std::back_inserter(sorted),
                 [](double number) { return !std::isnan(number); });
    std::sort(sorted.begin(), sorted.end());
    if (sorted.size() < fewest)
        return false;
    const double low = sorted[sorted.size() / 10];
    const double median = sorted[sorted.size() / 2];
    const double high = sorted[sorted.size() - 1 - sorted.size() / 10];
    return high >= longerThanMedian * median && high - median >= longerThanShorter * (median - low);
}

/// Another use of the name is known, or every number is a probability.
bool isSomethingElse(const ColumnProfile &column, const NameFits &names)
{
    constexpr std::array others{ColumnRole::Label, ColumnRole::Score, ColumnRole::Distance,
                                ColumnRole::Status, ColumnRole::Failure};
    return names.isSpokenFor() || isAnAmount(column.name) || isProbability(column)
            || std::any_of(others.begin(), others.end(),
                           [&](ColumnRole role) { return names.of(role).has_value(); });
}

bool mayBeWaits(const ColumnProfile &column, const NameFits &names)
{
    constexpr std::size_t fewestValues = 20;
    return !isSomethingElse(column, names) && column.writing.form == NumberForm::Plain
            && column.numbers.isNumeric() && column.numbers.low > 0.0
            && column.values.size() >= fewestValues && !holdMoments(column) && !growsWithRow(column)
            && areSkewedLikeWaits(column.sample);
}

} // namespace

std::optional<ReadingNote> perhapsWaits(const ColumnCandidates &candidates,
                                        const std::vector<std::string> &columns)
{
    ReadingNote note{.kind = ReadingNote::Kind::PerhapsWait};
    for (const auto &name : columns) {
        const auto at = candidates.table().find(name);
        if (at && mayBeWaits(candidates.column(*at), candidates.names(*at)))
            note.names.push_back(name);
    }
    if (note.names.empty() || note.names.size() > mostUnusedNamed)
        return std::nullopt;
    return note;
}

} // namespace oneinn::ingest
