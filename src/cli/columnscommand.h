// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// Which column plays which part, how sure that is and why, and what there is besides; also where a
/// person would be asked. Unusable: the file cannot be read at all.
std::variant<Outcome, Unusable> columnsCommand(const Options &options);

} // namespace oneinn::cli
