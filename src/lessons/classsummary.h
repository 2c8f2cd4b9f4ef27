// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// What a class made of a lesson, from the results that its learners saved.
namespace oneinn {

/// A question as one learner answered it, before the reveal.
struct LessonResult {
    QString learner; ///< the name that was typed; empty: who saved the file
    QString lesson;  ///< its title
    int step = 1;    ///< 1-based
    QString question;
    QString answer;
    std::optional<bool> right; ///< absent: the question is not graded
    QString misconception;     ///< empty: none
    QString begun = {};        ///< when the learner began; empty of files that are older than that
};

/// The columns of a file of results, in their order. Older files have only the first seven.
QStringList lessonResultColumns();

/// Under "right": "1", "0", or nothing where it is not graded.
QString gradeCell(const std::optional<bool> &right);

/// The results in a file, or a sentence that names it and says what to do.
std::variant<QList<LessonResult>, QString> readLessonResults(const QString &path);

struct MisconceptionCount {
    QString misconception;
    int learners = 0;
};

struct QuestionSummary {
    QString lesson;
    int step = 1;
    QString question;
    int answered = 0;                              ///< learners; who answered twice counts once
    std::optional<int> right;                      ///< of these; absent: the question is not graded
    QList<MisconceptionCount> misconceptions = {}; ///< commonest first, then as they came
};

/// By lesson, as they first came, and by step. files: the results of a file each. A learner is a
/// name, whatever its capitals, else the moment at which the lesson was begun, else a file; of
/// several answers to a question the first counts, since the others were given after the reveal.
QList<QuestionSummary> classSummary(const QList<QList<LessonResult>> &files);
/// Of each file, how many of its answers count no more since their learner's answer to the question
/// is there already: of results that were saved twice all of them.
QList<int> answersRepeated(const QList<QList<LessonResult>> &files);
/// "All 24 answers of 'b.csv' are there already, so they count once."; empty where none is.
QString repeatedSentence(const QString &fileName, int repeated, int all);

/// "12 of 20 were right."; that it is not graded, else.
QString rightSentence(const QuestionSummary &summary);
/// "5 of 20: You read precision as accuracy."; empty where nobody had any.
QString misconceptionSentence(const QuestionSummary &summary);

} // namespace oneinn
