// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdictwords.h"

#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double nothing = 1e-12; ///< of value per use

/// Two digits, but never "1e3": "0.4", "2.2", "14", "350".
QString plainText(double value)
{
    const QString text = signedText(value);
    return text.startsWith(u'+') ? text.sliced(1) : text;
}

QString per1000Text(double perUse)
{
    return plainText(1000.0 * perUse);
}

/// "10 %", "3.1 %", "310 %".
QString percentText(double share)
{
    return plainText(100.0 * share) + u" %"_s;
}

QString nameInSentence(Failure failure)
{
    return failureName(failure).toLower();
}

/// What a failure is more of.
QString moreOf(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"slower"_s;
    case Failure::Precision:
        return u"more wrong ones"_s;
    case Failure::Recall:
        return u"more misses"_s;
    }
    Q_UNREACHABLE();
}

QString stepText(Failure failure, double step)
{
    return percentText(step) + u' ' + moreOf(failure);
}

/// "Being 10 % slower loses 18", "10 % more misses gain 4", "10 % more misses lose nothing".
QString lossClause(Failure failure, double step, double loss, const QString &unit)
{
    const bool one = failure == Failure::Latency;
    const QString subject = one ? u"being "_s + stepText(failure, step) : stepText(failure, step);
    if (std::abs(loss) < nothing)
        return subject + (one ? u" loses nothing"_s : u" lose nothing"_s);
    const QString verb =
            loss > 0.0 ? (one ? u"loses"_s : u"lose"_s) : (one ? u"gains"_s : u"gain"_s);
    return u"%1 %2 %3%4"_s.arg(subject, verb, per1000Text(std::abs(loss)), unit);
}

/// In the order of loss; of a file without latencies only those that there are.
QList<Failure> competing(const ScenarioLoad &load, const FailureLosses &losses)
{
    QList<Failure> result;
    for (const Failure failure : losses.ranking) {
        if (load.hasLatency || failure != Failure::Latency)
            result.append(failure);
    }
    return result;
}

bool anyLoss(const FailureLosses &losses)
{
    return losses.alone[losses.ranking[0]] > nothing;
}

/// What cannot be told apart, in the order of loss.
std::pair<Failure, Failure> inseparable(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    const Failure first = verdict.failure;
    const Failure other = verdict.other.value_or(load.load.equalSteps.ranking[1]);
    if (load.timeCounts || (first != Failure::Latency && other != Failure::Latency))
        return {first, other};
    // Time plays no part: it is not among those that compete.
    return first == Failure::Recall ? std::pair(Failure::Recall, Failure::Precision)
                                    : std::pair(Failure::Precision, Failure::Recall);
}

QString headlineOf(const ScenarioLoad &load)
{
    const LoadVerdict &verdict = load.load.verdict;
    if (!anyLoss(load.load.equalSteps))
        return u"Nothing here carries this product."_s;
    switch (verdict.certainty) {
    case Certainty::Certain:
        return failureName(verdict.failure) + u" carries this product."_s;
    case Certainty::Probable:
        return failureName(verdict.failure) + u", probably."_s;
    case Certainty::Inseparable:
        break;
    }
    const auto [first, other] = inseparable(load);
    return u"%1 and %2 cannot be separated on these data."_s.arg(failureName(first),
                                                                 nameInSentence(other));
}

QString lossesOf(const ScenarioLoad &load)
{
    const FailureLosses &losses = load.load.equalSteps;
    QStringList clauses;
    for (const Failure failure : competing(load, losses)) {
        clauses.append(lossClause(failure, losses.step[failure], losses.alone[failure],
                                  clauses.isEmpty() ? u" per 1,000 uses"_s : QString()));
    }
    return asSentence(clauses.join(u"; "_s));
}

bool isNoBetterAlready(const LoadBearing &load)
{
    return load.equalSteps.value <= load.withoutPredictions;
}

/// "2.2 times as slow", "34 % more misses".
QString howMuchWorse(Failure failure, double worsening)
{
    if (worsening < 1.0)
        return stepText(failure, worsening);
    const QString times = plainText(1.0 + worsening);
    switch (failure) {
    case Failure::Latency:
        return times + u" times as slow"_s;
    case Failure::Precision:
        return times + u" times as many wrong ones"_s;
    case Failure::Recall:
        return times + u" times as many misses"_s;
    }
    Q_UNREACHABLE();
}

QString neverText(Failure failure, const ScenarioLoad &load)
{
    if (failure == Failure::Latency && !load.timeCounts)
        return u"Latency: never, since time decides nothing here."_s;
    if (failure == Failure::Latency)
        return u"Latency: never; even %1 times as slow it is better than showing nothing."_s.arg(
                countText(mostSlowdown));
    const bool costs = std::abs(load.load.equalSteps.alone[failure]) > nothing;
    if (!costs)
        return u"%1: never, since %2 lose nothing here."_s.arg(failureName(failure),
                                                               moreOf(failure));
    return failure == Failure::Precision ? u"Precision: never, not even with every bad one shown."_s
                                         : u"Recall: never, not even with every good one missed."_s;
}

