// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/labels/selectivelabels.h"

#include "core/comparison/normal.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double surelySelective = 0.001; ///< of a test, two-sided
constexpr double muchLess = 0.5;          ///< labelled so much less often, of what is shown
constexpr double noneFoundDoubt = 0.05;
constexpr double auditConfidence = 0.95;
constexpr double fewestExpectedGood = 5.0;

/// How many standard errors the shares of labelled ones are apart, if all were alike.
double distanceOf(const LabelledUses &uses)
{
    const double all = uses.shownUses + uses.silentUses;
    const double pooled = (uses.shownLabelled + uses.silentLabelled) / all;
    const double variance =
            pooled * (1.0 - pooled) * (1.0 / uses.shownUses + 1.0 / uses.silentUses);
    const double difference =
            uses.shownLabelled / uses.shownUses - uses.silentLabelled / uses.silentUses;
    return variance > 0.0 ? difference / std::sqrt(variance) : 0.0;
}

struct Estimate {
    double expected = 0.0;
    double variance = 0.0;
};

/// Good ones among some strata, if labels are given at random within each; absent where one has
/// none.
std::optional<Estimate> goodIn(const std::vector<LabelStratum> &strata, bool shown)
{
    Estimate found;
    for (const LabelStratum &stratum : strata) {
        if (stratum.shown != shown || !(stratum.uses > 0.0))
            continue;
        if (!(stratum.labelled > 0.0))
            return std::nullopt;
        const double share = stratum.good / stratum.labelled;
        found.expected += stratum.uses * share;
        found.variance += stratum.uses * stratum.uses * share * (1.0 - share) / stratum.labelled;
    }
    return found;
}

LabelStratum together(const std::vector<LabelStratum> &strata, bool shown)
{
    LabelStratum sum{.shown = shown};
    for (const LabelStratum &stratum : strata) {
        if (stratum.shown != shown)
            continue;
        sum.uses += stratum.uses;
        sum.labelled += stratum.labelled;
        sum.good += stratum.good;
    }
    return sum;
}

/// The share of good ones above which none would be found in so many labels in 5 of 100 audits.
double noneFoundShare(double labels)
{
    return 1.0 - std::pow(noneFoundDoubt, 1.0 / labels);
}

double logistic(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

Interval recallInterval(const Estimate &shown, const Estimate &silent, const LabelStratum &all)
{
    if (!(silent.expected > 0.0)) {
        const double most = all.uses * noneFoundShare(all.labelled);
        return {shown.expected / (shown.expected + most), 1.0};
    }
    const double error = std::sqrt(shown.variance / (shown.expected * shown.expected)
                                   + silent.variance / (silent.expected * silent.expected));
    const double centre = std::log(shown.expected / silent.expected);
    const double reach = normal::reach(auditConfidence) * error;
    return {logistic(centre - reach), logistic(centre + reach)};
}

} // namespace

LabelSelection labelSelection(const LabelledUses &uses)
{
    if (!(uses.shownUses > 0.0) || !(uses.silentUses > 0.0) || !(uses.shownLabelled > 0.0))
        return LabelSelection::NoSign;
    if (!(uses.silentLabelled > 0.0))
        return LabelSelection::OnlyShown;
    const double shown = uses.shownLabelled / uses.shownUses;
    const double silent = uses.silentLabelled / uses.silentUses;
    const bool surely = normal::twoSidedP(distanceOf(uses)) < surelySelective;
    return surely && silent < muchLess * shown ? LabelSelection::Selective : LabelSelection::NoSign;
}

std::optional<VerifiedRecall> verifiedRecall(const std::vector<LabelStratum> &strata)
{
    const auto shown = goodIn(strata, true);
    if (!shown || !(shown->expected > 0.0))
        return std::nullopt;
    const LabelStratum silent = together(strata, false);
    const double unlabelled = silent.uses - silent.labelled;
    VerifiedRecall result;
    const double labelledGood = together(strata, true).good;
    result.naive = labelledGood / (labelledGood + silent.good);
    result.bounds = {shown->expected / (shown->expected + silent.good + unlabelled),
                     shown->expected / (shown->expected + silent.good)};
    const auto missed = goodIn(strata, false);
    if (!missed || !(silent.labelled > 0.0))
        return result;
    result.recall = shown->expected / (shown->expected + missed->expected);
    result.interval = recallInterval(*shown, *missed, silent);
    return result;
}

std::optional<AuditPlan> auditPlan(const AuditQuestion &question)
{
    const double share = question.silentShare;
    AuditPlan plan;
    plan.recallGuess = question.shownGood / (question.shownGood + question.silentUses * share);
    const double wanted = question.halfWidth
            / (normal::reach(auditConfidence) * plan.recallGuess * (1.0 - plan.recallGuess));
    const double ofShown = question.shownLabelled
            ? (1.0 - question.shownShare) / (*question.shownLabelled * question.shownShare)
            : 0.0;
    const double left = wanted * wanted - ofShown;
    if (!(left > 0.0))
        return std::nullopt;
    const double endless = (1.0 - share) / share / left;
    const double formula = endless / (1.0 + endless / question.silentUses);
    plan.label =
            std::min(question.silentUses, std::ceil(std::max(formula, fewestExpectedGood / share)));
    plan.expectedGood = plan.label * share;
    plan.isFloor = formula < fewestExpectedGood / share;
    plan.noneFoundLower = question.shownGood
            / (question.shownGood + question.silentUses * noneFoundShare(plan.label));
    return plan;
}

} // namespace oneinn
