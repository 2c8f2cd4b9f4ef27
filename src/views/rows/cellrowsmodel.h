// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/cellrows/cellrows.h"
#include "results/rowlisting.h"

#include <QAbstractTableModel>

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

namespace oneinn {

/// The rows behind a number, in the order in which they were found. A cell is made when it is to be
/// seen.
class CellRowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// found: of the listing's predictions.
    void setRows(const RowListing &listing, std::shared_ptr<const CellRows> found);
    /// So many of them at most.
    void setShown(std::size_t most);
    QString rowText(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column {
        QString name;
        bool isNumber = false;
        std::function<QString(std::size_t)> cell; ///< by its place among those found
    };
    void addColumns();
    void addColumn(const QString &name, bool isNumber,
                   QString (CellRowsModel::*text)(std::uint32_t) const);
    QString scoreText(std::uint32_t row) const;
    QString thresholdText(std::uint32_t row) const;
    QString labelText(std::uint32_t row) const;
    QString waitText(std::uint32_t row) const;
    void addWords(const CategoryColumn &column);
    std::size_t listed() const;

    RowListing m_listing;
    std::shared_ptr<const CellRows> m_found;
    std::vector<Column> m_columns;
    std::size_t m_most = 0;
};

} // namespace oneinn
