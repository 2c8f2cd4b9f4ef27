// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <boost/math/special_functions/erf.hpp>

#include <cmath>
#include <numbers>

/// The standard normal distribution.
namespace oneinn::normal {

/// How many standard errors an interval of this confidence, in (0, 1), reaches either way.
inline double reach(double confidence)
{
    return std::numbers::sqrt2 * boost::math::erf_inv(confidence);
}

/// Share as far from 0 as z, or further, on either side.
inline double twoSidedP(double z)
{
    return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

} // namespace oneinn::normal
