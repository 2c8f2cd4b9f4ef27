// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/json.h"

namespace oneinn {
struct RollbackTrigger;
}

namespace oneinn::cli {

/// Looks and limits with what they promise; null parts where there is no rule.
Json rollbackJson(const RollbackTrigger &trigger);

Outcome releaseCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
