// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/policiesmodel.h"

#include "report/csv.h"
#include "wording/frontierwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <QFont>

#include <utility>

namespace oneinn {

using wording::PolicyColumn;

namespace {

PolicyColumn policyColumnAt(int section)
{
    return static_cast<PolicyColumn>(section);
}

QVariant policyAlignment(int section)
{
    const bool isWords = policyColumnAt(section) == PolicyColumn::Name;
    return QVariant::fromValue(
            Qt::Alignment((isWords ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

} // namespace

void PoliciesModel::setPolicies(std::shared_ptr<const ComparedPolicies> compared)
{
    const auto rows = [](const std::shared_ptr<const ComparedPolicies> &policies) {
        return policies ? policies->policies.size() : std::size_t(0);
    };
    if (rows(compared) != rows(m_compared)) {
        beginResetModel();
        m_compared = std::move(compared);
        endResetModel();
        return;
    }
    // The same rows with other numbers: what is selected stays so.
    m_compared = std::move(compared);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int PoliciesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_compared ? 0 : static_cast<int>(m_compared->policies.size());
}

int PoliciesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : wording::policyColumnCount;
}

QVariant PoliciesModel::data(const QModelIndex &index, int role) const
{
    if (!m_compared || !index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return wording::policyCell(*m_compared, row, policyColumnAt(index.column()));
    case Qt::ToolTipRole:
        return wording::policySentences(*m_compared, row).join(QLatin1Char('\n'));
    case Qt::TextAlignmentRole:
        return policyAlignment(index.column());
    case Qt::FontRole: {
        QFont font;
        font.setBold(row == 0);
        return row == 0 ? QVariant(font) : QVariant();
    }
    default:
        return {};
    }
}

QVariant PoliciesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool counted = !m_compared || m_compared->callsAreCounted;
    QString title = wording::policyColumnTitle(policyColumnAt(section), counted);
    switch (role) {
    case Qt::DisplayRole:
        return title;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return title.replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::TextAlignmentRole:
        return policyAlignment(section);
    default:
        return {};
    }
}

QString PoliciesModel::rowText(int row) const
{
    QStringList titles;
    QStringList cells;
    for (int column = 0; column < columnCount(); ++column) {
        titles << headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
        const QString text = data(index(row, column), Qt::DisplayRole).toString();
        cells << (policyColumnAt(column) == PolicyColumn::Name ? report::pastedText(text) : text);
    }
    return titles.join(QLatin1Char('\t')) + QLatin1Char('\n') + cells.join(QLatin1Char('\t'));
}

} // namespace oneinn

#include "moc_policiesmodel.cpp"
