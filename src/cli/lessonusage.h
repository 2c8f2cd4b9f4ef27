// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace oneinn::cli {

/// A thing that `lesson` does, or an option of one.
struct LessonUse {
    QString usage; ///< behind "one-in-n-cli lesson "; an option as it is typed
    QString help;
};

/// All there are: what --help shows and docs/command-line.md holds.
const QList<LessonUse> &lessonUses();
const QList<LessonUse> &lessonOptions();
QString lessonUsage();

} // namespace oneinn::cli
