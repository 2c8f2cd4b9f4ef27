// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "core/periods/dropped.h"

#include <optional>
#include <variant>

namespace oneinn::cli {

/// drop BEFORE AFTER, or drop FILE --split COLUMN=A..B: why it does worse in the second period.
std::variant<Outcome, Unusable> dropCommand(const Options &options);

/// The same of the file of an answer against options.before, both at a threshold in the units of
/// the file; absent: at the one that was worth most before.
std::variant<Dropped, Unusable> droppedSince(const Options &options,
                                             std::optional<double> threshold);

} // namespace oneinn::cli
