// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/listedrowsmodel.h"

#include "report/csv.h"

#include <algorithm>
#include <utility>

namespace oneinn {

void ListedRowsModel::setRows(std::vector<ListedColumn> columns, std::size_t found)
{
    beginResetModel();
    m_columns = std::move(columns);
    m_found = found;
    endResetModel();
}

void ListedRowsModel::setShown(std::size_t most)
{
    beginResetModel();
    m_most = most;
    endResetModel();
}

QString ListedRowsModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(report::pastedText(data(index(row, column), Qt::DisplayRole).toString()));
    return cells.join(QLatin1Char('\t'));
}

int ListedRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(std::min(m_most, m_found));
}

int ListedRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant ListedRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ListedColumn &column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.cell(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((column.isNumber ? Qt::AlignRight : Qt::AlignLeft)
                                                 | Qt::AlignVCenter));
    return {};
}

QVariant ListedRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return m_columns[static_cast<std::size_t>(section)].name;
}

} // namespace oneinn

#include "moc_listedrowsmodel.cpp"
