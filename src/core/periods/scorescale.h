// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/perioduses.h"

#include <optional>

/// Whether two periods differ by no more than the scale on which scores are written: a calibration
/// that was added, percent for shares, log-odds.
namespace oneinn {

/// From where as many of those with a score are shown, in either period.
struct ScoreScale {
    Threshold before;
    Threshold after;
    double p = 1.0; ///< that ranks and labels go together as before, but for chance

    bool operator==(const ScoreScale &) const = default;
};

/// Effective uses by design, of either period.
struct DesignEffects {
    double before = 1.0;
    double after = 1.0;
};

/// Both periods' scores are read by their ranks: bins of the earlier ones, and in the later period
/// as large shares of the uses from the lowest score on. Where ranks and labels go together as
/// they did (chi-square of homogeneity within the ranks; p of at least 0.005), and ranks do not
/// tell the classes apart worse (area under the curve, DeLong et al. 1988 on these bins: by no more
/// than 1.96 standard errors, and by no more than 0.03 where few uses leave these wide), another
/// scale is all that it takes to explain scores that look unlike. Absent where they do not, where
/// equal scores cannot be parted into such shares, and where nobody or everybody was shown before,
/// so that no score is the one that shows as many.
/// timesGood: so many times as many good ones before, where the base rate is another one as well.
std::optional<ScoreScale> otherScale(const PeriodUses &before, const PeriodUses &after,
                                     Threshold kept, const DesignEffects &design, double timesGood);

/// Scores reach less far in one period than chance would have it, up or down: so many lie beyond in
/// the other one that some would have to. Other uses bring that with them only where they are
/// others altogether.
bool rangesDiffer(const PeriodUses &before, const PeriodUses &after);

} // namespace oneinn
