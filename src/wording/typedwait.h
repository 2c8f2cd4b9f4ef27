// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace oneinn::wording {

/// A wait as people type one, in milliseconds: "350", "350 ms", "1.5 s", "1,5s". Absent where it is
/// none, and below 0.
std::optional<double> typedWait(const QString &typed);
/// Whether more keys could make a wait of it: "", "1", "1 ", "1 m".
bool beginsWait(const QString &typed);

} // namespace oneinn::wording
