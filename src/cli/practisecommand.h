// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/optionreader.h"
#include "cli/optiontable.h"

namespace oneinn::cli {

QList<OptionEntry> practiseEntries(const OptionEntry &budget);
void readPractise(OptionReader &reader, Options &options);

/// practise FILE: a question to be answered aloud, and when it has been, what strong answers do.
/// As JSON all at once.
Outcome practiseCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
