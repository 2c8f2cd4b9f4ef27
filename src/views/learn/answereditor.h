// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessonanswers.h"

#include <QPointer>
#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QAbstractButton;
class QButtonGroup;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QVBoxLayout;
QT_END_NAMESPACE

namespace oneinn {

class DialSlider;

/// The way to answer a step: choices, a number, a dial that also shows what is typed, an order, or
/// words. What is answered is text, as it would be typed on the command line.
class AnswerEditor final : public QWidget {
    Q_OBJECT

public:
    explicit AnswerEditor(QWidget *parent = nullptr);

    /// Anew. ends: of the dial; absent: there is none.
    void ask(const LessonStep &step, const std::optional<Interval> &ends);
    /// An answer that was given: it is shown and not changed.
    void display(const QString &typed);
    /// Puts its dial there, where it has one; says nothing of it.
    void believe(double value);
    /// Of an order that nobody has touched nothing.
    QString typed() const;
    /// Chooses the choice of a letter; false where there is none.
    bool chooseLetter(const QString &letter);
    /// Whether it is an order that nobody has touched.
    bool isUntouchedOrder() const;
    /// It is meant as it stands.
    void meanOrder() { m_orderIsMeant = true; }
    /// What takes keys, in order.
    QList<QWidget *> fields() const;
    /// Where an answer begins.
    void takeFocus();

Q_SIGNALS:
    /// By Enter.
    void submitted();
    /// A number was typed, or put by the dial.
    void believed(double value);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    /// A click on a choice's words chooses it, an arrow the next; Alt and a letter type nothing.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addChoices(const LessonStep &step);
    void addNumber(const LessonStep &step);
    void addDial(const LessonStep &step, const Interval &ends);
    void addOrder(const LessonStep &step);
    void addWords();
    bool chooseByArrow(QAbstractButton *from, int key);
    void moveInOrder(int by);
    std::optional<double> numberIn(const QString &text) const;
    QString orderTyped() const;
    void orderAs(const QString &typed);

    QVBoxLayout *m_layout;
    QWidget *m_content = nullptr; ///< everything below, made anew for each step
    QButtonGroup *m_choices = nullptr;
    QLineEdit *m_number = nullptr;
    DialSlider *m_dial = nullptr;
    bool m_asksWait = false;
    QListWidget *m_order = nullptr;
    bool m_orderIsMeant = false; ///< somebody moved a line, or said so
    QPlainTextEdit *m_words = nullptr;
};

} // namespace oneinn
