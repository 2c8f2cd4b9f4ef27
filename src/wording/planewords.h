// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/featurewords.h"
#include "core/valueplane.h"

#include <QString>

/// What stands on and beside the plane of both dials.
namespace oneinn::wording {

/// What the plane's colours are about.
enum class PlaneView { Value, Wrong, Missed };
/// As a choice in a list: "value per 1,000 uses".
QString planeViewName(PlaneView view, const FeatureWords &words = {});
/// On a line of equal numbers: "+424" per 1,000 uses, or "10 %".
QString isoLineText(PlaneView view, double level);

/// Title of the vertical axis, and its place without a budget.
QString budgetAxisTitle();
QString noBudgetTick();

/// Beside the point: "threshold 0.60, budget 400 ms".
QString planePointLabel(const Assessment &assessment);
/// What the view shows there: "+424 per 1,000 uses", "13 of 100 wrong"; "—" where it is undefined.
QString planePointNote(PlaneView view, const Assessment &assessment);
/// "best point: threshold 0.62, budget 650 ms, +431 per 1,000 uses".
QString bestPointText(const BestPoint &best, const FeatureWords &words = {});

/// Where the best point is: not yet known, known, or nowhere.
struct BestPointNews {
    bool pending = false;
    std::optional<BestPoint> best = {}; ///< the one to go to
    /// The best without the limits, where it is another than `best`, which keeps them.
    std::optional<BestPoint> unlimited = {};
    bool noneWithin = false; ///< no point keeps all limits
    QString beyond = {};     ///< beyondLimitsText() at the one without the limits
};
/// Beside the star.
QString bestPointLabel(const BestPointNews &news);
/// "Here +424 per 1,000 uses; the best point, 0.62 at 650 ms, gives +431." For the other views what
/// users meet here comes first.
QString planeSentence(PlaneView view, const Assessment &assessment, const BestPointNews &news);

/// What is hatched, and if any cell is blank, why: "Hatched: precision below 90 %. ..."
QString planeLegend(PlaneView view, const Targets &limits, bool anyBlank,
                    const FeatureWords &words = {});

/// Why there is no plane without latencies.
QString noPlaneText();

} // namespace oneinn::wording
