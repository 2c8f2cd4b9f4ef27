// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/scrolleddown.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace oneinn {

QScrollArea *scrolledDown(QWidget *content, QWidget *parent)
{
    auto *area = new QScrollArea(parent);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(content);
    return area;
}

QVBoxLayout *rowsOnCard(QWidget *content)
{
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    return rows;
}

} // namespace oneinn
