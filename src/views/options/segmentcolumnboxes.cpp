// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/segmentcolumnboxes.h"

#include "core/predictions/predictions.h"
#include "views/widgets/segmentcolumns.h"
#include "wording/names.h"
#include "wording/segmenthints.h"

#include <QComboBox>
#include <QCoreApplication>

namespace oneinn {

namespace {

constexpr int isManyRole = Qt::UserRole + 1; ///< of an item: its column is still to be read

/// The item of a column; -1: there is none.
int itemOf(const QComboBox &box, const SegmentsBy &by, std::size_t place)
{
    if (place >= by.columns.size())
        return -1;
    const std::string &column = by.columns[place];
    return box.findData(QString::fromStdString(column));
}

void addToRead(QComboBox &box, const std::vector<std::string> &many)
{
    for (const std::string &column : many) {
        box.addItem(wording::manyGroupsItem(column), QString::fromStdString(column));
        box.setItemData(box.count() - 1, true, isManyRole);
    }
}

} // namespace

void fillSegmentColumns(const SegmentColumnBoxes &boxes, const Predictions &predictions,
                        const std::vector<std::string> &many,
                        const std::optional<SegmentsBy> &wanted)
{
    const std::vector<std::string> read = segmentColumnsOf(predictions);
    boxes.by->clear();
    for (const std::string &column : read)
        boxes.by->addItem(wording::nameText(column), QString::fromStdString(column));
    addToRead(*boxes.by, many);
    boxes.by->setCurrentIndex(read.empty() ? -1
                                           : static_cast<int>(firstSegmentColumn(predictions)));
    if (const int at = wanted ? itemOf(*boxes.by, *wanted, 0) : -1; at >= 0)
        boxes.by->setCurrentIndex(at);
    fillCrossedColumns(boxes, predictions, many);
    if (wanted)
        boxes.crossed->setCurrentIndex(qMax(0, itemOf(*boxes.crossed, *wanted, 1)));
}

void fillCrossedColumns(const SegmentColumnBoxes &boxes, const Predictions &predictions,
                        const std::vector<std::string> &many)
{
    const QVariant before = boxes.crossed->currentData();
    boxes.crossed->clear();
    boxes.crossed->addItem(QCoreApplication::translate("oneinn::SegmentsPanel", "nothing"));
    for (const std::string &column : segmentColumnsOf(predictions)) {
        const QString name = QString::fromStdString(column);
        if (name != boxes.by->currentData().toString())
            boxes.crossed->addItem(wording::nameText(column), name);
    }
    addToRead(*boxes.crossed, many);
    boxes.crossed->setCurrentIndex(before.isValid() ? qMax(0, boxes.crossed->findData(before)) : 0);
}

SegmentsBy wantedSegments(const SegmentColumnBoxes &boxes)
{
    SegmentsBy by;
    for (const QComboBox *box : {boxes.by, boxes.crossed}) {
        if (box->currentData().isValid())
            by.columns.push_back(box->currentData().toString().toStdString());
    }
    return by;
}

SegmentsBy readSegments(const SegmentColumnBoxes &boxes)
{
    SegmentsBy by = wantedSegments(boxes);
    for (const QComboBox *box : {boxes.by, boxes.crossed}) {
        if (const auto unread = columnToRead(*box))
            std::erase(by.columns, *unread);
    }
    return by;
}

std::optional<std::string> columnToRead(const QComboBox &box)
{
    if (!box.currentData(isManyRole).toBool())
        return std::nullopt;
    return box.currentData().toString().toStdString();
}

} // namespace oneinn
