// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"

#include <optional>
#include <vector>

namespace oneinn {

/// Quality as users meet it.
enum class QualityMeasure { Value, WrongOfShown, Missed };
/// The share that it is; absent for the value.
std::optional<Share> shareOf(QualityMeasure quality);
/// What quality is bought with.
enum class BurdenMeasure { WaitP50, WaitP90, WaitP95, WaitP99, WaitP999, Cost };

struct FrontierView {
    QualityMeasure quality = QualityMeasure::Value;
    BurdenMeasure burden = BurdenMeasure::WaitP95;

    friend bool operator==(const FrontierView &, const FrontierView &) = default;
};

/// The percentile of a wait; absent for costs.
std::optional<double> percentileOf(BurdenMeasure burden);

/// A policy's coordinates in all uses, with 95 % intervals. Quality is the share itself, value is
/// per use, costs are per use.
struct PolicyPoint {
    std::optional<double> quality;
    std::optional<Interval> qualityInterval;
    std::optional<double> burden; ///< absent without latencies; +infinity: never over
    std::optional<Interval> burdenInterval;
    bool tooFew = false; ///< uses to state this percentile
};
PolicyPoint pointOf(const ComparedPolicy &policy, const FrontierView &view);

/// One place for each policy. Quality, burden and front are those of all uses; whether another
/// dominates for sure comes from the resampled ones. Problem: Cancelled when stopped.
Result<std::vector<FrontierPlace>> placesOf(const ComparedPolicies &compared,
                                            const FrontierView &view,
                                            const BootstrapOptions &options = {},
                                            const JobControl &job = {});

} // namespace oneinn
