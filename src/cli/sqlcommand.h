// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commanduse.h"

#include <QStringList>
#include <QTextStream>

namespace oneinn::cli {

/// sql: writes what counts a table where it lies. Reads no predictions, so it is apart from the
/// other commands.
bool isSqlCommand(const QStringList &arguments);
/// arguments[0] is the program; an exit code.
int runSqlCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// What --help shows and docs/command-line.md holds.
QString sqlSummary();
const QList<CommandUse> &sqlOptions();

} // namespace oneinn::cli
