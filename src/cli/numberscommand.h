// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// What follows from the numbers that stand on a slide (Options::counted or Options::rates), beside
/// showing nothing and showing everything. Whatever needs rows is left out, and said.
Outcome numbersCommand(const Options &options);

} // namespace oneinn::cli
