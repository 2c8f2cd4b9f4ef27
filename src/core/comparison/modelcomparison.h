// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/sharedifferences.h"
#include "core/metrics/proportion.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"

#include <optional>

/// What one model or policy does better than another on the same uses.
namespace oneinn {

/// Uses that one gets right and the other does not, as shares. Intervals take uses for independent.
/// Whether the user is still there does not matter.
/// Right: a positive shown, a negative not shown; an unanswered use is not right.
struct Flips {
    std::optional<Proportion> ofUses;
    std::optional<Proportion> ofPositives; ///< absent where there are none
    std::optional<Proportion> ofNegatives;
};

/// Differences of the shares of ShareDifferences.
struct ModelComparison {
    std::optional<MeasureComparison> recall;         ///< shown of all good ones; absent without any
    std::optional<MeasureComparison> falseAlarmRate; ///< shown of all bad ones; absent without any
    std::optional<MeasureComparison> precision;      ///< absent where either shows nothing
    MeasureComparison valuePerUse;
    MeasureComparison lateShare; ///< of all uses; lower is better
    Flips negativeFlips;         ///< right with b, not with a (Yan et al. 2021)
    Flips positiveFlips;         ///< right with a, not with b
};

/// Two ways to answer the same uses. Rows without uses are not allowed (asserted).
ModelComparison compareModels(const PairedRows &rows, const UseOutcomes &a, const UseOutcomes &b,
                              const UseTerms &terms);
/// The same from what was made of them before.
/// smallest: the difference in value that matters; optimism: of value per use.
ModelComparison compareModels(const PairedRows &rows, const ComparedUses &a, const ComparedUses &b,
                              double smallest, const Optimism &optimism = {});
/// That difference beside b, on these rows.
double smallestBeside(const PairedRows &rows, const ComparedUses &b, const OutcomeValues &values);

} // namespace oneinn
