// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reviewbandwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/reviewbeside.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// Fewer a day are hardly any.
constexpr double hardlyAny = 0.05;
/// Sums in another order differ in their last digits.
constexpr double objectiveRounding = 1e-9;

QString countedReviews(double reviews)
{
    return u"%1 %2"_s.arg(countText(reviews), reviews == 1.0 ? u"review"_s : u"reviews"_s);
}

struct ReviewTold {
    const ReviewAnswer &answer;
    const ReviewQuestion &question;
    const ReviewSaid &said;
    Feature feature;
};

BandSaid endsOf(const FoundBand &band, const ReviewTold &told)
{
    return bandSaid(band, told.said);
}

QString decidesSentence(const ReviewTold &told)
{
    return bandDecides(told.answer.band, endsOf(told.answer.band, told), told.feature);
}

QString harmsSentence(const ReviewTold &told)
{
    const QString clause = bandHarms(told.answer.band, told.feature);
    return clause.isEmpty() ? QString() : u"By model and person together %1."_s.arg(clause);
}

bool isBeyond(const ReviewAnswer &answer)
{
    const auto &day = answer.day;
    return answer.band.isOpen() && day && day->queue
            && day->reviews > day->queue->mostOnAverage * (1.0 + objectiveRounding);
}

/// That more go to a person than are done.
QString beyondSentence(const ReviewTold &told)
{
    if (!isBeyond(told.answer))
        return {};
    const auto &day = told.answer.day;
    const double most = day->queue->mostOnAverage;
    return u"This is beyond your limit of %1 a day: 95 of 100 days keep to it with %2 on average, "
           "and %3 come, %4 too many."_s.arg(countedReviews(*told.question.reviewer.reviewsPerDay),
                                             plainNumberText(most), plainNumberText(day->reviews),
                                             plainNumberText(day->reviews - most));
}

QString intervalSaid(const Interval &interval)
{
    return u" (95 % interval %1 to %2)"_s.arg(signedText(thousand * interval.low),
                                              signedText(thousand * interval.high));
}

/// More than it brings here is promised of none: the threshold, which was chosen here, looks better
/// here than it is, and by that the band does worse.
QString noLessSaid(const ReviewTold &told, const QString &elsewhere)
{
    const HeldOutGain &heldOut = *told.answer.heldOut;
    if (heldOut.interval && heldOut.interval->high < 0.0)
        return elsewhere + u"it loses, for sure"_s + intervalSaid(*heldOut.interval) + u'.';
    QString said = elsewhere + u"it should bring no less"_s;
    if (heldOut.interval)
        said += intervalSaid({std::min(heldOut.interval->low, told.answer.bestGainPerUse),
                              heldOut.interval->high});
    return said
            + (told.answer.isByHand
                       ? u": the threshold was found on these rows, and looks better here than it is."_s
                       : u": both were found on these rows, and the threshold loses more by it "
                         u"than "
                         "the band."_s);
}

QString heldOutSaid(const ReviewTold &told)
{
    const HeldOutGain &heldOut = *told.answer.heldOut;
    const double expected = thousand * heldOut.perUse;
    const double takenOff = thousand * heldOut.takenOff;
    const double here = thousand * told.answer.bestGainPerUse;
    const bool isChosen = !told.answer.isByHand || !isShownAsNothing(takenOff);
    const QString elsewhere = u"On %1 that had no say in %2, "_s.arg(
            told.feature.useCase.plural,
            isChosen ? u"choosing either"_s : u"choosing that threshold"_s);
    const bool isSame = isShownAsNothing(expected - here);
    if (!isSame && expected > here)
        return noLessSaid(told, elsewhere);
    QString said = elsewhere + u"expect "_s + signedText(expected);
    if (heldOut.interval)
        said += intervalSaid(*heldOut.interval);
    if (told.answer.isByHand && isChosen)
        return said
                + u", as of the best band: this one is near it, and so chosen on these rows as well."_s;
    if (isSame)
        return said + u'.';
    return said
            + (told.answer.isByHand
                       ? u": the threshold is chosen anew there, and does better."_s
                       : u": what is missing came of choosing and judging on the same rows."_s);
}

QString valueSentence(const ReviewTold &told)
{
    const ReviewAnswer &answer = told.answer;
    const double with = thousand * (answer.withoutPerUse + answer.gainPerUse);
    QString said =
            (isBeyond(answer)
                     ? u"If there were time for all of it, the value would be %1%2: %3 against "
                       "%4 on these rows."_s
                     : u"With it the value is %1%2: %3 against %4 on these rows."_s)
                    .arg(plainNumberText(with, 3), told.feature.perThousand(),
                         signedText(thousand * answer.bestGainPerUse), bandRival(told.said));
    if (answer.heldOut)
        said += u' ' + heldOutSaid(told);
    return said;
}

