// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>
#include <QTextStream>

/// The program without a window: the same numbers and sentences, for scripts and for a terminal.
namespace oneinn::cli {

enum ExitCode {
    Success = 0,
    UnusableData = 1,    ///< the file, or what was asked of it, cannot be used
    WrongUsage = 2,      ///< the command line makes no sense
    OutsidePromises = 3, ///< check: for sure
    CannotTellYet = 4,   ///< check
};

/// Runs one command. arguments[0] is the program. The result alone goes to out; what was guessed,
/// and what went wrong, to err.
/// in: where a person answers, for the commands that ask; null: nobody does.
int run(const QStringList &arguments, QTextStream &out, QTextStream &err,
        QTextStream *in = nullptr);
/// Whether a command asks, so that what is said must be there before it is answered.
bool asksBack(const QStringList &arguments);

} // namespace oneinn::cli
