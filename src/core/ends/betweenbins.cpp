// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/betweenbins.h"

namespace oneinn {

namespace {

double weightOf(const Waterfall &uses, UsePart part)
{
    return uses.of({part}).weight;
}

std::optional<double> missedOf(const Waterfall &uses)
{
    const double good = uses.of(goodUses).weight;
    if (!(good > 0.0))
        return std::nullopt;
    return 1.0 - weightOf(uses, UsePart::RightShown) / good;
}

} // namespace

BetweenBins betweenBins(const Interval &thresholds, const Waterfall &shown, const Waterfall &silent)
{
    BetweenBins result{.thresholds = thresholds, .wrongOfShown = {}, .missed = {}};
    const double fewestRight = weightOf(silent, UsePart::RightShown);
    const double mostRight = weightOf(shown, UsePart::RightShown);
    const double fewestWrong = weightOf(silent, UsePart::WrongShown);
    const double mostWrong = weightOf(shown, UsePart::WrongShown);
    if (fewestRight + fewestWrong > 0.0)
        result.wrongOfShown = Interval{fewestWrong / (fewestWrong + mostRight),
                                       mostWrong / (mostWrong + fewestRight)};
    const auto least = missedOf(shown);
    const auto most = missedOf(silent);
    if (least && most)
        result.missed = Interval{*least, *most};
    return result;
}

} // namespace oneinn
