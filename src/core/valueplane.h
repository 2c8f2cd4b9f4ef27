// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn {

/// The settings a plane is worked out for: each budget with each threshold.
struct PlaneGrid {
    std::vector<Budget> budgets;
    std::vector<Threshold> thresholds;
    /// Where the best point is looked for: budgets that a person would say.
    std::vector<Budget> searched;

    std::size_t cells() const { return budgets.size() * thresholds.size(); }

    friend bool operator==(const PlaneGrid &, const PlaneGrid &) = default;
};

/// What users meet at one setting; restated at the base rate.
struct PlaneCell {
    std::optional<double> valuePerUse;  ///< absent where there are no uses
    std::optional<double> wrongOfShown; ///< absent where nothing is shown
    std::optional<double> missed;       ///< of all good ones; absent without any
    bool beyondLimits = false;          ///< one of the question's limits is not kept

    friend bool operator==(const PlaneCell &, const PlaneCell &) = default;
};

/// The setting worth most over the searched budgets of a grid and every threshold there is.
struct BestPoint {
    Budget budget;
    BestThreshold threshold; ///< `best` is per use
    /// Within 1e-12 no budget is worth as much, so that from this one on time decides nothing.
    bool withoutBudgetAsGood = false;
};

/// What both dials do together. Every cell is exact at its own budget and threshold: the numbers of
/// assess() there. Between two cells nothing is known.
struct ValuePlane {
    PlaneGrid grid;
    std::vector<PlaneCell> cells; ///< by budget, then by threshold, in the grid's order
    /// Exact over every threshold of each searched budget. Where budgets are equally good (within
    /// 1e-12 of the value) it is the first of them. Absent where no budget leaves any use.
    std::optional<BestPoint> best;

    const PlaneCell &at(std::size_t budget, std::size_t threshold) const
    {
        return cells[budget * grid.thresholds.size() + threshold];
    }
};

/// Whether the candidate is to be told instead: worth more, or as much (within 1e-12) at a shorter
/// budget. Where late answers are waited for, a budget says no more than how many come in time, and
/// of those worth as much the longest is told.
bool takesOver(const BestPoint &candidate, const std::optional<BestPoint> &than, LatePolicy policy);
/// Puts the candidate in its place if it takes over; either way what is kept knows whether no
/// budget is worth as much, as long as that is among those offered.
void keepBetter(std::optional<BestPoint> &best, BestPoint candidate, LatePolicy policy);

/// Exact over every threshold at one budget; `best` is per use. Absent where there are no uses.
std::optional<BestThreshold> bestAtBudget(const ScenarioRows &rows, const PlaneQuestion &question,
                                          const Budget &budget);

/// The question must fit the rows (asserted).
/// About 0.1 to 1 ms per budget, and a pass over the paired rows where late answers fall back.
/// Problem: Cancelled when stopped.
Result<ValuePlane> valuePlane(const ScenarioRows &rows, const PlaneQuestion &question,
                              PlaneGrid grid, const JobControl &job = {});

/// How much work that is, in rows that are passed over: what takes a millisecond is about 100,000.
double planeWork(const ScenarioRows &rows, const PlaneQuestion &question, const PlaneGrid &grid);

} // namespace oneinn
