// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

inline constexpr std::size_t mostSqlSteps = 100'000;

/// "0,0.1,0.5", or "0:1:1000" for a thousand even steps; empty where it is neither, or not
/// ascending.
std::vector<double> sqlEdges(std::string_view text);
/// A text that reads as these edges, the shorter one where the steps are even.
std::string sqlEdgesText(const std::vector<double> &edges);

} // namespace oneinn::ingest
