// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/labels/selectivelabels.h"
#include "core/predictions/predictions.h"
#include "core/units.h"

#include <optional>

namespace oneinn {

/// Labels that depend on the score, whatever threshold is asked about.
struct LabelsByScore {
    Threshold middle; ///< half of all uses, with a label or without, lie on either side
    LabelledUses uses;
};

/// Absent where all uses have a label, or there is no sign at the middle that labels are missing by
/// the score (labelSelection()). Failed calls are left aside.
std::optional<LabelsByScore> labelsByScore(const Predictions &predictions,
                                           const Selection &selection);

} // namespace oneinn
