// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparedpolicies.h"

#include "core/doubts/thresholddoubts.h"
#include "core/policies/candidates.h"
#include "core/policies/ownthresholds.h"

#include <utility>

namespace oneinn {

namespace {

BestOfNow bestOfNow(const ThresholdDoubts &doubts)
{
    return {doubts.best.best,
            doubts.choice ? std::optional(doubts.choice->optimism) : std::nullopt};
}

/// Absent where no one threshold is set: moving all together is another question.
std::optional<BestOfNow> bestOfNow(const ScenarioRows &rows, const PoliciesQuestion &question,
                                   const ThresholdDoubts *doubts, const JobControl &job)
{
    if (thresholdsBySegment(question.combination))
        return std::nullopt;
    if (doubts)
        return bestOfNow(*doubts);
    DoubtsQuestion asked;
    static_cast<ValueQuestion &>(asked) = question;
    const auto found = choiceDoubtsAlone(rows, asked, job);
    return found ? std::optional(bestOfNow(found.value())) : std::nullopt;
}

} // namespace

Result<ComparedPolicies> comparedPolicies(const ScenarioRows &rows,
                                          const PoliciesQuestion &question, const JobControl &job,
                                          const ThresholdDoubts *doubts)
{
    constexpr double found = 0.3; // of the work, when what can be compared is known
    constexpr double doubted = 0.4;
    auto candidates = candidatesOf(*rows.source(), question, job.part(0.0, found));
    if (!candidates)
        return Problem{.kind = job.stopRequested() ? ProblemKind::Cancelled
                                                   : ProblemKind::NothingUsable};
    const ComparisonOptions options{
            .bestOfNow = bestOfNow(rows, question, doubts, job.part(found, doubted))};
    return comparePolicies(*std::move(candidates), question, options, job.part(doubted, 1.0));
}

} // namespace oneinn
