// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/rowlisting.h"

#include "ingest/columnnames.h"
#include "report/csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace oneinn {

namespace {

bool looksPersonal(const std::string &column)
{
    constexpr std::array<std::string_view, 10> personalWords{
            "email",  "mail",    "name", "surname", "phone",
            "mobile", "address", "ip",   "birth",   "iban"};
    if (ingest::NameFits(column).of(ingest::ColumnRole::Personal))
        return true;
    return std::ranges::any_of(ingest::wordsOf(column), [&](const std::string &word) {
        return std::ranges::find(personalWords, word) != personalWords.end();
    });
}

template<typename Wanted>
RowListing listingOf(const PredictionsPtr &predictions, const ingest::ResolvedMapping &mapping,
                     Wanted isWanted)
{
    RowListing listing{.predictions = predictions,
                       .positive = QString::fromStdString(mapping.positive.value),
                       .negative = QString::fromStdString(mapping.negative),
                       .lowerIsPositive = mapping.lowerIsPositive.value,
                       .id = nullptr,
                       .columns = {},
                       .hidden = {}};
    const auto &id = predictions->exampleId();
    if (id && isWanted(id->name))
        listing.id = &*id;
    else if (id)
        listing.hidden.append(RowListing::nameOf(*id));
    for (const CategoryColumn &column : predictions->segments()) {
        if (isWanted(column.name))
            listing.columns.push_back(&column);
        else
            listing.hidden.append(RowListing::nameOf(column));
    }
    return listing;
}

} // namespace

/// A difference, because -0.0 would be written as "-0".
double RowListing::scoreOf(std::uint32_t row) const
{
    const double score = predictions->score()[row];
    return lowerIsPositive ? 0.0 - score : score;
}

QString RowListing::labelOf(std::uint32_t row) const
{
    return predictions->label()[row] != 0 ? positive : negative;
}

std::optional<double> RowListing::waitOf(std::uint32_t row) const
{
    const auto &latency = predictions->latency();
    return latency && !std::isnan((*latency)[row]) ? std::optional((*latency)[row]) : std::nullopt;
}

QString RowListing::cellOf(const CategoryColumn &column, std::uint32_t row)
{
    return QString::fromStdString(column.values[column.codes[row]]);
}

QString RowListing::nameOf(const CategoryColumn &column)
{
    return QString::fromStdString(column.name);
}

QStringList RowListing::header(QString (*text)(const QString &)) const
{
    QStringList cells;
    if (id)
        cells.append(text(nameOf(*id)));
    cells += {QStringLiteral("score"), QStringLiteral("label"), QStringLiteral("wait_ms")};
    for (const CategoryColumn *column : columns)
        cells.append(text(nameOf(*column)));
    return cells;
}

QStringList RowListing::line(std::uint32_t row, QString (*text)(const QString &)) const
{
    QStringList cells;
    if (id)
        cells.append(text(cellOf(*id, row)));
    cells += {report::csvNumber(scoreOf(row)), text(labelOf(row)), report::csvNumber(waitOf(row))};
    for (const CategoryColumn *column : columns)
        cells.append(text(cellOf(*column, row)));
    return cells;
}

RowListing rowListing(const PredictionsPtr &predictions, const ingest::ResolvedMapping &mapping,
                      const std::vector<std::string> &asked)
{
    return listingOf(predictions, mapping, [&asked](const std::string &column) {
        return std::ranges::find(asked, column) != asked.end() || !looksPersonal(column);
    });
}

RowListing wholeRowListing(const PredictionsPtr &predictions,
                           const ingest::ResolvedMapping &mapping)
{
    return listingOf(predictions, mapping, [](const std::string &) { return true; });
}

QString rowsCsv(const RowListing &listing, const std::vector<std::uint32_t> &rows)
{
    QString csv = report::csvRow(listing.header(report::csvText));
    for (const std::uint32_t row : rows)
        csv += report::csvRow(listing.line(row, report::csvText));
    return csv;
}

} // namespace oneinn
