// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentorders.h"

#include "wording/segmenthints.h"
#include "wording/segmentwords.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHeaderView>

#include <algorithm>

namespace oneinn {

using wording::SegmentColumn;

namespace {

constexpr int surelyWorseItem = -1; ///< no column

/// What one looks for first: the worst, the most, the first of the alphabet.
bool isDescending(SegmentColumn column)
{
    return column != SegmentColumn::Name && column != SegmentColumn::Value;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("oneinn::SegmentsPanel", text);
}

} // namespace

void fillSegmentOrders(QComboBox &box, const SegmentsModel &model, const FeatureWords &words)
{
    box.clear();
    const bool anyWorst = std::ranges::any_of(model.table()->rows, &SegmentRow::tellsValue);
    box.addItem(anyWorst ? tr("least worth first") : tr("largest first"));
    box.setItemData(0, anyWorst ? QString() : wording::noWorstSegmentText(), Qt::ToolTipRole);
    const bool isLate = model.table()->whole.context().lateCounts;
    box.addItem(isLate ? tr("surely more missed, wrong or late first")
                       : tr("surely more missed or wrong first"),
                surelyWorseItem);
    for (const SegmentsModel::Column &column : model.columns()) {
        if (!column.isDrawn)
            box.addItem(wording::segmentHeader(column.column, model.table()->by, words),
                        static_cast<int>(column.column));
    }
}

SegmentsModel::Order chosenSegmentOrder(const QComboBox &box)
{
    const QVariant column = box.currentData();
    if (column == surelyWorseItem)
        return {.by = {}, .surelyWorse = true};
    if (!column.isValid())
        return {};
    const auto by = static_cast<SegmentColumn>(column.toInt());
    return {by, isDescending(by)};
}

SegmentsModel::Order turnedOrder(const SegmentsModel::Order &now, SegmentColumn column)
{
    return {column, now.by == column ? !now.descending : isDescending(column)};
}

void markSegmentOrder(QComboBox &box, QHeaderView &header, const SegmentsModel &model)
{
    const SegmentsModel::Order &order = model.order();
    const int item = order.by   ? box.findData(static_cast<int>(*order.by))
            : order.surelyWorse ? box.findData(surelyWorseItem)
                                : 0;
    box.setCurrentIndex(item);
    header.setSortIndicatorShown(order.by.has_value());
    const auto &columns = model.columns();
    const auto found = std::ranges::find_if(columns, [&order](const SegmentsModel::Column &column) {
        return order.by == column.column && !column.isDrawn;
    });
    if (found != columns.end())
        header.setSortIndicator(static_cast<int>(found - columns.begin()),
                                order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

} // namespace oneinn