QString headroomOf(Failure failure, const ScenarioLoad &load)
{
    const auto &room = load.load.headroom[failure];
    if (!room)
        return neverText(failure, load);
    return u"%1: %2 before it is no better than showing nothing."_s.arg(
            failureName(failure), howMuchWorse(failure, *room));
}

QStringList headroomsOf(const ScenarioLoad &load)
{
    if (isNoBetterAlready(load.load))
        return {u"It is no better than showing nothing already."_s};
    QStringList result;
    for (const Failure failure : competing(load, load.load.equalSteps))
        result.append(headroomOf(failure, load));
    return result;
}

/// Of the failure that the verdict names.
QString firstHeadroom(const ScenarioLoad &load)
{
    if (isNoBetterAlready(load.load))
        return u"It is no better than showing nothing already."_s;
    const Failure failure = load.load.verdict.failure;
    const auto &room = load.load.headroom[failure];
    if (!anyLoss(load.load.equalSteps) || load.load.verdict.certainty == Certainty::Inseparable
        || !room)
        return {};
    const QString verb = failure == Failure::Latency ? u"get"_s : u"have"_s;
    return u"It can %1 %2 before it is no better than showing nothing."_s.arg(
            verb, howMuchWorse(failure, *room));
}

/// "every resample", "97 of 100 resamples", "none of the resamples".
QString resamplesText(const LoadBearing &load, Failure failure)
{
    const double share = load.firstWithEqualSteps[failure];
    if (share >= 1.0)
        return u"every resample"_s;
    return share > 0.0 ? shareText(share, 100) + u" resamples"_s : u"no resample"_s;
}

/// Where another failure loses most; empty where none does.
QString whereNotFirst(const LoadBearing &load, Failure failure)
{
    const bool equal = load.equalSteps.first == failure;
    const auto other = equal ? load.badWeek.first : load.equalSteps.first;
    const QString where = equal ? u"in a bad week"_s : u"by equal steps"_s;
    return other ? u", but %1 %2 loses most"_s.arg(where, nameInSentence(*other))
                 : u", but %1 none loses most"_s.arg(where);
}

/// What speaks for a verdict that has two or three of the three marks.
QString marksOf(const LoadBearing &load)
{
    constexpr double often = 0.9;
    const Failure failure = load.verdict.failure;
    const bool most = load.equalSteps.first == failure && load.badWeek.first == failure;
    const bool sure = load.firstWithEqualSteps[failure] >= often;
    const bool soonest = load.verdict.certainty == Certainty::Certain || !most || !sure;
    const QString resamples = resamplesText(load, failure);
    QStringList marks;
    if (most)
        marks.append(u"loses most both by equal steps and in a bad week"_s);
    if (soonest)
        marks.append(u"has the least headroom"_s);
    if (sure)
        marks.append(u"comes first in "_s + resamples);
    QString but;
    if (!most)
        but = whereNotFirst(load, failure);
    else if (!soonest)
        but = u", but does not have the least headroom"_s;
    else if (!sure)
        but = u", but comes first in %1 only"_s.arg(resamples);
    return failureName(failure) + u' ' + joined(marks, u"and"_s) + but + u'.';
}

QString evidenceOf(const ScenarioLoad &load)
{
    const LoadBearing &found = load.load;
    if (!anyLoss(found.equalSteps))
        return {};
    if (found.verdict.certainty != Certainty::Inseparable)
        return marksOf(found);
    const auto [first, other] = inseparable(load);
    return u"By equal steps %1 comes first in %2, %3 in %4."_s.arg(
            nameInSentence(first), resamplesText(found, first), nameInSentence(other),
            found.firstWithEqualSteps[other] > 0.0
                    ? shareText(found.firstWithEqualSteps[other], 100)
                    : u"none"_s);
}

QString missesText(double count)
{
    const QString text = plainText(count);
    return text + (text == u"1" ? u" miss"_s : u" misses"_s);
}

QString robustnessOf(const LoadBearing &load)
{
    const auto &range = load.sameFirst;
    const auto first = load.equalSteps.first;
    if (!range || !first)
        return {};
    const bool isVerdict =
            load.verdict.certainty != Certainty::Inseparable && load.verdict.failure == *first;
    const QString start = isVerdict
            ? u"It stays %1"_s.arg(nameInSentence(*first))
            : u"By equal steps %1 stays first"_s.arg(nameInSentence(*first));
    const QString now = u"; now it is as bad as %1."_s.arg(missesText(range->now));
    if (range->low && range->high)
        return u"%1 as long as a wrong one is as bad as %2 to %3"_s.arg(
                       start, plainText(*range->low), missesText(*range->high))
                + now;
    if (range->high)
        return u"%1 unless a wrong one is worse than %2"_s.arg(start, missesText(*range->high))
                + now;
    if (range->low)
        return u"%1 unless a wrong one is less bad than %2"_s.arg(start, missesText(*range->low))
                + now;
    return start + u" whatever a wrong one costs, from a hundredth of a miss to 100 misses."_s;
}

