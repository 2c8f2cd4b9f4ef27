// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "core/release/watchedshares.h"

#include <variant>
#include <vector>

namespace oneinn::cli {

/// An operating point as its file says, to be checked; docs/operating-point.md.
struct PointFile {
    std::optional<std::string> model;
    bool lowerIsPositive = false;
    double threshold = 0.0;                          ///< in the file's units
    std::optional<ThresholdsBySegment> thresholdsBy; ///< likewise, without the dial's
    Budget budget;
    std::optional<BudgetsBySegment> budgets; ///< beside `budget`, of all others
    LatePolicy latePolicy = LatePolicy::ShowNothing;
    std::optional<FallbackOption> fallback;
    Fallback::Start fallbackStart = Fallback::Start::WithMain;
    PatienceCurve patience; ///< that was assumed of whoever waits
    std::vector<Selection::Where> where;
    FeatureWords words; ///< of whoever wrote it
    std::vector<WatchedShare> promises;
    /// Where a person decides: from this score on, up to the threshold.
    struct Band {
        double from = 0.0; ///< in the file's units
        std::optional<double> usesPerDay;
    };
    std::optional<Band> band;
    /// Of the share that goes to a person; its `share` says nothing.
    std::optional<WatchedShare> reviewed;
};

/// What is wrong with it, and what to do, where it cannot be used: it is no operating point, is of
/// a version that is not known, combines models, or promises nothing.
std::variant<PointFile, Unusable> readPointFile(const QString &path);

} // namespace oneinn::cli