QString workSaid(double reviews, const Reviewer &reviewer)
{
    if (!reviewer.minutes)
        return u"."_s;
    constexpr double minutesOfHour = 60.0;
    const double minutes = reviews * *reviewer.minutes;
    const bool inHours = minutes >= 2.0 * minutesOfHour;
    const double amount = inHours ? minutes / minutesOfHour : minutes;
    const QString number = plainNumberText(amount);
    return u": %1 %2 of work."_s.arg(
            number, inHours ? u"hours"_s : (number == u"1"_s ? u"minute"_s : u"minutes"_s));
}

QString amountOrHardly(double amount, const QString &often = {})
{
    return amount < hardlyAny ? u"hardly any"_s : plainNumberText(amount) + often;
}

QString queueSentence(const ReviewAnswer::Day &day, const ReviewTold &told)
{
    const ReviewAnswer::Queue &queue = *day.queue;
    const double most = *told.question.reviewer.reviewsPerDay;
    const QString overrun = shareCountText(queue.overrunDays, 100, u"fewer than"_s, u"more than"_s);
    QString said = u"Of 100 days %1 %2 more than the %3 that are done (if %4 come "
                   "independently). Then %5 are turned away on average, and fall to a plain "
                   "threshold"_s.arg(overrun,
                                     overrun == u"1"_s || overrun == u"fewer than 1"_s ? u"has"_s
                                                                                       : u"have"_s,
                                     countText(most), told.feature.useCase.plural,
                                     amountOrHardly(queue.turnedAwayPerDay, u" a day"_s));
    if (queue.carriedOver)
        said += u"; or, where they are carried over, %1 wait in the evening."_s.arg(
                amountOrHardly(*queue.carriedOver));
    else if (day.reviews >= most)
        said += u"; if they were carried over, the queue would grow for ever."_s;
    else
        said += u'.';
    return said;
}

/// What the next review brings, or the next that bring anything.
QString moreSentence(const ReviewAnswer::Queue &queue, const ReviewTold &told)
{
    if (!queue.more)
        return u"There is time for every review that is worth its price: one more would bring "
               "nothing."_s;
    const QString gain =
            u"%1 a day"_s.arg(told.feature.amount(plainNumberText(queue.more->gainPerDay)));
    const double now = *told.question.reviewer.reviewsPerDay;
    if (queue.more->reviewsPerDay <= now + 1.0)
        return u"One more review a day would bring %1."_s.arg(gain);
    return u"One more review a day would bring nothing, as %1 of one score go together: the next "
           "that brings anything is at %2 a day, and brings %3."_s.arg(
                   told.feature.useCase.plural, countText(queue.more->reviewsPerDay), gain);
}

QStringList daySentences(const ReviewTold &told)
{
    const ReviewAnswer::Day &day = *told.answer.day;
    QStringList said{u"That is %1 on an average day%2 1 of 20 days has more than %3."_s.arg(
            day.reviews < hardlyAny
                    ? u"hardly any review"_s
                    : u"%1 %2"_s.arg(plainNumberText(day.reviews),
                                     plainNumberText(day.reviews) == u"1"_s ? u"review"_s
                                                                            : u"reviews"_s),
            workSaid(day.reviews, told.question.reviewer), countText(day.busy))};
    if (!day.queue)
        return said;
    said.append(beyondSentence(told));
    said.append(queueSentence(day, told));
    if (!told.answer.isByHand)
        said.append(moreSentence(*day.queue, told));
    return said;
}

QString bestSentence(const ReviewTold &told)
{
    const ReviewAnswer &answer = told.answer;
    if (!answer.best.isOpen())
        return u"The best is no band: nobody reviews."_s;
    const BandSaid ends = endsOf(answer.best, told);
    const double more = answer.decided * (answer.band.cost - answer.best.cost);
    return u"The best band%1 is %2%3: %4%5 against this one on these rows."_s.arg(
            answer.day && answer.day->queue ? u" that fits into the day"_s : QString(),
            ends.column.isEmpty() ? u"from "_s : QString(), bandRange(ends),
            signedText(thousand * more), told.feature.perThousand());
}

/// What a review costs is said beside what it saves at best: of a reviewer who never errs the price
/// is the reason.
QString tooDearSentence(const ReviewTerms &terms, const Noun &uses)
{
    const double saved = closingPrice(terms) + terms.cost;
    const QString none = u"No %1 is worth a review: "_s.arg(uses.singular);
    if (saved <= 0.0)
        return none + u"a reviewer who errs so often saves nothing."_s;
    const bool errs = terms.recall < 1.0 || terms.falseAlarms > 0.0;
    return none
            + u"it costs %1, and %2 saves at most %3."_s.arg(
                    plainNumberText(terms.cost),
                    errs ? u"a reviewer who errs so often"_s : u"even a reviewer who never errs"_s,
                    plainNumberText(saved));
}

