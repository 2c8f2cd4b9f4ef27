// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// segments FILE --by COLUMN: what each segment gets, and who pays.
Outcome segmentsCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
