// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/stagestable.h"

#include "views/launch/stagesmodel.h"

#include <QHeaderView>
#include <QResizeEvent>
#include <QScrollBar>

#include <algorithm>

namespace oneinn {

StagesTable::StagesTable(QWidget *parent)
    : QTableView(parent)
    , m_stages(new StagesModel(this))
{
    setModel(m_stages);
    verticalHeader()->hide();
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    horizontalHeader()->setSectionsClickable(false);
}

void StagesTable::fit()
{
    int used = 0;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const int width =
                std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        setColumnWidth(column, width);
        used += isColumnHidden(column) ? 0 : width;
    }
    const int spare = viewport()->width() - used;
    if (spare > 0)
        setColumnWidth(0, columnWidth(0) + spare);
    resizeRowsToContents();
    const int scroll = spare < 0 ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(horizontalHeader()->sizeHint().height() + verticalHeader()->length()
                   + 2 * frameWidth() + scroll);
}

void StagesTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        fit();
}

} // namespace oneinn

#include "moc_stagestable.cpp"
