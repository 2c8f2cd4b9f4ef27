// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

namespace oneinn {

/// Whether somebody set a limit. The precision that is usual is drawn and marked as that, and what
/// is told as "the limits" is of nobody.
inline bool areLimitsAsked(const Scenario &scenario)
{
    return scenario.targets.any() || scenario.precisionLimit != Scenario().precisionLimit;
}

} // namespace oneinn
