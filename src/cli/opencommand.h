// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commanduse.h"

#include <QStringList>
#include <QTextStream>

namespace oneinn::cli {

/// open: the window, for a script that waits for what is chosen there. Reads no predictions itself,
/// so it is apart from the other commands.
bool isOpenCommand(const QStringList &arguments);
/// arguments[0] is the program. Becomes the window, and then does not return: its standard input
/// and output, and its exit code, are the window's. An exit code where there is nothing to open, no
/// window, or no display; a sentence is then on err.
int runOpenCommand(const QStringList &arguments, QTextStream &out, QTextStream &err);

/// What --help shows and docs/command-line.md holds.
QString openUsage();
QString openSummary();
const QList<CommandUse> &openOptions();

} // namespace oneinn::cli
