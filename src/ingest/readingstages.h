// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>

namespace oneinn::ingest {

// Shares of reading a file, as measured on a million rows.
inline constexpr double bytesRead = 0.1;
inline constexpr double tableKnown = 0.5;

/// Progress is told, and the stop token looked at, so often.
inline constexpr std::size_t bytesBetweenReports = std::size_t{32} << 10U;

} // namespace oneinn::ingest