/// Both ends with as many digits as it takes to tell them apart; empty where that does not help.
QString rangeOf(double low, double high)
{
    const auto [from, to] = toldApart(low, high);
    const auto plain = [](const QString &text) {
        return text.startsWith(u'+') ? text.sliced(1) : text;
    };
    return from == to ? QString() : u"between %1 and %2"_s.arg(plain(from), plain(to));
}

QString barStep(Failure failure, double step)
{
    if (step > 0.0)
        return stepText(failure, step);
    return failure == Failure::Latency ? u"no slower"_s : u"no "_s + moreOf(failure);
}

LossWords barOf(const FailureLosses &losses, const PerFailure<Interval> &ranges, Failure failure)
{
    const double loss = losses.alone[failure];
    const Interval &range = ranges[failure];
    LossWords words;
    words.failure = failure;
    words.step = barStep(failure, losses.step[failure]);
    words.loss = signedText(-1000.0 * loss);
    words.range = rangeOf(-1000.0 * range.high, -1000.0 * range.low);
    words.sentence = lossClause(failure, losses.step[failure], loss, u" per 1,000 uses"_s);
    if (const QString width = rangeOf(1000.0 * range.low, 1000.0 * range.high); !width.isEmpty())
        words.sentence += u" (%1)"_s.arg(width);
    words.sentence = asSentence(words.sentence);
    return words;
}

QList<LossWords> barsOf(const ScenarioLoad &load, const FailureLosses &losses,
                        const PerFailure<Interval> &ranges)
{
    QList<LossWords> bars;
    for (const Failure failure : competing(load, losses))
        bars.append(barOf(losses, ranges, failure));
    return bars;
}

QString badWeekNoteOf(const ScenarioLoad &load)
{
    QStringList fromWeeks;
    QStringList fromInterval;
    for (const Failure failure : competing(load, load.load.badWeek)) {
        const bool weeks = load.load.badWeekSource[failure] == BadWeekSource::Weeks;
        (weeks ? fromWeeks : fromInterval).append(nameInSentence(failure));
    }
    if (fromWeeks.isEmpty())
        return u"Per 1,000 uses. The file tells no weeks apart, so each is as bad as its 95 % interval allows."_s;
    if (fromInterval.isEmpty())
        return u"Per 1,000 uses. One change from week to week in ten is worse than this."_s;
    return u"Per 1,000 uses. One change from week to week in ten is worse than this; of %1 too "
           u"little is known, so "
           "it is as bad as its 95 % interval allows."_s.arg(joined(fromInterval, u"and"_s));
}

QString sharesOf(const ScenarioLoad &load)
{
    const FailureLosses &losses = load.load.equalSteps;
    const QString who = load.hasLatency ? u"all three"_s : u"both"_s;
    if (!losses.share)
        return u"If %1 get 10 % worse at once, nothing is lost that could be shared out."_s.arg(
                who);
    QStringList parts;
    for (const Failure failure : competing(load, losses)) {
        const double percent = 100.0 * (*losses.share)[failure];
        parts.append(u"%1 %2 %"_s.arg(nameInSentence(failure), numberText(percent, 0)));
    }
    return u"If %1 get 10 % worse at once, %2 per 1,000 uses are lost: %3 (Shapley shares)."_s.arg(
            who, per1000Text(losses.joint), joined(parts, u"and"_s));
}

QString interactionOf(const FailureLosses &losses)
{
    if (!losses.interact)
        return {};
    const double sum = losses.alone.latency + losses.alone.precision + losses.alone.recall;
    return u"The bars do not add up: alone they lose %1, together %2, because one failure changes "
           "what another does."_s.arg(per1000Text(sum), per1000Text(losses.joint));
}

/// "would be worth +12 per 1,000 uses", "would cost 9 per 1,000 uses", "would change nothing".
QString effectText(double perUse)
{
    if (std::abs(perUse) < nothing)
        return u"would change nothing"_s;
    return perUse > 0.0 ? u"would be worth %1 per 1,000 uses"_s.arg(signedText(1000.0 * perUse))
                        : u"would cost %1 per 1,000 uses"_s.arg(per1000Text(-perUse));
}

