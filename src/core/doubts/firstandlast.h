// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/useslice.h"
#include "core/scenario.h"
#include "core/units.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// A threshold of most value, and that value per use.
struct ValuedThreshold {
    ThresholdInterval thresholds; ///< that decide alike
    double value = 0.0;

    friend bool operator==(const ValuedThreshold &, const ValuedThreshold &) = default;
};

/// Chosen on the first days, judged on the days after them.
struct FirstAndLast {
    std::size_t firstDays = 0;
    std::size_t lastDays = 0;
    double lastUses = 0.0;  ///< rows
    ValuedThreshold chosen; ///< on the first days; its value is that on the last
    ValuedThreshold best;   ///< on the last days themselves

    friend bool operator==(const FirstAndLast &, const FirstAndLast &) = default;
};

/// The first two thirds of the days are chosen on (at least one, and at least one is left). rows:
/// those that take part. Absent with fewer than two days, without an order among them (dayOrder()),
/// where either part has fewer than fewestToTell uses, or where a base rate is stated and either
/// lacks a class. Uses of an empty day take no part.
/// The same for any number of threads.
std::optional<FirstAndLast> firstAndLast(const UseSlice &slice, const ValueQuestion &question,
                                         const std::vector<std::uint32_t> &rows,
                                         unsigned threads = 2);

} // namespace oneinn
