// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/targets/reach.h"

#include <QString>

#include <vector>

namespace oneinn {

/// A setting worth jumping to, as a mark on the threshold axis.
struct RecommendedMark {
    Threshold threshold;
    QString label;
    QString toolTip;
};

/// Those that exist: most value, the same within all limits where that is another, best F1, most
/// caught within the precision limit. within: null while it is not known.
std::vector<RecommendedMark> recommendedMarks(const Assessment &assessment, const Reach *within);

} // namespace oneinn
