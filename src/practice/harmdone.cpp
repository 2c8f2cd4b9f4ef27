// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/harmdone.h"

#include "core/decision/sharerule.h"
#include "core/periods/dropped.h"
#include "practice/othersettings.h"
#include "report/answerwords.h"
#include "report/rollbackwords.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"

#include <algorithm>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

/// Per use: what the wrong ones and the missed ones cost.
struct HarmPrice {
    double wrong = 0.0;
    double missed = 0.0;

    double most() const { return std::max(wrong, missed); }
};

std::optional<HarmPrice> priceOf(const Assessment &assessment)
{
    const auto shown = assessment.experience[Share::Shown];
    const auto wrong = assessment.experience[Share::WrongOfShown];
    const auto missed = assessment.experience[Share::Missed];
    const auto &good = assessment.metrics.prevalence;
    const OutcomeValues &values = assessment.scenario.values;
    const double ofWrong = values.tn() - values.fp();
    const double ofMissed = values.tp() - values.fn();
    const bool isTold = missed && good && shown && missed->reliability == Reliability::Stated
            && (!wrong || wrong->reliability == Reliability::Stated);
    if (!isTold || !report::hasValues(assessment.scenario) || ofWrong <= 0.0 || ofMissed <= 0.0)
        return std::nullopt;
    return HarmPrice{ofWrong * shown->value * (wrong ? wrong->value : 0.0),
                     ofMissed * *good * missed->value};
}

struct HarmCost {
    HarmPrice price;
    bool isGrowth = false; ///< against the earlier period
};

std::optional<HarmCost> costOf(const AnswerMaterial &material)
{
    // With a band in force, what is missed is so with a person, and what is watched is without one.
    const auto now = material.review ? std::nullopt : priceOf(material.assessment);
    if (!now)
        return std::nullopt;
    const auto usual = material.drop && material.drop->dropped->usual
            ? priceOf(*material.drop->dropped->usual)
            : std::nullopt;
    if (usual) {
        const HarmPrice growth{now->wrong - usual->wrong, now->missed - usual->missed};
        if (growth.most() > 0.0)
            return HarmCost{growth, true};
    }
    return HarmCost{*now, false};
}

QString amountOf(double perUse, const wording::Feature &feature)
{
    return wording::plainNumberText(wording::thousand * std::abs(perUse)) + u' '
            + feature.unitSaid();
}

/// "about 12 points more than in february"
QString costSaid(double perUse, const HarmCost &cost, const wording::Feature &feature)
{
    const QString amount = u"about "_s + amountOf(perUse, feature);
    return cost.isGrowth ? amount + (perUse < 0.0 ? u" less"_s : u" more"_s) : amount;
}

/// By labels alone: in what is shown no miss is seen.
QString missesWatched(const AnswerMaterial &usual)
{
    const ShareRule made = shareRule(usual.assessment, Share::Missed);
    const wording::Feature feature = report::featureOf(usual);
    const QString looked = u"No miss is seen in what is %1, so some of the rest are drawn at "
                           "random and labelled."_s.arg(feature.done);
    if (!made.rule)
        return u"No limit is set on misses: these data have too few %1, or users, for a number at "
               "which more of them would be no chance. "_s.arg(feature.positive.plural)
                + looked;
    const RollbackRule &rule = *made.rule;
    const QString sooner =
            wording::looksText(wording::earlyLooks(rule), [](const RollbackLook &look) {
                return wording::inFirst(wording::countText(look.rollBackAt), look.shown);
            });
    return u"Of the first %1 %2 that labels bring to light, we roll back at the %3 that was "
           "missed%4. That sends back %5 equally good launches by chance and catches %6 worse "
           "ones. %7"_s.arg(wording::countText(rule.looks.back().shown), feature.positive.plural,
                            wording::ordinal(rule.looks.back().rollBackAt),
                            sooner.isEmpty() ? QString() : u"; sooner at "_s + sooner,
                            wording::shareText(rule.goodRolledBackAtMost, 100),
                            wording::shareText(rule.bad.rolledBack, 100), looked);
}

QString shownWatched(const AnswerMaterial &usual)
{
    const QString shown = wording::shownLimit(usual.rollback.shown, report::featureOf(usual));
    return shown.isEmpty() ? QString() : u"We also stop and look if %1."_s.arg(shown);
}

} // namespace

std::optional<Harm> supposedHarm(CardKind kind, int number, const AnswerMaterial &material)
{
    if (kind != CardKind::Failure || material.drop)
        return std::nullopt;
    switch (number) {
    case 1:
    case 6:
        return Harm::Wrong;
    case 2:
        return Harm::Missed;
    case 3:
        return material.rollback.late ? std::optional(Harm::Late) : std::nullopt;
    default:
        return std::nullopt;
    }
}

std::optional<Harm> dearestHarm(const AnswerMaterial &material)
{
    const auto cost = costOf(material);
    if (!cost)
        return std::nullopt;
    return cost->price.missed > cost->price.wrong ? Harm::Missed : Harm::Wrong;
}

QString harmSaid(const AnswerMaterial &material)
{
    const auto cost = costOf(material);
    if (!cost)
        return {};
    const wording::Feature feature = report::featureOf(material);
    const auto &[wrong, missed] = cost->price;
    const bool isMissed = missed > wrong;
    const QString than = cost->isGrowth ? u" than in "_s + material.drop->names.before : QString();
    return u"In 1,000 %1 %2 cost %3%4, %5 %6: so it is the %7 that I stop."_s.arg(
            feature.useCase.plural, isMissed ? u"misses"_s : u"wrong ones"_s,
            costSaid(isMissed ? missed : wrong, *cost, feature), than,
            isMissed ? u"wrong ones"_s : u"misses"_s,
            costSaid(isMissed ? wrong : missed, *cost, feature),
            isMissed ? u"misses"_s : u"wrong ones"_s);
}

QString harmWatched(Harm harm, const AnswerMaterial &usual)
{
    switch (harm) {
    case Harm::Missed:
        return report::inARow({missesWatched(usual), shownWatched(usual)});
    case Harm::Late: {
        const QString late = wording::lateLimit(usual.rollback.late, report::featureOf(usual));
        return late.isEmpty() ? QString() : u"We go back if %1."_s.arg(late);
    }
    case Harm::Wrong:
        break;
    }
    return report::inARow(report::spokenRollback(usual));
}

QString harmHalved(Harm harm, const AnswerMaterial &material)
{
    if (harm == Harm::Late)
        return {};
    const auto half =
            harm == Harm::Missed ? withHalfTheMissed(material) : withHalfTheWrong(material);
    if (!half)
        return {};
    const auto wrong = half->experience[Share::WrongOfShown];
    const auto missed = half->experience[Share::Missed];
    const QString ofWrong = report::shareClause(*wrong, wording::wrongGrammar(*half));
    const QString ofMissed = report::shareClause(*missed, report::missedGrammar(*half));
    const bool isMissed = harm == Harm::Missed;
    const QString worth = worthInstead(*half, material);
    return u"Another threshold halves the %1 at once: %2 %3, but %4%5."_s.arg(
            isMissed ? u"misses"_s : u"share of wrong ones"_s, fromScore(*half, material),
            isMissed ? ofMissed : ofWrong, isMissed ? ofWrong : ofMissed,
            worth.isEmpty() ? QString() : u", and "_s + worth);
}

} // namespace oneinn
