// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>

namespace oneinn {

inline constexpr double infinity = std::numeric_limits<double>::infinity();

} // namespace oneinn
