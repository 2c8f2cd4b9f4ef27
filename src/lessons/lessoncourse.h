// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/openlesson.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace oneinn {

struct GivenAnswer {
    QString typed;
    Grade grade;
    QDate date;
};

/// Of the steps that were answered.
struct LessonScore {
    int answered = 0;
    int steps = 0;
    int graded = 0;
    int right = 0; ///< of the graded ones
};

/// An answer as it is kept: with the question it was given to, which the lesson's file may have
/// changed since.
struct KeptAnswer {
    QDate date;
    int step = 1;     ///< 1-based
    QString question; ///< as askedIn() has it
    QString typed;
    std::optional<bool> right; ///< absent: not graded
    QString begun = {};        ///< when the lesson was; empty in older logs
};

/// A step's question on one line, by which it is known again.
QString askedIn(const LessonStep &step);

/// A lesson that somebody goes through: which step is at hand and what was answered so far. Each
/// step is answered once, and the next one comes after it.
class LessonCourse {
public:
    explicit LessonCourse(OpenLessonPtr open);
    /// Goes on where it was left: at the first step that has no answer to its question.
    LessonCourse(OpenLessonPtr open, const QList<KeptAnswer> &kept);

    const OpenLesson &lesson() const { return *m_open; }
    const OpenLessonPtr &lessonPtr() const { return m_open; }
    qsizetype place() const { return m_place; } ///< 0-based
    const LessonStep &step() const { return m_open->lesson.steps.at(m_place); }
    const StepAnswers &answers() const { return m_open->answers.at(m_place); }
    /// To the step at hand; null: not yet answered.
    const GivenAnswer *given() const;
    /// What is told once it is answered: what was right, or how far off it was in people; what a
    /// wrong choice shows; the reveal. Empty before.
    QStringList told() const;

    /// False: that is no answer to this question, or there is one already.
    bool answer(const QString &typed, const QDate &date);
    bool hasNext() const; ///< not before the step at hand is answered
    bool hasPrevious() const { return m_place > 0; }
    void goNext();
    void goPrevious();

    /// Whether a step that is graded has no answer yet: what would tell it is not to be seen.
    bool hasSecrets() const;
    bool isDone() const { return m_given.size() == m_open->lesson.steps.size(); }
    LessonScore score() const;
    QList<KeptAnswer> kept() const;
    /// A row for each answer, as `lesson summary` reads them. name: may be empty.
    QString resultCsv(const QString &name) const;

private:
    OpenLessonPtr m_open;
    QList<GivenAnswer> m_given; ///< to the first steps, in their order
    qsizetype m_place = 0;
    QString m_begun; ///< by which the answers of a learner without a name are known again
};

/// "2 of 3 right."
QString scoreSentence(const LessonScore &score);

} // namespace oneinn
