// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lesson.h"
#include "lessons/lessonanswers.h"

#include <QList>
#include <QString>

#include <memory>
#include <variant>

namespace oneinn {

/// A lesson with what is right in each of its steps: it can be taught.
struct OpenLesson {
    QString path; ///< of its file
    Lesson lesson;
    QList<StepAnswers> answers; ///< one for each step
};
using OpenLessonPtr = std::shared_ptr<const OpenLesson>;

/// Or all that is wrong, a sentence each: with its line and what to do. Reads the lesson's data and
/// works out every step, which takes as long as the data are large.
std::variant<OpenLessonPtr, QStringList> openLesson(const QString &path);

/// Which lesson it is, and all of these sentences, a line each.
QString allFaults(const QString &path, const QStringList &faults);

} // namespace oneinn
