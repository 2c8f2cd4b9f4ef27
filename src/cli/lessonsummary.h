// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTextStream>

namespace oneinn::cli {

/// lesson summary RESULT.csv... [--format text|json|csv] [--picture FILE.svg|png]; an exit code.
/// Absent options are the usual ones. usage: what is said where the arguments make no sense.
int summariseLessons(const QStringList &arguments, const QString &usage, QTextStream &out,
                     QTextStream &err);

} // namespace oneinn::cli
