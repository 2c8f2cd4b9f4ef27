// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/untilbadwords.h"

#include "wording/datalimitwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/pacewords.h"
#include "wording/phrases.h"
#include "wording/sharewords.h"
#include "wording/trafficwords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

// Beyond this a use number says nothing any more.

bool noticedInPart(double share)
{
    return share > 0.0 && share < 1.0;
}

/// "3 and how much users notice are your assumptions".
QString shortAssumption(const Assessment &assessment, Voice voice)
{
    const Scenario &scenario = assessment.scenario;
    QStringList parts{countText(scenario.badBeforeLeaving)};
    const Noticed &noticed = scenario.noticed;
    if (noticedInPart(noticed.wrong) || noticedInPart(noticed.missed)
        || noticedInPart(noticed.late))
        parts.append(u"how much %1 notice"_s.arg(featureOf(scenario.words).person.plural));
    if (!baseRateText(assessment).isEmpty())
        parts.append(u"the base rate of "_s + rateText(*scenario.baseRate));
    if (scenario.mix)
        parts.append(mixName(scenario));
    return joined(parts, u"and"_s)
            + (parts.size() == 1 ? u" is %1 assumption"_s : u" are %1 assumptions"_s)
                      .arg(whose(voice));
}

QString assumptionText(const Assessment &assessment, Voice voice)
{
    return u"bad is %1; "_s.arg(badText(assessment)) + shortAssumption(assessment, voice);
}

QString detailText(const Assessment &assessment, const UsesUntil &uses)
{
    const Feature feature = featureOf(assessment.scenario.words);
    QString detail = u"%1 at %2"_s.arg(durationText(uses.median / assessment.pace.usesPerWeek),
                                       paceText(assessment));
    if (uses.p10 < uses.median)
        detail += u"; 1 in 10 %1 meet it by %2 %3"_s.arg(
                feature.person.plural, feature.useCase.singular, countText(uses.p10));
    return detail;
}

/// Who comes less often than it takes bad ones to give up meets them within a week by chance alone,
/// which an even pace does not tell.
bool tellsAWeek(const Assessment &assessment)
{
    return std::round(assessment.pace.usesPerWeek) >= assessment.scenario.badBeforeLeaving;
}

/// How differing users come to it; empty where nothing is to be said of that.
QString differingText(const Experience &experience, const Feature &feature)
{
    const QString people = feature.person.plural;
    if (experience.users)
        return u"%1 differ as in these data"_s.arg(people);
    const auto &differing = experience.usesUntilBadIfUsersDiffer;
    if (!differing)
        return {};
    return differing->median > mostCountableUses
            ? u"if %1 differ, fewer than half ever do"_s.arg(people)
            : u"if %1 differ, half by %2 %3"_s.arg(people, feature.useCase.singular,
                                                   countText(differing->median));
}

QString evidenceText(const Assessment &assessment)
{
    const Experience &experience = assessment.experience;
    const Feature feature = featureOf(assessment.scenario.words);
    const QString week = tellsAWeek(assessment) ? u"%1 %2 meet it within a week"_s.arg(
                                 shareText(experience.shareMeetingInWeek), feature.person.plural)
                                                : QString();
    QStringList parts{week, differingText(experience, feature)};
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

Statement neverStatement(const Assessment &assessment, Voice voice)
{
    const QString which = ordinal(assessment.scenario.badBeforeLeaving);
    const QString bad = badText(assessment);
    const QString people = featureOf(assessment.scenario.words).person.plural;
    if (bad.isEmpty())
        return {undefinedDash(),
                u"%1 notice nothing that goes wrong here, so nobody meets a %2 bad one."_s.arg(
                        capitalised(people), which),
                {},
                u"what %1 notice is %2 assumption"_s.arg(people, whose(voice))};
    return {undefinedDash(),
            u"Nothing in these data was %1, so it cannot be said when %2 would meet a %3 bad one."_s
                    .arg(bad, people, which),
            {},
            {}};
}

} // namespace

