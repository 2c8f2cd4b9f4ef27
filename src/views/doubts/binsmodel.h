// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationbybins.h"

#include <QAbstractTableModel>

#include <vector>

namespace oneinn {

/// Bins of scores with what came true, one a row, as they are read.
class BinsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setBins(std::vector<ReliabilityBin> bins);
    const std::vector<ReliabilityBin> &bins() const { return m_bins; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ReliabilityBin> m_bins;
};

} // namespace oneinn
