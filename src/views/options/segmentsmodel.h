// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/segments/segmenttable.h"
#include "wording/segmentwords.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QTableView;

namespace oneinn {

/// A share of a segment as it is drawn beside those of others, on one scale.
struct SegmentDots {
    double low = 0.0;
    double high = 0.0;
    std::optional<double> value; ///< absent: too few cases for one
    std::optional<double> whole; ///< the same of everyone
    double most = 1.0;           ///< at the right end of the scale; > 0
};

/// Everyone, and below them segments, one a row.
class SegmentsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;
    /// A QVariant of SegmentDots; none where nothing is drawn.
    static constexpr int dotsRole = Qt::UserRole;

    struct Column {
        wording::SegmentColumn column = wording::SegmentColumn::Name;
        bool isDrawn = false; ///< as dots, beside the numbers

        friend bool operator==(const Column &, const Column &) = default;
    };
    struct Order {
        std::optional<wording::SegmentColumn> by; ///< absent: worst first, as the table has them
        bool descending = false;
    };

    void setTable(std::shared_ptr<const SegmentTable> table);
    /// The product's own words.
    void setWords(const FeatureWords &words);
    const std::shared_ptr<const SegmentTable> &table() const { return m_table; }
    const std::vector<Column> &columns() const { return m_columns; }
    /// What cannot be told stands last either way.
    void setOrder(const Order &order);
    const Order &order() const { return m_order; }
    /// Null for everyone.
    const SegmentRow *segmentAt(int row) const;
    /// Of these values; that of everyone where there is no such segment.
    int rowOf(const std::vector<std::string> &values) const;
    /// Those of a row alone: `where`, with the segment's own values for the table's columns.
    std::vector<Selection::Where> whereAt(int row, std::vector<Selection::Where> where) const;
    QString rowText(int row) const;
    /// Also of a column of dots, whose header is that of its numbers beside it.
    QString headingOf(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString cellText(const SegmentRow *row, wording::SegmentColumn column) const;
    QVariant dotsOf(const SegmentRow *row, wording::SegmentColumn column) const;
    std::vector<std::size_t> ordered() const;
    void scale();

    std::shared_ptr<const SegmentTable> m_table;
    FeatureWords m_words;
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_rows; ///< of the table, in the order shown
    Order m_order;
    double m_mostWrong = 1.0;
    double m_mostMissed = 1.0;
};

inline constexpr int leastSegmentDots = 44; ///< narrower, dots say nothing

/// Names have what they need, numbers too, and dots the rest.
void fitSegmentColumns(QTableView &table, const SegmentsModel &model);

} // namespace oneinn

Q_DECLARE_METATYPE(oneinn::SegmentDots)
