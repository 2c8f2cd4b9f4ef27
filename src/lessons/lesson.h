// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "core/scenario.h"
#include "lessons/jsonlines.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <cstdint>
#include <optional>

/// Lessons are files that a teacher writes; docs/lesson-format.md says how.
namespace oneinn {

enum class AnswerKind : std::uint8_t { Choice, Number, Score, Wait, Ranking, Words };

struct LessonChoice {
    QString text;
    std::optional<double> number; ///< what it says of the quantity, in its unit
    QString word;                 ///< likewise
    QString quantity;             ///< in a ranking: by which it is ranked, most first
    QString misconception;        ///< what it shows if it is wrong; may be empty
};

/// A question, and where its right answer comes from: never what it is.
struct LessonStep {
    QString show;
    QString question;
    AnswerKind kind = AnswerKind::Words;
    QString quantity; ///< empty for a ranking and for words
    QList<LessonChoice> choices;
    QString reveal;                  ///< {key} stands for a quantity
    std::optional<double> threshold; ///< in the file's units; absent: the most valuable one
    std::optional<double> budgetMs;
    std::optional<std::string> model;
    std::vector<Selection::Where> where;
    QString path; ///< of its keys in the file: "steps[0]"
};

/// How the columns of a lesson's data are read, where that is not left to be guessed.
struct LessonColumns {
    std::optional<std::string> label = {};
    std::optional<std::string> positive = {}; ///< the label's value that means positive
    std::optional<std::string> score = {};
    std::optional<bool> lowerIsPositive = {};
    std::optional<std::string> latency = {}; ///< "": none

    friend bool operator==(const LessonColumns &, const LessonColumns &) = default;
};

struct Lesson {
    QString title;
    QString summary;
    int minutes = 5;
    QString sample; ///< its name without ".csv", or empty
    QString file;   ///< of one's own, beside the lesson; or empty
    QString before; ///< of an earlier period: named as the other, a sample or a file; or empty
    LessonColumns columns;
    Scenario scenario;
    QList<LessonStep> steps;
    JsonLines lines; ///< of its file, for what the data cannot tell
};

/// The newest; since 2 the columns of the data have keys, since 3 they may have an earlier period.
/// Older ones are read, too.
inline constexpr int lessonSchema = 3;

/// Whether a file is called as lessons are: *.lesson.json.
bool isLessonFile(const QString &path);

/// A lesson, and all that is wrong with its file, by line; it is whole only where nothing is.
struct LessonText {
    Lesson lesson = {};
    std::vector<Problem> problems = {};
};
LessonText readLessonText(const QByteArray &json, const QString &fileName);
LessonText readLessonTextOf(const QString &path);

/// The same; of what is wrong the first, with the line it is on.
Result<Lesson> readLesson(const QByteArray &json, const QString &fileName);
Result<Lesson> readLessonFile(const QString &path);
/// "Line 12: ...", and what to do.
QString lessonProblemText(const Problem &problem);

/// Those that come with the program, as paths that can be read.
QStringList builtInLessons();
/// What they are called by: "1-accurate".
QStringList builtInLessonNames();

} // namespace oneinn
