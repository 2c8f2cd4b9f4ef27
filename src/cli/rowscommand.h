// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// rows FILE --cell CELL: the rows behind a number. Columns that look personal only when asked for.
Outcome rowsCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
