// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/releasewords.h"

#include "wording/conditionwords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int releaseHundred = 100;

QString daysText(double days)
{
    const double whole = std::ceil(days);
    return whole == 1.0 ? u"1 day"_s : u"%1 days"_s.arg(countText(whole));
}

/// Nobody plans by the single use: "about 1.8 million", "about 495,000".
QString aboutText(double count)
{
    constexpr double million = 1e6;
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(count)) - 2.0));
    return count >= million ? u"about %1 million"_s.arg(plainNumberText(count / million, 2))
                            : u"about "_s + countText(std::round(count / step) * step);
}

/// "13 more wrongly raised alerts", "1 more wrongly raised alert", "hardly one more ...".
QString extraText(double extra, const Feature &feature)
{
    const double whole = std::round(extra);
    if (whole < 1.0)
        return u"hardly one more wrongly %1 %2"_s.arg(feature.done, feature.raised.singular);
    return u"%1 more wrongly %2 %3"_s.arg(countText(whole), feature.done,
                                          whole == 1.0 ? feature.raised.singular
                                                       : feature.raised.plural);
}

QString metText(double extra, const Feature &feature)
{
    const double whole = std::round(extra);
    if (whole < 1.0)
        return {};
    return u", met by at most %1 %2"_s.arg(
            countText(whole), whole == 1.0 ? feature.person.singular : feature.person.plural);
}

/// " About 1,400 customers meet it."
QString peopleText(const std::optional<double> &people, const Feature &feature)
{
    return people ? u" About %1 %2 it."_s.arg(counted(*people, feature.person),
                                              *people == 1.0 ? u"meets"_s : u"meet"_s)
                  : QString();
}

QString passText(const ReleaseStage &stage)
{
    if (!stage.passIfGood || !stage.passIfBad)
        return {};
    return u" From here %1 good launches go on, and %2 bad ones."_s.arg(
            shareText(*stage.passIfGood, releaseHundred),
            shareText(*stage.passIfBad, releaseHundred));
}

QString costText(const ReleaseStage &stage, const std::optional<double> &people,
                 const Feature &feature)
{
    if (!stage.extraWrongIfBad)
        return {};
    const double extra = *stage.extraWrongIfBad;
    return u" If the launch is bad and nobody rolls it back before the stage ends, that costs %1%2."_s
            .arg(extraText(extra, feature),
                 metText(std::min(extra, people.value_or(extra)), feature));
}

QString labelledText(const ReleasePlan &plan, const Feature &feature)
{
    if (plan.labelledIsAssumed)
        return u"every one %1 gets a label"_s.arg(feature.done);
    return (isRoundRate(plan.terms.labelled) ? u"%1 of those %2 get a label"_s
                                             : u"%1 %2 get a label"_s)
            .arg(rateText(plan.terms.labelled), feature.done);
}

} // namespace

QString stageName(const ReleaseStage &stage, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    if (stage.share >= 1.0)
        return u"every "_s + feature.useCase.singular;
    const double ofHundred = stage.share * releaseHundred;
    const bool whole = ofHundred >= 1.0 && std::abs(ofHundred - std::round(ofHundred)) < 1e-9;
    return (whole ? shareText(stage.share, releaseHundred) : shareText(stage.share)) + u' '
            + feature.useCase.plural;
}

QString stageLength(const ReleaseStage &stage, const FeatureWords &words)
{
    if (stage.days)
        return *stage.days <= shortestStage ? u"a week"_s : daysText(*stage.days);
    const Feature feature = featureOf(words);
    return stage.uses ? u"until %1 have met it, while there are %2 in all"_s.arg(
                   counted(std::ceil(*stage.uses), feature.useCase),
                   aboutText(std::ceil(*stage.uses / stage.share)))
                      : QString();
}

QString lengthInUses(const ReleaseStage &stage, const FeatureWords &words)
{
    return stage.uses ? u"as long as %1 %2 take"_s.arg(
                   aboutText(std::ceil(*stage.uses / stage.share)), featureOf(words).useCase.plural)
                      : QString();
}

std::optional<double> peopleIn(const ReleaseStage &stage)
{
    return stage.users ? std::optional(std::ceil(*stage.users)) : std::nullopt;
}

