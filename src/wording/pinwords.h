// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pincomparison.h"
#include "core/featurewords.h"

#include <QString>

#include <cstddef>
#include <vector>

/// Pinned points side by side with the one on the dials.
namespace oneinn::wording {

/// By place in the list: "A" to "Z", then "AA".
QString pinLetter(std::size_t place);
/// What the person called it, "the default 0.5"; empty where it has no name.
QString pinName(const PinnedPoint &pin);
/// "A — the default 0.5"; "B" without a name. Of one that was pinned with a review band it is told
/// what it is without a person, and said so.
QString pinTitle(const PinnedPoint &pin, std::size_t place);
QString nowTitle();
/// Where a person decides in a band, what stands on the dials is only that without one.
QString nowWithoutAPersonTitle();
/// Of a marker on a chart: "A — the default 0.5 (on-device-small, nothing when late)".
QString pinOnChartText(const PinnedPoint &pin, std::size_t place);

enum class PinColumn { Name, Threshold, Budget, Policy, Wrong, Missed, Late, UntilBad, Value };
inline constexpr int pinColumnCount = static_cast<int>(PinColumn::Value) + 1;
/// May hold a line break.
QString pinColumnTitle(PinColumn column, int badBeforeLeaving, const FeatureWords &words = {});

/// Of a column of shares; absent where it is undefined.
std::optional<Proportion> pinShare(const Assessment &option, PinColumn column);

/// One denominator for a column of shares, 100 or 1,000: options are never compared by different
/// ones.
int sharedDenominator(const std::vector<const Assessment *> &options, PinColumn column);
/// "13 of 100 (1 in 8)", "400 ms", "use 21", "+62"; not for the name.
QString pinCell(const Assessment &option, PinColumn column, int denominator);
/// About as wide as cells get.
QString widestPinCell(PinColumn column);
/// The same where the choice cannot be asked of the data: what was chosen, or a dash.
QString pinCell(const Choice &choice, PinColumn column);
/// "cloud-large, nothing shown when late"; a dash where there is nothing to tell.
QString choiceText(const Choice &choice);
/// Why a pin has no numbers: "no row of these users is cloud-large's".
QString pinMisfitText(PinMisfit misfit, const Choice &choice);
/// On a strip, with all of it in the table: "A — the default 0.5 · 16 · 23 · 0 · +921",
/// what is wrong of 100 shown, missed of 100 good ones, late of 100 uses, and the value of 1,000;
/// named: with these words; late: whether any point on the strip
/// has a number for it.
QString pinChipText(const QString &title, const Assessment &option, bool named, bool late);
/// Of 100: "13", "1.3"; "2 of 7" where there are too few to say more.
QString pinChipNumber(const std::optional<Proportion> &share);
/// On the button that opens and closes the table.
QString comparePinsText();
/// Where the strip has no room for some: "Compare all 14".
QString compareAllPinsText(qsizetype pins);
QString noPinsText();
QString pinsHint();
QString pinsPendingText();
QString pinHasNoNumbersYet();

} // namespace oneinn::wording
