// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"

#include "core/assessment.h"
#include "core/decision/sharerule.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>

namespace oneinn {

namespace {

/// What is expected where it may have been met by nobody.
double expectedShare(const Proportion &share)
{
    return share.value > 0.0 ? share.value : share.interval.high;
}

ShareRule ruleWithoutClusters(const std::optional<Proportion> &rare)
{
    const auto without = [](NoRollbackRule reason) { return ShareRule{.noRule = reason}; };
    if (!rare)
        return without(NoRollbackRule::NothingShown);
    if (rare->value >= 1.0)
        return without(NoRollbackRule::AllWrong);
    if (rare->reliability != Reliability::Stated)
        return without(NoRollbackRule::TooFew);
    // Beyond, no check of any length would tell.
    constexpr double rarest = 1e-6;
    const double share = expectedShare(*rare);
    ShareRule made;
    if (share >= rarest && share <= 1.0 - rarest)
        made.rule = rollbackRule(share, badShare(share));
    if (!made.rule)
        return without(NoRollbackRule::TooRare);
    if (rare->interval.high < 1.0)
        made.goodRolledBackAtUpperEnd =
                rollbackOdds(made.rule->looks, rare->interval.high).rolledBack;
    return made;
}

/// Days are not drawn anew from many, so that nothing is told of how sure their part is.
bool isByUsers(const ClusterEffect &effect)
{
    return effect.of != ClusterOf::Day;
}

/// What one user brings more of is alike, whatever days do beside: where both are known, all of the
/// effect is taken for that of users. Who has none of what is shown is one of them all the same,
/// and the others have the more.
AlikeOfOne alikeOfOne(const ClusterEffect &effect, const Assessment &assessment, double rows,
                      double cautious)
{
    const auto &pace = assessment.pace.inFile;
    AlikeOfOne alike{.each = 0.0, .of = effect.of};
    double clusters = effect.clusters;
    if (effect.of == ClusterOf::Day && (pace || effect.widest == ClusterOf::User)) {
        alike.of = ClusterOf::User;
        clusters = effect.widest == ClusterOf::User ? effect.widestClusters : pace->users;
    }
    if (pace && alike.of == ClusterOf::User)
        clusters = std::max(clusters, pace->users);
    if (clusters > 0.0)
        alike.each = std::max(0.0, cautious - 1.0) / (rows / clusters);
    return alike;
}

/// Those of one user, or on one day, go wrong together.
void scaleToClusters(ShareRule &made, const Assessment &assessment, Share share)
{
    const auto effect = assessment.experience.shares.effectOf(share);
    if (!made.rule || !effect)
        return;
    const double rows = assessment.experience[share]->all.rows;
    const bool bringSeveral = effect->clusters < rows;
    if (isByUsers(*effect) && bringSeveral && effect->effectiveClusters < fewestUsersForRule) {
        made = {.noRule = NoRollbackRule::FewUsers};
        return;
    }
    const double cautious = surelyNoMore(*effect, rows);
    made.rule->alike = alikeOfOne(*effect, assessment, rows, cautious);
    if (cautious <= designEffectLeftAlone)
        return;
    made.rule->looks = scaled(made.rule->looks, cautious);
    made.rule->good.meanShown *= cautious;
    made.rule->bad.meanShown *= cautious;
    made.rule->designEffect = cautious;
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

ShareRule shareRule(const Assessment &assessment, Share share)
{
    ShareRule made = ruleWithoutClusters(assessment.experience[share]);
    scaleToClusters(made, assessment, share);
    return made;
}

RollbackTrigger rollbackTrigger(const Assessment &assessment)
{
    RollbackTrigger trigger;
    const ShareRule wrong = shareRule(assessment, Share::WrongOfShown);
    trigger.rule = wrong.rule;
    trigger.noRule = wrong.noRule;
    trigger.goodRolledBackAtUpperEnd = wrong.goodRolledBackAtUpperEnd;
    const auto shown = assessment.experience[Share::Shown];
    if (shown && shown->reliability == Reliability::Stated && shown->value > 0.0)
        trigger.shown = roundVolumeLimits(shown->value);
    const auto late = assessment.experience[Share::Late];
    if (late && late->reliability == Reliability::Stated)
        trigger.late = roundVolumeLimits(expectedShare(*late), Watched::MoreOnly);
    return trigger;
}

} // namespace oneinn
