// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// What to say aloud in the meeting, in two to four sentences. carries: what carries the product
/// (carriesSpoken()), which is said first; empty: that is not said. lowerIsPositive: scores are
/// told as they stand in the file, negated.
QString sayIt(const Assessment &assessment, const QString &carries = {},
              bool lowerIsPositive = false);

/// "At a threshold of 0.60 and a base rate of 1 in 20", "With nothing shown".
QString settingText(const Assessment &assessment, bool withBudget, bool lowerIsPositive = false);

} // namespace oneinn::wording
