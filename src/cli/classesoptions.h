// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// What the command classes takes, the columns among it, and how it is read.
QList<OptionEntry> classesEntries();
/// Those of the shared options about columns that it takes as well.
QList<OptionEntry> classesColumnOptions();
void readClasses(OptionReader &reader, Options &options);

} // namespace oneinn::cli
