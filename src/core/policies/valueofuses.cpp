// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/valueofuses.h"

#include <cassert>
#include <cmath>
#include <cstddef>

namespace oneinn {

namespace {

double worth(const OutcomeValues &values, UseDecision decision, bool positive)
{
    switch (decision) {
    case UseDecision::Shown:
        return positive ? values.tp() : values.fp();
    case UseDecision::NotShown:
        return positive ? values.fn() : values.tn();
    case UseDecision::Unanswered:
    case UseDecision::Failed:
    case UseDecision::Refused:
        break;
    }
    return values.late();
}

} // namespace

Eigen::ArrayXd stillThere(const UseOutcomes &outcomes, const PatienceCurve &patience)
{
    if (patience.everyoneWaits())
        return Eigen::ArrayXd::Ones(outcomes.wait.size());
    return outcomes.wait.unaryExpr(
            [&](double wait) { return std::isnan(wait) ? 1.0 : patience.stillWaiting({wait}); });
}

double valueOfUse(const OutcomeValues &values, UseDecision decision, bool positive, double staying)
{
    return staying * worth(values, decision, positive) + (1.0 - staying) * values.late();
}

Eigen::ArrayXd valueOfUses(const PairedRows &rows, const UseOutcomes &outcomes,
                           const UseTerms &terms)
{
    assert(outcomes.wait.size() == rows.uses());
    Eigen::ArrayXd value = stillThere(outcomes, terms.patience);
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const auto decision = outcomes.decision[static_cast<std::size_t>(use)];
        value[use] = valueOfUse(terms.values, decision, rows.label[use] > 0, value[use]);
    }
    return value;
}

double valuePerUse(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms)
{
    return (rows.weight * valueOfUses(rows, outcomes, terms)).sum() / rows.weight.sum();
}

double valueOfShowingNothing(const PairedRows &rows, const OutcomeValues &values)
{
    const double good = (rows.weight * rows.label.cast<double>()).sum() / rows.weight.sum();
    return good * values.fn() + (1.0 - good) * values.tn();
}

} // namespace oneinn
