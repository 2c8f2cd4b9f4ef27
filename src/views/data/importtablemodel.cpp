// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/importtablemodel.h"

#include "wording/importwords.h"
#include "wording/names.h"

#include <utility>

namespace oneinn {

namespace {

QString withCertainty(const ColumnHead &head)
{
    if (!head.certainty)
        return head.parts;
    return ImportTableModel::tr("%1  %2 %3")
            .arg(head.parts, wording::certaintyMark(*head.certainty),
                 head.isChosen ? wording::chosenWord() : wording::certaintyWord(*head.certainty));
}

} // namespace

void ImportTableModel::setHead(ingest::TableFile::Ptr table, std::shared_ptr<const TableHead> head)
{
    beginResetModel();
    m_table = std::move(table);
    m_head = m_table ? std::move(head) : nullptr;
    fillHeads();
    endResetModel();
}

void ImportTableModel::setTrial(std::shared_ptr<const ColumnTrial> trial,
                                const ingest::ColumnMapping &wanted)
{
    m_trial = std::move(trial);
    m_wanted = wanted;
    fillHeads();
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void ImportTableModel::fillHeads()
{
    m_heads.clear();
    if (!m_head)
        return;
    for (const std::size_t column : m_head->columns)
        m_heads.push_back(m_trial ? columnHead(*m_trial, m_wanted, m_table->columns()[column].name)
                                  : ColumnHead());
}

const std::string &ImportTableModel::columnName(int column) const
{
    return m_table->columns()[tableColumn(column)].name;
}

int ImportTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_head ? 0 : static_cast<int>(m_head->cells.size());
}

int ImportTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_head ? 0 : static_cast<int>(m_head->columns.size());
}

QVariant ImportTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    return wording::nameText(m_head->cells[static_cast<std::size_t>(index.row())]
                                          [static_cast<std::size_t>(index.column())]);
}

QVariant ImportTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    const ColumnHead &head = headOf(section);
    const QString name = wording::nameText(columnName(section));
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case PartsRole:
        return withCertainty(head);
    case CertaintyRole:
        return head.certainty ? QVariant(static_cast<int>(*head.certainty)) : QVariant();
    case IsUsedRole:
        return head.isUsed;
    case Qt::AccessibleTextRole:
        return QString(name + QStringLiteral(": ") + withCertainty(head));
    case Qt::ToolTipRole:
        return head.reason.isEmpty() ? name : QString(name + QStringLiteral(": ") + head.reason);
    default:
        return {};
    }
}

} // namespace oneinn

#include "moc_importtablemodel.cpp"
