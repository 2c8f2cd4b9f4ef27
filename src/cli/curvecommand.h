// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// curve FILE --kind pr|roc|threshold|value|latency|det|gain|decision|cost|reliability
Outcome curveCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
