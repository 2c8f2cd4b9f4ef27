// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <optional>
#include <string>
#include <vector>

/// Which of two periods came first, by their days.
namespace oneinn {

/// The period that is called the earlier one lies wholly after the other.
struct ReversedPeriods {
    std::string earlierBegins; ///< the first day of the one called earlier
    std::string laterEnds;     ///< the last day of the other
};

/// Days as written in the two files; only such as begin with year-month-day (ISO 8601) can be
/// ordered. Absent where one of them cannot, where one file has none, and where the periods overlap
/// or follow each other.
std::optional<ReversedPeriods> reversedPeriods(const std::vector<std::string> &earlier,
                                               const std::vector<std::string> &later);

/// As written in the file; none without a column of days.
std::vector<std::string> daysOf(const Predictions &predictions);

} // namespace oneinn
