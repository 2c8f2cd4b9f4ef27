// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/offerbar.h"

#include "ui_offerbar.h"

#include <QAccessible>

namespace oneinn {

OfferBar::OfferBar(QWidget *parent)
    : QFrame(parent)
    , m_ui(std::make_unique<Ui::OfferBar>())
{
    m_ui->setupUi(this);
    connect(m_ui->accept, &QPushButton::clicked, this, &OfferBar::accepted);
    connect(m_ui->decline, &QPushButton::clicked, this, &OfferBar::declined);
    connect(m_ui->other, &QPushButton::clicked, this, &OfferBar::otherChosen);
    hide();
}

OfferBar::~OfferBar() = default;

void OfferBar::display(const QString &message, const QString &accept, const QString &decline,
                       const QString &other)
{
    m_ui->text->setText(message);
    m_ui->accept->setText(accept);
    m_ui->accept->setVisible(!accept.isEmpty());
    m_ui->decline->setText(decline);
    m_ui->other->setText(other);
    m_ui->other->setVisible(!other.isEmpty());
    show();
    QAccessibleEvent event(m_ui->text, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString OfferBar::message() const
{
    return m_ui->text->text();
}

} // namespace oneinn

#include "moc_offerbar.cpp"
