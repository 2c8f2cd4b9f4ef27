// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentsmodel.h"

#include "report/csv.h"

#include <QFont>
#include <QTableView>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace oneinn {

using wording::SegmentColumn;

namespace {

Share drawnShare(SegmentColumn column)
{
    return column == SegmentColumn::Missed ? Share::Missed : Share::WrongOfShown;
}

std::vector<SegmentsModel::Column> modelColumns(const SegmentTable &table)
{
    std::vector<SegmentsModel::Column> columns;
    for (const SegmentColumn column : wording::segmentColumns(table)) {
        columns.push_back({column, false});
        if (column == SegmentColumn::WrongOfShown || column == SegmentColumn::Missed)
            columns.push_back({column, true});
    }
    return columns;
}

/// By which rows are ordered; absent: it cannot be told.
std::optional<double> segmentKey(const SegmentRow &row, SegmentColumn column)
{
    const auto shareKey = [&row](Share share) {
        const auto of = row.shares[share];
        return of && of->reliability != Reliability::CountsOnly ? std::optional(of->value)
                                                                : std::nullopt;
    };
    switch (column) {
    case SegmentColumn::Positive:
        return shareKey(Share::Good);
    case SegmentColumn::WrongOfShown:
        return shareKey(Share::WrongOfShown);
    case SegmentColumn::Missed:
        return shareKey(Share::Missed);
    case SegmentColumn::Late:
        return shareKey(Share::Late);
    case SegmentColumn::Left:
        return shareKey(Share::Left);
    case SegmentColumn::Value:
        return row.tellsValue() ? row.valuePerUse : std::nullopt;
    case SegmentColumn::Threshold:
        return row.threshold.value;
    case SegmentColumn::Budget:
        return row.budget ? std::optional(row.budget->value) : std::nullopt;
    case SegmentColumn::Gain:
        return row.gain.value_or(0.0);
    case SegmentColumn::Uses:
    case SegmentColumn::Name:
        break;
    }
    return static_cast<double>(row.rows);
}

/// The smaller, the surer it is that more is missed, wrong or late; infinite where that is not
/// sure.
double surelyWorseKey(const SegmentRow &row)
{
    double key = std::numeric_limits<double>::infinity();
    for (const SegmentRow::Compared &each : row.compared) {
        if (each.differs == SegmentDifference::Higher)
            key = std::min(key, each.p);
    }
    return key;
}

QVariant segmentAlignment(const SegmentsModel::Column &column)
{
    const bool isWords = column.column == SegmentColumn::Name;
    return QVariant::fromValue(
            Qt::Alignment((isWords ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
}

} // namespace

void SegmentsModel::setWords(const FeatureWords &words)
{
    m_words = words;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void SegmentsModel::setTable(std::shared_ptr<const SegmentTable> table)
{
    const std::size_t before = m_rows.size();
    const std::vector<Column> columns = table ? modelColumns(*table) : std::vector<Column>();
    const bool same = m_table && table && columns == m_columns && before == table->rows.size()
            && m_table->by == table->by;
    if (!same)
        beginResetModel();
    m_table = std::move(table);
    m_columns = columns;
    scale();
    m_rows = ordered();
    if (!same)
        return endResetModel();
    // The same segments with other numbers: what is selected stays so.
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

/// Both scales end where the last interval does.
void SegmentsModel::scale()
{
    const auto most = [this](Share share) {
        double high = 0.0;
        for (const SegmentRow &row : m_table ? m_table->rows : std::vector<SegmentRow>()) {
            const auto of = row.shares[share];
            if (of && of->reliability == Reliability::Stated)
                high = std::max(high, of->interval.high);
        }
        const auto whole = m_table ? m_table->whole[share] : std::nullopt;
        if (whole)
            high = std::max(high, whole->value);
        return high > 0.0 ? high : 1.0;
    };
    m_mostWrong = most(Share::WrongOfShown);
    m_mostMissed = most(Share::Missed);
}

void SegmentsModel::setOrder(const Order &order)
{
    m_order = order;
    if (!m_table)
        return;
    m_rows = ordered();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

std::vector<std::size_t> SegmentsModel::ordered() const
{
    std::vector<std::size_t> rows(m_table ? m_table->rows.size() : 0);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    const auto &segments = m_table ? m_table->rows : std::vector<SegmentRow>();
    if (!m_order.by) {
        if (m_order.surelyWorse)
            std::ranges::stable_sort(rows, {},
                                     [&](std::size_t i) { return surelyWorseKey(segments[i]); });
        return rows;
    }
    if (*m_order.by == SegmentColumn::Name) {
        std::ranges::stable_sort(rows, {}, [&](std::size_t i) { return segments[i].values; });
        if (m_order.descending)
            std::ranges::reverse(rows);
        return rows;
    }
    const double sign = m_order.descending ? -1.0 : 1.0;
    std::ranges::stable_sort(rows, {}, [&](std::size_t i) {
        const auto key = segmentKey(segments[i], *m_order.by);
        return key ? sign * *key : std::numeric_limits<double>::infinity();
    });
    return rows;
}

const SegmentRow *SegmentsModel::segmentAt(int row) const
{
    if (row < 1 || row >= rowCount())
        return nullptr;
    return &m_table->rows[m_rows[static_cast<std::size_t>(row - 1)]];
}

int SegmentsModel::rowOf(const std::vector<std::string> &values) const
{
    for (int row = 1; row < rowCount(); ++row) {
        if (segmentAt(row)->values == values)
            return row;
    }
    return 0;
}

std::vector<Selection::Where> SegmentsModel::whereAt(int row,
                                                     std::vector<Selection::Where> where) const
{
    const std::vector<std::string> &columns = m_table->by.columns;
    std::erase_if(where, [&columns](const Selection::Where &each) {
        return std::ranges::find(columns, each.column) != columns.end();
    });
    if (const SegmentRow *segment = segmentAt(row)) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            where.push_back({columns[i], segment->values[i]});
    }
    return where;
}

QString SegmentsModel::rowText(int row) const
{
    QStringList cells;
    for (const Column &column : m_columns) {
        if (!column.isDrawn)
            cells.append(report::pastedText(cellText(segmentAt(row), column.column)));
    }
    return cells.join(QLatin1Char('\t'));
}

int SegmentsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_rows.size()) + 1;
}

int SegmentsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString SegmentsModel::cellText(const SegmentRow *row, SegmentColumn column) const
{
    return row
            ? wording::segmentDifferenceMark(*row, column) + wording::beforeAfterCell(*row, column)
            : wording::everyoneBeforeAfterCell(*m_table, column);
}

QVariant SegmentsModel::dotsOf(const SegmentRow *row, SegmentColumn column) const
{
    const Share share = drawnShare(column);
    const auto whole = m_table->whole[share];
    const auto of = row ? row->shares[share] : whole;
    if (!of || of->reliability == Reliability::CountsOnly)
        return {};
    const bool stated = of->reliability == Reliability::Stated;
    return QVariant::fromValue(
            SegmentDots{.low = of->interval.low,
                        .high = of->interval.high,
                        .value = stated ? std::optional(of->value) : std::nullopt,
                        .whole = whole ? std::optional(whole->value) : std::nullopt,
                        .most = column == SegmentColumn::Missed ? m_mostMissed : m_mostWrong});
}

QVariant SegmentsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(index.column())];
    const SegmentRow *row = segmentAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return column.isDrawn ? QString() : cellText(row, column.column);
    case Qt::AccessibleTextRole:
        return column.isDrawn && row ? wording::segmentInterval(*row, column.column)
                                     : cellText(row, column.column);
    case Qt::ToolTipRole:
        return row ? wording::segmentText(*row, m_words) : tr("Everyone");
    case Qt::TextAlignmentRole:
        return segmentAlignment(column);
    case Qt::FontRole: {
        QFont font;
        font.setBold(!row || column.column == SegmentColumn::Name);
        return font;
    }
    case dotsRole:
        return column.isDrawn ? dotsOf(row, column.column) : QVariant();
    default:
        return {};
    }
}

