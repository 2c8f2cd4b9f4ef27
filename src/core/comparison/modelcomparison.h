// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/comparison/frontier.h"
#include "core/metrics/proportion.h"
#include "core/policies/useoutcomes.h"

#include <optional>

/// What one model or policy does better than another on the same uses.
namespace oneinn {

/// A winner is named only where the 95 % interval of the paired difference leaves out 0.
enum class ComparisonVerdict { AIsBetter, BIsBetter, CannotBeToldApart };

/// Where an interval comes from.
enum class ComparisonBasis {
    Counts,              ///< Newcombe's or Kosinski's, from counted rows
    Resamples,           ///< the middle of a paired bootstrap
    NormalApproximation, ///< of the same, see BootstrapOptions::mostDrawn
};

/// A measure of both, and how they differ.
struct MeasureComparison {
    double a = 0.0;
    double b = 0.0;
    double difference = 0.0;      ///< a less b
    Interval interval = {};       ///< of the difference, 95 %
    std::optional<double> p = {}; ///< two-sided, only from counts: McNemar's mid-p or Kosinski's
    ComparisonBasis basis = ComparisonBasis::Counts;
    ComparisonVerdict verdict = ComparisonVerdict::CannotBeToldApart;
    /// About so many more uses like these would tell them apart if the difference is what it seems
    /// to be: n ((1.96 standard error / difference)^2 - 1). Absent where they are told apart, where
    /// there is no difference, and above a billion.
    std::optional<double> moreUses = {};

    /// The same on every use, as of a point with itself.
    bool isNone() const { return difference == 0.0 && interval.width() == 0.0; }
};

/// Fills in what follows from difference and interval: verdict and moreUses. `uses`: that were
/// compared.
MeasureComparison judged(MeasureComparison measure, BetterQuality better, Eigen::Index uses);

/// Uses that one gets right and the other does not, as shares. Intervals take uses for independent.
/// Right: a positive shown, a negative not shown; an unanswered use is not right.
struct Flips {
    std::optional<Proportion> ofUses;
    std::optional<Proportion> ofPositives; ///< absent where there are none
    std::optional<Proportion> ofNegatives;
};

/// Shares are of uses whose user waits; patience is in the values alone. Recall, false-alarm rate
/// and late share come from counts (McNemar, Newcombe), precision from Kosinski's score; where uses
/// weigh differently or a user has several, they come from the paired bootstrap, as value always
/// does.
struct ModelComparison {
    std::optional<MeasureComparison> recall;         ///< absent without positives
    std::optional<MeasureComparison> falseAlarmRate; ///< absent without negatives; lower is better
    std::optional<MeasureComparison> precision;      ///< absent where either shows nothing
    MeasureComparison valuePerUse;
    MeasureComparison lateShare; ///< of all uses; lower is better
    Flips negativeFlips;         ///< right with b, not with a (Yan et al. 2021)
    Flips positiveFlips;         ///< right with a, not with b
};

/// valueA, valueB: what each use is worth with either. Rows without uses are not allowed
/// (asserted). Problem: Cancelled when stopped.
Result<ModelComparison> compareModels(const PairedRows &rows, const UseOutcomes &a,
                                      const UseOutcomes &b, const Eigen::ArrayXd &valueA,
                                      const Eigen::ArrayXd &valueB,
                                      const BootstrapOptions &options = {},
                                      const JobControl &job = {});

} // namespace oneinn
