// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/groupedanswers.h"
#include "core/comparison/modelcomparison.h"

namespace oneinn {

/// What compareModels() says, from sums by group; a: answers that were summed beside b.
ModelComparison compareGrouped(const GroupedAnswers &a, const GroupedAnswers &b, double smallest,
                               const Optimism &optimism = {});

} // namespace oneinn
