// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"

#include <cstddef>
#include <vector>

namespace oneinn {

/// By policy, the first that gives users the same, itself where none before it does: the same
/// value, shares of wrong ones, missed, late, failed and gone, and p50, p90 and p95 of the waits,
/// within 1e-9; and the same costs, where calls have a price. So a model that is never late is one
/// policy, whether it is waited for, cut off or asked again.
std::vector<std::size_t> firstAlike(const ComparedPolicies &compared);

} // namespace oneinn
