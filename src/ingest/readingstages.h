// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn::ingest {

// Shares of reading a file, as measured on a million rows.
inline constexpr double bytesRead = 0.1;
inline constexpr double tableKnown = 0.5;

} // namespace oneinn::ingest
