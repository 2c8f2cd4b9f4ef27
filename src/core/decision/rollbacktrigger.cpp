// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"

#include "core/assessment.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>

namespace oneinn {

namespace {

/// What is expected where it may have been met by nobody.
double expectedShare(const Proportion &share)
{
    return share.value > 0.0 ? share.value : share.interval.high;
}

void setRule(RollbackTrigger &trigger, const std::optional<Proportion> &wrong)
{
    const auto without = [&trigger](NoRollbackRule reason) { trigger.noRule = reason; };
    if (!wrong)
        return without(NoRollbackRule::NothingShown);
    if (wrong->value >= 1.0)
        return without(NoRollbackRule::AllWrong);
    if (wrong->reliability != Reliability::Stated)
        return without(NoRollbackRule::TooFew);
    // Beyond, no check of any length would tell.
    constexpr double rarest = 1e-6;
    const double share = expectedShare(*wrong);
    if (share >= rarest && share <= 1.0 - rarest)
        trigger.rule = rollbackRule(share, badShare(share));
    if (!trigger.rule)
        return without(NoRollbackRule::TooRare);
    if (wrong->interval.high < 1.0)
        trigger.goodRolledBackAtUpperEnd =
                rollbackOdds(trigger.rule->looks, wrong->interval.high).rolledBack;
}

/// Days are not drawn anew from many, so that nothing is told of how sure their part is.
bool isByUsers(const ClusterEffect &effect)
{
    return effect.of != ClusterOf::Day;
}

/// Those shown to one user, or on one day, go wrong together.
void scaleToClusters(RollbackTrigger &trigger, const Assessment &assessment)
{
    const auto effect = assessment.experience.shares.effectOf(Share::WrongOfShown);
    if (!trigger.rule || !effect)
        return;
    const double rows = assessment.experience[Share::WrongOfShown]->all.rows;
    const bool bringSeveral = effect->clusters < rows;
    if (isByUsers(*effect) && bringSeveral && effect->effectiveClusters < fewestUsersForRule) {
        trigger.rule.reset();
        trigger.goodRolledBackAtUpperEnd.reset();
        trigger.noRule = NoRollbackRule::FewUsers;
        return;
    }
    const double cautious = surelyNoMore(*effect, rows);
    if (cautious <= designEffectLeftAlone)
        return;
    trigger.rule->looks = scaled(trigger.rule->looks, cautious);
    trigger.rule->good.meanShown *= cautious;
    trigger.rule->bad.meanShown *= cautious;
    trigger.rule->designEffect = cautious;
}

} // namespace

double badShare(double wrong)
{
    constexpr double mostToGrowByHalf = 0.4;
    constexpr double half = 1.5;
    constexpr double third = 1.0 / 3.0;
    return wrong <= mostToGrowByHalf ? half * wrong : 1.0 - (1.0 - wrong) * (1.0 - third);
}

double surelyNoMore(const ClusterEffect &effect, double rows)
{
    const double freedom = effect.effectiveClusters - 1.0;
    if (!isByUsers(effect) || !(effect.clusters < rows) || freedom < 1.0)
        return effect.designEffect;
    constexpr double rarely = 0.1;
    const double low = boost::math::quantile(boost::math::chi_squared(freedom), rarely);
    // Kish's number of clusters is that of half of them or fewer; else they are about as large.
    const double allAlike = 2.0 * rows / effect.effectiveClusters;
    return std::max(effect.designEffect, std::min(effect.designEffect * freedom / low, allAlike));
}

RollbackTrigger rollbackTrigger(const Assessment &assessment)
{
    RollbackTrigger trigger;
    setRule(trigger, assessment.experience[Share::WrongOfShown]);
    scaleToClusters(trigger, assessment);
    const auto shown = assessment.experience[Share::Shown];
    if (shown && shown->reliability == Reliability::Stated && shown->value > 0.0)
        trigger.shown = roundVolumeLimits(shown->value);
    const auto late = assessment.experience[Share::Late];
    if (late && late->reliability == Reliability::Stated)
        trigger.late = roundVolumeLimits(expectedShare(*late), Watched::MoreOnly);
    return trigger;
}

} // namespace oneinn
