// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;

namespace oneinn {

struct PresenterNote {
    QString place;
    QString question;
    QString guesses;  ///< how many there are, and the one that is typed
    QString sentence; ///< with its numbers
    QString is;       ///< what the audience guesses
    QString next;
    bool revealed = false;
};

/// For who presents, on a second screen: what the audience does not see yet, and what comes next.
class PresenterNotes final : public QWidget {
    Q_OBJECT

public:
    explicit PresenterNotes(QWidget *window);

    void display(const PresenterNote &note);

private:
    /// type: of usual type.
    QLabel *addLine(const QString &name, double type);

    QLabel *m_place;
    QLabel *m_question;
    QLabel *m_sentence;
    QLabel *m_is;
    QLabel *m_guesses;
    QLabel *m_next;
};

} // namespace oneinn
