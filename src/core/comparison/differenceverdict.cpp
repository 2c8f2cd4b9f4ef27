// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/differenceverdict.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

std::string_view codeOf(ComparisonVerdict verdict)
{
    switch (verdict) {
    case ComparisonVerdict::AIsBetter:
        return "better";
    case ComparisonVerdict::BIsBetter:
        return "worse";
    case ComparisonVerdict::NoDifferenceThatMatters:
        return "no-difference-that-matters";
    case ComparisonVerdict::CannotBeToldApart:
        break;
    }
    return "cannot-be-told-apart";
}

std::string_view codeOf(OverallVerdict verdict)
{
    switch (verdict) {
    case OverallVerdict::BetterForSure:
        return "better-for-sure";
    case OverallVerdict::WorseForSure:
        return "worse-for-sure";
    case OverallVerdict::Trade:
        return "a-trade";
    case OverallVerdict::SameForUse:
        return "the-same-for-use";
    case OverallVerdict::CannotBeToldApart:
        break;
    }
    return "cannot-be-told-apart";
}

double smallestValue(double now, double showingNothing)
{
    constexpr double part = 0.01;
    return part * std::abs(now - showingNothing);
}

double smallestWait(double now)
{
    constexpr double least = 1.0;
    constexpr double part = 0.01;
    return std::isfinite(now) ? std::max(least, part * now) : least;
}

Optimism optimismBetween(const std::optional<double> &a, const std::optional<double> &b)
{
    if (!a || !b)
        return {.a = std::nullopt, .b = std::nullopt};
    return {.a = std::max(0.0, *a - *b), .b = std::max(0.0, *b - *a)};
}

double expectedDifference(double difference, const Optimism &optimism)
{
    assert(optimism.isKnown());
    if (difference > 0.0)
        return std::max(0.0, difference - *optimism.a);
    return std::min(0.0, difference + *optimism.b);
}

Interval expectedInterval(const Interval &interval, const Optimism &optimism)
{
    assert(optimism.isKnown());
    return {interval.low - *optimism.a, interval.high + *optimism.b};
}

ComparisonVerdict differenceVerdict(double difference, const Interval &interval, double smallest)
{
    using enum ComparisonVerdict;
    if (interval.low > 0.0 && difference >= smallest)
        return AIsBetter;
    if (interval.high < 0.0 && -difference >= smallest)
        return BIsBetter;
    const bool none = interval.low == 0.0 && interval.high == 0.0;
    if (none || (interval.low > -smallest && interval.high < smallest))
        return NoDifferenceThatMatters;
    return CannotBeToldApart;
}

OverallVerdict overallVerdict(std::span<const ComparisonVerdict> measures)
{
    using enum ComparisonVerdict;
    const auto any = [&](ComparisonVerdict wanted) {
        return std::ranges::find(measures, wanted) != measures.end();
    };
    if (any(AIsBetter) && any(BIsBetter))
        return OverallVerdict::Trade;
    if (any(CannotBeToldApart))
        return OverallVerdict::CannotBeToldApart;
    if (any(AIsBetter))
        return OverallVerdict::BetterForSure;
    return any(BIsBetter) ? OverallVerdict::WorseForSure : OverallVerdict::SameForUse;
}

} // namespace oneinn
