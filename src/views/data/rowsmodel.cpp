// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rowsmodel.h"

#include "wording/names.h"
#include "wording/numbers.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <utility>

namespace oneinn {

namespace {

QString shortestText(double value)
{
    constexpr double readsAsItStands = 1e-6; // smaller ones need an exponent
    const bool small = value != 0.0 && std::abs(value) < readsAsItStands;
    return QString::number(value, small ? 'e' : 'f', QLocale::FloatingPointShortest);
}

QString latencyCell(double milliseconds)
{
    if (std::isnan(milliseconds))
        return RowsModel::tr("not known");
    return std::isinf(milliseconds) ? RowsModel::tr("timed out")
                                    : wording::millisecondsText(milliseconds);
}

/// Where neither score nor wait stands.
QString lostCell(const Predictions &rows, Eigen::Index row)
{
    return rows.refused(row) ? QObject::tr("refused") : QObject::tr("failed");
}

bool holdTheSameWords(const CategoryColumn &one, const CategoryColumn &other)
{
    if (one.name != other.name || one.codes.size() != other.codes.size())
        return false;
    for (Eigen::Index row = 0; row < static_cast<Eigen::Index>(one.codes.size()); ++row) {
        if (one.values[one.codes[row]] != other.values[other.codes[row]])
            return false;
    }
    return true;
}

} // namespace

void RowsModel::setRows(PredictionsPtr predictions, const ingest::ResolvedMapping &mapping)
{
    beginResetModel();
    m_predictions = std::move(predictions);
    m_columns.clear();
    addNumbers(mapping);
    const Predictions &rows = *m_predictions;
    const std::array roles{std::pair(&rows.model(), tr("model")),
                           std::pair(&rows.userId(), tr("user")),
                           std::pair(&rows.day(), tr("day"))};
    for (const auto &[column, role] : roles) {
        if (*column)
            addWords(**column, role);
    }
    for (const CategoryColumn &segment : rows.segments()) {
        const bool isRead = std::ranges::any_of(roles, [&segment](const auto &role) {
            return *role.first && holdTheSameWords(**role.first, segment);
        });
        if (!isRead)
            addWords(segment, tr("as in the file"));
    }
    tellApart();
    endResetModel();
}

void RowsModel::addNumbers(const ingest::ResolvedMapping &mapping)
{
    const Predictions *rows = m_predictions.get();
    m_columns.push_back({wording::nameText(mapping.label.value), false, [rows](Eigen::Index row) {
                             return rows->label()[row] != 0 ? tr("positive") : tr("negative");
                         }});
    m_columns.push_back({wording::nameText(mapping.score.value), true, [rows](Eigen::Index row) {
                             return rows->failed(row) ? lostCell(*rows, row)
                                                      : shortestText(rows->score()[row]);
                         }});
    if (rows->latency())
        m_columns.push_back(
                {mapping.latency ? wording::nameText(mapping.latency->value) : tr("latency"), true,
                 [rows](Eigen::Index row) {
                     return rows->failed(row) ? lostCell(*rows, row)
                                              : latencyCell((*rows->latency())[row]);
                 }});
    if (rows->weight())
        m_columns.push_back(
                {mapping.weight ? wording::nameText(mapping.weight->value) : tr("weight"), true,
                 [rows](Eigen::Index row) { return shortestText((*rows->weight())[row]); }});
}

void RowsModel::addWords(const CategoryColumn &column, const QString &role)
{
    m_columns.push_back({wording::nameText(column.name), false,
                         [&column](Eigen::Index row) {
                             return wording::nameText(column.values[column.codes[row]]);
                         },
                         role});
}

/// A column of the file may be read in two ways: as it stands, and by the day of its times.
void RowsModel::tellApart()
{
    std::map<QString, int> named;
    for (const Column &column : m_columns)
        ++named[column.name];
    for (Column &column : m_columns) {
        if (named[column.name] > 1 && !column.role.isEmpty())
            column.name = tr("%1 (%2)").arg(column.name, column.role);
    }
}

int RowsModel::columnNamed(const QString &name) const
{
    const auto found = std::ranges::find(m_columns, name, &Column::name);
    return found == m_columns.end() ? -1 : static_cast<int>(found - m_columns.begin());
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_predictions)
        return 0;
    return static_cast<int>(std::min<Eigen::Index>(m_predictions->rows(), mostRows));
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    if (role == Qt::DisplayRole)
        return column.cell(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((column.isNumber ? Qt::AlignRight : Qt::AlignLeft)
                                                 | Qt::AlignVCenter));
    return {};
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    return m_columns[static_cast<std::size_t>(section)].name;
}

} // namespace oneinn

#include "moc_rowsmodel.cpp"