QString stageSentence(const ReleaseStage &stage, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString name = capitalised(stageName(stage, words));
    const QString length = stageLength(stage, words);
    const auto people = peopleIn(stage);
    const QString lasts = stage.days ? u", for "_s + length : u", "_s + length;
    if (stage.fewestUsers)
        return u"%1%2: about %3 %4 it, too few to tell whether the launch is bad, however long it lasts; from %5 on they would. It shows no more than whether it works at all.%6"_s
                .arg(name, lasts, counted(*people, feature.person),
                     *people == 1.0 ? u"meets"_s : u"meet"_s, countText(*stage.fewestUsers),
                     costText(stage, people, feature));
    if (!stage.labelledShown)
        return u"%1%2: nobody is left to compare with, so the rollback rule alone decides.%3%4"_s
                .arg(name, length.isEmpty() ? length : lasts, peopleText(people, feature),
                     costText(stage, people, feature));
    if (length.isEmpty())
        return u"%1: needs %2 with a label, which never come, so that it never ends."_s.arg(
                name, counted(*stage.labelledShown, feature.raised));
    return u"%1%2: by then %3 have a label.%4%5%6"_s.arg(
            name, lasts, counted(*stage.labelledShown, feature.raised), peopleText(people, feature),
            costText(stage, people, feature), passText(stage));
}

QStringList shadowSentences(const ShadowPlan &shadow, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QString first =
            u"First in shadow%1: the new one decides beside what runs now, and no %2 sees it."_s
                    .arg(shadow.days ? u", for "_s
                                         + (*shadow.days <= shortestStage ? u"a week"_s
                                                                          : daysText(*shadow.days))
                                     : QString(),
                         feature.person.singular);
    QString tells = u"That tells how many %1 %2, how long it takes and where it decides unlike "
                    "what runs now"_s.arg(feature.useCase.plural, feature.actedAtAll().many);
    if (const QString limit = shownLimit(shadow.shown, feature); !limit.isEmpty())
        tells += u"; we stop and look if %1"_s.arg(limit);
    const QString right = shadow.labelsNeedShowing
            ? u"Nor does it tell whether it is right, since labels come only, or mostly, for what was %1."_s
            : u"Whether it is right it tells only if labels come without its being %1."_s;
    return {first, tells + u'.',
            u"It does not tell what %1 make of it: whether they accept it, wait or leave. "_s.arg(
                    feature.person.plural)
                    + right.arg(feature.done)};
}

QString gateSentence(const ReleasePlan &plan, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const ReleaseTerms &terms = plan.terms;
    const SharePair pair = inOneDenominator(terms.wrong, terms.wrongIfBad);
    const SharePair margin = inOneDenominator(terms.wrong, terms.wrong + terms.margin);
    const QString ruledOut = plan.marginIsOfRule
            ? u"the launch is bad"_s
            : u"%1 of %2 or more are"_s.arg(margin.other, countText(margin.of));
    const QString sentence =
            u"We call a launch good if it is as good as what runs now, where %1 of %2 %3 are wrong, and bad if %4 are (our choice, not a finding). A stage goes on when it is ruled out that %5"_s
                    .arg(pair.one, countText(pair.of), feature.done, pair.other, ruledOut);
    return sentence
            + u" (with 95 of 100 certainty), by those without it on the same days; that no "
              "difference was found is no reason to go on."_s;
}

namespace {

/// What the rule for wrong ones does, which runs beside the stages.
QString ruleBesidesText(const ReleasePlan &plan)
{
    const RollbackRule &rule = *plan.rollback.rule;
    return u"the rollback rule, which counts wrong ones, takes back up to %1 good ones and finds %2 bad ones"_s
            .arg(shareText(rule.goodRolledBackAtMost, releaseHundred),
                 shareText(rule.bad.rolledBack, releaseHundred));
}

/// As what is told before it adds up: all are rounded to so many of 100.
double goodReachTold(const ReleasePlan &plan)
{
    const auto rounded = [](double share) {
        return std::round(share * releaseHundred) / releaseHundred;
    };
    return std::max(0.0,
                    rounded(*plan.path.back().goodStillIn)
                            - rounded(plan.rollback.rule->goodRolledBackAtMost));
}

QString stageList(const std::vector<double> &shares, const Feature &feature)
{
    QStringList each;
    for (const double share : shares)
        each.append(share < 1.0 ? shareText(share, releaseHundred)
                                : u"every "_s + feature.useCase.singular);
    return joined(each, u"and"_s);
}

/// That nobody keeps to stages of years, and which would do; empty where they are over in time.
QString tooLongText(const ReleasePlan &plan, const Feature &feature)
{
    if (!plan.takesTooLong())
        return {};
    const QString text = u" That is no plan: nobody keeps to stages for %1."_s.arg(
            daysText(*plan.path.back().days));
    return text
            + (plan.sharesThatDo.empty()
                       ? u" With so few %1 a day and so few labels, no stages would be over within half a year."_s
                                 .arg(feature.useCase.plural)
                       : u" Stages of %1 would be over within half a year."_s.arg(
                               stageList(plan.sharesThatDo, feature)));
}

/// The first stage is everybody, or none has users enough.
QString nothingComparedText(const ReleasePlan &plan)
{
    return plan.isAtOnce()
            ? u"Everybody has it at once: good or bad, nothing is compared before"_s
            : u"No stage has users enough to tell whether the launch is bad, so that good or bad it gets to everybody"_s;
}

QString atOnceSentence(const ReleasePlan &plan, const Feature &feature)
{
    QString sentence = nothingComparedText(plan);
    if (plan.ruleFrom)
        sentence += u", and "_s + ruleBesidesText(plan);
    const double extra = plan.path.back().expectedExtraWrongIfBad.value_or(0.0);
    if (extra > 0.0)
        sentence += u"; a bad one that nobody rolls back costs %1"_s.arg(extraText(extra, feature));
    return sentence + u'.';
}

} // namespace

