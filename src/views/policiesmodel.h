// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace oneinn {

/// Models and policies under one another, as a table: what is done now, the default that nobody
/// chose, then the others, the most valuable first. What does the same as now is not told twice.
class PoliciesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    /// May be null.
    void setPolicies(std::shared_ptr<const ComparedPolicies> compared);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The policy of ComparedPolicies in a row, and back; -1 where there is none.
    int policyAt(int row) const;
    int rowOf(int policy) const;

    /// A row under its header, with tabs between the cells: for a spreadsheet.
    QString rowText(int row) const;

private:
    std::shared_ptr<const ComparedPolicies> m_compared;
    std::vector<int> m_order; ///< of policies, by row
};

} // namespace oneinn
