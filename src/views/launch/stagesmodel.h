// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/releaseplan.h"
#include "wording/stagewords.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <memory>

namespace oneinn {

/// The stages of a release, or of a pipeline, under one another; each row's sentence is its tool
/// tip.
class StagesModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(const ReleasePlan &plan, const FeatureWords &words);
    void setPipeline(const wording::ToldPipeline &told);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headings;
    QList<QStringList> m_cells;
    QStringList m_sentences;
    int m_wordColumns = 1; ///< the first ones; the others hold numbers
};

} // namespace oneinn
