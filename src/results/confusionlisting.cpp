// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/confusionlisting.h"

#include "report/csv.h"
#include "results/rowlisting.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr std::size_t mostConfusionColumns = 8;

QString columnText(const ingest::TableFile &file, std::size_t column)
{
    return QString::fromStdString(file.columns()[column].name);
}

QString classText(const ingest::ClassTable &table, std::uint32_t at)
{
    return at < table.rows.names.size() ? QString::fromStdString(table.rows.names[at])
                                        : QStringLiteral("undecided");
}

bool saysTheClass(const ingest::ClassColumns &read, std::size_t column)
{
    return column == read.label || column == read.decision
            || std::ranges::find(read.scores, column) != read.scores.end();
}

std::vector<std::size_t> listedColumns(const ingest::TableFile &file,
                                       const ingest::ClassTable &table, const ConfusionWish &wish,
                                       ConfusionListing &listing)
{
    std::vector<std::size_t> listed;
    for (std::size_t column = 0; column < file.columns().size(); ++column) {
        const std::string &name = file.columns()[column].name;
        const bool asked = std::ranges::find(wish.shown, name) != wish.shown.end();
        const bool told =
                !saysTheClass(table.columns, column) && listed.size() < mostConfusionColumns;
        if (!asked && !told)
            continue;
        const bool isPersonal = looksPersonal(name) || table.columns.user == column;
        if (!asked && !wish.personal && isPersonal) {
            listing.hidden.append(columnText(file, column));
            continue;
        }
        listed.push_back(column);
        listing.columns.append(columnText(file, column));
    }
    return listed;
}

} // namespace

QStringList ConfusionListing::header(QString (*text)(const QString &)) const
{
    QStringList cells{QStringLiteral("row")};
    for (const QString &column : columns)
        cells.append(text(column));
    cells += {QStringLiteral("class"), QStringLiteral("called")};
    for (const QString &column : scores)
        cells.append(text(column));
    return cells;
}

QStringList ConfusionListing::line(std::size_t at, QString (*text)(const QString &)) const
{
    const ingest::ConfusionRow &row = found.rows[at];
    QStringList cells{QString::number(row.record)};
    for (const std::string &cell : row.cells)
        cells.append(text(QString::fromStdString(cell)));
    cells += {text(actual), text(decided)};
    if (!scores.isEmpty())
        cells.append(report::csvNumber(row.own));
    if (scores.size() > 1)
        cells.append(report::csvNumber(row.other));
    return cells;
}

ConfusionListing confusionListing(const ingest::TableFile &file, const ingest::ClassTable &table,
                                  const ConfusionWish &wish)
{
    ConfusionListing listing;
    listing.actual = classText(table, wish.actual);
    listing.decided = classText(table, wish.decided);
    const auto columns = listedColumns(file, table, wish, listing);
    if (table.scores) {
        listing.scores.append(columnText(file, table.columns.scores[wish.actual]));
        if (wish.decided != wish.actual && wish.decided < table.columns.scores.size())
            listing.scores.append(columnText(file, table.columns.scores[wish.decided]));
    }
    listing.found = ingest::confusionRows(file, table,
                                          {.actual = wish.actual,
                                           .decided = wish.decided,
                                           .most = wish.most,
                                           .columns = columns});
    return listing;
}

QString confusionCsv(const ConfusionListing &listing)
{
    QString csv = report::csvRow(listing.header(report::csvText));
    for (std::size_t i = 0; i < listing.found.rows.size(); ++i)
        csv += report::csvRow(listing.line(i, report::csvText));
    return csv;
}

} // namespace oneinn
