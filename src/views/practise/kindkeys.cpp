// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/practise/kindkeys.h"

#include <QComboBox>
#include <QDialog>
#include <QShortcut>

namespace oneinn {

void addKindKeys(QComboBox *kinds, QDialog *dialog)
{
    for (int line = 0; line < kinds->count(); ++line) {
        const QKeySequence key(Qt::CTRL | Qt::Key(Qt::Key_0 + line));
        kinds->setItemText(line,
                           QStringLiteral("%1 (%2)").arg(kinds->itemText(line),
                                                         key.toString(QKeySequence::NativeText)));
        auto *choose = new QShortcut(key, dialog);
        QObject::connect(choose, &QShortcut::activated, kinds, [kinds, line] {
            kinds->setCurrentIndex(line);
            Q_EMIT kinds->activated(line);
        });
    }
}

} // namespace oneinn
