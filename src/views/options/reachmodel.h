// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/targets/reachtargets.h"

#include <QAbstractTableModel>

#include <memory>

namespace oneinn {

/// Ways to the targets under one another, as a table.
class ReachModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// May be null. product: its words.
    void setAnswer(std::shared_ptr<const ReachAnswer> answer, const FeatureWords &product);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// A row under its header, with tabs between the cells: for a spreadsheet.
    QString rowText(int row) const;

private:
    std::shared_ptr<const ReachAnswer> m_answer;
    FeatureWords m_product;
};

} // namespace oneinn
