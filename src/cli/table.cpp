// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/table.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

QString Table::csv() const
{
    QString text = columns.join(u',') + u'\n';
    for (const auto &row : rows) {
        QStringList cells;
        for (const auto &cell : row)
            cells.append(cell ? numberText(*cell) : QString());
        text += cells.join(u',') + u'\n';
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

} // namespace oneinn::cli
