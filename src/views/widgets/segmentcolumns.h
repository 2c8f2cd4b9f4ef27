// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <string>
#include <vector>

namespace oneinn {

struct CategoryColumn;
class Predictions;

/// Columns that uses can be divided by: those with more than one value.
std::vector<std::string> segmentColumnsOf(const Predictions &predictions);

/// Of these the one that a person would begin with: a channel, a country, a device; else one of
/// few values. A date or a time only where there is nothing else. Its place; 0 of none.
std::size_t firstSegmentColumn(const Predictions &predictions);

} // namespace oneinn
