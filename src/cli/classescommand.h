// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

#include <variant>

namespace oneinn::cli {

/// How rows of three or more classes are decided; reads the file itself.
std::variant<Outcome, Unusable> classesCommand(const Options &options);

/// rows FILE --class A --called B: the rows of one class that were put into another.
std::variant<Outcome, Unusable> confusionCommand(const Options &options);

} // namespace oneinn::cli
