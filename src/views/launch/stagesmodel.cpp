// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/stagesmodel.h"

#include "wording/releaseviewwords.h"
#include "wording/releasewords.h"

namespace oneinn {

namespace {

QVariant stageAlignment(bool words)
{
    return QVariant::fromValue(
            Qt::Alignment((words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

} // namespace

void StagesModel::setPlan(const ReleasePlan &plan, const FeatureWords &words)
{
    beginResetModel();
    m_wordColumns = 2;
    m_headings = wording::stageHeadings(words);
    m_cells.clear();
    m_sentences.clear();
    for (const ReleaseStage &stage : plan.stages) {
        m_cells.append(wording::stageCells(stage, words));
        m_sentences.append(wording::stageSentence(stage, words));
    }
    endResetModel();
}

void StagesModel::setPipeline(const wording::ToldPipeline &told)
{
    beginResetModel();
    m_wordColumns = 1;
    m_headings = wording::pipelineHeadings(told.words);
    m_cells.clear();
    m_sentences.clear();
    for (std::size_t stage = 0; stage < told.names.size(); ++stage) {
        m_cells.append(wording::pipelineCells(told, stage));
        m_sentences.append(wording::stageLossSentence(told, stage));
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
        return stageAlignment(index.column() < m_wordColumns);
    default:
        return {};
    }
}

QVariant StagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= m_headings.size())
        return {};
    if (role == Qt::TextAlignmentRole)
        return stageAlignment(section < m_wordColumns);
    return role == Qt::DisplayRole ? QVariant(m_headings.at(section)) : QVariant();
}

} // namespace oneinn

#include "moc_stagesmodel.cpp"
