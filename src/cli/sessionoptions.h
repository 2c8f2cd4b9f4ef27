// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/options.h"

#include <QString>

#include <variant>

namespace oneinn::cli {

/// A session file as the options that it stands for, and where its data are now.
std::variant<Options, Unusable> sessionOptions(const QString &path);

/// Those that ask of one setting, which a session has.
bool readsSessions(Command command);
/// Which those are, where another one is given a session.
QString noSessionText(const QString &file);
/// Options are checked before a session is read, and once more on top of what it says: till then
/// nobody can say that something is missing.
bool isToBeRead(const Options &options);

} // namespace oneinn::cli
