// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/predictions/budgetslice.h"

#include <optional>

namespace oneinn {

/// The best thresholds of a slice by the objectives of bestthreshold.h, exact over every distinct
/// score of an on-time row and "alert on nothing", without visiting them all: the ends of the bins
/// give a first best, and only bins that could hold a better point are looked into.
/// Thresholds decide alike where they show the same on-time rows. At most `listedIntervals`
/// intervals are listed, the highest; the list of single scores (ConstrainedThreshold::feasible)
/// stays empty.
class DecisionSearch {
public:
    static constexpr std::size_t listedIntervals = 1000;

    /// factors restate the rows at another share of positives. positives and negatives: restated
    /// totals, with the late rows that count as missed or silent. besides: restated weights shown
    /// whatever the threshold. The slice must outlive this.
    DecisionSearch(const BudgetSlice &slice, const ClassFactors &factors, double positives,
                   double negatives, const ClassWeights &besides = {})
        : m_slice(slice)
        , m_factors(factors)
        , m_besides(besides)
        , m_positives(positives)
        , m_negatives(negatives)
    {
    }

    BestThreshold mostValuable(const OutcomeValues &values) const;
    /// The same among thresholds with precision >= limit (defined, and at most 1e-12 below it);
    /// absent if there is none.
    std::optional<BestThreshold> mostValuableAtPrecision(const OutcomeValues &values,
                                                         double limit) const;
    std::optional<BestThreshold> highestF1() const;
    ConstrainedThreshold mostRecallAtPrecision(double limit, const Promise &promise = {}) const;
    ConstrainedThreshold mostPrecisionAtRecall(double limit) const;

private:
    const BudgetSlice &m_slice;
    ClassFactors m_factors;
    ClassWeights m_besides;
    double m_positives;
    double m_negatives;
};

} // namespace oneinn
