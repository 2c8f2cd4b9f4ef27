// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QLabel;
class QWidget;

/// Qt guesses whether a text is HTML and then renders it, with its pictures and its size. What is
/// shown here may hold names out of somebody else's file, so nothing is guessed: a text is plain
/// unless its widget says otherwise, and only src/views/widgets/plaintext.cpp and StatementView
/// may.
namespace oneinn {

/// Makes every label of the program show its text as it stands, also those that Qt makes for tool
/// tips and message boxes. To be installed on the application.
class PlainTextPolicy : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    /// On the running application, once.
    static void install();

    bool eventFilter(QObject *watched, QEvent *event) override;
};

/// A label that shows a text as it stands; owned by its parent.
QLabel *plainLabel(const QString &text, QWidget *parent);

/// For a button, an action or a label with a buddy, where one & would mark a key.
QString onButton(const QString &text);

} // namespace oneinn
