// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optiontable.h"

/// What --help and --version print, made from the table of options.
namespace oneinn::cli {

QString overallHelp();
QString helpOf(Command command);
QString versionText();

} // namespace oneinn::cli
