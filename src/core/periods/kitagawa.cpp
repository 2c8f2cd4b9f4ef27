// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/kitagawa.h"

#include <cassert>

namespace oneinn {

MixAndWithin kitagawa(const StratifiedMean &before, const StratifiedMean &after)
{
    const Eigen::Index strata = before.share.size();
    assert(after.share.size() == strata && before.sum.size() == strata
           && after.sum.size() == strata);
    const double center =
            (before.sum.sum() / before.share.sum() + after.sum.sum() / after.share.sum()) / 2.0;
    MixAndWithin result{Eigen::ArrayXd::Zero(strata), Eigen::ArrayXd::Zero(strata)};
    for (Eigen::Index i = 0; i < strata; ++i) {
        const bool was = before.share[i] > 0.0;
        const bool is = after.share[i] > 0.0;
        if (!was && !is)
            continue;
        const double then = was ? before.sum[i] / before.share[i] : after.sum[i] / after.share[i];
        const double now = is ? after.sum[i] / after.share[i] : then;
        result.mix[i] = (after.share[i] - before.share[i]) * ((then + now) / 2.0 - center);
        result.within[i] = (after.share[i] + before.share[i]) / 2.0 * (now - then);
    }
    return result;
}

} // namespace oneinn
