// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/waits/twowaits.h"

#include <QStringList>

namespace oneinn::wording {

/// Whole sentences: which budget late answers break, where there are two, and how long the first
/// token and the whole answer take.
QStringList twoWaitsSentences(const TwoWaits &waits, const std::optional<WaitBudgets> &budgets);

} // namespace oneinn::wording
