// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/targetwords.h"

#include "core/experience/naturalfrequency.h"
#include "core/targets/capacity.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/sharewords.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isWhole(double number)
{
    return std::abs(number - std::round(number)) < 1e-9;
}

/// "5 of 100", "none of 100".
QString countedOf(double share, int of)
{
    return share > 0.0 ? shareText(share, of) : u"none of "_s + countText(of);
}

/// Whether "is" follows.
bool isOne(double share, int of)
{
    const int count = countOf(share, of);
    return count == 1 || share <= 0.0 || (count == 0 && share > 0.0);
}

} // namespace

TargetWords::TargetWords(const Targets &targets, const FeatureWords &words)
    : m_targets(targets)
    , m_product(words)
    , m_feature(featureOf(words))
{
}

double TargetWords::limit(TargetKind kind) const
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return m_targets.wrongOfShown.value_or(1.0);
    case TargetKind::Missed:
        return m_targets.missed.value_or(1.0);
    case TargetKind::Answered:
        return m_targets.answered ? m_targets.answered->share : 0.0;
    case TargetKind::Gone:
        return m_targets.gone.value_or(1.0);
    case TargetKind::ShownPerDay:
        break;
    }
    return m_targets.shownPerDay.value_or(HUGE_VAL);
}

/// 100, or as much more as it takes to say the limit, and to tell it from a value that breaks it.
int TargetWords::denominator(TargetKind kind, double value) const
{
    constexpr int most = 100000;
    const double bound = limit(kind);
    const bool fine =
            bound > 0.0 && !isWhole(100.0 * bound) && (bound < 0.1 || isWhole(1000.0 * bound));
    int of = fine || (value > 0.0 && value < 0.005) ? 1000 : 100;
    const bool broken =
            kind == TargetKind::Answered ? value < bound - 1e-12 : value > bound + 1e-12;
    while (broken && of < most && countOf(value, of) == countOf(bound, of))
        of *= 10;
    return of;
}

ShareGrammar TargetWords::grammar(TargetKind kind) const
{
    if (kind == TargetKind::WrongOfShown)
        return {.one = m_feature.raised.singular + u' ' + m_feature.done,
                .many = m_feature.raised.plural + u' ' + m_feature.done,
                .oneHolds = u"is wrong"_s,
                .manyHold = u"are wrong"_s,
                .oneHoldsNot = u"is right"_s,
                .manyHoldNot = u"are right"_s,
                .counted = {},
                .quality = {},
                .opposite = {},
                .person = m_feature.person};
    if (kind == TargetKind::Missed)
        return {.one = m_feature.positive.singular,
                .many = m_feature.positive.plural,
                .oneHolds = u"is missed"_s,
                .manyHold = u"are missed"_s,
                .oneHoldsNot = m_feature.found.one,
                .manyHoldNot = m_feature.found.many,
                .counted = {},
                .quality = {},
                .opposite = {},
                .person = m_feature.person};
    if (kind == TargetKind::Gone)
        return {.one = m_feature.useCase.singular,
                .many = m_feature.useCase.plural,
                .oneHolds = u"ends with its %1 gone"_s.arg(m_feature.person.singular),
                .manyHold = u"end with their %1 gone"_s.arg(m_feature.person.singular),
                .oneHoldsNot = u"ends with its %1 there"_s.arg(m_feature.person.singular),
                .manyHoldNot = u"end with their %1 there"_s.arg(m_feature.person.singular),
                .counted = {},
                .quality = {},
                .opposite = {},
                .person = m_feature.person};
    const QString within = u"answered within "_s
            + millisecondsText(m_targets.answered ? m_targets.answered->wait.value : 0.0);
    return {.one = m_feature.useCase.singular,
            .many = m_feature.useCase.plural,
            .oneHolds = u"is "_s + within,
            .manyHold = u"are "_s + within,
            .oneHoldsNot = u"is not "_s + within,
            .manyHoldNot = u"are not "_s + within,
            .counted = {},
            .quality = {},
            .opposite = {},
            .person = m_feature.person};
}

QString TargetWords::sharePhrase(TargetKind kind, double share, int of) const
{
    const ShareGrammar words = grammar(kind);
    return u"%1 %2 %3"_s.arg(countedOf(share, of), words.many,
                             isOne(share, of) ? words.oneHolds : words.manyHold);
}

