// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn::report {

inline constexpr double figureWidth = 640.0; ///< of every figure, in points
inline constexpr int curveColumns = 100;     ///< of a curve, of at most four points each

} // namespace oneinn::report
