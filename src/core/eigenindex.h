// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

#include <cstddef>

namespace oneinn {

/// A place as Eigen counts it, which is signed.
constexpr Eigen::Index eigenIndex(std::size_t place)
{
    return static_cast<Eigen::Index>(place);
}

} // namespace oneinn
