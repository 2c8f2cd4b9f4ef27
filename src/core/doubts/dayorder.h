// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// Days counted through, so that two of them tell how many lie between.
struct DayNumbers {
    std::vector<std::optional<std::int64_t>> number; ///< by value; absent of an empty one
    bool areDates = false;                           ///< from 1970-01-01, a Thursday, on
};
/// The forms are those of dayOrder(); absent as there.
std::optional<DayNumbers> dayNumbers(const std::vector<std::string> &days);

/// By value, its place in time among all of them, from 0; absent of an empty one.
/// Understood are years first (2026-03-14, 2026/03/14), days first with points (14.03.2026), and
/// counted days (14, "day 14", "day14"), and days or months first with strokes where but one of the
/// two reads them all (25/03/2026 is in March, and so is 03/04/2026 beside 03/25/2026); one form
/// for all. Absent where any is another.
std::optional<std::vector<std::optional<std::uint32_t>>> dayOrder(
        const std::vector<std::string> &days);

} // namespace oneinn
