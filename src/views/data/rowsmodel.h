// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "ingest/columnmapping.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace oneinn {

/// The first rows as they were read, under the names that their columns have in the file.
class RowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    static constexpr int mostRows = 1000; ///< to look at; to count there is the account

    void setRows(PredictionsPtr predictions, const ingest::ResolvedMapping &mapping);

    /// Its place, by the name in its head; -1 where there is none.
    int columnNamed(const QString &name) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Column {
        QString name;
        bool isNumber = false;
        std::function<QString(Eigen::Index)> cell;
        QString role = {}; ///< tells columns of one name apart
    };
    void addNumbers(const ingest::ResolvedMapping &mapping);
    void addWords(const CategoryColumn &column, const QString &role);
    void tellApart();

    PredictionsPtr m_predictions;
    std::vector<Column> m_columns;
};

} // namespace oneinn
