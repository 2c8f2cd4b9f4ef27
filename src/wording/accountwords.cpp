// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/accountwords.h"

#include "wording/noun.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

struct ReasonWords {
    QString one;
    QString many;
};

ReasonWords wordsOf(SetAsideReason reason)
{
    switch (reason) {
    case SetAsideReason::LabelMissing:
        return {u"has no label"_s, u"have no label"_s};
    case SetAsideReason::LabelUnknown:
        return {u"has a label that is neither of the two values"_s,
                u"have a label that is neither of the two values"_s};
    case SetAsideReason::ScoreMissing:
        return {u"has no score"_s, u"have no score"_s};
    case SetAsideReason::ScoreInvalid:
        return {u"has a score that is not a usable number"_s,
                u"have a score that is not a usable number"_s};
    case SetAsideReason::WeightInvalid:
        return {u"has no usable weight"_s, u"have no usable weight"_s};
    case SetAsideReason::WeightZero:
        return {u"weighs nothing"_s, u"weigh nothing"_s};
    case SetAsideReason::CountInvalid:
        return {u"has a count that is no whole number up to 1,000,000,000"_s,
                u"have a count that is no whole number up to 1,000,000,000"_s};
    case SetAsideReason::CountZero:
        return {u"has a count of 0"_s, u"have a count of 0"_s};
    case SetAsideReason::NotSelected:
        return {u"is of another model or outside the filter"_s,
                u"are of another model or outside the filter"_s};
    }
    return {};
}

/// What a record lacks, in two words.
QString briefReason(SetAsideReason reason)
{
    switch (reason) {
    case SetAsideReason::LabelMissing:
        return u"no label"_s;
    case SetAsideReason::LabelUnknown:
        return u"another label"_s;
    case SetAsideReason::ScoreMissing:
        return u"no score"_s;
    case SetAsideReason::ScoreInvalid:
        return u"unusable score"_s;
    case SetAsideReason::WeightInvalid:
        return u"unusable weight"_s;
    case SetAsideReason::WeightZero:
        return u"weight 0"_s;
    case SetAsideReason::CountInvalid:
        return u"unusable count"_s;
    case SetAsideReason::CountZero:
        return u"count 0"_s;
    case SetAsideReason::NotSelected:
        break;
    }
    return {};
}

/// What is wrong with any, the commonest first.
QStringList briefReasons(const RowAccount &account)
{
    std::vector<SetAsideReason> reasons;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const auto reason = static_cast<SetAsideReason>(i);
        if (account.setAside(reason) > 0 && reason != SetAsideReason::NotSelected)
            reasons.push_back(reason);
    }
    std::ranges::stable_sort(reasons, std::ranges::greater(),
                             [&](SetAsideReason each) { return account.setAside(each); });
    QStringList words;
    for (const SetAsideReason reason : reasons)
        words.append(briefReason(reason));
    return words;
}

/// "19,988 used, 12 set aside, 8,000 not looked at": what there is none of is left out.
QString sharesOfRecords(const RowAccount &account)
{
    const auto used = static_cast<double>(account.used());
    const auto unusable = static_cast<double>(account.unusable());
    const auto others = static_cast<double>(account.setAside(SetAsideReason::NotSelected));
    QStringList parts{(used == 0.0 ? u"none"_s : countText(used)) + u" used"_s};
    if (unusable > 0.0)
        parts.append(countText(unusable) + u" set aside"_s);
    if (others > 0.0)
        parts.append(countText(others) + u" not looked at"_s);
    return parts.join(u", "_s);
}

/// "all used", only where it is true of every budget.
QString allUsedText(const RowAccount &account, double records)
{
    const std::size_t untimed = account.latency.measured + account.latency.timedOut == 0
            ? 0
            : account.latency.missing + account.latency.invalid;
    if (untimed > 0)
        return records == 1.0 ? u", and it is used without a budget"_s
                              : u", all used without a budget, %1 with one"_s.arg(
                                      countText(static_cast<double>(account.used() - untimed)));
    return records == 1.0 ? u", and it is used"_s : u", all used"_s;
}

QString linesText(const std::vector<std::size_t> &lines, std::size_t count)
{
    constexpr std::size_t listed = 3;
    QStringList numbers;
    for (const std::size_t line : lines) {
        if (line > 0 && static_cast<std::size_t>(numbers.size()) < listed)
            numbers.append(countText(static_cast<double>(line)));
    }
    if (numbers.isEmpty())
        return {};
    const std::size_t more = count - std::min(count, static_cast<std::size_t>(numbers.size()));
    const QString label = count == 1 ? u"line "_s : u"lines "_s;
    const QString list = more == 0 ? joined(numbers, u"and"_s)
                                   : numbers.join(u", "_s) + u" and "_s
                    + countText(static_cast<double>(more)) + u" more"_s;
    return u" ("_s + label + list + u')';
}

} // namespace

