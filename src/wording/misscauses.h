// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "core/featurewords.h"

#include <QString>

#include <cstdint>

namespace oneinn::wording {

enum class CauseLength : std::uint8_t { Full, Brief };

/// What the good ones that are missed were missed by: "14 by the model, 5 only too late, 2 with the
/// user gone", which add up to those missed of 100 (or 1,000) good ones, or of the few there are.
/// Empty where nothing is missed, and where the model alone misses.
/// Brief: "14 by the model, 5 too late, 2 gone".
QString missedCausesText(const Shares &shares, const FeatureWords &words,
                         CauseLength length = CauseLength::Full);
/// What those add up to: "21 of 100 good ones are missed", "1 of 7 good ones is missed".
QString missedOfText(const Proportion &missed, const FeatureWords &words = {});

} // namespace oneinn::wording
