// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/releaseplan.h"

#include "core/assessment.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double oneHalf = 0.5;
constexpr double daysAWeek = 7.0;

std::optional<double> shareLabelled(const Assessment &assessment)
{
    const auto &labels = assessment.labels;
    if (!labels || !(labels->uses.shownUses > 0.0))
        return std::nullopt;
    return labels->uses.shownLabelled / labels->uses.shownUses;
}

/// Where labels are missing by the score, labelled uses alone do not say how many are shown.
double shareShown(const Assessment &assessment)
{
    if (const auto shown = assessment.experience[Share::Shown])
        return shown->value;
    const LabelledUses &uses = assessment.labels->uses;
    return uses.shownUses / (uses.shownUses + uses.silentUses);
}

ShadowPlan shadowPlan(const Assessment &assessment, const ReleasePlanQuestion &question,
                      const RollbackTrigger &rollback)
{
    ShadowPlan shadow{.shown = rollback.shown};
    shadow.labelsNeedShowing = assessment.labels && assessment.labels->silentUnknown();
    if (question.usesPerDay && shadow.shown)
        shadow.days = std::max(shortestStage, shadow.shown->uses / *question.usesPerDay);
    return shadow;
}

ReleaseTerms termsOf(const ReleasePlan &plan, const Assessment &assessment,
                     const ReleasePlanQuestion &question)
{
    const RollbackRule &rule = *plan.rollback.rule;
    ReleaseTerms terms{.wrong = rule.wrong, .wrongIfBad = rule.wrongIfBad};
    terms.margin = question.margin.value_or(rule.wrongIfBad - rule.wrong);
    terms.shown = shareShown(assessment);
    terms.labelled = question.labelled.value_or(shareLabelled(assessment).value_or(terms.labelled));
    terms.delayDays = question.delayDays;
    terms.usesPerDay = question.usesPerDay;
    terms.designEffect = rule.designEffect;
    terms.alike = rule.alike;
    if (question.usesPerDay && assessment.pace.usesPerWeek > 0.0)
        terms.users = *question.usesPerDay * daysAWeek / assessment.pace.usesPerWeek;
    return terms;
}

std::vector<ReleaseStage> stagesOf(const ReleaseTerms &terms, const std::vector<double> &shares)
{
    std::vector<ReleaseStage> stages;
    stages.reserve(shares.size());
    for (const double share : shares)
        stages.push_back(releaseStage(terms, share));
    return stages;
}

double passedOfEach(double gates)
{
    return std::pow(releaseReaches, 1.0 / std::max(1.0, gates));
}

/// Each stage with a gate is passed by as many as leave releaseReaches of all. One more has a gate
/// where each may be passed by fewer, so that they are counted twice.
double passedOf(ReleaseTerms terms, const std::vector<double> &shares)
{
    double gates = double(shares.size());
    for (int round = 0; round < 2; ++round) {
        terms.passed = passedOfEach(gates);
        gates = double(std::ranges::count_if(stagesOf(terms, shares),
                                             [](const auto &stage) { return stage.hasGate(); }));
    }
    return passedOfEach(gates);
}

/// The number to check is a normal approximation: where the exact chances fall short, each stage is
/// made a little surer.
void setStages(ReleasePlan &plan, const std::vector<double> &shares)
{
    constexpr int mostTries = 8;
    constexpr double surer = 0.25;
    plan.terms.passed = passedOf(plan.terms, shares);
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        plan.stages = stagesOf(plan.terms, shares);
        plan.path = releasePath(plan.stages);
        if (plan.path.empty() || plan.path.back().goodStillIn.value_or(1.0) >= releaseReaches)
            return;
        plan.terms.passed += surer * (1.0 - plan.terms.passed);
    }
}

std::optional<std::size_t> firstForRule(const ReleasePlan &plan)
{
    const auto fewest =
            plan.rollback.rule->alike.ofUsers() ? plan.rollback.rule->fewestOf() : std::nullopt;
    const double enough = std::max(fewestUsersForRule, fewest.value_or(0.0));
    const auto first = std::ranges::find_if(plan.stages, [&](const ReleaseStage &stage) {
        return !stage.users || *stage.users >= enough;
    });
    if (first == plan.stages.end())
        return std::nullopt;
    return std::size_t(first - plan.stages.begin());
}

/// Without the first stages, so far that they are over in time; empty: everybody at once alone is.
std::vector<double> sharesThatDo(const Assessment &assessment, ReleasePlanQuestion question)
{
    question.shares.erase(question.shares.begin());
    if (question.shares.size() < 2)
        return {};
    // It leaves out the next ones itself.
    const ReleasePlan plan = releasePlan(assessment, question);
    return plan.takesTooLong() ? plan.sharesThatDo : question.shares;
}

} // namespace

ReleasePlan releasePlan(const Assessment &assessment, const ReleasePlanQuestion &asked,
                        const std::optional<UsesOfGroup> &group)
{
    ReleasePlan plan{.rollback = rollbackTrigger(assessment), .group = group};
    ReleasePlanQuestion question = asked;
    if (group && question.usesPerDay)
        *question.usesPerDay *= group->share;
    if (const auto &pace = assessment.pace.inFile; pace && pace->uses >= daysAWeek * pace->weeks)
        plan.usesPerDayInFile = pace->uses / (daysAWeek * pace->weeks);
    plan.shadow = shadowPlan(assessment, question, plan.rollback);
    plan.labelledIsAssumed = !question.labelled && !shareLabelled(assessment);
    plan.marginIsOfRule = !question.margin;
    const auto wrong = assessment.experience[Share::WrongOfShown];
    plan.mostlyWrong = wrong && wrong->value >= oneHalf;
    if (!plan.rollback.rule)
        return plan;
    plan.terms = termsOf(plan, assessment, question);
    if (plan.terms.users && assessment.pace.from != PaceFrom::File)
        plan.assumedPace = assessment.pace.usesPerWeek;
    setStages(plan, question.shares);
    plan.ruleFrom = firstForRule(plan);
    if (!plan.path.empty() && plan.path.back().goodStillIn && plan.ruleFrom)
        plan.goodReachAtLeast = std::max(
                0.0, *plan.path.back().goodStillIn - plan.rollback.rule->goodRolledBackAtMost);
    if (plan.takesTooLong())
        plan.sharesThatDo = sharesThatDo(assessment, question);
    return plan;
}

bool ReleasePlan::takesTooLong() const
{
    return !path.empty() && path.back().days.value_or(0.0) > longestPlanDays;
}

bool ReleasePlan::isAtOnce() const
{
    return !stages.empty() && stages.front().share >= 1.0;
}

bool ReleasePlan::hasGate() const
{
    return std::ranges::any_of(stages, [](const auto &stage) { return stage.hasGate(); });
}

} // namespace oneinn
