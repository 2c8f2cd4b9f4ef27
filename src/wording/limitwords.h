// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

#include <optional>

namespace oneinn::wording {

/// That a limit is broken at this setting, by how much, and the way back.
struct LimitWords {
    QString broken;  ///< "Below the limit: 87 of 100 shown are right, at least 90 are asked for."
    QString wayBack; ///< "Go to the nearest that surely keeps it", or why there is none
    std::optional<Threshold> nearest; ///< that keeps it
};
/// Of the precision asked for; absent where it is kept, or where too few are shown to say.
std::optional<LimitWords> brokenLimit(const Assessment &assessment);

} // namespace oneinn::wording
