// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

#include <variant>

namespace oneinn::cli {

/// stages FILE: where a pipeline of several stages loses its uses and its time; reads the file
/// itself.
std::variant<Outcome, Unusable> stagesCommand(const Options &options);

} // namespace oneinn::cli
