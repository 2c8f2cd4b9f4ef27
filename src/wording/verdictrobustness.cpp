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

/// "; now it is as bad as 1 miss.", after what spoke of a wrong one, or of a miss.
QString nowText(const RatioRange &range, const QString &subject)
{
    const CostSaid now(range.now);
    return u"; now %1 is as bad as %2."_s.arg(subject == now.subject() ? u"it"_s : now.subject(),
                                              now.count());
}

/// Of both ends.
QString betweenCosts(const CostSaid &low, const CostSaid &high)
{
    if (low.ofWrong != high.ofWrong)
        return u" unless %1, or %2"_s.arg(high.beyond(true), low.beyond(false));
    const CostSaid &least = low.ofWrong ? high : low;
    const CostSaid &most = low.ofWrong ? low : high;
    return u" as long as %1 is as bad as %2 to %3"_s.arg(low.subject(), least.number(),
                                                         most.count());
}

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
    if (!range->low && !range->high)
        return start + u" whatever a wrong one costs, from a hundredth of a miss to 100 misses."_s;
    const CostSaid end(range->low ? *range->low : *range->high);
    if (range->low && range->high)
        return start + betweenCosts(end, CostSaid(*range->high)) + nowText(*range, end.subject());
    return start + u" unless "_s + end.beyond(range->high.has_value())
            + nowText(*range, end.subject());
}

} // namespace oneinn::wording
