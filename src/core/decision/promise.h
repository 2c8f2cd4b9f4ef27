// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cmath>
#include <cstdint>

/// What "a precision of at least 90 %" is asked of.
namespace oneinn {

enum class PromiseRule : std::uint8_t {
    LowerLimit, ///< the one-sided 95 % lower limit keeps it: so do 95 of 100 such files on new rows
    Plain,      ///< the share on these rows does: on new ones about half keep it, as the threshold
                ///< was chosen where it just does
};

/// A promise of precision at one threshold; one target (with k of them, 5 % over k each).
/// Wilson's limit, on effective cases.
struct Promise {
    PromiseRule rule = PromiseRule::Plain;
    /// Effective cases to each unit of weight (Kish's number of all rows over their weight): 1
    /// without weights. Only for LowerLimit.
    double casesPerWeight = 1.0;
    /// Standard errors to the limit: the normal distribution's 95 %, or Student's t for clusters.
    double reach = 1.6448536269514722;

    /// What is held against the limit, of tp right and fp wrong ones shown, not both 0.
    double precision(double tp, double fp) const
    {
        const double share = tp / (tp + fp);
        if (rule == PromiseRule::Plain)
            return share;
        const double n = (tp + fp) * casesPerWeight;
        if (!(n > 0.0))
            return 0.0;
        const double square = reach * reach / n;
        const double spread = reach * std::sqrt(share * (1.0 - share) / n + square / (4.0 * n));
        const double limit = (share + square / 2.0 - spread) / (1.0 + square);
        return limit > 0.0 ? limit : 0.0;
    }

    friend bool operator==(const Promise &, const Promise &) = default;
};

} // namespace oneinn
