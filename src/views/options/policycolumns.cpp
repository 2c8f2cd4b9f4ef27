// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/options/policycolumns.h"

#include "wording/policynames.h"

#include <QHeaderView>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTextBlock>
#include <QTextLayout>

#include <array>

namespace oneinn {

namespace {

using wording::PolicyColumn;

constexpr int wantedNameWidth = 200;
constexpr int leastNameWidth = 150;
constexpr int fewestNameWidth = 110; ///< rather than that nothing is said of misses or waits
constexpr int narrowTable = 700;
constexpr int mostAir = 10;
/// The first go first.
constexpr std::array droppedColumns{PolicyColumn::WaitHalf, PolicyColumn::Cost, PolicyColumn::Late,
                                    PolicyColumn::WaitP95, PolicyColumn::Missed};

bool isMeant(PolicyColumn column, const PolicyColumnsMeant &meant)
{
    switch (column) {
    case PolicyColumn::Late:
        return meant.late;
    case PolicyColumn::WaitHalf:
    case PolicyColumn::WaitP95:
        return meant.waits;
    default:
        return true;
    }
}

int leastNameBeside(PolicyColumn column, bool narrow)
{
    if (column == PolicyColumn::Missed || column == PolicyColumn::WaitP95)
        return fewestNameWidth;
    return narrow ? leastNameWidth : wantedNameWidth;
}

/// What tells two policies apart is never cut off: a name that is too long takes a second line.
void wrapNames(QTableView &table)
{
    constexpr int beside = 8;
    const QFontMetrics metrics = table.fontMetrics();
    const int usual = table.verticalHeader()->defaultSectionSize();
    const QRect room(0, 0, table.columnWidth(0) - beside, QWIDGETSIZE_MAX);
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QString name = table.model()->index(row, 0).data().toString();
        const int height = metrics.boundingRect(room, Qt::TextWordWrap, name).height();
        table.setRowHeight(row,
                           usual - metrics.lineSpacing() + qMax(height, metrics.lineSpacing()));
    }
}

} // namespace

bool isNarrow(const QTableView &table)
{
    return table.viewport()->width() < narrowTable;
}

void fitPolicyColumns(QTableView &table, const PolicyColumnsMeant &meant)
{
    QHeaderView *header = table.horizontalHeader();
    const int columns = table.model()->columnCount();
    for (int column = 0; column < columns; ++column)
        header->setSectionHidden(column, !isMeant(static_cast<PolicyColumn>(column), meant));
    table.resizeColumnsToContents();
    const int width = table.viewport()->width();
    const bool narrow = isNarrow(table);
    const int air = narrow ? 0 : mostAir;
    int others = 0;
    for (int column = 1; column < columns; ++column) {
        if (header->isSectionHidden(column))
            continue;
        header->resizeSection(column, header->sectionSize(column) + air);
        others += header->sectionSize(column);
    }
    for (const PolicyColumn column : droppedColumns) {
        if (header->isSectionHidden(static_cast<int>(column)))
            continue;
        if (others + leastNameBeside(column, narrow) <= width)
            break;
        others -= header->sectionSize(static_cast<int>(column));
        header->setSectionHidden(static_cast<int>(column), true);
    }
    header->resizeSection(0, qMax(fewestNameWidth, width - others));
    wrapNames(table);
}

void fitPolicyDetail(QPlainTextEdit &detail, DetailRoom room)
{
    if (room == DetailRoom::All) {
        detail.setMinimumHeight(0);
        detail.setMaximumHeight(QWIDGETSIZE_MAX);
        return;
    }
    constexpr int lines = 4;
    const QTextDocument &text = *detail.document();
    const QTextLayout *first = text.firstBlock().layout();
    const qreal line =
            first->lineCount() > 0 ? first->lineAt(0).height() : detail.fontMetrics().lineSpacing();
    detail.setFixedHeight(qRound(lines * line + text.documentMargin()));
}

} // namespace oneinn
