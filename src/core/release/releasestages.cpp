// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/releasestages.h"

#include "core/release/promotiongate.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// More are not followed one by one: what is told of so many holds for more.
constexpr double mostFollowed = 20'000.0;
constexpr double mostBeside = 2'000'000.0;

bool isToAll(double share)
{
    return share >= 1.0;
}

/// Labels of a day of the release.
std::optional<double> labelsPerDay(const ReleaseTerms &terms, double share)
{
    const double labels = terms.usesPerDay.value_or(0.0) * share * terms.shown * terms.labelled;
    return labels > 0.0 ? std::optional(labels) : std::nullopt;
}

void setLength(ReleaseStage &stage, const ReleaseTerms &terms)
{
    const auto perDay = labelsPerDay(terms, stage.share);
    if (!stage.labelledShown) {
        if (terms.usesPerDay)
            stage.days = shortestStage;
    } else if (perDay) {
        stage.days = std::max(shortestStage, *stage.labelledShown / *perDay + terms.delayDays);
    }
    if (stage.days)
        stage.uses = *terms.usesPerDay * stage.share * *stage.days;
    else if (stage.labelledShown && terms.labelled > 0.0)
        stage.uses = *stage.labelledShown / (terms.shown * terms.labelled);
    if (!stage.uses)
        return;
    stage.shown = *stage.uses * terms.shown;
    stage.extraWrongIfBad = *stage.shown * (terms.wrongIfBad - terms.wrong);
}

/// Users of whom at least so many labelled ones are independent, if each of them had any number:
/// where one has m, the design effect is 1 + each m.
double fewestUsersFor(double independent, const ReleaseTerms &terms)
{
    constexpr double notAllOfThem = 1.5;
    const double atAll = terms.alike.ofUsers() ? independent * terms.alike.each : 0.0;
    return std::ceil(std::max(fewestUsersForRule, notAllOfThem * atAll));
}

/// As many labelled ones as tell what so many independent ones do.
void setGate(ReleaseStage &stage, const ReleaseTerms &terms)
{
    const double independent = casesForGate({.share = stage.share,
                                             .wrong = terms.wrong,
                                             .margin = terms.margin,
                                             .passed = terms.passed});
    const double fewest = fewestUsersFor(independent, terms);
    if (stage.users && *stage.users < fewest)
        stage.fewestUsers = fewest;
    else if (stage.users && terms.alike.ofUsers())
        stage.labelledShown =
                std::ceil(independent / (1.0 - independent * terms.alike.each / *stage.users));
    else
        stage.labelledShown = std::ceil(terms.designEffect * independent);
}

/// As many as are checked when the stage ends, of independent ones.
double independentChecked(const ReleaseStage &stage, const ReleaseTerms &terms)
{
    double checked = *stage.labelledShown;
    const auto perDay = labelsPerDay(terms, stage.share);
    if (stage.days && perDay)
        checked = std::max(checked, (*stage.days - terms.delayDays) * *perDay);
    return checked / terms.designEffectOf(checked, stage.users);
}

void setChances(ReleaseStage &stage, const ReleaseTerms &terms)
{
    if (!stage.labelledShown || stage.isEndless())
        return;
    const double checked =
            std::clamp(std::floor(independentChecked(stage, terms)), 1.0, mostFollowed);
    const double beside =
            std::clamp(std::floor(checked * (1.0 - stage.share) / stage.share), 1.0, mostBeside);
    const PromotionGate gate{int(checked), int(beside), terms.margin};
    stage.passIfGood = chanceToGoOn(gate, terms.wrong, terms.wrong);
    stage.passIfBad = chanceToGoOn(gate, terms.wrongIfBad, terms.wrong);
}

} // namespace

double ReleaseTerms::designEffectOf(double labelledOnes, const std::optional<double> &among) const
{
    return among && alike.ofUsers() ? alike.designEffect(labelledOnes / *among) : designEffect;
}

ReleaseStage releaseStage(const ReleaseTerms &terms, double share)
{
    assert(share > 0.0 && share <= 1.0);
    assert(0.0 < terms.wrong && terms.wrong < terms.wrongIfBad && terms.wrongIfBad < 1.0);
    ReleaseStage stage{.share = share};
    if (terms.users)
        stage.users = *terms.users * share;
    if (!isToAll(share))
        setGate(stage, terms);
    setLength(stage, terms);
    setChances(stage, terms);
    return stage;
}

std::vector<ReleasePath> releasePath(const std::vector<ReleaseStage> &stages)
{
    std::vector<ReleasePath> path;
    ReleasePath now{.days = 0.0};
    for (const ReleaseStage &stage : stages) {
        if (now.goodStillIn && !stage.isEndless()) {
            *now.expectedExtraWrongIfBad += *now.badStillIn * stage.extraWrongIfBad.value_or(0.0);
            *now.goodStillIn *= stage.passIfGood.value_or(1.0);
            *now.badStillIn *= stage.passIfBad.value_or(1.0);
        } else {
            now.goodStillIn.reset();
            now.badStillIn.reset();
            now.expectedExtraWrongIfBad.reset();
        }
        if (now.days && stage.days)
            *now.days += *stage.days;
        else
            now.days.reset();
        path.push_back(now);
    }
    return path;
}

} // namespace oneinn
