// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"
#include "core/periods/scorecauses.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Other uses that come in and that a column tells apart.
namespace oneinn {

/// Another mix that a column shows: `column` and `value` are its own, `before` and `after` shares
/// of the uses. Of any other mix the column is "score".
bool isVisibleMix(const DropFinding &finding);

/// Values of a column that have enough uses in both periods, and where each use of a period has
/// one of them: place + 1, or 0 of all others. Those are left as they are.
struct CommonParts {
    std::vector<std::string> values;

    std::vector<std::uint8_t> placesIn(const PeriodUses &period, const std::string &column) const;
};
CommonParts commonParts(const PeriodUses &before, const PeriodUses &after,
                        const std::string &column);

/// So many times each place of CommonParts has to count for the shares among the common ones to be
/// those of the other period. Weights by place; 1 of place 0, and of what one of them lacks.
Eigen::ArrayXd timesForShares(const Eigen::ArrayXd &own, const Eigen::ArrayXd &other);

/// Other uses that a column shows.
struct ShownMix {
    DropFinding finding;
    PeriodUses before; ///< counted by the later shares
    double left = 0.0; ///< how far apart scores and labels are then
    double rest = 0.0; ///< p of that by chance alone
    bool isFar = false;

    bool isAll() const; ///< nothing is left of a change
};
/// The column that explains most. Its shares have moved for sure (Holm 1979 over the columns), and
/// matter: the earlier uses counted by the later shares go otherwise with labels or have other
/// scores (direct standardisation).
std::optional<ShownMix> shownMix(const PeriodUses &before, const PeriodUses &after,
                                 Threshold threshold);

/// What explains periods whose scores and labels differ, other uses that a column shows first: with
/// nothing left of the change then, that is all; else, where the shares moved far and no single
/// change explains all, other causes are asked of the earlier uses so counted.
struct CausesBesideMix {
    ScoreCauses causes;
    std::optional<PeriodUses> before = {}; ///< so counted, where a column shows another mix
};
CausesBesideMix causesBesideMix(const PeriodUses &before, const PeriodUses &after,
                                Threshold threshold, std::optional<ShownMix> mix);

} // namespace oneinn