QString accountSentence(const RowAccount &account)
{
    const Noun record = account.counted() > 0 ? Noun{u"counted case"_s, u"counted cases"_s}
                                              : Noun{u"record"_s, u"records"_s};
    const auto records = static_cast<double>(account.records());
    const auto setAside = static_cast<double>(account.setAsideTotal());
    if (records == 0.0)
        return u"no records"_s;
    if (setAside == 0.0)
        return counted(records, record) + allUsedText(account, records);
    if (account.counted() > 0 && account.setAside(SetAsideReason::NotSelected) == 0)
        return u"%1: %2 set aside"_s.arg(counted(static_cast<double>(account.used()), record),
                                         counted(setAside, Noun{u"record"_s, u"records"_s}));
    return counted(records, record) + u": "_s + sharesOfRecords(account);
}

QString setAsideBrief(const RowAccount &account, const RowAccount &whole)
{
    if (account.unusable() > 0)
        return u"%1 set aside: %2"_s.arg(countText(static_cast<double>(account.unusable())),
                                         briefReasons(account).join(u", "_s));
    if (whole.unusable() > 0)
        return u"%1 of other models set aside"_s.arg(
                countText(static_cast<double>(whole.unusable())));
    return {};
}

QString othersSetAside(const RowAccount &account, const RowAccount &whole)
{
    const std::size_t others = whole.unusable() - account.unusable();
    if (others == 0)
        return {};
    return others == 1
            ? u"1 of another model is set aside"_s
            : u"%1 of other models are set aside"_s.arg(countText(static_cast<double>(others)));
}

QString reasonText(SetAsideReason reason)
{
    return wordsOf(reason).one;
}

QStringList accountDetails(const RowAccount &account)
{
    QStringList details;
    for (std::size_t i = 0; i < setAsideReasonCount; ++i) {
        const auto reason = static_cast<SetAsideReason>(i);
        const std::size_t count = account.setAside(reason);
        if (count == 0)
            continue;
        const ReasonWords words = wordsOf(reason);
        details.append(countText(static_cast<double>(count)) + u' '
                       + (count == 1 ? words.one : words.many)
                       + linesText(account.lines(reason), count));
    }
    if (account.counted() > 0)
        details.append(u"counted cases, several to a record, are taken for independent"_s);
    if (account.failed() > 0)
        details.append(failedText(account.failed()));
    if (account.refused() > 0)
        details.append(refusedText(account.refused(), account.used()));
    return details + latencyDetails(account.latency);
}

QStringList latencyDetails(const LatencyAccount &latency)
{
    QStringList details;
    if (latency.measured + latency.timedOut + latency.invalid == 0)
        return details;
    const std::size_t unusable = latency.missing + latency.invalid;
    if (unusable == 1)
        details.append(u"1 has no usable latency; it takes part only while no budget is set"_s);
    else if (unusable > 1)
        details.append(
                u"%1 have no usable latency; they take part only while no budget is set"_s.arg(
                        countText(static_cast<double>(unusable))));
    if (latency.cached > 0)
        details.append(cachedText(latency.cached));
    if (latency.timedOut > 0)
        details.append(timedOutText(latency.timedOut));
    return details;
}

QString failedText(std::size_t count)
{
    return count == 1 ? u"1 is of a call that failed: it has no answer"_s
                      : u"%1 are of calls that failed: they have no answer"_s.arg(
                              countText(static_cast<double>(count)));
}

QString refusedText(std::size_t count, std::size_t of)
{
    return u"%1 of %2 calls %3 refused by the model: %4 no answer"_s.arg(
            countText(static_cast<double>(count)), countText(static_cast<double>(of)),
            count == 1 ? u"was"_s : u"were"_s, count == 1 ? u"it has"_s : u"they have"_s);
}

QString cachedText(std::size_t count)
{
    return count == 1 ? u"1 came out of a cache: what it took is no wait"_s
                      : u"%1 came out of a cache: what they took is no wait"_s.arg(
                              countText(static_cast<double>(count)));
}

QString timedOutText(std::size_t count)
{
    return count == 1
            ? u"1 timed out: late for every budget, and known only to have taken at least its "
              "limit"_s
            : u"%1 timed out: late for every budget, and known only to have taken at least their "
              "limit"_s.arg(countText(static_cast<double>(count)));
}

QString measuredWhereText()
{
    return u"What people wait is what counts. Times taken on the server leave out the network and "
           "the screen. A load test that waits for each answer before it asks again leaves out the "
           "queue, and so finds fewer slow answers than people do."_s;
}

} // namespace oneinn::wording
