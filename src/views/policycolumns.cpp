// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/policycolumns.h"

#include "wording/policynames.h"

#include <QHeaderView>
#include <QTableView>

#include <array>

namespace oneinn {

namespace {

using wording::PolicyColumn;

constexpr int wantedNameWidth = 250;
constexpr int air = 10;
/// The first go first.
constexpr std::array droppedColumns{PolicyColumn::WaitHalf, PolicyColumn::Cost,
                                    PolicyColumn::WaitP95, PolicyColumn::Late};

} // namespace

void fitPolicyColumns(QTableView &table)
{
    QHeaderView *header = table.horizontalHeader();
    const int columns = table.model()->columnCount();
    for (int column = 0; column < columns; ++column)
        header->setSectionHidden(column, false);
    table.resizeColumnsToContents();
    int others = 0;
    for (int column = 1; column < columns; ++column) {
        header->resizeSection(column, header->sectionSize(column) + air);
        others += header->sectionSize(column);
    }
    const int width = table.viewport()->width();
    const int name = qMin(wantedNameWidth, width / 3);
    for (const PolicyColumn column : droppedColumns) {
        if (others + name <= width)
            break;
        others -= header->sectionSize(static_cast<int>(column));
        header->setSectionHidden(static_cast<int>(column), true);
    }
    header->resizeSection(0, qMax(name, width - others));
}

} // namespace oneinn
