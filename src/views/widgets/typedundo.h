// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QLineEdit;
class QWidget;
QT_END_NAMESPACE

namespace oneinn {

/// Undo and redo take back what is being typed, as everywhere; once it has been taken over they are
/// the window's: what was typed is then a step like any other.
class TypedUndo final : public QObject {
    Q_OBJECT

public:
    /// Of the field that gets the keys, which may hold the text in an edit of its own. Lives as
    /// long as the field. Whoever takes the text over says so by edit->setModified(false).
    TypedUndo(QWidget *field, QLineEdit *edit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLineEdit *m_edit;
};

} // namespace oneinn
