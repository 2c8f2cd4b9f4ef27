// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

/// Numbers as people type or paste them from a slide, whatever the desktop's language.
namespace oneinn::wording {

/// From 0 to 1: "0.02", "0,02", "2 %", "1 in 50", "1/50". Absent for all else.
std::optional<double> typedShare(const QString &text);

/// A whole number from 0 to 1e15: "9860", "9,860", "9 860", "9.860.000". Absent for all else, also
/// for "9.860", which may be less than ten.
std::optional<double> typedCount(const QString &text);

} // namespace oneinn::wording
