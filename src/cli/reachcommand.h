// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// Which settings reach the targets; where none does, that is the answer.
Outcome reachCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
