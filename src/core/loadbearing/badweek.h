// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/usegroups.h"
#include "core/loadbearing/failureloss.h"
#include "core/loadbearing/periods.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

/// How much worse each failure may plausibly get: equal percentages are arbitrary.
namespace oneinn {

/// Where a bad week's size comes from.
enum class BadWeekSource : std::uint8_t {
    Periods, ///< one period in ten is as bad
    Alike,   ///< periods differ by no more than chance would make them: no worse than it is
    Data,    ///< as bad as these data allow: the upper end of the 95 % interval
    TooFew,  ///< fewer than fewestClusters users or days: how bad it may be is not known
};

/// Each failure as a share of all uses: what of each use is part of it, in [0, 1], weights apart.
struct FailureShares {
    Eigen::ArrayXd lateOrGone;
    Eigen::ArrayXd wrongShown;
    Eigen::ArrayXd missed; ///< by the model
};
/// lateCounts: an answer after the budget is a failure, though it be waited for.
Eigen::ArrayXd lateOrGone(const UseOutcomes &outcomes, const PatienceCurve &patience,
                          bool lateCounts);
FailureShares failureShares(const PairedRows &rows, const UseOutcomes &outcomes,
                            const PatienceCurve &patience, bool lateCounts);

/// What periods' shares of a failure show.
struct PeriodShares {
    Eigen::ArrayXd share;    ///< by period
    Eigen::ArrayXd variance; ///< of each by chance
};

struct BadWeek {
    /// Answers take so much longer (0.1: a tenth) that as many are late or gone as in a bad week;
    /// absent where they never are, up to mostSlowdown.
    std::optional<double> slower;
    MoreOfUses more;
    PerFailure<BadWeekSource> source{BadWeekSource::Data, BadWeekSource::Data, BadWeekSource::Data};
    PeriodKind kind = PeriodKind::Weeks; ///< what was asked for
    std::size_t periods = 0;             ///< with a use; of fewer than fewestPeriods none is used
    std::size_t days = 0;
    PerFailure<PeriodShares> shares; ///< where periods are the source; else empty

    /// What the losses in a bad week are worked out with.
    Worsening worsening() const { return {slower.value_or(0.0), more}; }
};

/// What periods' shares show beside chance.
struct PeriodSpread {
    double mean = 0.0;
    double tau = 0.0; ///< standard deviation between periods, chance taken off: DerSimonian & Laird
    /// They differ by more than 95 of 100 such files whose periods differ by chance alone:
    /// Cochran's Q beyond that part of the chi-squared distribution.
    bool isShown = false;

    /// One period in ten is worse, were they normally distributed.
    double bad() const;
};
/// Of each period its share and how much that varies by chance. Absent with fewer than
/// fewestPeriods.
std::optional<PeriodSpread> periodSpread(const PeriodShares &periods);
/// How many times as much worse a bad week is, by failure, were these periods drawn again: once for
/// each resample, the same ones for every failure. 1 where periods are not the source.
std::vector<PerFailure<double>> drawnAgain(const BadWeek &badWeek, std::size_t resamples,
                                           std::uint64_t seed);

/// The share of uses that are late or gone if answers take 1 + slower times as long.
using LateOrGone = std::function<double(double slower)>;
/// The smallest at which so many are; absent where that is never so, up to mostSlowdown.
std::optional<double> slowerUntil(const LateOrGone &share, double upper);

/// Uses are alike as `rows` says whose they are, and when; groups: of many, summed by these.
BadWeek badWeek(const PairedRows &rows, const FailureShares &shares, const UsePeriods &periods,
                const LateOrGone &lateOrGone, const std::optional<UseGroups> &groups = {});

} // namespace oneinn