QString pathSentence(const ReleasePlan &plan, const FeatureWords &words)
{
    if (plan.path.empty())
        return {};
    const Feature feature = featureOf(words);
    const ReleasePath &end = plan.path.back();
    if (!end.goodStillIn)
        return u"Without labels nothing can be known: not how many launches get to everybody, good or bad, and no wrong one is ever counted."_s;
    if (!plan.hasGate())
        return atOnceSentence(plan, feature);
    QString sentence = u"%1 good launches pass all stages"_s.arg(
            capitalised(shareText(*end.goodStillIn, releaseHundred)));
    if (end.days)
        sentence += u", after about %1,"_s.arg(daysText(*end.days));
    sentence += u" and %1 bad ones do"_s.arg(shareText(*end.badStillIn));
    if (plan.goodReachAtLeast)
        sentence += u"; beside that, %1, so that about %2 good ones or more get to everybody"_s.arg(
                ruleBesidesText(plan), shareText(goodReachTold(plan), releaseHundred));
    if (*end.expectedExtraWrongIfBad > 0.0)
        sentence += u"; a bad one that nobody rolls back within a stage costs %1 on average"_s.arg(
                extraText(*end.expectedExtraWrongIfBad, feature));
    return sentence + u". One that does not pass has not failed: more labels may still let it on."_s
            + tooLongText(plan, feature);
}

QString groupSentence(const std::optional<UsesOfGroup> &group,
                      const std::optional<double> &theirUsesADay, const FeatureWords &words)
{
    if (!group)
        return {};
    const Feature feature = featureOf(words);
    QString sentence = u"All of this is of %1 alone"_s.arg(groupText(group->where));
    if (theirUsesADay && group->share > 0.0)
        sentence +=
                u": of %1 a day of everybody, %2 are taken to be theirs, as many as in this file"_s
                        .arg(counted(*theirUsesADay / group->share, feature.useCase),
                             countText(std::round(*theirUsesADay)));
    return sentence + u'.';
}

QString releaseAssumptions(const ReleasePlan &plan, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    if (!plan.rollback.rule)
        return {};
    QStringList parts{labelledText(plan, feature)};
    parts.append(plan.terms.delayDays > 0.0
                         ? u"it is there after %1"_s.arg(daysText(plan.terms.delayDays))
                         : u"it is there at once"_s);
    if (plan.terms.usesPerDay)
        parts.append(u"there are %1 a day"_s.arg(counted(*plan.terms.usesPerDay, feature.useCase)));
    if (plan.assumedPace)
        parts.append(u"one %1 has %2 a week"_s.arg(feature.person.singular,
                                                   counted(*plan.assumedPace, feature.useCase)));
    QString sentence = u"Assumed: %1."_s.arg(joined(parts, u"and"_s));
    if (!plan.terms.usesPerDay)
        sentence += u" Not known: how many %1 there are a day%2, so no days are told."_s.arg(
                feature.useCase.plural,
                plan.usesPerDayInFile ? u" (this file has %1)"_s.arg(
                        countText(std::round(*plan.usesPerDayInFile)))
                                      : QString());
    return sentence
            + u" Whoever is chosen first bears the cost of learning: draw %1 at random, or say who it is."_s
                      .arg(feature.person.plural);
}

QString notWatchedSentence(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return u"All of this counts what is %1 and wrong: a launch that misses more %2 passes it. Only labels of what is not %1 find that; \u201cWhat we learn\u201d says how many."_s
            .arg(feature.done, feature.positivesSaid());
}

QStringList releaseSentences(const ReleasePlan &plan, const FeatureWords &words)
{
    QStringList sentences{groupSentence(plan.group, plan.terms.usesPerDay, words)};
    sentences += shadowSentences(plan.shadow, words);
    if (plan.rollback.rule)
        sentences.append(gateSentence(plan, words));
    for (const ReleaseStage &stage : plan.stages)
        sentences.append(stageSentence(stage, words));
    sentences.append(pathSentence(plan, words));
    sentences += ruleSentences(plan.rollback, plan.mostlyWrong, words);
    sentences.append(ruleFromSentence(plan, words));
    if (plan.rollback.rule)
        sentences.append(notWatchedSentence(words));
    sentences.append(releaseAssumptions(plan, words));
    sentences.removeAll(QString());
    return sentences;
}

} // namespace oneinn::wording
