// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/decisionwords.h"

#include "core/experience/naturalfrequency.h"
#include "wording/frequency.h"
#include "wording/numbers.h"
#include "wording/statement.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

double roundedTowards(double value, int decimals, bool up)
{
    constexpr double binaryGuard = 1e-6;
    const double scale = std::pow(10.0, decimals);
    const double scaled = value * scale;
    return (up ? std::ceil(scaled - binaryGuard) : std::floor(scaled + binaryGuard)) / scale;
}

struct RangeEndsText {
    QString low;
    QString high;
    int decimals = 0;
};

/// Both ends with the fewest decimals, at least so many, that move them by at most a tenth of the
/// width.
RangeEndsText endsText(const ThresholdInterval &interval, RangeEnds ends, int least)
{
    const bool inwards = ends == RangeEnds::Inwards;
    constexpr int mostDecimals = 12;
    const double loss = (interval.high - interval.low) / 10.0;
    const bool unit = liesInUnit(interval.low) && liesInUnit(interval.high);
    for (int decimals = std::max(least, unit ? 2 : 0); decimals <= mostDecimals; ++decimals) {
        const double low = roundedTowards(interval.low, decimals, inwards);
        const double high = roundedTowards(interval.high, decimals, !inwards);
        if (low < high && std::abs(low - interval.low) <= loss
            && std::abs(interval.high - high) <= loss)
            return {numberText(low, decimals), numberText(high, decimals), decimals};
    }
    return {scoreText(interval.low), scoreText(interval.high), mostDecimals};
}

/// One end where the other is open: within a thousandth.
QString endText(double value, bool up, int least)
{
    constexpr int mostDecimals = 12;
    for (int decimals = std::max(least, liesInUnit(value) ? 2 : 0); decimals <= mostDecimals;
         ++decimals) {
        const double rounded = roundedTowards(value, decimals, up);
        if (std::abs(rounded - value) <= 0.001 * std::abs(value))
            return numberText(rounded, decimals);
    }
    return scoreText(value);
}

QString limitText(double share)
{
    const double percent = 100.0 * share;
    const bool whole = std::abs(percent - std::round(percent)) < 1e-9;
    return numberText(percent, whole ? 0 : 1) + u" %"_s;
}

} // namespace

QString thresholdLabel(Threshold threshold, const ThresholdInterval &sameDecisions)
{
    if (std::isinf(threshold.value))
        return threshold.value > 0.0 ? u"nothing shown"_s : u"everything shown"_s;
    return u"threshold "_s + thresholdText(threshold, sameDecisions);
}

int rangeDecimals(const ThresholdInterval &interval)
{
    const bool isOpen = std::isinf(interval.low) || std::isinf(interval.high);
    return isOpen || interval.low == interval.high
            ? 0
            : endsText(interval, RangeEnds::Inwards, 0).decimals;
}

QString rangeText(const ThresholdInterval &interval, RangeEnds ends, int leastDecimals)
{
    const bool inwards = ends == RangeEnds::Inwards;
    const bool openBelow = std::isinf(interval.low);
    const bool openAbove = std::isinf(interval.high);
    if (openBelow && openAbove)
        return u"at any threshold"_s;
    if (openBelow)
        return u"up to "_s + endText(interval.high, !inwards, leastDecimals);
    if (openAbove)
        return u"above "_s + endText(interval.low, inwards, leastDecimals);
    const auto [low, high, decimals] = endsText(interval, ends, leastDecimals);
    return u"between %1 and %2"_s.arg(low, high);
}

QString stabilityText(const ThresholdInterval &sameDecisions)
{
    const bool openBelow = std::isinf(sameDecisions.low);
    const bool openAbove = std::isinf(sameDecisions.high);
    if (openBelow && openAbove)
        return u"no threshold changes anything"_s;
    if (openBelow)
        return u"everything is shown "_s + rangeText(sameDecisions);
    if (openAbove)
        return u"nothing is shown "_s + rangeText(sameDecisions);
    return u"nothing changes "_s + rangeText(sameDecisions);
}

QString budgetLabel(Budget budget)
{
    return budget ? u"budget "_s + budgetText(budget) : u"no budget"_s;
}

QString lateLabel(const std::optional<Proportion> &late)
{
    if (!late)
        return undefinedDash();
    switch (shareFormOf(*late)) {
    case ShareForm::Counts:
        return u"%1 of %2 late"_s.arg(countText(late->yes.rows), countText(late->all.rows));
    case ShareForm::TooFew:
        return betweenText(late->interval, 100) + u" of 100 late"_s;
    case ShareForm::None:
        return u"none of %1 late"_s.arg(countText(late->all.rows));
    case ShareForm::Every:
    case ShareForm::Wide:
    case ShareForm::Stated:
        return shareText(late->value) + u" late"_s;
    }
    return {};
}

QString markName(Mark mark, double precisionLimit, PromiseRule promise)
{
    switch (mark) {
    case Mark::BestValue:
        return u"best value"_s;
    case Mark::WithinLimits:
        return promise == PromiseRule::Plain ? u"best value within your limits"_s
                                             : u"best value surely within your limits"_s;
    case Mark::BestF1:
        return u"best F1"_s;
    case Mark::PrecisionAtLeast:
        return promise == PromiseRule::Plain
                ? u"precision at least "_s + limitText(precisionLimit)
                : u"precision surely at least "_s + limitText(precisionLimit);
    }
    return {};
}

QString infeasibleText(const ConstrainedThreshold &constrained, double precisionLimit,
                       PromiseRule promise)
{
    if (constrained.found)
        return {};
    const bool wholePercent =
            std::abs(100.0 * precisionLimit - std::round(100.0 * precisionLimit)) < 1e-9;
    int of = wholePercent ? 100 : 1000;
    const auto &best = constrained.bestReachable;
    // "no setting reaches 90; the best is 90" would be absurd.
    while (best && of < 100000 && countOf(*best, of) == countOf(precisionLimit, of))
        of *= 10;
    const bool sure = promise == PromiseRule::LowerLimit;
    QString none = (sure ? u"no setting surely has %1 of %2 right"_s
                         : u"no setting reaches %1 of %2 right"_s)
                           .arg(countText(countOf(precisionLimit, of)), countText(of));
    if (!best || !constrained.bestReachableAt)
        return none;
    const QString at = scoreText(constrained.bestReachableAt->value);
    if (sure && *best >= precisionLimit)
        return u"%1: at %2 by itself %3 would be sure, but of all the settings that were looked at "
               "one looks so by chance"_s.arg(none, at, countText(countOf(*best, of)));
    return (sure ? u"%1; the most that is sure is %2 at %3"_s : u"%1; the best is %2 at %3"_s)
            .arg(none, countText(countOf(*best, of)), at);
}

} // namespace oneinn::wording
