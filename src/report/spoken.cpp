// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownthresholds.h"
#include "report/alternatives.h"
#include "report/answerwords.h"
#include "report/comparisons.h"
#include "report/dropprose.h"
#include "report/reviewprose.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/spokenlines.h"
#include "report/verdictprose.h"
#include "wording/combinationwords.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sentences.h"
#include "wording/shareline.h"
#include "wording/untilbadwords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;
using wording::countText;

namespace {

/// One number to say where two digits are enough: "about 0.6".
QString saidThreshold(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const double threshold = assessment.scenario.threshold.value;
    if (std::isinf(threshold) || assessment.metrics.alertRate == 1.0
        || thresholdsBySegment(assessment.scenario.combination))
        return shownPhrase(material);
    const bool lower = material.provenance.lowerIsPositive;
    const QString exact = thresholdIn(assessment, lower);
    const double inFile = lower ? 0.0 - threshold : threshold;
    constexpr qsizetype readAloud = 5; ///< "0.565"; more is hard to take in
    const QString rounded = QString::number(inFile, 'g', 2);
    const bool asItIs = rounded.contains(u'e') || exact.size() <= readAloud;
    const bool isRound = rounded.toDouble() == inFile;
    QString number = asItIs ? exact : isRound ? rounded : u"about "_s + rounded;
    number.replace(u'-', u"minus "_s);
    const QString noun = featureOf(material).raised.plural;
    return (lower ? u"%1 with a score of %2 or less"_s : u"%1 from a score of %2 up"_s)
            .arg(noun, number);
}

SpokenParagraph people(const AnswerMaterial &material)
{
    SpokenParagraph lines;
    const Assessment &assessment = material.assessment;
    const wording::Feature feature = featureOf(material);
    if (const QString problem = written(material.text.problem); !problem.isEmpty()) {
        lines.append({asSentence(problem), 0});
    } else {
        lines.append({u"Let us start with the %1."_s.arg(feature.person.plural), 6});
        const auto &prevalence = assessment.metrics.prevalence;
        if (prevalence && *prevalence > 0.0)
            lines.append({u"In about %1 %2 there is %3."_s.arg(
                                  wording::shareText(*prevalence), feature.useCase.plural,
                                  wording::withArticle(feature.positive.singular)),
                          3});
    }
    if (const QString users = written(material.text.users); !users.isEmpty()) {
        lines.append({asSentence(users), 0});
        return lines;
    }
    const bool timeCounts = assessment.scenario.budget || assessment.experience[Share::Left];
    lines.append({u"We can fail them in %1 ways."_s.arg(timeCounts ? u"three"_s : u"two"_s), 5});
    const QString wrong = feature.raisesCases
            ? u"%1 %2 wrongly"_s.arg(feature.verb, wording::withArticle(feature.raised.singular))
            : u"%1 a wrong %2"_s.arg(feature.verb, feature.raised.singular);
    lines.append({(timeCounts ? u"We can %1, we can miss %2, or we can be too late."_s
                              : u"We can %1, or we can miss %2."_s)
                          .arg(wrong, wording::withArticle(feature.positiveSaid())),
                  0});
    return lines;
}

QString untilBadLine(const Assessment &assessment)
{
    const auto &uses = assessment.experience.usesUntilBad;
    const auto &bad = assessment.experience[Share::WrongOfUses];
    if (!uses || !bad || bad->reliability != Reliability::Stated
        || uses->median > wording::mostCountableUses)
        return {};
    const Scenario &scenario = assessment.scenario;
    // The number is nothing without the assumption: they are said, and left out, together.
    const wording::Feature feature = wording::featureOf(scenario.words);
    return u"Put together, half of the %1 meet their %2 bad one, which by our assumption is enough to give up, by %3 %4, after %5."_s
            .arg(feature.person.plural, wording::ordinal(scenario.badBeforeLeaving),
                 feature.useCase.singular, countText(uses->median),
                 wording::durationText(uses->median / assessment.pace.usesPerWeek));
}

/// What users meet of one harm.
SpokenParagraph harmLines(wording::Harm harm, const Assessment &assessment)
{
    const Experience &experience = assessment.experience;
    const wording::Feature feature = wording::featureOf(assessment.scenario.words);
    SpokenParagraph lines;
    switch (harm) {
    case wording::Harm::Wrong:
        lines.append(
                {experience[Share::WrongOfShown]
                         ? asSentence(spokenClause(*experience[Share::WrongOfShown],
                                                   wording::wrongGrammar(assessment)))
                         : u"Nothing is %1, so there is nothing to be right or wrong about."_s.arg(
                                 feature.done),
                 0});
        break;
    case wording::Harm::Missed:
        lines.append({asSentence(missClause(assessment)), 0});
        break;
    case wording::Harm::Late:
        if (experience[Share::Late])
            lines.append({asSentence(spokenClause(*experience[Share::Late],
                                                  wording::lateGrammar(assessment))),
                          0});
        if (experience.anyFailed())
            lines.append({asSentence(spokenClause(*experience[Share::Failed],
                                                  wording::grammarOf(Share::Failed, assessment))),
                          0});
        if (experience.anyRefused())
            lines.append({asSentence(spokenClause(*experience[Share::Refused],
                                                  wording::grammarOf(Share::Refused, assessment))),
                          0});
        if (experience[Share::Left])
            lines.append({asSentence(u"in %1 %2 the %3 is gone before the answer"_s.arg(
                                  wording::shareText(experience[Share::Left]->value),
                                  feature.useCase.plural, feature.person.singular)),
                          4});
        break;
    }
    return lines;
}

/// Before all else: it is why somebody asks.
SpokenParagraph whatChanged(const AnswerMaterial &material)
{
    SpokenParagraph lines;
    for (const QString &sentence : dropSpoken(material))
        lines.append({sentence, 0});
    return lines;
}

SpokenParagraph whatTheyMeet(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    SpokenParagraph lines;
    const QString rate = baseRateClause(assessment);
    if (material.review)
        lines.append({u"Without a person who looks, people would meet this%1."_s.arg(
                              rate.isEmpty() ? rate : u", "_s + rate),
                      0});
    else
        lines.append(
                {rate.isEmpty()
                         ? u"Here is what people meet at the setting we choose."_s
                         : u"Here is what people meet at the setting we choose, %1."_s.arg(rate),
                 rate.isEmpty() ? 3 : 0});
    const QList<wording::Harm> harms = wording::harmsByCost(assessment);
    for (const wording::Harm harm : harms)
        lines += harmLines(harm, assessment);
    if (const QString untilBad = untilBadLine(assessment); !untilBad.isEmpty())
        lines.append({untilBad, 1});
    return lines;
}

SpokenParagraph carries(const AnswerMaterial &material)
{
    SpokenParagraph lines{{u"What carries this product?"_s, 0}};
    const SpokenVerdict verdict = spokenVerdict(material);
    lines.append({verdict.headline, 0});
    for (const QString &loss : verdict.losses)
        lines.append({loss, 2});
    if (!verdict.losses.isEmpty())
        lines.append({u"What an outcome is worth is our assumption."_s, 1});
    const QString ratio = costRatioClause(material.assessment);
    if (!ratio.isEmpty())
        lines.append({u"We take it that %1."_s.arg(ratio), 4});
    return lines;
}

/// How often a person is asked, and what comes of it.
SpokenParagraph spokenBand(const AnswerMaterial &material)
{
    const wording::ReviewParts parts = reviewPartsOf(material);
    SpokenParagraph lines{{u"So this is our choice."_s, 3},
                          {reviewChoiceOf(material), 0},
                          {parts.beyond, 0},
                          {parts.decides, 2},
                          {parts.harms, 0},
                          {parts.value, 2},
                          {parts.day.value(0), 3},
                          {parts.assumed, 0}};
    lines.removeIf([](const SpokenLine &line) { return line.text.isEmpty(); });
    return lines;
}

SpokenParagraph spokenChoice(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    if (material.review)
        return spokenBand(material);
    SpokenParagraph lines{
            {u"So this is our choice."_s, 3},
            {u"We %1 %2."_s.arg(featureOf(material).verb, saidThreshold(material)), 0}};
    const auto &model = scenario.selection.model;
    if (nothingIsShown(material.assessment))
        return lines;
    const QString operated = wording::operatedPhrase(scenario, material.provenance.lowerIsPositive);
    if (!operated.isEmpty())
        lines.append({asSentence(operated), 1});
    else if (model && !model->empty())
        lines.append({u"The model is %1."_s.arg(wording::nameText(*model)), 1});
    if (const QString phrase = latePhrase(scenario); !phrase.isEmpty())
        lines.append({asSentence(phrase), 0});
    if (const QString limit = limitSentence(material); !limit.isEmpty())
        lines.append({limit, 0});
    return lines;
}

/// "Anything from 5 to 36 fits the data."
QString saidRange(const Interval &perUse)
{
    const double one = std::abs(perUse.low);
    const double other = std::abs(perUse.high);
    return u"anything from %1 to %2 fits the data"_s.arg(
            plainNumber(wording::thousand * std::min(one, other)),
            plainNumber(wording::thousand * std::max(one, other)));
}

/// What the window tells it is, where that is another number than on new uses.
QString worthHere(const MeasureComparison &value)
{
    const QString here = plainNumber(wording::thousand * std::abs(value.difference));
    const bool isOther = isDecided(value.verdict) && !value.isNone() && !value.tooFewToTell()
            && here != plainNumber(wording::thousand * std::abs(value.expected()));
    return isOther ? u"On these data it is %1."_s.arg(here) : QString();
}

QString valueLine(const AnswerMaterial &material, const PinnedAnswer &pin)
{
    const auto known = valueAgainstNow(material, pin);
    if (!known)
        return {};
    const MeasureComparison &value = *known;
    const wording::Feature feature = featureOf(material);
    if (value.verdict == ComparisonVerdict::NoDifferenceThatMatters)
        return value.isNone() ? QString()
                              : u"By what it is worth to us, the difference does not matter."_s;
    if (value.tooFewToTell())
        return u"These data are too few to tell which of the two is worth more."_s;
    if (!isDecided(value.verdict))
        return value.difference == 0.0
                ? QString()
                : u"By what it is worth to us, these data cannot tell the two apart."_s;
    const bool more = value.verdict == ComparisonVerdict::BIsBetter;
    return u"All in all that is worth about %1 %2 %3 in 1,000 %4%5; %6."_s.arg(
            plainNumber(wording::thousand * std::abs(value.expected())), feature.unitSaid(),
            more ? u"more"_s : u"less"_s, worthHere(value).isEmpty() ? QString() : u"new "_s,
            feature.useCase.plural, saidRange(value.interval));
}

void addPin(const AnswerMaterial &material, SpokenParagraph &lines)
{
    const auto found = mainPin(material);
    if (!found) {
        const QString same = sameAsDefault(material);
        lines.append(
                {same.isEmpty()
                         ? u"There is no other setting on the table that we measured this one against."_s
                         : same,
                 same.isEmpty() ? 4 : 0});
        const QString miss = missClause(material.assessment);
        lines.append({asSentence(u"what we give up is plain: "_s + miss), 3});
        return;
    }
    const PinnedAnswer &pin = material.pins[*found];
    const Balance balance = balanceOf(material, pin);
    const QString name = heldAgainst(material, *found);
    if (material.review)
        lines.append({u"What follows is without the person who decides in the band."_s, 0});
    if (!balance.givenUp.isEmpty())
        lines.append(
                {u"Against %1, we pay with this: %2."_s.arg(name, clauses(balance.givenUp)), 0});
    if (!balance.gained.isEmpty())
        lines.append(
                {balance.givenUp.isEmpty()
                         ? u"Against %1, we gain this: %2."_s.arg(name, clauses(balance.gained))
                         : u"What we get for it: %1."_s.arg(clauses(balance.gained)),
                 0});
    if (balance.givenUp.isEmpty() && balance.gained.isEmpty())
        lines.append({u"Against %1, %2 would see no measurable change."_s.arg(
                              name, featureOf(material).person.plural),
                      0});
    if (const QString value = valueLine(material, pin); !value.isEmpty())
        lines.append({value, 1});
    const auto known = valueAgainstNow(material, pin);
    if (const QString here = known ? worthHere(*known) : QString(); !here.isEmpty())
        lines.append({here, 2});
}

SpokenParagraph price(const AnswerMaterial &material)
{
    SpokenParagraph lines{{u"It has a price."_s, 5}};
    addPin(material, lines);
    const auto best = bestAlternative(material);
    if (!best)
        return lines;
    if (best->verdict == ComparisonVerdict::AIsBetter) {
        lines.append({u"There is something that looks better: %1."_s.arg(best->name), 0});
        lines.append({u"It is worth about %1 %2 more in 1,000 %3%4."_s.arg(
                              plainNumber(wording::thousand * best->difference),
                              featureOf(material).unitSaid(), featureOf(material).useCase.plural,
                              best->beyond.isEmpty() ? u"; we should be ready to say why not"_s
                                                     : u", but with it %1"_s.arg(best->beyond)),
                      1});
    } else if (best->verdict == ComparisonVerdict::CannotBeToldApart) {
        lines.append(
                {u"The nearest alternative is %1, and these data cannot tell it apart from our choice."_s
                         .arg(best->name),
                 2});
    } else if (best->verdict == ComparisonVerdict::NoDifferenceThatMatters) {
        lines.append({u"The nearest alternative is %1, and the difference does not matter."_s.arg(
                              best->name),
                      2});
    } else if (best->allAreWorse) {
        lines.append({u"Everything else that we compared is worth less."_s, 2});
    } else {
        lines.append({u"Nothing else that we compared is worth more."_s, 2});
    }
    return lines;
}

SpokenParagraph spokenWatching(const AnswerMaterial &material)
{
    const bool hasWritten = !written(material.text.productMetric).isEmpty();
    SpokenParagraph lines{{u"How will we know?"_s, 4},
                          {productMetricSentence(material), hasWritten ? 0 : 5}};
    const QStringList limits = spokenRollback(material);
    for (int i = 0; i < limits.size(); ++i)
        lines.append({limits.at(i), i == 0 ? 0 : 3});
    if (const QString rollback = written(material.text.rollback); !rollback.isEmpty())
        lines.append({asSentence(rollback), 0});
    const QStringList loop = loopSentences(material);
    for (int i = 0; i < loop.size(); ++i)
        lines.append({loop.at(i), i == 0 ? 3 : 4});
    return lines;
}

SpokenParagraph howSure(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const double rows = assessment.experience.shares.uses().uses().rows;
    SpokenParagraph lines{{u"How sure are we?"_s, 4}};
    lines.append({u"All of this rests on %1 %2 in one file."_s.arg(
                          countText(rows),
                          rows == 1.0 ? featureOf(material).useCase.singular
                                      : featureOf(material).useCase.plural),
                  1});
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    if (wrong && wording::shareFormOf(*wrong) == wording::ShareForm::Stated) {
        const int of = wording::denominatorOf(*wrong);
        lines.append({u"In the long run, %1 of %2 %3 could be wrong."_s.arg(
                              wording::betweenText(wrong->interval, of), countText(of),
                              featureOf(material).done),
                      3});
    }
    lines.append({whatChangesOurMind(material, false), 0});
    return lines;
}

} // namespace

QList<Section> spokenBody(const AnswerMaterial &material)
{
    QList<SpokenParagraph> paragraphs{
            whatChanged(material),  people(material), whatTheyMeet(material),   carries(material),
            spokenChoice(material), price(material),  spokenWatching(material), howSure(material)};
    keepToTwoMinutes(paragraphs);
    QStringList texts;
    for (const SpokenParagraph &paragraph : std::as_const(paragraphs)) {
        if (const QString text = spokenText(paragraph); !text.isEmpty())
            texts.append(text);
    }
    return {Section{{}, texts, {}, {}}};
}

} // namespace oneinn::report
