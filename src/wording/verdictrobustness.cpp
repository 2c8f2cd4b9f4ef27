// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdictrobustness.h"

#include "wording/losswords.h"
#include "wording/numbers.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

QString missesText(double count)
{
    const QString text = plainNumberText(count);
    return text + (text == u"1" ? u" miss"_s : u" misses"_s);
}

/// What a wrong one is against a miss, in whichever of the two makes more than one: nobody thinks
/// of parts of a miss.
struct CostSaid {
    bool ofWrong; ///< the other way round: a miss in wrong ones
    double times;

    explicit CostSaid(double ratio)
        : ofWrong(ratio < 1.0)
        , times(ofWrong ? 1.0 / ratio : ratio)
    {
    }
    QString subject() const { return ofWrong ? u"a miss"_s : u"a wrong one"_s; }
    QString number() const { return plainNumberText(times); }
    QString count() const
    {
        if (!ofWrong)
            return missesText(times);
        return number() + (number() == u"1" ? u" wrong one"_s : u" wrong ones"_s);
    }
    /// That a wrong one costs more than this, or less.
    QString beyond(bool more) const
    {
        return u"%1 is %2 than %3"_s.arg(subject(), more != ofWrong ? u"worse"_s : u"less bad"_s,
                                         count());
    }
};

} // namespace

QString verdictRobustness(const LoadBearing &load)
{
    const auto &range = load.sameFirst;
    const auto first = load.equalSteps.first;
    if (!range || !first)
        return {};
    const bool isVerdict = load.verdict.only() == first;
    const QString start = isVerdict
            ? u"It stays %1"_s.arg(failureInSentence(*first))
            : u"By equal steps %1 stays first"_s.arg(failureInSentence(*first));
    const CostSaid now(range->now);
    const auto tail = [&now](const QString &subject) {
        return u"; now %1 is as bad as %2."_s.arg(
                subject == now.subject() ? u"it"_s : now.subject(), now.count());
    };
    if (range->low && range->high) {
        const CostSaid low(*range->low);
        const CostSaid high(*range->high);
        if (low.ofWrong != high.ofWrong)
            return u"%1 unless %2, or %3"_s.arg(start, high.beyond(true), low.beyond(false))
                    + tail(low.subject());
        const CostSaid &least = low.ofWrong ? high : low;
        const CostSaid &most = low.ofWrong ? low : high;
        return u"%1 as long as %2 is as bad as %3 to %4"_s.arg(start, low.subject(), least.number(),
                                                               most.count())
                + tail(low.subject());
    }
    if (range->low || range->high) {
        const CostSaid end(range->high ? *range->high : *range->low);
        return u"%1 unless %2"_s.arg(start, end.beyond(range->high.has_value()))
                + tail(end.subject());
    }
    return start + u" whatever a wrong one costs, from a hundredth of a miss to 100 misses."_s;
}

} // namespace oneinn::wording
