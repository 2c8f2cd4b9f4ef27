// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/pressedbyenter.h"

#include <QPushButton>
#include <QShortcut>

namespace oneinn {

void pressedByEnter(QPushButton *button)
{
    button->setAutoDefault(false);
    for (const int key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *press = new QShortcut(key, button);
        press->setContext(Qt::WidgetShortcut);
        QObject::connect(press, &QShortcut::activated, button, [button] { button->click(); });
    }
}

} // namespace oneinn
