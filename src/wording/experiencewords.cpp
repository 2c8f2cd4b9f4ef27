// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/experiencewords.h"

#include "core/experience/naturalfrequency.h"
#include "core/questions.h"
#include "wording/datalimitwords.h"
#include "wording/feature.h"
#include "wording/misscauses.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/trafficwords.h"
#include "wording/untilbadwords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString noneCanBeWrong(const Assessment &assessment)
{
    if (assessment.counts.negatives().rows > 0.0)
        return {};
    return u"These data hold no %1, so none of the %2 can be wrong."_s.arg(
            featureOf(assessment.scenario.words).negativeSaid(), wrongGrammar(assessment).many);
}

namespace {

Statement wrongStatement(const Assessment &assessment)
{
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong)
        return {undefinedDash(), nothingShownText(assessment), {}, {}};
    if (const QString none = noneCanBeWrong(assessment); !none.isEmpty())
        return {u"None can be wrong"_s, none, {}, {}};
    const auto grammar = wrongGrammar(assessment);
    return {rateHeadline(*wrong, u"wrong"_s, grammar), shareDetail(*wrong, grammar),
            shareAside(*wrong, grammar), trafficText(assessment)};
}

QString missedBy(const QString &causes)
{
    return causes.isEmpty() ? causes : u"; missed: "_s + causes;
}

Statement missedStatement(const Assessment &assessment)
{
    const Shares &shares = assessment.experience.shares;
    const auto missed = shares[Share::Missed];
    const auto grammar = missedGrammar(assessment);
    if (isSilentUnknown(assessment))
        return {undefinedDash(),
                missedUnknownText(*assessment.labels, assessment.scenario.words),
                {},
                {}};
    if (!missed)
        return {undefinedDash(),
                u"These data hold no %1, so none can be missed."_s.arg(grammar.one),
                {},
                {}};
    // By construction, so there is no interval to give.
    if (!assessment.experience[Share::WrongOfShown])
        return {u"Misses every one"_s,
                noneHoldsNot(missed->all.rows, grammar)
                        + missedBy(missedCausesText(shares, assessment.scenario.words)),
                {},
                {}};
    return {missedHeadline(*missed),
            shareDetail(*missed, grammar)
                    + missedBy(missedCausesText(shares, assessment.scenario.words)),
            shareAside(*missed, grammar), mixClause(assessment.scenario)};
}

/// "; 12 of 100 uses end with the user gone", where people leave.
QString leftText(const Assessment &assessment)
{
    const auto left = assessment.experience[Share::Left];
    if (!left)
        return {};
    const Feature feature = featureOf(assessment.scenario.words);
    return u"; %1 %2 end with the %3 gone before the answer, late or not"_s.arg(
            shareText(left->value), feature.useCase.plural, feature.person.singular);
}

/// "; 3.5 of 100 uses fail and get no answer; 4 of 100 uses are refused by the model and get no
/// answer", where some do.
QString lostText(const Assessment &assessment)
{
    const Experience &experience = assessment.experience;
    const QString uses = featureOf(assessment.scenario.words).useCase.plural;
    QString text;
    if (experience.anyFailed())
        text += u"; %1 %2 fail and get no answer"_s.arg(shareText(experience[Share::Failed]->value),
                                                        uses);
    if (experience.anyRefused())
        text += u"; %1 %2 are refused by the model and get no answer"_s.arg(
                shareText(experience[Share::Refused]->value), uses);
    return text;
}

/// " or fails or is refused", of what is told beside what is answered in time.
QString orLost(const Experience &experience, const QString &failed, const QString &refused)
{
    return (experience.anyFailed() ? failed : QString())
            + (experience.anyRefused() ? refused : QString());
}

QString afterBudgetText(const Scenario &scenario)
{
    switch (scenario.latePolicy) {
    case LatePolicy::Wait:
        return u"; late ones are waited for"_s;
    case LatePolicy::Unanswered:
        return u"; late ones count as unanswered"_s;
    case LatePolicy::FallBack:
        return scenario.fallback
                ? u"; then %1 answers instead"_s.arg(nameText(scenario.fallback->model))
                : QString();
    case LatePolicy::ShowNothing:
        break;
    }
    return {};
}