/// Of so few, or of none among them, in their own number.
QString TargetWords::countsPhrase(TargetKind kind, const Proportion &share) const
{
    ShareGrammar words = grammar(kind);
    const double all = std::round(share.all.rows);
    if (all == 1.0)
        return u"the only %1 %2"_s.arg(words.one,
                                       share.value < 0.5 ? words.oneHoldsNot : words.oneHolds);
    if (share.value <= 0.0 && kind != TargetKind::Answered)
        return allHoldNot(all, words);
    if (share.value <= 0.0)
        return u"not one of %1 %2 %3"_s.arg(countText(all), words.many, words.oneHolds);
    return sharePhrase(kind, std::round(share.yes.rows) / all, static_cast<int>(all));
}

QString TargetWords::perDayText(double perDay) const
{
    const double bound = limit(TargetKind::ShownPerDay);
    int decimals = 0;
    if (perDay < 10.0 && !isWhole(perDay))
        decimals = 1;
    while (decimals < 6 && perDay > bound
           && numberText(perDay, decimals) == numberText(bound, decimals))
        ++decimals;
    return numberText(perDay, decimals);
}

QString TargetWords::target(TargetKind kind) const
{
    if (!TargetSet::askedIn(m_targets).contains(kind))
        return {};
    const double bound = limit(kind);
    if (kind == TargetKind::ShownPerDay)
        return u"at most %1 %2 %3 a day"_s.arg(numberText(bound, isWhole(bound) ? 0 : 1),
                                               bound == 1.0 ? m_feature.raised.singular + u" is"_s
                                                            : m_feature.raised.plural + u" are"_s,
                                               m_feature.done);
    if (kind == TargetKind::Answered)
        return u"at least "_s + sharePhrase(kind, bound, denominator(kind, bound));
    QString text = sharePhrase(kind, bound, denominator(kind, bound));
    if (bound > 0.0)
        text = u"at most "_s + text;
    return isRoundRate(bound) ? text + u" (%1)"_s.arg(rateText(bound)) : text;
}

QString TargetWords::name(TargetKind kind)
{
    switch (kind) {
    case TargetKind::WrongOfShown:
        return u"the limit on wrong ones"_s;
    case TargetKind::Missed:
        return u"the limit on missed ones"_s;
    case TargetKind::Answered:
        return u"the time to answer"_s;
    case TargetKind::Gone:
        return u"the limit on how many are gone"_s;
    case TargetKind::ShownPerDay:
        return u"the limit on how many are shown a day"_s;
    }
    return {};
}

QString TargetWords::stated(TargetKind kind, double value) const
{
    if (kind != TargetKind::ShownPerDay)
        return sharePhrase(kind, value, denominator(kind, value));
    const QString number = perDayText(value);
    if (value <= 0.0)
        return u"no %1 is %2"_s.arg(m_feature.raised.singular, m_feature.done);
    const bool isSingle = number == u"1"_s;
    return u"about %1 %2 a day %3 %4"_s.arg(
            number, isSingle ? m_feature.raised.singular : m_feature.raised.plural,
            isSingle ? u"is"_s : u"are"_s, m_feature.done);
}

QString TargetWords::brings(TargetKind kind, const TargetReading &reading) const
{
    if (!reading.share) {
        switch (kind) {
        case TargetKind::WrongOfShown:
            return u"nothing is %1, so nothing is right or wrong"_s.arg(m_feature.done);
        case TargetKind::Missed:
            return u"these data hold no %1 that could be missed"_s.arg(m_feature.positive.singular);
        default:
            return u"no latency is known"_s;
        }
    }
    const Proportion &share = *reading.share;
    if (kind == TargetKind::ShownPerDay)
        return stated(kind, share.value * m_targets.usesPerDay);
    // None of those seen is not none of a hundred.
    return share.reliability == Reliability::CountsOnly || share.value <= 0.0
            ? countsPhrase(kind, share)
            : stated(kind, share.value);
}

QString TargetWords::brings(TargetKind kind, const Furthest &furthest) const
{
    return brings(kind, TargetReading{.share = proportion(furthest.yes, furthest.no)});
}

QString TargetWords::askedText(TargetKind kind, int of) const
{
    const double bound = limit(kind);
    const QString most = kind == TargetKind::Answered ? u"at least"_s : u"at most"_s;
    if (kind == TargetKind::ShownPerDay)
        return u"%1 %2 %3 asked for"_s.arg(most, numberText(bound, isWhole(bound) ? 0 : 1),
                                           bound == 1.0 ? u"is"_s : u"are"_s);
    if (bound <= 0.0)
        return u"none is allowed"_s;
    const int count = countOf(bound, of);
    return u"%1 %2 %3 asked for"_s.arg(most, countText(count), count == 1 ? u"is"_s : u"are"_s);
}

