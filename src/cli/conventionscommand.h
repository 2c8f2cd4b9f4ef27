// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/optionreader.h"

namespace oneinn::cli {

/// What other tools would print for this file and threshold.
Outcome conventionsCommand(const Options &options, const Input &input);

QList<OptionEntry> conventionsEntries();
void readConventions(OptionReader &reader, Options &options);

} // namespace oneinn::cli
