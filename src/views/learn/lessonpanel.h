// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessoncourse.h"

#include <QDockWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace oneinn {

class AnswerEditor;

/// A lesson beside the picture of its data: the question, the way to answer it, then what was right
/// and the reveal. What is answered is kept at once, so that it can be left at any time.
class LessonPanel final : public QDockWidget {
    Q_OBJECT

public:
    explicit LessonPanel(QWidget *window);

    /// Where it was left.
    void begin(const LessonCourse &course);
    /// Null: no lesson is gone through.
    const LessonCourse *course() const { return m_course ? &*m_course : nullptr; }
    /// Whether what the data show has to wait: until no question is left that it would answer.
    bool hidesPicture() const;
    /// Where the window's own dial was put, as the answer to be given.
    void believe(double typed);
    void answer();
    void beginAgain();
    /// Where that shows what is still asked, only when it is said twice in a row.
    void askToLeave();
    void leave();
    /// What was answered so far, as `lesson run --save` writes it.
    void saveTo(const QString &path);

Q_SIGNALS:
    /// Another step, or the same one answered.
    void stepShown();
    /// A threshold or a wait was typed or put here; not yet answered.
    void believed(double typed);
    void left();

protected:
    void closeEvent(QCloseEvent *event) override;
    /// A letter is an answer where letters are.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void makeQuestion(QVBoxLayout *column);
    void makeFoot(QVBoxLayout *column);
    QPushButton *makeButton(const QString &text, const char *name);
    void go(void (LessonCourse::*step)());
    void keep();
    void showStep();
    void orderTabs();
    void showAnswered();
    void tell(const QString &sentence);
    bool mayLeave();
    QString whyUnanswered() const;
    void save();

    std::optional<LessonCourse> m_course;
    bool m_leaves = false; ///< has been told what leaving shows
    QLabel *m_title;
    QLabel *m_place;
    QLabel *m_show;
    QLabel *m_question;
    AnswerEditor *m_editor;
    QPushButton *m_answer;
    QLabel *m_problem;
    QLabel *m_told;
    QLabel *m_score;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_again;
    QLineEdit *m_name;
    QPushButton *m_save;
    QPushButton *m_leave;
};

} // namespace oneinn
