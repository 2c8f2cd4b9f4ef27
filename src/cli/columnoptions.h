// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/optionreader.h"
#include "cli/options.h"

namespace oneinn::cli {

/// What the columns of the file are, how they are read, and which of its rows are asked about.
void readColumns(OptionReader &reader, Options &options);

} // namespace oneinn::cli
