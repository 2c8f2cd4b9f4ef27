// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/columntrial.h"
#include "views/data/columnheads.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace oneinn {

/// The first records of a file as they stand there, and over each column what it is taken for.
class ImportTableModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    /// Of the horizontal header, besides the column's name as what is displayed.
    enum HeaderRole {
        PartsRole = Qt::UserRole, ///< with its mark and word: "label ✓ sure"
        CertaintyRole,            ///< a RoleCertainty, or nothing
        IsUsedRole
    };
    using QAbstractTableModel::QAbstractTableModel;

    /// Both null: nothing is shown.
    void setHead(ingest::TableFile::Ptr table, std::shared_ptr<const TableHead> head);
    /// Null: not known yet.
    void setTrial(std::shared_ptr<const ColumnTrial> trial, const ingest::ColumnMapping &wanted);

    /// In the table.
    std::size_t tableColumn(int column) const
    {
        return m_head->columns[static_cast<std::size_t>(column)];
    }
    const std::string &columnName(int column) const;
    const ColumnHead &headOf(int column) const { return m_heads[static_cast<std::size_t>(column)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void fillHeads();

    ingest::TableFile::Ptr m_table;
    std::shared_ptr<const TableHead> m_head;
    std::shared_ptr<const ColumnTrial> m_trial;
    ingest::ColumnMapping m_wanted;
    std::vector<ColumnHead> m_heads;
};

} // namespace oneinn
