// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>

namespace oneinn {

/// Digits that a number deserves whose range is known: none finer than a tenth of the range.
/// The decimals of the finest power of ten that is not below a tenth of the width; negative where
/// that is 10 or more. Absent where the range has no width, or no end: it says nothing of digits.
std::optional<int> deservedDecimals(const Interval &range);

/// `value` with these digits, and with its first in any case; with one more where they would lead
/// out of a range that it lies in, so that 0.565 of 0.38 to 0.59 is 0.57 and not 0.6. `value`
/// itself where the range says nothing.
double deservedNumber(double value, const Interval &range);

} // namespace oneinn
