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

constexpr int wantedNameWidth = 250;
constexpr int leastNameWidth = 150;  ///< of the short ones
constexpr int fewestNameWidth = 110; ///< rather than that nothing is said of misses
constexpr int narrowTable = 700;
constexpr int mostAir = 10;
/// The first go first.
constexpr std::array droppedColumns{PolicyColumn::WaitHalf, PolicyColumn::Cost,
                                    PolicyColumn::WaitP95, PolicyColumn::Late,
                                    PolicyColumn::Missed};

} // namespace

namespace {

/// What tells two policies apart is never cut off: a name that is too long takes a second line.
void wrapNames(QTableView &table)
{
    constexpr int beside = 12;
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

bool fitPolicyColumns(QTableView &table, bool late)
{
    QHeaderView *header = table.horizontalHeader();
    const int columns = table.model()->columnCount();
    for (int column = 0; column < columns; ++column)
        header->setSectionHidden(column, !late && column == static_cast<int>(PolicyColumn::Late));
    table.resizeColumnsToContents();
    const int width = table.viewport()->width();
    const bool narrow = width < narrowTable;
    const int air = narrow ? 0 : mostAir;
    const int name = narrow ? leastNameWidth : wantedNameWidth;
    int others = 0;
    for (int column = 1; column < columns; ++column) {
        if (header->isSectionHidden(column))
            continue;
        header->resizeSection(column, header->sectionSize(column) + air);
        others += header->sectionSize(column);
    }
    for (const PolicyColumn column : droppedColumns) {
        const int least = column == PolicyColumn::Missed ? fewestNameWidth : name;
        if (others + least <= width)
            break;
        others -= header->sectionSize(static_cast<int>(column));
        header->setSectionHidden(static_cast<int>(column), true);
    }
    header->resizeSection(0, qMax(fewestNameWidth, width - others));
    wrapNames(table);
    return !narrow;
}

void fitPolicyDetail(QPlainTextEdit &detail)
{
    constexpr int lines = 4;
    const QTextDocument &text = *detail.document();
    const QTextLayout *first = text.firstBlock().layout();
    const qreal line =
            first->lineCount() > 0 ? first->lineAt(0).height() : detail.fontMetrics().lineSpacing();
    detail.setFixedHeight(qRound(lines * line + text.documentMargin()));
}

} // namespace oneinn
