// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/optionreader.h"

namespace oneinn::cli {

/// What the command learn takes, and how it is read; but for the threshold.
QList<OptionEntry> learnEntries(const OptionEntry &budget);
void readLearn(OptionReader &reader, Options &options);
Outcome learnCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
