// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/handback.h"

#include <QApplication>

namespace oneinn {

void HandBack::remember()
{
    QWidget *now = QApplication::focusWidget();
    if (now && !m_opened->isAncestorOf(now))
        m_before = now;
}

void HandBack::giveBack() const
{
    if (m_opened->isAncestorOf(QApplication::focusWidget()) && m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
}

} // namespace oneinn
