// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/periods/dropped.h"

#include <QString>
#include <QStringList>

/// What to do about a drop, in words.
namespace oneinn::wording {

/// All of it, in order, numbered where there are several: "1. About data: escalate …", "2. …". That
/// a threshold stays where it is says what is beyond the limits there.
/// lowerIsPositive: thresholds are told as they stand in the file, negated.
QStringList dropRecoverySteps(const Dropped &dropped, const FeatureWords &words = {},
                              bool lowerIsPositive = false);
QString dropRecoveriesText(const Dropped &dropped, const FeatureWords &words = {},
                           bool lowerIsPositive = false);
/// What to do, and what does not help; of a segment also what a threshold of its own brings there,
/// and what to type for it.
QString dropRecoveryText(const DropRecovery &recovery, const FeatureWords &words = {},
                         bool lowerIsPositive = false);
/// The same of a cause by itself; empty where there is nothing to do.
QString dropRecovery(DropCause cause);

} // namespace oneinn::wording