QString budgetPrice(const ScenarioLoad &load)
{
    if (!load.hasLatency)
        return {};
    if (load.question.latePolicy == LatePolicy::Wait)
        return u"Late answers are waited for, so the budget decides nothing."_s;
    if (!load.question.budget)
        return u"There is no latency budget, so there is none to negotiate."_s;
    if (!load.budget)
        return {};
    QStringList parts;
    const ShadowPrice &price = *load.budget;
    constexpr double idle = 1.0; // where no use is any later
    if (price.up && *price.up == 0.0 && price.stepUp <= idle)
        parts.append(u"a longer budget would change nothing"_s);
    else if (price.up)
        parts.append(u"%1 more budget %2"_s.arg(millisecondsText(price.stepUp),
                                                effectText(*price.up * price.stepUp)));
    if (price.down)
        parts.append(u"%1 less budget %2"_s.arg(millisecondsText(price.stepDown),
                                                effectText(-*price.down * price.stepDown)));
    return asSentence(parts.join(u"; "_s));
}

QString precisionPrice(const ScenarioLoad &load)
{
    const double limit = load.question.precisionLimit;
    if (!load.precision)
        return u"No threshold has a precision of %1 or more."_s.arg(percentText(limit));
    const ShadowPrice &price = *load.precision;
    QStringList parts;
    const QString instead = u"precision of at least %1 instead of %2 "_s;
    if (price.up)
        parts.append(instead.arg(percentText(limit + price.stepUp), percentText(limit))
                     + effectText(*price.up * price.stepUp));
    else if (price.stepUp > 0.0)
        parts.append(u"no threshold has a precision of %1 or more"_s.arg(
                percentText(limit + price.stepUp)));
    if (price.down) {
        const QString lower = percentText(limit - price.stepDown);
        const QString effect = effectText(-*price.down * price.stepDown);
        parts.append((parts.isEmpty() ? instead.arg(lower, percentText(limit))
                                      : u"at least %1 "_s.arg(lower))
                     + effect);
    }
    return asSentence(parts.join(u"; "_s));
}

QStringList assumptionsOf(const ScenarioLoad &load)
{
    QStringList result;
    if (!load.hasLatency)
        result.append(u"These values are your assumptions. The file has no latencies, so only "
                      "precision and recall compete."_s);
    else if (!load.question.patience.everyoneWaits())
        result.append(u"These values and this patience are your assumptions."_s);
    else if (load.timeCounts)
        result.append(u"These values are your assumptions. You have set no patience, so nobody "
                      "leaves, and latency can only count through the budget."_s);
    else
        result.append(u"These values are your assumptions. You have set no patience, and no budget "
                      "is kept, so latency cannot count."_s);
    const QString ranges = load.drawn
            ? u"Ranges are the middle 95 % of 500 resamples."_s
            : u"With so many users, ranges follow the normal distribution that resamples would "
              "have."_s;
    result.append(ranges + u" The rule for the verdict is our own proposal."_s);
    return result;
}

} // namespace

QString failureName(Failure failure)
{
    switch (failure) {
    case Failure::Latency:
        return u"Latency"_s;
    case Failure::Precision:
        return u"Precision"_s;
    case Failure::Recall:
        return u"Recall"_s;
    }
    Q_UNREACHABLE();
}

VerdictWords verdictWords(const ScenarioLoad &load)
{
    const LoadBearing &found = load.load;
    VerdictWords words;
    words.headline = headlineOf(load);
    words.losses = lossesOf(load);
    words.headroom = firstHeadroom(load);
    words.evidence = evidenceOf(load);
    words.robustness = robustnessOf(found);
    words.equalSteps = barsOf(load, found.equalSteps, found.equalStepsRange);
    words.badWeek = barsOf(load, found.badWeek, found.badWeekRange);
    words.equalStepsNote = u"Per 1,000 uses, with each 10 % worse than it is."_s;
    words.badWeekNote = badWeekNoteOf(load);
    words.shares = sharesOf(load);
    words.interaction = interactionOf(found.equalSteps);
    words.headrooms = headroomsOf(load);
    words.prices = {budgetPrice(load), precisionPrice(load)};
    words.assumptions = assumptionsOf(load);
    return words;
}

QString verdictSentence(const VerdictWords &words)
{
    QStringList parts{words.headline, words.losses, words.headroom};
    parts.removeAll(QString());
    return parts.join(u' ');
}

QStringList verdictSentences(const VerdictWords &words)
{
    QStringList sentences{words.headline,    words.losses,        words.headroom,
                          words.evidence,    words.robustness,    words.shares,
                          words.interaction, words.prices.budget, words.prices.precision};
    sentences += words.assumptions;
    sentences.removeAll(QString());
    return sentences;
}

QString smallBarsNote()
{
    return u"value lost, each 10 % worse"_s;
}

QString verdictPendingText()
{
    return u"Working it out \u2026"_s;
}

QString noVerdictText()
{
    return u"There are no uses to judge by."_s;
}

} // namespace oneinn::wording
