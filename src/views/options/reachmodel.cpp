// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/reachmodel.h"

#include "report/csv.h"
#include "wording/reachtable.h"
#include "wording/reachwords.h"

#include <QFont>

#include <utility>

namespace oneinn {

using wording::ReachColumn;

namespace {

ReachColumn reachColumnAt(int section)
{
    return static_cast<ReachColumn>(section);
}

QVariant reachAlignment(int section)
{
    const bool isWords = reachColumnAt(section) == ReachColumn::Name
            || reachColumnAt(section) == ReachColumn::Reaches;
    return QVariant::fromValue(
            Qt::Alignment((isWords ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

} // namespace

void ReachModel::setAnswer(std::shared_ptr<const ReachAnswer> answer, const FeatureWords &product)
{
    m_product = product;
    const auto rows = [](const std::shared_ptr<const ReachAnswer> &of) {
        return of ? of->routes.size() : std::size_t(0);
    };
    if (rows(answer) != rows(m_answer)) {
        beginResetModel();
        m_answer = std::move(answer);
        endResetModel();
        return;
    }
    // The same number of ways with other numbers: what is selected stays so.
    m_answer = std::move(answer);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int ReachModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_answer ? 0 : static_cast<int>(m_answer->routes.size());
}

int ReachModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : wording::reachColumnCount;
}

QVariant ReachModel::data(const QModelIndex &index, int role) const
{
    if (!m_answer || !index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return wording::reachCell(*m_answer, row, reachColumnAt(index.column()));
    case Qt::ToolTipRole:
        return wording::routeSentences(*m_answer, row, m_product).join(QLatin1Char('\n'));
    case Qt::TextAlignmentRole:
        return reachAlignment(index.column());
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return m_answer->routes[row].reach.reachable() ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant ReachModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    QString title = wording::reachColumnTitle(
            reachColumnAt(section), m_answer ? m_answer->question.targets : Targets(), m_product);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return title.replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::TextAlignmentRole:
        return reachAlignment(section);
    default:
        return {};
    }
}

QString ReachModel::rowText(int row) const
{
    QStringList titles;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) {
        titles << headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        const QString text = data(index(row, column), Qt::DisplayRole).toString();
        cells << (reachColumnAt(column) == ReachColumn::Name ? report::pastedText(text) : text);
    }
    return titles.join(QLatin1Char('\t')) + QLatin1Char('\n') + cells.join(QLatin1Char('\t'));
}

} // namespace oneinn

#include "moc_reachmodel.cpp"
