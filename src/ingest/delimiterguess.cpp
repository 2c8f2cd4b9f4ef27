// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/delimiterguess.h"

#include "ingest/delimitedreader.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <tuple>

namespace oneinn::ingest {

namespace {

constexpr int recordsLookedAt = 100;
constexpr std::size_t bytesLookedAt = std::size_t{1} << 20;

struct DelimiterFit {
    double agreeing = 0.0; ///< share of the records that have as many fields as the header
    std::size_t fields = 0;
    std::size_t numbers = 0; ///< cells that are one, also with a decimal comma

    bool operator<(const DelimiterFit &other) const
    {
        return std::tie(agreeing, fields, numbers)
                < std::tie(other.agreeing, other.fields, other.numbers);
    }
};

bool isNumber(std::string_view cell)
{
    return readNumber(cell).kind == CellKind::Number
            || readNumber(cell, ',').kind == CellKind::Number;
}

DelimiterFit fitOf(std::string_view text, char delimiter)
{
    DelimitedReader reader(text.substr(0, bytesLookedAt), delimiter);
    if (!reader.next() || reader.fields().size() < 2)
        return {};
    const auto fields = reader.fields().size();
    int records = 0;
    int agreeing = 0;
    std::size_t numbers = 0;
    while (records < recordsLookedAt && reader.next()) {
        ++records;
        agreeing += reader.fields().size() == fields ? 1 : 0;
        numbers += static_cast<std::size_t>(
                std::count_if(reader.fields().begin(), reader.fields().end(), isNumber));
    }
    if (reader.problem())
        ++records;
    return {records == 0 ? 1.0 : static_cast<double>(agreeing) / records, fields, numbers};
}

} // namespace

char guessDelimiter(std::string_view text)
{
    char best = ',';
    DelimiterFit bestFit;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const auto fit = fitOf(text, delimiter);
        if (bestFit < fit) {
            bestFit = fit;
            best = delimiter;
        }
    }
    return best;
}

} // namespace oneinn::ingest
