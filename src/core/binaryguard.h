// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// How far a number that was written in decimal may lie beside itself once it is computed in
/// binary: 0.07 * 100 is 7.000000000000001, and 0.285 * 100 is 28.499999999999996.
inline constexpr double binaryGuard = 1e-9;

} // namespace oneinn
