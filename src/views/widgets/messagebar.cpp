// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/messagebar.h"

#include "ui_messagebar.h"

#include <QAccessible>

namespace oneinn {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::MessageBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

MessageBar::~MessageBar() = default;

void MessageBar::display(const QString &message)
{
    m_ui->text->setText(message);
    show();
    QAccessibleEvent event(m_ui->text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::displayAlso(const QString &message)
{
    const QStringList unread = isHidden() ? QStringList() : m_ui->text->text().split(u'\n');
    if (!unread.contains(message))
        display((unread + QStringList{message}).join(u'\n'));
}

QString MessageBar::message() const
{
    return m_ui->text->text();
}

} // namespace oneinn

#include "moc_messagebar.cpp"
