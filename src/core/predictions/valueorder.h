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

/// Those that are not empty, rising; absent where any two of them have no order, or are none.
std::optional<std::vector<std::string>> inOrder(std::vector<std::string> values);

} // namespace oneinn
