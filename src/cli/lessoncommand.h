// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTextStream>

namespace oneinn::cli {

/// lesson check|run|list|summary: a conversation, unlike other commands.
bool isLessonCommand(const QStringList &arguments);
/// arguments[0] is the program. Answers are read from `in`, a line each.
int runLessonCommand(const QStringList &arguments, QTextStream &in, QTextStream &out,
                     QTextStream &err);

} // namespace oneinn::cli
