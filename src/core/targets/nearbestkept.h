// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/nearbest.h"
#include "core/targets/reach.h"

#include <vector>

namespace oneinn {

/// Of the thresholds that are as good as the best as far as the data can tell, those that keep the
/// limits on these rows, highest first; empty where none does. A part reaches no farther than the
/// range. `within` has to be of the same rows and budget.
std::vector<ThresholdInterval> keptOf(const NearBest &near, const Reach &within);

/// Whether these are all of it.
bool isAllOf(const std::vector<ThresholdInterval> &kept, const NearBest &near);

} // namespace oneinn
