// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// What the command rows takes, and how it is read; but for the threshold.
QList<OptionEntry> rowsEntries(const OptionEntry &budget);
void readRows(OptionReader &reader, Options &options);

} // namespace oneinn::cli
