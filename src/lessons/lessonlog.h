// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/lessoncourse.h"

#include <QList>
#include <QMap>
#include <QString>

#include <variant>

/// What was answered in lessons, kept on this machine alone.
namespace oneinn {

/// By the path of the lesson's file; each lesson's answers in the order of its steps.
using LessonLog = QMap<QString, QList<KeptAnswer>>;

/// Where it is kept.
QString lessonLogPath();

/// Empty where there is no file. A sentence where it cannot be read.
std::variant<LessonLog, QString> readLessonLog(const QString &path);
/// In place of what was kept of this lesson; without answers nothing is kept of it. A sentence
/// where it cannot be, empty else: an unreadable log is never written over.
QString keepLesson(const QString &path, const QString &lesson, const QList<KeptAnswer> &answers);
/// With everything in it. A sentence where it cannot be; empty: there is none any more.
QString deleteLessonLog(const QString &path);

/// "done 3 of 5", "done on 2026-11-29, 4 of 5 right"; empty where nothing is. Answers to
/// other questions than the lesson's own are not counted.
QString doneText(const Lesson &lesson, const QList<KeptAnswer> &answers);

} // namespace oneinn
