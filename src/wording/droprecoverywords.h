// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/droprecoveries.h"

#include <QString>

#include <vector>

/// What to do about a drop, in words.
namespace oneinn::wording {

/// All of it, in order, numbered where there are several: "1. About data: escalate … 2. …"
/// lowerIsPositive: thresholds are told as they stand in the file, negated.
QString dropRecoveriesText(const std::vector<DropRecovery> &recoveries,
                           const FeatureWords &words = {}, bool lowerIsPositive = false);
/// What to do, and what does not help; of a segment also what a threshold of its own brings there,
/// and what to type for it.
QString dropRecoveryText(const DropRecovery &recovery, const FeatureWords &words = {},
                         bool lowerIsPositive = false);
/// The same of a cause by itself; empty where there is nothing to do.
QString dropRecovery(DropCause cause);

} // namespace oneinn::wording
