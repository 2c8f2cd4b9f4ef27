// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"

#include <optional>

namespace oneinn {

struct PeriodUses;

/// How well scores tell the classes apart in two periods, whatever the threshold: of pairs of a
/// good use and a bad one, the share in which the good one has the higher score; ties count half
/// (the area under the ROC curve; Hanley & McNeil 1982).
struct RankingChange {
    double before = 0.5;
    double after = 0.5;
    /// Of after less before, 95 %: by the placement of every use (DeLong, DeLong & Clarke-Pearson
    /// 1988), users and days being alike.
    Interval change;

    /// It fell, or rose, by more than chance.
    bool isSure() const { return change.low * change.high > 0.0; }
};

/// Weighted, without failed calls. Absent where a period lacks a class, or has fewer than
/// fewestClusters users or days.
std::optional<RankingChange> rankingChange(const PeriodUses &before, const PeriodUses &after);

} // namespace oneinn
