// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::wording {

/// A few words to be seen at a glance, and the sentence behind them.
struct Fact {
    QString title; ///< no full stop
    QString text;

    friend bool operator==(const Fact &, const Fact &) = default;
};

} // namespace oneinn::wording
