// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/optionreader.h"

#include <variant>

namespace oneinn::cli {

/// What the command operating-point takes, and how it is read; but for the threshold.
QList<OptionEntry> operatingPointEntries(const OptionEntry &budget);
void readOperatingPoint(OptionReader &reader, Options &options);
/// The point with what is expected of it and how it is watched.
Outcome operatingPointCommand(const Options &options, const Input &input);

QList<OptionEntry> checkEntries();
void readCheck(OptionReader &reader, Options &options);
/// Whether a point still does what was promised, on other uses. Opens both files.
std::variant<Outcome, Unusable> checkCommand(const Options &options);

} // namespace oneinn::cli
