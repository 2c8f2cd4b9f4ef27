// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

#include <variant>

namespace oneinn::cli {

/// drop BEFORE AFTER, or drop FILE --split COLUMN=A..B: why it does worse in the second period.
std::variant<Outcome, Unusable> dropCommand(const Options &options);

} // namespace oneinn::cli
