// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>

namespace oneinn::ingest {

enum class LatencyUnit { Nanoseconds, Microseconds, Milliseconds, Seconds };

/// "ns", "us", "ms", "s".
std::string_view symbolOf(LatencyUnit unit);

double toMilliseconds(double value, LatencyUnit unit);

/// The unit that a column's name ends with or contains as a word: latency_ms, elapsedMs, ttft_s.
std::optional<LatencyUnit> unitInName(std::string_view column);

/// The unit that makes the median a plausible wait. Below 1 it is seconds, above 100,000
/// microseconds, between them milliseconds; but a column that is called a time or a duration and
/// not a latency is in seconds up to a median of 30, as evaluation tools write it.
LatencyUnit unitFromMedian(double median, std::string_view column);

} // namespace oneinn::ingest
