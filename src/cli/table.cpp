// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/table.h"

#include "report/csv.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QString Table::csv() const
{
    QString text = report::csvRow(columns);
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells.append(report::csvNumber(cell));
        text += report::csvRow(cells);
    }
    return text;
}

QString Table::text() const
{
    constexpr int digits = 6;
    constexpr qsizetype narrowest = 10;
    constexpr qsizetype gap = 2;
    QString text;
    for (const QString &column : columns)
        text += column.rightJustified(std::max(narrowest, column.size()) + gap);
    text += u'\n';
    for (const auto &row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const QString cell = row[i] ? QString::number(*row[i], 'g', digits) : u"-"_s;
            const qsizetype width = columns[static_cast<qsizetype>(i)].size();
            text += cell.rightJustified(std::max(narrowest, width) + gap);
        }
        text += u'\n';
    }
    return text;
}

Json Table::json() const
{
    Json::Array array;
    for (const auto &row : rows) {
        Json::Object object;
        for (std::size_t i = 0; i < row.size(); ++i)
            object.emplace_back(columns[static_cast<qsizetype>(i)],
                                row[i] ? Json(*row[i]) : Json());
        array.emplace_back(std::move(object));
    }
    return array;
}

QString alignedCells(const std::vector<QStringList> &lines)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.front().size()), 0);
    for (const QStringList &line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], line[i].size());
    }
    QString text;
    for (const QStringList &line : lines) {
        QString row = line.front().leftJustified(widths.front());
        for (qsizetype i = 1; i < line.size(); ++i)
            row += u"   "_s + line[i].rightJustified(widths[std::size_t(i)]);
        text += row + u'\n';
    }
    return text;
}

} // namespace oneinn::cli
