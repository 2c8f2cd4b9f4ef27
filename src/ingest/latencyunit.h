// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

enum class LatencyUnit { Nanoseconds, Microseconds, Milliseconds, Seconds };

/// "ns", "us", "ms", "s".
std::string_view symbolOf(LatencyUnit unit);

double toMilliseconds(double value, LatencyUnit unit);

/// The unit that a column's name ends with or contains as a word: latency_ms, elapsedMs, ttft_s.
std::optional<LatencyUnit> unitInName(std::string_view column);

/// Units in which a median can be a wait for an answer, by its size and by what the column is
/// called; the most plausible first, never none. Two where a person has to say.
///
/// A wait is from 60 ms to 100 s, or shorter where no other unit makes one. Below 1 it can only
/// be seconds; from 1 to 60 it may be seconds or milliseconds, as may 60 to 300 in a column that is
/// called a time or a duration and not a latency or a response; from 5 million on micro- and from
/// 100 million on nanoseconds.
std::vector<LatencyUnit> plausibleUnits(double median, std::string_view column);

} // namespace oneinn::ingest
