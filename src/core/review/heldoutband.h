// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewer.h"
#include "core/review/reviewuses.h"

#include <optional>

namespace oneinn {

/// By how much a band is cheaper than the best single threshold on uses that had no say in choosing
/// either: tenfold cross-validation (Stone 1974) by user, or by day, or by use.
struct HeldOutGain {
    double perUse = 0.0; ///< > 0: the band is better; on average it need not be
    /// 95 %, paired use by use, uses of one user or day being alike (influenceSpread()); that what
    /// was chosen differs from part to part is not in it. Absent with fewer than fewestClusters
    /// units, and where every use ends alike.
    std::optional<Interval> interval;
    /// > 0 only of a band by hand: with the thresholds where they are it brings perUse and this. It
    /// is taken off, as more than the best brings is expected of no band; neither is a limit of its
    /// interval above that of the best.
    double takenOff = 0.0;
};

/// byHand: a band that is nobody's to choose anew, but near the best was chosen on these uses all
/// the same; absent: the best of at most so many reviews. Absent with fewer than two units, and
/// when stopped.
std::optional<HeldOutGain> heldOutGain(const ReviewUses &uses, const ReviewTerms &terms,
                                       double mostReviewed,
                                       const std::optional<BandThresholds> &byHand = {},
                                       const JobControl &job = {});

} // namespace oneinn
