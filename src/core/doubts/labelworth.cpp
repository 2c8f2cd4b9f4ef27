// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/labelworth.h"

#include "core/assessment.h"
#include "core/comparison/differenceverdict.h"
#include "core/comparison/pincomparison.h"
#include "core/policies/useslice.h"

#include <cassert>

namespace oneinn {

namespace {

/// Of all uses; those that end without an answer or a user are the same at every threshold.
ConfusionMatrix sharesAt(const UseSlice &slice, const ClassFactors &factors, Threshold threshold)
{
    const OperatingCounts ends = slice.ends(threshold).rebased(factors);
    const double uses = ends.uses().weight;
    return {ends.tp.weight / uses, ends.fp.weight / uses, ends.fn.weight / uses,
            ends.tn.weight / uses};
}

} // namespace

Result<std::optional<LabelWorth>> labelWorth(const ScenarioRows &rows,
                                             const ThresholdDoubts &doubts, Threshold other,
                                             std::optional<double> more, const JobControl &job)
{
    const DoubtsQuestion &question = doubts.question;
    assert(rows.fit(question));
    using Found = std::optional<LabelWorth>;
    if (!doubts.choice || doubts.isBest(other))
        return Found();
    const auto differences =
            pinDifferences(rows, {question, doubts.best.threshold}, rows, {question, other}, job);
    if (!differences)
        return differences.problem();
    const auto &value = differences.value().valuePerUse;
    if (!value || !value->standardError || value->isNone())
        return Found();
    LabelWorth worth;
    worth.best = doubts.best.threshold;
    worth.other = other;
    worth.values = question.values;
    worth.known = {.difference =
                           expectedDifference(value->difference, {.a = doubts.choice->optimism}),
                   .standardError = *value->standardError,
                   .uses = doubts.uses};
    worth.ofCertainty = worthOfCertainty(worth.known);
    worth.plan = worthOfLabels(worth.known, more.value_or(doubts.uses));
    const auto slice = rows.at(question);
    const ClassFactors factors = restatement(*slice, question.baseRate);
    const OperatingCounts ends = slice->ends(other).rebased(factors);
    worth.goodShare = ends.positives().weight / ends.uses().weight;
    worth.breakEven =
            breakEven(sharesAt(*slice, factors, other), sharesAt(*slice, factors, worth.best),
                      worth.values, worth.goodShare);
    return Found(worth);
}

Result<std::optional<LabelWorth>> labelWorthOfNow(const ScenarioRows &rows,
                                                  const ThresholdDoubts &doubts, Threshold now,
                                                  const JobControl &job)
{
    const Threshold other = doubts.isBest(now) ? Threshold::alertOnNothing() : now;
    return labelWorth(rows, doubts, other, std::nullopt, job);
}

} // namespace oneinn
