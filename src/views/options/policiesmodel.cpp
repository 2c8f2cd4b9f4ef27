// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/policiesmodel.h"

#include "core/comparison/alikepolicies.h"
#include "report/csv.h"
#include "views/options/frontierpoints.h"
#include "wording/bandpolicywords.h"
#include "wording/frontierwords.h"
#include "wording/policynames.h"
#include "wording/policywords.h"

#include <QFont>

#include <algorithm>
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

/// By which rows are ordered; the lowest first.
int groupOf(const ComparedPolicy &policy)
{
    switch (policy.candidate.kind) {
    case CandidateKind::Now:
        return 0;
    case CandidateKind::Default:
        return 1;
    default:
        return 2;
    }
}

std::vector<int> orderOf(const ComparedPolicies &compared)
{
    const auto &policies = compared.policies;
    const std::vector<std::size_t> first = firstAlike(compared);
    std::vector<int> order;
    for (std::size_t i = 0; i < policies.size(); ++i) {
        if (first[i] == i)
            order.push_back(static_cast<int>(i));
    }
    const auto rank = [&policies](int i) {
        const ComparedPolicy &policy = policies[static_cast<std::size_t>(i)];
        return std::pair(groupOf(policy), -policy.summary.valuePerUse);
    };
    std::ranges::stable_sort(order, {}, rank);
    return order;
}

} // namespace

void PoliciesModel::setPolicies(std::shared_ptr<const ComparedPolicies> compared)
{
    std::vector<int> order = compared ? orderOf(*compared) : std::vector<int>();
    if (order != m_order) {
        beginResetModel();
        m_compared = std::move(compared);
        m_order = std::move(order);
        endResetModel();
        return;
    }
    // The same rows with other numbers: what is selected stays so.
    m_compared = std::move(compared);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PoliciesModel::setWithPerson(const std::optional<WithPerson> &withPerson)
{
    const int row = static_cast<int>(m_order.size());
    const bool was = isWithPerson(row);
    const bool is = withPerson && !m_order.empty();
    if (was && !is)
        beginRemoveRows({}, row, row);
    else if (!was && is)
        beginInsertRows({}, row, row);
    m_withPerson = withPerson;
    if (was && !is)
        endRemoveRows();
    else if (!was && is)
        endInsertRows();
    else if (is)
        Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
    if (was != is && row > 0) // what now is called
        Q_EMIT dataChanged(index(0, 0), index(row - 1, 0));
}

bool PoliciesModel::isWithPerson(int row) const
{
    return m_withPerson && !m_order.empty() && row == static_cast<int>(m_order.size());
}

QStringList PoliciesModel::withPersonSentences() const
{
    return m_withPerson ? wording::bandPolicySentences(m_withPerson->answer, m_withPerson->question,
                                                       m_withPerson->said, m_words)
                        : QStringList();
}

QVariant PoliciesModel::withPersonData(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return wording::bandPolicyCell(*m_compared, m_withPerson->answer, m_withPerson->said,
                                       policyColumnAt(index.column()));
    case Qt::ToolTipRole:
        return withPersonSentences().join(QLatin1Char('\n'));
    case Qt::TextAlignmentRole:
        return policyAlignment(index.column());
    default:
        return {};
    }
}

void PoliciesModel::setWords(const FeatureWords &words)
{
    m_words = words;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void PoliciesModel::setTitleLines(wording::TitleLines lines)
{
    if (lines == m_titleLines)
        return;
    m_titleLines = lines;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

wording::ToldOfNow PoliciesModel::toldOfNow() const
{
    return m_withPerson ? wording::ToldOfNow::WithoutPerson : wording::ToldOfNow::Whole;
}

QString PoliciesModel::nameOf(std::size_t policy) const
{
    const Candidate &candidate = m_compared->policies[policy].candidate;
    const QString label = m_withPerson && candidate.kind == CandidateKind::Now
            ? wording::nowBesideBandLabel()
            : wording::policyLabel(candidate, m_compared->models);
    return policy == 0 ? label.left(1).toUpper() + label.mid(1) : label;
}

void PoliciesModel::setDrawn(std::vector<Eigen::Index> models)
{
    if (models == m_drawn)
        return;
    m_drawn = std::move(models);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
}

std::optional<Eigen::Index> PoliciesModel::tickOf(const QModelIndex &index) const
{
    const bool isNamed = policyColumnAt(index.column()) == PolicyColumn::Name;
    const int policy = policyAt(index.row());
    if (!m_compared || !isNamed || policy <= 0 || m_compared->models.size() <= mostCandidateModels)
        return std::nullopt;
    const Candidate &candidate = m_compared->policies[static_cast<std::size_t>(policy)].candidate;
    const auto models = modelsAsked(candidate.policy);
    return models.size() == 1 ? std::optional(models.front()) : std::nullopt;
}

Qt::ItemFlags PoliciesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return tickOf(index) ? flags | Qt::ItemIsUserCheckable : flags;
}

bool PoliciesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const auto model = tickOf(index);
    if (role != Qt::CheckStateRole || !model)
        return false;
    Q_EMIT drawnEdited(*model, value.toInt() == Qt::Checked);
    return true;
}

int PoliciesModel::policyAt(int row) const
{
    return row < 0 || row >= static_cast<int>(m_order.size())
            ? -1
            : m_order[static_cast<std::size_t>(row)];
}

int PoliciesModel::rowOf(int policy) const
{
    const auto found = std::ranges::find(m_order, policy);
    return found == m_order.end() ? -1 : static_cast<int>(found - m_order.begin());
}

int PoliciesModel::rowCount(const QModelIndex &parent) const
{
    const int policies = static_cast<int>(m_order.size());
    return parent.isValid() ? 0 : policies + (isWithPerson(policies) ? 1 : 0);
}

int PoliciesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : wording::policyColumnCount;
}

QVariant PoliciesModel::data(const QModelIndex &index, int role) const
{
    if (!m_compared || !index.isValid())
        return {};
    if (isWithPerson(index.row()))
        return withPersonData(index, role);
    const auto row = static_cast<std::size_t>(policyAt(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        if (policyColumnAt(index.column()) == PolicyColumn::Name)
            return nameOf(row);
        return wording::policyCell(*m_compared, row, policyColumnAt(index.column()));
    case Qt::AccessibleTextRole:
        if (policyColumnAt(index.column()) == PolicyColumn::Name)
            return wording::policyExplained(m_compared->policies[row].candidate,
                                            m_compared->models);
        return wording::policyCell(*m_compared, row, policyColumnAt(index.column()));
    case Qt::ToolTipRole:
        return wording::policySentences(*m_compared, row, m_words, toldOfNow(),
                                        wording::PolicyNaming::Explained)
                .join(QLatin1Char('\n'));
    case Qt::TextAlignmentRole:
        return policyAlignment(index.column());
    case Qt::CheckStateRole:
        if (const auto model = tickOf(index))
            return std::ranges::binary_search(m_drawn, *model) ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.row() == 0);
        return index.row() == 0 ? QVariant(font) : QVariant();
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
    QString title =
            wording::policyColumnTitle(policyColumnAt(section), counted, m_words, m_titleLines);
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
        const QString text = data(index(row, column), Qt::AccessibleTextRole).toString();
        cells << (policyColumnAt(column) == PolicyColumn::Name ? report::pastedText(text) : text);
    }
    return titles.join(QLatin1Char('\t')) + QLatin1Char('\n') + cells.join(QLatin1Char('\t'));
}

} // namespace oneinn

#include "moc_policiesmodel.cpp"