QString SegmentsModel::headingOf(int column) const
{
    return wording::segmentHeader(m_columns[static_cast<std::size_t>(column)].column, m_table->by,
                                  m_words);
}

QVariant SegmentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    const Column &column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return segmentAlignment(column);
    const QString header = headingOf(section);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return column.isDrawn ? tr("%1: interval, and everyone as a line").arg(header) : header;
    if (role != Qt::DisplayRole || column.isDrawn)
        return {};
    // Narrow: two lines.
    return QString(header).replace(QStringLiteral(", "), QStringLiteral(",\n"));
}

void fitSegmentColumns(QTableView &table, const SegmentsModel &model)
{
    constexpr int mostDots = 240;
    constexpr double mostOfNames = 0.36; // of the width
    table.resizeColumnsToContents();
    const int width = table.viewport()->width();
    const int names = qMin(table.columnWidth(0), int(mostOfNames * width));
    table.setColumnWidth(0, names);
    int rest = width;
    QList<int> drawn;
    for (int i = 0; i < model.columnCount(); ++i) {
        if (model.columns()[static_cast<std::size_t>(i)].isDrawn)
            drawn.append(i);
        else
            rest -= table.columnWidth(i);
    }
    // Where there is not room for all, the first ones go.
    qsizetype fitting = drawn.size();
    while (fitting > 0 && rest / fitting < leastSegmentDots)
        --fitting;
    for (qsizetype i = 0; i < drawn.size(); ++i) {
        const bool fits = i >= drawn.size() - fitting;
        table.setColumnHidden(drawn.at(i), !fits);
        if (fits)
            table.setColumnWidth(drawn.at(i), qMin(mostDots, int(rest / fitting)));
    }
}

} // namespace oneinn

#include "moc_segmentsmodel.cpp"
