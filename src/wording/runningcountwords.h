// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/release/runningcount.h"

#include <QString>

/// What a running count of checked cases says of a release.
namespace oneinn::wording {

/// "Roll back: 14 of the first 40 raised are wrong, which is the limit for 50 already."
QString runningSentence(const RunningAnswer &answer, const RunningCount &count,
                        const FeatureWords &words);
/// "Roll back", "Keep", "Hold", "Cannot tell yet".
QString runningVerdictName(RunningVerdict verdict);

} // namespace oneinn::wording
