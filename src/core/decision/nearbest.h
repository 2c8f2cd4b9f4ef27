// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/objectives.h"
#include "core/metrics/operatingcounts.h"

/// Which thresholds the data cannot tell from the best one, or which lose next to nothing.
namespace oneinn {

/// Conventions of ours, not findings of the literature.
inline constexpr double negligibleLoss = 0.02; ///< of what the best gains over showing nothing
/// One-sided, against the best; more than .975, since the best was chosen on these very rows.
inline constexpr double nearBestConfidence = 0.992;
/// Where fewer uses are decided otherwise, nothing is told: they may all be of one kind by chance.
inline constexpr double fewestToTell = 20.0;

/// The uses that are decided otherwise by a threshold than by the best one.
struct UsesBetween {
    Tally positive;
    Tally negative;
};

/// How much is lost against the best threshold, and whether that can be told: paired, use by use,
/// with Student's t of the mean of the differences. Uses are taken as independent, also those of
/// one user. Where users leave, weights are those of the users who stay.
class NearBestRule {
public:
    /// uses: all there are, for whom the value is summed; some (their weight > 0). gained: by the
    /// best over showing nothing, summed, never below 0.
    NearBestRule(const ValueGain &gain, const Tally &uses, double gained);

    /// Per use. shown: the threshold shows what the best does not.
    double loss(const UsesBetween &between, bool shown) const;
    bool isNear(const UsesBetween &between, bool shown) const;
    /// At least what is lost by any threshold with no fewer uses between than `least` and no more
    /// than `most`.
    double mostLost(const UsesBetween &least, const UsesBetween &most, bool shown) const;
    /// No such threshold is near. False where that is not known.
    bool areFar(const UsesBetween &least, const UsesBetween &most, bool shown) const;

private:
    double extremeLoss(const UsesBetween &least, const UsesBetween &most, double sign,
                       bool largest) const;
    double reach(double squares) const;

    ValueGain m_gain;
    double m_uses;
    double m_squares;
    double m_standardErrors = 0.0; ///< for the sum of squares, over the uses; 0 with one row alone
    double m_negligible;
    double m_rounding;
};

/// From the lowest to the highest threshold that is near the best: where the truly best may lie. In
/// 95 of 100 files or more it does (held by simulation in tst_nearbest, 100 to 3,000 uses); one
/// that ended at the first threshold that is not near would hold it in as few as 57. The same score
/// twice: one decision alone is near.
struct NearBest {
    double lowest = 0.0;   ///< a score; -infinity where everything may be shown
    double highest = 0.0;  ///< a score; +infinity where nothing need be shown
    double mostLost = 0.0; ///< per use, by the worst threshold between them

    bool operator==(const NearBest &) const = default;
};

/// The same with the best threshold itself in it, which may lie between two scores: of the decision
/// that it makes the range holds but the higher one.
NearBest holding(NearBest range, double best);

} // namespace oneinn
