// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/typedundo.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace oneinn {

TypedUndo::TypedUndo(QWidget *field, QLineEdit *edit)
    : QObject(field)
    , m_edit(edit)
{
    field->installEventFilter(this);
}

bool TypedUndo::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride || m_edit->isModified())
        return QObject::eventFilter(watched, event);
    const auto *key = static_cast<const QKeyEvent *>(event);
    if (!key->matches(QKeySequence::Undo) && !key->matches(QKeySequence::Redo))
        return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
}

} // namespace oneinn

#include "moc_typedundo.cpp"
