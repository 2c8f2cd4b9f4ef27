// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/clusteredpromise.h"

#include "core/decision/promisewalk.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>

namespace oneinn {

Promise promiseFor(PromiseRule rule, const Tally &positives, const Tally &negatives, bool stated)
{
    const Tally all = positives + negatives;
    Promise promise{.rule = rule};
    const auto casesPerWeight = [&all](const Tally &ofClass) {
        const Tally &known = ofClass.weight > 0.0 ? ofClass : all;
        return known.weight > 0.0 ? kishEffectiveN(known) / known.weight : 1.0;
    };
    promise.casesPerRight = casesPerWeight(positives);
    promise.casesPerWrong = casesPerWeight(negatives);
    if (stated && positives.weight > 0.0 && negatives.weight > 0.0)
        promise.stated = {{positives.weight, kishEffectiveN(positives)},
                          {negatives.weight, kishEffectiveN(negatives)}};
    return promise;
}

Promise clustered(Promise promise, const ClusterEffect &effect)
{
    if (effect.effectiveClusters < fewestClusters) {
        promise.casesPerRight = promise.casesPerWrong = 0.0;
        if (promise.stated)
            promise.stated->positives.cases = promise.stated->negatives.cases = 0.0;
        return promise;
    }
    promise.degrees = effect.effectiveClusters - 1.0;
    promise = withError(promise, PromiseWalk::wholeError);
    // More than the cases themselves they do not tell.
    const double fewer = std::max(1.0, effect.designEffect);
    promise.casesPerRight /= fewer;
    promise.casesPerWrong /= fewer;
    if (promise.stated) {
        promise.stated->positives.cases /= fewer;
        promise.stated->negatives.cases /= fewer;
    }
    return promise;
}

Promise withError(Promise promise, double error)
{
    using boost::math::complement;
    promise.reach = promise.degrees
            ? boost::math::quantile(complement(boost::math::students_t(*promise.degrees), error))
            : boost::math::quantile(complement(boost::math::normal(), error));
    return promise;
}

ConstrainedThreshold withClusters(
        const Promise &promise, const std::function<ConstrainedThreshold(const Promise &)> &search,
        const std::function<std::optional<ClusterEffect>(Threshold)> &effectAt)
{
    ConstrainedThreshold result = search(promise);
    if (promise.rule == PromiseRule::Plain)
        return result;
    std::optional<ClusterEffect> used;
    constexpr int mostRounds = 8;
    for (int round = 0; round < mostRounds; ++round) {
        const auto at =
                result.found ? std::optional(result.found->threshold) : result.bestReachableAt;
        const auto effect = at ? effectAt(*at) : std::nullopt;
        const bool enough = !effect
                || (used && effect->designEffect <= used->designEffect
                    && effect->effectiveClusters >= used->effectiveClusters);
        if (enough)
            break;
        if (!used)
            used = effect;
        used->designEffect = std::max(used->designEffect, effect->designEffect);
        used->effectiveClusters = std::min(used->effectiveClusters, effect->effectiveClusters);
        result = search(clustered(promise, *used));
    }
    return result;
}

} // namespace oneinn
