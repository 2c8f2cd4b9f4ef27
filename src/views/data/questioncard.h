// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/data/rolechoices.h"

#include <QFrame>

#include <vector>

class QToolButton;
class QVBoxLayout;

namespace oneinn {

/// Questions about columns, each with its answers as buttons. Hidden while there is none.
class QuestionCard final : public QFrame {
    Q_OBJECT

public:
    enum class Kind {
        Asked,  ///< nothing is counted before it is settled
        Noticed ///< read so unless somebody says otherwise
    };
    QuestionCard(Kind kind, QWidget *parent);

    void display(const std::vector<RoleQuestion> &questions);
    /// All sentences.
    QString text() const { return m_text; }
    /// So that an answer is one key away.
    void focusFirst();

Q_SIGNALS:
    void chosen(const oneinn::ingest::ColumnMapping &mapping);

private:
    void addQuestion(const RoleQuestion &question, const QString &number);
    QToolButton *answerButton(const RoleQuestion &question, const QString &text, QWidget *row);
    /// A menu of those that have no button.
    QToolButton *moreButton(const RoleQuestion &question, QWidget *row);

    Kind m_kind;
    QString m_text;
    QVBoxLayout *m_layout;
    std::vector<QWidget *> m_rows;
};

} // namespace oneinn
