// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Values of a column that follow each other: numbers, days as dayOrder() reads them, and times
/// that begin with year-month-day (ISO 8601).
namespace oneinn {

/// Absent where the two have no order between them, as where one is empty.
std::optional<bool> comesBefore(std::string_view value, std::string_view bound);

/// As people count: digits by what they are, so that "class2" is before "class10", and all else by
/// its bytes. A strict order; two that differ only in leading zeros are in that of their bytes.
bool naturallyBefore(std::string_view a, std::string_view b);

/// Those that are not empty, rising; absent where any two of them have no order, or are none.
std::optional<std::vector<std::string>> inOrder(std::vector<std::string> values);

} // namespace oneinn
