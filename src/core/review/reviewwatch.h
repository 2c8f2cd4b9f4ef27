// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "core/metrics/proportion.h"
#include "core/review/reviewrows.h"

#include <optional>

/// What is watched where a person decides between two thresholds.
namespace oneinn {

/// The uses that go to a person, and all others: those shown from where the band begins on, without
/// those shown from its end on.
struct ReviewedUses {
    Tally yes;
    Tally no;
    /// That of the shares shown at both ends which tells less; absent where uses are independent.
    std::optional<ClusterEffect> clusters;
};
ReviewedUses reviewedUses(const Shares &from, const Shares &to);

/// The share of all uses that may go to a person, and where that comes from.
struct ReviewedLimit {
    double atMost = 1.0;
    bool isTarget = false; ///< as many as are done; else a quarter more than expected, or as chance
                           ///< strays
};
/// Absent where nothing is reviewed.
std::optional<ReviewedLimit> reviewedLimit(const ReviewAnswer &answer,
                                           const ReviewQuestion &question);

} // namespace oneinn