/// Why a target that is met is not surely met.
QString TargetWords::doubt(TargetKind kind, const TargetReading &reading, int of) const
{
    const Proportion &share = *reading.share;
    if (kind != TargetKind::ShownPerDay) {
        if (share.reliability == Reliability::CountsOnly)
            return u"too few cases to be sure"_s;
        const double worse =
                kind == TargetKind::Answered ? share.interval.low : share.interval.high;
        // An end that rounds to the limit would not look like a reason to doubt.
        const bool looksMet = countOf(worse, of) == countOf(limit(kind), of);
        return u"in truth it may be %1"_s.arg(looksMet ? betweenText(share.interval, 10 * of)
                                                              + u" of "_s + countText(10 * of)
                                                       : betweenText(share.interval, of));
    }
    const double over = shareOfDaysOver(share.value * m_targets.usesPerDay, limit(kind));
    if (over > shareOfDaysOverAllowed)
        return u"on %1 days there would be more, if %2 come by chance"_s.arg(
                shareText(over, 100), m_feature.useCase.plural);
    return u"in truth it may be up to %1"_s.arg(
            countText(std::ceil(share.interval.high * m_targets.usesPerDay)));
}

QString TargetWords::reading(TargetKind kind, const TargetReading &reading) const
{
    QString text = brings(kind, reading);
    if (!reading.share)
        return asSentence(u"not met: "_s + text);
    const int of = kind == TargetKind::ShownPerDay ? 100 : denominator(kind, reading.share->value);
    text += u"; "_s + askedText(kind, of);
    if (!reading.met)
        return asSentence(u"not met: "_s + text);
    if (reading.sure)
        return asSentence(u"surely met: "_s + text);
    return asSentence(u"met on these rows: "_s + text + u"; "_s + doubt(kind, reading, of));
}

QString TargetWords::cell(TargetKind kind, const TargetReading &reading) const
{
    if (!reading.share)
        return undefinedDash();
    if (kind == TargetKind::ShownPerDay)
        return perDayText(reading.share->value * m_targets.usesPerDay);
    if (reading.share->reliability == Reliability::CountsOnly)
        return u"%1 of %2"_s.arg(countText(reading.share->yes.rows),
                                 countText(reading.share->all.rows));
    return shareText(reading.share->value, denominator(kind, reading.share->value));
}

QString TargetWords::fasterText(const AnsweredWithin &answered) const
{
    const double share = m_targets.answered->share;
    const QString percentile = percentileName(share);
    if (!answered.waitForShare)
        return u"fewer answers would have to time out: no speed helps while %1 %2 get none"_s.arg(
                u"more than "_s + shareText(1.0 - share, denominator(TargetKind::Answered, share)),
                m_feature.useCase.plural);
    const double needed = answered.waitForShare->value - answered.limit.value;
    const double faster = needed < 10.0 ? needed : std::round(needed);
    if (faster <= 0.0)
        return {};
    return u"answers would have to be %1 faster at %2, %3 instead of %4"_s.arg(
            millisecondsText(faster), percentile, millisecondsText(answered.limit.value),
            millisecondsText(answered.waitForShare->value));
}

QString TargetWords::improvement(TargetKind kind, double best,
                                 const std::optional<AnsweredWithin> &answered) const
{
    const double bound = limit(kind);
    const int of = kind == TargetKind::ShownPerDay ? 100 : denominator(kind, best);
    const auto better = [&](double now, double then) {
        return u"%1 instead of %2 of %3"_s.arg(countText(countOf(then, of)),
                                               countText(countOf(now, of)), countText(of));
    };
    switch (kind) {
    case TargetKind::WrongOfShown:
        return u"the model would have to be right about %1 %2 %3, at the same number %3"_s.arg(
                better(1.0 - best, 1.0 - bound), m_feature.raised.plural, m_feature.done);
    case TargetKind::Missed:
        return u"the model would have to find about %1 %2"_s.arg(better(1.0 - best, 1.0 - bound),
                                                                 m_feature.positive.plural);
    case TargetKind::Answered:
        return answered ? fasterText(*answered) : QString();
    case TargetKind::Gone:
        return u"answers would have to be quicker, or %3 wait longer, so that %1 %2 end with "
               "their %4 gone"_s.arg(better(best, bound), m_feature.useCase.plural,
                                     m_feature.person.plural, m_feature.person.singular);
    case TargetKind::ShownPerDay:
        break;
    }
    const double fewer = std::max(1.0, std::ceil(best - bound - 1e-9));
    return u"about %1 fewer %2 a day would have to do"_s.arg(
            countText(fewer), fewer == 1.0 ? m_feature.raised.singular : m_feature.raised.plural);
}

} // namespace oneinn::wording
