// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/classmatrixmodel.h"

#include "core/eigenindex.h"
#include "wording/names.h"

#include <QFont>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace oneinn {

void ClassMatrixModel::setAnswer(std::shared_ptr<const ClassesAnswer> answer)
{
    if (answer == m_answer)
        return;
    beginResetModel();
    m_answer = std::move(answer);
    choose();
    endResetModel();
}

void ClassMatrixModel::setAll(bool all)
{
    if (all == m_all)
        return;
    beginResetModel();
    m_all = all;
    choose();
    endResetModel();
}

/// By what is confused with others either way, the most costly first.
void ClassMatrixModel::choose()
{
    const std::size_t classes = m_answer ? m_answer->table.rows.names.size() : 0;
    m_shown.resize(classes);
    std::iota(m_shown.begin(), m_shown.end(), std::size_t{0});
    if (m_all || classes <= mostShown)
        return;
    std::vector<double> cost(classes, 0.0);
    for (std::size_t actual = 0; actual < classes; ++actual) {
        for (std::size_t decided = 0; decided <= classes; ++decided) {
            const double of = m_answer->report.matrix[actual][decided].weight
                    * m_answer->costs(eigenIndex(actual), eigenIndex(decided));
            cost[actual] += of;
            if (decided < classes && decided != actual)
                cost[decided] += of;
        }
    }
    std::ranges::stable_sort(m_shown, std::ranges::greater(),
                             [&cost](std::size_t each) { return cost[each]; });
    m_shown.resize(mostShown);
    std::ranges::sort(m_shown);
}

std::size_t ClassMatrixModel::leftOut() const
{
    return m_answer ? m_answer->table.rows.names.size() - m_shown.size() : 0;
}

std::size_t ClassMatrixModel::classAt(int section) const
{
    const auto place = static_cast<std::size_t>(section);
    return place < m_shown.size() ? m_shown[place] : m_answer->table.rows.names.size();
}

void ClassMatrixModel::setMeasure(wording::ClassMeasure measure)
{
    if (measure == m_measure)
        return;
    m_measure = measure;
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ClassMatrixModel::setAgainstRest(const QString &name)
{
    if (name == m_against)
        return;
    m_against = name;
    if (rowCount() > 0)
        Q_EMIT headerDataChanged(Qt::Vertical, 0, rowCount() - 1);
}

wording::ToldClasses ClassMatrixModel::told() const
{
    return {.report = m_answer->report,
            .names = m_answer->table.rows.names,
            .thresholds = m_answer->thresholds,
            .ownCosts = m_answer->ownCosts};
}

QString ClassMatrixModel::cellText(const QModelIndex &index) const
{
    return wording::classCellText(told(), classAt(index.row()), classAt(index.column()));
}

int ClassMatrixModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_shown.size());
}

/// One more for what is left undecided, where anything is.
int ClassMatrixModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_answer)
        return 0;
    const auto &undecided = m_answer->report.undecided;
    return rowCount() + (undecided && undecided->yes.rows > 0.0 ? 1 : 0);
}

QVariant ClassMatrixModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const std::size_t actual = classAt(index.row());
    const std::size_t decided = classAt(index.column());
    const bool byDecided = m_measure == wording::ClassMeasure::ShareOfDecided;
    switch (role) {
    case Qt::DisplayRole:
        return wording::classCell(m_answer->report, actual, decided, m_measure);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return cellText(index);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    case rightRole:
        return actual == decided;
    case shareRole:
        return wording::classCellShare(m_answer->report, actual, decided,
                                       byDecided ? m_measure : wording::ClassMeasure::ShareOfActual)
                .value_or(0.0);
    default:
        return {};
    }
}

QVariant ClassMatrixModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_answer)
        return {};
    const QString name = wording::className(told(), classAt(section));
    const bool row = orientation == Qt::Vertical;
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::ToolTipRole:
        return row ? tr("%1: look at it against all others").arg(name) : tr("called %1").arg(name);
    case Qt::FontRole: {
        QFont font;
        font.setBold(row && name == m_against);
        return font;
    }
    default:
        return {};
    }
}

} // namespace oneinn

#include "moc_classmatrixmodel.cpp"
