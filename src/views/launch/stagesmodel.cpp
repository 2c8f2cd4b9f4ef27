// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/stagesmodel.h"

#include "wording/releaseviewwords.h"
#include "wording/releasewords.h"

namespace oneinn {

namespace {

constexpr int wordColumns = 2; ///< the first ones; the others hold numbers

QVariant stageAlignment(int column)
{
    return QVariant::fromValue(Qt::Alignment((column < wordColumns ? Qt::AlignLeft : Qt::AlignRight)
                                             | Qt::AlignVCenter));
}

} // namespace

void StagesModel::setPlan(const ReleasePlan &plan, double usesPerWeek, const FeatureWords &words)
{
    beginResetModel();
    m_headings = wording::stageHeadings(words);
    m_cells.clear();
    m_sentences.clear();
    for (const ReleaseStage &stage : plan.stages) {
        m_cells.append(wording::stageCells(stage, plan.terms, usesPerWeek, words));
        m_sentences.append(wording::stageSentence(stage, plan.terms, usesPerWeek, words));
    }
    endResetModel();
}

int StagesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_cells.size());
}

int StagesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size());
}

QVariant StagesModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return m_cells.at(index.row()).at(index.column());
    case Qt::ToolTipRole:
        return m_sentences.at(index.row());
    case Qt::TextAlignmentRole:
        return stageAlignment(index.column());
    default:
        return {};
    }
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_headings.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return stageAlignment(section);
    return role == Qt::DisplayRole ? QVariant(m_headings.at(section)) : QVariant();
}

} // namespace oneinn

#include "moc_stagesmodel.cpp"
