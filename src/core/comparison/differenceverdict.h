// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// One rule for better and worse, wherever two choices are compared.
namespace oneinn {

/// Of one measure.
enum class ComparisonVerdict : std::uint8_t {
    AIsBetter,
    BIsBetter,
    NoDifferenceThatMatters, ///< it surely is less than the smallest that matters
    CannotBeToldApart,
};
/// Whether one of them is better.
constexpr bool isDecided(ComparisonVerdict verdict)
{
    return verdict == ComparisonVerdict::AIsBetter || verdict == ComparisonVerdict::BIsBetter;
}
/// As files and programs read it, of a against b: "better", "no-difference-that-matters".
std::string_view codeOf(ComparisonVerdict verdict);

/// The smallest differences that matter: conventions of ours.
inline constexpr double smallestShare = 0.001;
/// Of value: a hundredth of what now is worth beside showing nothing, both per use.
double smallestValue(double now, double showingNothing);
/// Of a wait in milliseconds: 1 ms or a hundredth of it.
double smallestWait(double now);

/// a less b, good being positive, and its 95 % interval. Better: surely so, and by what matters.
/// What is exactly none makes no difference.
ComparisonVerdict differenceVerdict(double difference, const Interval &interval, double smallest);

/// How much too good, per use, either side looks because it was chosen on the very uses that judge
/// it; never negative. Absent: it was chosen, and that could not be found out.
struct Optimism {
    std::optional<double> a = 0.0;
    std::optional<double> b = 0.0;

    bool isKnown() const { return a && b; }
};
/// Of two sides that look too good by so much each, on the same uses: what they have in common
/// tells nothing of their difference.
Optimism optimismBetween(const std::optional<double> &a, const std::optional<double> &b);
/// What remains of a difference, good being positive, on new uses: each side may lose what it looks
/// too good by, and neither is better for what the other loses. Known optimism only (asserted).
double expectedDifference(double difference, const Optimism &optimism);
/// An interval of the difference that holds both what these uses say and what new ones would.
Interval expectedInterval(const Interval &interval, const Optimism &optimism);

/// Of all measures together.
enum class OverallVerdict : std::uint8_t {
    BetterForSure, ///< better in one, better or without a difference that matters in all others
    WorseForSure,
    Trade,      ///< better in one and worse in another
    SameForUse, ///< no difference that matters in any
    CannotBeToldApart,
};
OverallVerdict overallVerdict(std::span<const ComparisonVerdict> measures);
/// "better-for-sure", "a-trade", "the-same-for-use".
std::string_view codeOf(OverallVerdict verdict);

} // namespace oneinn
