// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/cellrowsmodel.h"

#include "report/csv.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/rowwords.h"

#include <algorithm>
#include <utility>

namespace oneinn {

void CellRowsModel::setRows(const RowListing &listing, std::shared_ptr<const CellRows> found)
{
    beginResetModel();
    m_listing = listing;
    m_found = std::move(found);
    m_columns.clear();
    addColumns();
    endResetModel();
}

void CellRowsModel::addColumns()
{
    if (!m_listing.predictions)
        return;
    if (m_listing.id)
        addWords(*m_listing.id);
    addColumn(tr("score"), true, &CellRowsModel::scoreText);
    if (m_listing.thresholds)
        addColumn(tr("threshold"), true, &CellRowsModel::thresholdText);
    addColumn(tr("label"), false, &CellRowsModel::labelText);
    m_columns.push_back({tr("is"), false, [this](std::size_t place) {
                             return wording::rowEndText(m_found->ends[place]);
                         }});
    if (m_listing.hasWaits())
        addColumn(tr("wait"), true, &CellRowsModel::waitText);
    for (const CategoryColumn *column : m_listing.columns)
        addWords(*column);
}

void CellRowsModel::addColumn(const QString &name, bool isNumber,
                              QString (CellRowsModel::*text)(std::uint32_t) const)
{
    m_columns.push_back({name, isNumber, [this, text](std::size_t place) {
                             return (this->*text)(m_found->rows[place]);
                         }});
}

void CellRowsModel::addWords(const CategoryColumn &column)
{
    m_columns.push_back({wording::nameText(column.name), false, [this, &column](std::size_t place) {
                             return wording::nameText(
                                     column.values[column.codes[m_found->rows[place]]]);
                         }});
}

QString CellRowsModel::scoreText(std::uint32_t row) const
{
    return report::csvNumber(m_listing.scoreOf(row));
}

QString CellRowsModel::thresholdText(std::uint32_t row) const
{
    return report::csvNumber(m_listing.thresholdOf(row));
}

QString CellRowsModel::labelText(std::uint32_t row) const
{
    return wording::visible(m_listing.labelOf(row));
}

QString CellRowsModel::waitText(std::uint32_t row) const
{
    const auto wait = m_listing.waitOf(row);
    return wait ? wording::millisecondsText(*wait) : tr("not known");
}

std::size_t CellRowsModel::listed() const
{
    return m_found ? std::min(m_most, m_found->rows.size()) : 0;
}

void CellRowsModel::setShown(std::size_t most)
{
    beginResetModel();
    m_most = most;
    endResetModel();
}

QString CellRowsModel::rowText(int row) const
{
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column)
        cells.append(report::pastedText(data(index(row, column), Qt::DisplayRole).toString()));
    return cells.join(QLatin1Char('\t'));
}

int CellRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(listed());
}

int CellRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant CellRowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return column.cell(static_cast<std::size_t>(index.row()));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((column.isNumber ? Qt::AlignRight : Qt::AlignLeft)
                                                 | Qt::AlignVCenter));
    return {};
}

QVariant CellRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return m_columns[static_cast<std::size_t>(section)].name;
}

} // namespace oneinn

#include "moc_cellrowsmodel.cpp"
