// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/perioduses.h"

namespace oneinn {

/// Scores of uses with a label are mixed otherwise than in the earlier period, and those of all
/// uses, with a label or without, are not: that comes of the labels that are missing, and no other
/// uses come in. False where no use lacks one. By a chi-square of homogeneity (Pearson 1900) over
/// scoreBins(), at p = 0.001, as if uses were independent: other uses of the size that is named are
/// far beyond it.
bool isMixOfLabelsAlone(const PeriodUses &before, const PeriodUses &after, Threshold threshold);

} // namespace oneinn