QString badText(const Assessment &assessment)
{
    const Scenario &scenario = assessment.scenario;
    const Noticed &noticed = scenario.noticed;
    const bool unanswered = scenario.latePolicy == LatePolicy::Unanswered && scenario.budget;
    QStringList kinds;
    if (noticed.wrong > 0.0)
        kinds.append(u"wrong"_s);
    if (noticed.missed > 0.0)
        kinds.append(u"missed"_s);
    if (noticed.late > 0.0 && (unanswered || assessment.experience[Share::Left]))
        kinds.append(u"too late"_s);
    if (noticed.late > 0.0 && assessment.experience.anyFailed())
        kinds.append(u"failed"_s);
    if (noticed.late > 0.0 && assessment.experience.anyRefused())
        kinds.append(u"refused"_s);
    return joined(kinds, u"or"_s);
}

Statement untilBadStatement(const Assessment &assessment, Voice voice)
{
    const Experience &experience = assessment.experience;
    const auto &uses = experience.usesUntilBad;
    const auto &wrong = experience[Share::WrongOfUses];
    const QString which = ordinal(assessment.scenario.badBeforeLeaving);
    const Feature feature = featureOf(assessment.scenario.words);
    const Noun &useCase = feature.useCase;
    const QString people = feature.person.plural;
    if (isSilentUnknown(assessment))
        return {undefinedDash(),
                u"What is missed cannot be told, so it cannot be said when %1 meet their %2 "
                "bad one."_s.arg(people, which),
                {},
                {}};
    if (!wrong)
        return {undefinedDash(), u"There are no %1 to judge by."_s.arg(useCase.plural), {}, {}};
    if (wrong->clusters > 0.0 && wrong->reliability != Reliability::Stated)
        return {u"Too few cases to say"_s,
                u"What is seen %1 is too little to say when %2 meet their %3 bad one"_s.arg(
                        fromClusters(*wrong, feature.person), people, which),
                {},
                {}};
    if (wrong->reliability != Reliability::Stated)
        return {u"Too few cases to say"_s,
                u"%1 %2 in the data %3 too few to say when %4 meet their %5 bad one"_s.arg(
                        countText(wrong->all.rows),
                        wrong->all.rows == 1.0 ? useCase.singular : useCase.plural,
                        wrong->all.rows == 1.0 ? u"is"_s : u"are"_s, people, which),
                {},
                {}};
    if (!uses)
        return neverStatement(assessment, voice);
    if (uses->median > mostCountableUses)
        return {u"Half of %1 meet no %2 bad one in %3 %4"_s.arg(
                        people, which, countText(mostCountableUses), useCase.plural),
                u"%1 at %2"_s.arg(durationText(mostCountableUses / assessment.pace.usesPerWeek),
                                  paceText(assessment)),
                {},
                assumptionText(assessment, voice)};
    return {u"Half of %1 meet their %2 bad one by %3 %4"_s.arg(people, which, useCase.singular,
                                                               countText(uses->median)),
            detailText(assessment, *uses), evidenceText(assessment),
            assumptionText(assessment, voice)};
}

Statement shortUntilBadStatement(const Assessment &assessment)
{
    Statement statement = untilBadStatement(assessment);
    const Experience &experience = assessment.experience;
    const bool isCounted = experience.usesUntilBad && !statement.detail.isEmpty()
            && experience.usesUntilBad->median <= mostCountableUses;
    if (!isCounted)
        return statement;
    const UsesUntil &uses = *experience.usesUntilBad;
    statement.detail = durationText(uses.median / assessment.pace.usesPerWeek);
    if (uses.p10 < uses.median)
        statement.detail += u" \u00b7 1 in 10 by %1 "_s.arg(
                                    featureOf(assessment.scenario.words).useCase.singular)
                + countText(uses.p10);
    statement.evidence = tellsAWeek(assessment)
            ? shareText(experience.shareMeetingInWeek) + u" within a week"_s
            : QString();
    statement.assumption = shortAssumption(assessment, Voice::Yours);
    return statement;
}

} // namespace oneinn::wording
