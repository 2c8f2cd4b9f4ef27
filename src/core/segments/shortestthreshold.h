// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

namespace oneinn {

/// Of those that decide the same, the one with the fewest digits: told with all of them, whoever
/// types it decides the same. An open lower end is taken for a twentieth below the upper one;
/// +infinity where the upper one is; the upper one where it is of bins.
Threshold shortestThreshold(const ThresholdInterval &sameDecisions);

/// One that shows nothing where no score is higher: finite, and as short, so that it still shows
/// nothing once it has been told and typed.
Threshold shortestAbove(double highest);

} // namespace oneinn
