// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "lessons/openlesson.h"

#include <QDateTime>
#include <QMap>
#include <QString>
#include <QStringList>

namespace oneinn {

/// What a class guessed of a lesson's steps (from 0), as `lesson summary` reads it: a row for each
/// guess, judged as an answer is. Nobody's name is known: each guess is a learner of its own, told
/// apart from those of other classes by when the class began. What is no answer is left out; empty
/// where nothing is left.
QString classGuessesCsv(const OpenLesson &lesson, const QMap<qsizetype, QStringList> &typed,
                        const QDateTime &when);

} // namespace oneinn
