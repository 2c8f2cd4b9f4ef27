// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "results/backgroundstate.h"

namespace oneinn {

inline constexpr SettlePace settledPace{};
/// For what a drag draws anew, and for what is asked by a click.
inline constexpr SettlePace atOncePace{.settleMs = 0, .duringGesture = true};

} // namespace oneinn