Statement lateStatement(const Assessment &assessment)
{
    const Scenario &scenario = assessment.scenario;
    const QString patience = assessment.experience[Share::Left]
            ? u"who leaves when is your assumption"_s
            : QString();
    if (!scenario.budget)
        return {undefinedDash(),
                u"No latency budget is set, so nothing counts as late"_s
                        + (patience.isEmpty() ? QString() : leftText(assessment))
                        + lostText(assessment) + (patience.isEmpty() ? u"."_s : QString()),
                {},
                patience};
    const auto late = assessment.experience[Share::Late];
    if (!late)
        return {undefinedDash(),
                u"No latency is known here, so nothing can be called late."_s,
                {},
                {}};
    const auto grammar = lateGrammar(assessment);
    QString assumption = trafficText(assessment);
    if (!patience.isEmpty())
        assumption += (assumption.isEmpty() ? QString() : u"; "_s) + patience;
    return {rateHeadline(*late, u"too late"_s, grammar),
            shareDetail(*late, grammar) + afterBudgetText(scenario) + leftText(assessment)
                    + lostText(assessment),
            shareAside(*late, grammar), assumption};
}

} // namespace

std::optional<int> wrongIcons(const Assessment &assessment)
{
    constexpr int icons = 100;
    const auto wrong = assessment.experience[Share::WrongOfShown];
    // Where none can be wrong, that none is says nothing.
    const bool canBe = assessment.counts.negatives().rows > 0.0;
    return wrong && canBe && wrong->reliability == Reliability::Stated
            ? std::optional(countOf(wrong->value, icons))
            : std::nullopt;
}

bool tellsNoWaits(const Assessment &assessment)
{
    return assessment.slice && assessment.slice->index().latency().empty();
}

ShareGrammar wrongGrammar(const Assessment &assessment)
{
    const Feature feature = featureOf(assessment.scenario.words);
    return {feature.raised.singular + u' ' + feature.done,
            feature.raised.plural + u' ' + feature.done,
            u"is wrong"_s,
            u"are wrong"_s,
            u"is right"_s,
            u"are right"_s,
            feature.done,
            u"wrong"_s,
            u"right"_s,
            feature.person,
            limitsOf(assessment.scenario).wrongOfShown};
}

ShareGrammar missedGrammar(const Assessment &assessment)
{
    const Feature feature = featureOf(assessment.scenario.words);
    return {feature.positive.singular,
            feature.positive.plural,
            feature.missed.one,
            feature.missed.many,
            feature.found.one,
            feature.found.many,
            feature.positive.plural,
            u"missed"_s,
            u"found"_s,
            feature.person};
}

ShareGrammar lateGrammar(const Assessment &assessment)
{
    const QString within = u" not answered within "_s + budgetSaid(assessment.scenario);
    const Feature feature = featureOf(assessment.scenario.words);
    const Noun &useCase = feature.useCase;
    return {useCase.singular,
            useCase.plural,
            u"is"_s + within,
            u"are"_s + within,
            u"is answered in time"_s
                    + orLost(assessment.experience, u" or fails"_s, u" or is refused"_s),
            u"are answered in time"_s
                    + orLost(assessment.experience, u" or fail"_s, u" or are refused"_s),
            useCase.plural,
            u"late"_s,
            u"in time"_s,
            feature.person};
}

QString baseRateText(const Assessment &assessment, Voice voice)
{
    const auto &baseRate = assessment.scenario.baseRate;
    const bool bothClasses = assessment.counts.positives().weight > 0.0
            && assessment.counts.negatives().weight > 0.0;
    if (!baseRate || !bothClasses)
        return {};
    return u"at %1 base rate of %2"_s.arg(whose(voice), rateText(*baseRate));
}

QString nothingShownText(const Assessment &assessment)
{
    const QString nothing =
            u"At this setting it never %1 anything, so there is nothing to be "
            "right or wrong about"_s.arg(featureOf(assessment.scenario.words).verbs);
    const auto missed = assessment.experience[Share::Missed];
    if (!missed)
        return nothing + u'.';
    const auto grammar = missedGrammar(assessment);
    const double rows = missed->all.rows;
    if (rows == 1.0)
        return nothing + u"; it misses the only %1."_s.arg(grammar.one);
    return nothing + u"; it misses all %1 %2."_s.arg(countText(rows), grammar.many);
}

ExperienceWords experienceWords(const Assessment &assessment)
{
    return {wrongStatement(assessment), missedStatement(assessment), lateStatement(assessment),
            untilBadStatement(assessment)};
}

} // namespace oneinn::wording