/// One band of no width, and why.
QString closedSentence(const ReviewTold &told)
{
    const ReviewAnswer &answer = told.answer;
    const Noun &uses = told.feature.useCase;
    if (answer.isByHand)
        return bandClosed(endsOf(answer.band, told));
    if (closingPrice(answer.terms) <= 0.0)
        return tooDearSentence(answer.terms, uses);
    if (answer.day && answer.day->queue && answer.day->queue->more)
        return u"No band fits into the day, as %1 of one score go together: the smallest that is "
               "worth anything needs time for %2 reviews a day, and brings %3 a day."_s.arg(
                       uses.plural, countText(answer.day->queue->more->reviewsPerDay),
                       told.feature.amount(plainNumberText(answer.day->queue->more->gainPerDay)));
    return u"On these rows no band of scores is worth a review."_s;
}

QString assumedSentence(const ReviewTold &told)
{
    const Reviewer &reviewer = told.question.reviewer;
    const Feature &feature = told.feature;
    return u"Assumed: a reviewer finds %1 of the %2, %3 %4 of the %5, and costs %6 a review."_s.arg(
            shareText(reviewer.recall, 100), feature.positivesSaid(), feature.verbs,
            shareText(reviewer.falseAlarms, 100), feature.negativesSaid(),
            feature.amount(plainNumberText(reviewer.cost)));
}

} // namespace

QStringList reviewSentences(const ReviewAnswer &answer, const ReviewQuestion &question,
                            const ReviewSaid &said, const FeatureWords &words)
{
    const ReviewTold told{answer, question, said, featureOf(words)};
    QStringList sentences;
    if (answer.band.isOpen()) {
        sentences = {decidesSentence(told), harmsSentence(told), valueSentence(told)};
        if (answer.day)
            sentences += daySentences(told);
    } else {
        sentences = {closedSentence(told)};
    }
    if (answer.isByHand)
        sentences.append(bestSentence(told));
    if (answer.closesAtPrice > 0.0 && answer.band.isOpen())
        sentences.append(u"On these rows no band is worth it where a review costs %1 more."_s.arg(
                told.feature.amount(plainNumberText(answer.closesAtPrice))));
    sentences.append(assumedSentence(told));
    sentences.removeAll(QString());
    return sentences;
}

ReviewParts reviewParts(const ReviewAnswer &answer, const ReviewQuestion &question,
                        const ReviewSaid &said, const FeatureWords &words)
{
    const ReviewTold told{answer, question, said, featureOf(words)};
    if (!answer.band.isOpen())
        return {{}, closedSentence(told), closedSentence(told), {}, {}, {}, assumedSentence(told)};
    return {beyondSentence(told),
            decidesSentence(told),
            bandDecides(answer.band, unlisted(endsOf(answer.band, told)), told.feature),
            harmsSentence(told),
            valueSentence(told),
            answer.day ? daySentences(told) : QStringList(),
            assumedSentence(told)};
}

QString reviewLead(const FoundBand &band, const BandSaid &said, const FeatureWords &words)
{
    const QString harms = bandHarms(band, featureOf(words));
    return bandChoice(band, said, words) + (harms.isEmpty() ? QString() : u": "_s + harms) + u'.';
}

QString reviewSpoken(const ReviewParts &parts)
{
    QStringList said{parts.beyond, parts.decides, parts.harms};
    said.removeAll(QString());
    return said.join(u' ');
}

QString noReviewText()
{
    return u"Nothing can be said about a reviewer: either no use is decided by the model, or a "
           "miss or a wrong one costs nothing."_s;
}

QString bandSummary(const FoundBand &band, const BandSaid &said, const FeatureWords &words)
{
    return band.isOpen() ? bandDecides(band, said, featureOf(words)) : bandClosed(said);
}

ReviewBoxLabels reviewBoxLabels(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {.recall = u"Finds, of 100 %1"_s.arg(feature.positivesSaid()),
            .recallSpoken = u"Of 100 %1 a reviewer finds"_s.arg(feature.positivesSaid()),
            .alarms = u"False alarms, of 100 %1"_s.arg(feature.negativesSaid()),
            .alarmsSpoken = u"Of 100 %1 a reviewer %2 all the same"_s.arg(feature.negativesSaid(),
                                                                          feature.verbs),
            .cost = u"Costs, %1 a review"_s.arg(feature.unitSaid()),
            .costSpoken = u"What a review costs, in %1"_s.arg(feature.unitSaid()),
            .uses = u"%1 a day"_s.arg(feature.useCase.plural.left(1).toUpper()
                                      + feature.useCase.plural.mid(1)),
            .usesSpoken = u"%1 a day, everybody together"_s.arg(
                    feature.useCase.plural.left(1).toUpper() + feature.useCase.plural.mid(1))};
}

QString reviewAssumedNote()
{
    return u"Nobody has said yet what a reviewer is like: these are assumptions to start from."_s;
}

QString reviewPendingText()
{
    return u"The best band is being looked for."_s;
}

} // namespace oneinn::wording
