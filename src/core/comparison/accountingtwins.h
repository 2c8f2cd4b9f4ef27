// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/useoutcomes.h"

namespace oneinn {

/// The same is shown at the same time, and only silence is another outcome: no difference that any
/// user could tell.
bool onlyCountDifferently(const UseOutcomes &a, const UseOutcomes &b);

} // namespace oneinn
