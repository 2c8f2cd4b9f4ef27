// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/promisecheck.h"

#include "core/comparison/normal.h"

#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double errorEitherWay = 0.025;

/// Chances of as many, or more, and of as many, or fewer, at a share right at what was promised;
/// exact for whole numbers (Clopper & Pearson 1934), and in between for effective ones.
double asManyOrMore(double yes, double all, double share)
{
    return yes > 0.0 ? boost::math::ibeta(yes, all - yes + 1.0, share) : 1.0;
}
double asManyOrFewer(double yes, double all, double share)
{
    return yes < all ? boost::math::ibetac(yes + 1.0, all - yes, share) : 1.0;
}

PromiseChecked checkedOf(const PromisedShare &promise, double outsideError)
{
    PromiseChecked checked;
    const auto share = proportion(promise.yes, promise.no, promise.clusters);
    if (!share)
        return checked;
    checked.share = share->value;
    checked.told = promise.told ? promise.told : share;
    if (share->effectiveN < fewestChecked || share->tooFewClusters())
        return checked;
    const Interval interval{lowerLimit(promise.yes, promise.no, promise.clusters, outsideError),
                            upperLimit(promise.yes, promise.no, promise.clusters, errorEitherWay)};
    checked.interval = interval;
    const double all = share->effectiveN;
    const double yes = share->value * all;
    if (interval.high <= promise.atMost
        && asManyOrFewer(yes, all, promise.atMost) <= errorEitherWay)
        checked.outcome = CheckOutcome::Holds;
    else if (interval.low > promise.atMost
             && asManyOrMore(yes, all, promise.atMost) <= outsideError)
        checked.outcome = CheckOutcome::Outside;
    return checked;
}

} // namespace

std::vector<PromiseChecked> checkPromises(const std::vector<PromisedShare> &promises)
{
    std::vector<PromiseChecked> checked;
    checked.reserve(promises.size());
    const double error = errorEitherWay / std::max<double>(1.0, double(promises.size()));
    for (const PromisedShare &promise : promises)
        checked.push_back(checkedOf(promise, error));
    return checked;
}

CheckOutcome overall(const std::vector<PromiseChecked> &checked)
{
    const auto is = [](CheckOutcome outcome) {
        return [outcome](const PromiseChecked &one) { return one.outcome == outcome; };
    };
    if (std::ranges::any_of(checked, is(CheckOutcome::Outside)))
        return CheckOutcome::Outside;
    if (!checked.empty() && std::ranges::all_of(checked, is(CheckOutcome::Holds)))
        return CheckOutcome::Holds;
    return CheckOutcome::CannotTellYet;
}

std::optional<double> usesToHold(double atMost, double share)
{
    if (!(share < atMost))
        return std::nullopt;
    const double atLimit = normal::reach(1.0 - 2.0 * errorEitherWay);
    constexpr double eightOfTen = 0.6; ///< two-sided, for the quantile of 0.8
    const double atShare = normal::reach(eightOfTen);
    const double root = (atLimit * std::sqrt(atMost * (1.0 - atMost))
                         + atShare * std::sqrt(share * (1.0 - share)))
            / (atMost - share);
    return std::ceil(root * root);
}

} // namespace oneinn
