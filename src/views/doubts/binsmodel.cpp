// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/binsmodel.h"

#include "wording/calibrationviewwords.h"

#include <utility>

namespace oneinn {

void BinsModel::setBins(std::vector<ReliabilityBin> bins)
{
    beginResetModel();
    m_bins = std::move(bins);
    endResetModel();
}

int BinsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_bins.size());
}

int BinsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(wording::binHeaders().size());
}

QVariant BinsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ReliabilityBin &bin = m_bins[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return wording::binCells(bin).at(index.column());
    case Qt::ToolTipRole:
        return wording::binText(bin);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignRight | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant BinsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? wording::binHeaders().at(section) : QVariant();
}

} // namespace oneinn

#include "moc_binsmodel.cpp"
