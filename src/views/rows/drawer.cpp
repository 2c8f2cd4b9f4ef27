// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/rows/drawer.h"

#include "views/widgets/plaintext.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace oneinn {

Drawer::Drawer(QWidget *parent)
    : QFrame(parent)
{
    setProperty("role", QStringLiteral("pins"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setVisible(false);
}

QWidget *Drawer::headLine(const QString &title, const QList<QWidget *> &choices)
{
    auto *line = new QWidget(this);
    QLabel *name = plainLabel(title, line);
    name->setObjectName(QStringLiteral("rowsTitle"));
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    auto *close = new QPushButton(tr("Close"), line);
    close->setObjectName(QStringLiteral("closeRows"));
    close->setToolTip(tr("Back to where you were (Esc)"));
    connect(close, &QPushButton::clicked, this, &Drawer::dismiss);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(name);
    for (QWidget *choice : choices)
        layout->addWidget(choice);
    layout->addStretch();
    layout->addWidget(close);
    return line;
}

void Drawer::begin()
{
    m_hand.remember();
    m_open = true;
}

void Drawer::reveal(QWidget *hand)
{
    const bool opens = isHidden();
    setVisible(true);
    raise();
    if (opens)
        Q_EMIT toggled(true);
    hand->setFocus(Qt::ShortcutFocusReason);
}

void Drawer::dismiss()
{
    if (!m_open)
        return;
    m_open = false;
    forget();
    m_hand.giveBack();
    setVisible(false);
    Q_EMIT toggled(false);
}

void Drawer::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

} // namespace oneinn

#include "moc_drawer.cpp"
