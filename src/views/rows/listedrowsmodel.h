// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractTableModel>

#include <cstddef>
#include <functional>
#include <vector>

namespace oneinn {

struct ListedColumn {
    QString name;
    bool isNumber = false;
    std::function<QString(std::size_t)> cell; ///< by its place among the rows found
};

/// Rows in the order in which they were found. A cell is made when it is to be seen.
class ListedRowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// found: how many rows the columns have cells for.
    void setRows(std::vector<ListedColumn> columns, std::size_t found);
    /// So many of them at most.
    void setShown(std::size_t most);
    std::size_t found() const { return m_found; }
    /// Its cells with tabs between, fit to be pasted.
    QString rowText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ListedColumn> m_columns;
    std::size_t m_found = 0;
    std::size_t m_most = 0;
};

} // namespace oneinn
