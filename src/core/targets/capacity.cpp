// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/capacity.h"

#include <boost/math/special_functions/gamma.hpp>

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

// The callers below keep to the functions' domains; nothing here may throw.
using Quiet = boost::math::policies::policy<
        boost::math::policies::domain_error<boost::math::policies::ignore_error>,
        boost::math::policies::overflow_error<boost::math::policies::ignore_error>,
        boost::math::policies::evaluation_error<boost::math::policies::ignore_error>,
        boost::math::policies::promote_double<false>>;

} // namespace

double shareOfDaysOver(double mean, double most)
{
    assert(mean >= 0.0 && most >= 0.0);
    // P(N > k) of a Poisson number is the regularised lower incomplete gamma function at k + 1.
    return boost::math::gamma_p(std::floor(most) + 1.0, mean, Quiet());
}

double largestMeanFor(double most, double share)
{
    assert(most >= 0.0 && share > 0.0 && share < 1.0);
    return boost::math::gamma_p_inv(std::floor(most) + 1.0, share, Quiet());
}

} // namespace oneinn
