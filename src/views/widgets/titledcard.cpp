// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/titledcard.h"

#include "views/widgets/plaintext.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

namespace oneinn {

QVBoxLayout *titledCard(QFrame *card, const QString &title)
{
    constexpr int margin = 12;
    constexpr int spacing = 6;
    card->setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->setSpacing(spacing);
    QLabel *head = plainLabel(title, card);
    head->setProperty("role", QStringLiteral("section"));
    rows->addWidget(head);
    return rows;
}

} // namespace oneinn
