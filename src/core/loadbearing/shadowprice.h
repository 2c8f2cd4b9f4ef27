// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/predictions/predictionindex.h"
#include "core/scenario.h"

#include <functional>
#include <optional>

/// What a limit costs that is being negotiated: how much more a use could be worth if it moved,
/// with the threshold chosen anew each time. Boyd & Vandenberghe 2004, section 5.6.
namespace oneinn {

/// The most valuable setting under a limit.
struct BestUnderLimit {
    double valuePerUse = 0.0;
    Threshold threshold; ///< highest score that decides so; +infinity where nothing is shown
    double tp = 0.0;     ///< shown there, in the file's own weights
    double fp = 0.0;
};

/// Within a budget, the scenario's own is not used.
/// Absent where there are no uses, as when no latency is known.
std::optional<BestUnderLimit> bestWithin(const PredictionIndex &index,
                                         const ValueQuestion &scenario, Budget budget);
/// At the scenario's budget, with so much precision at least. Showing nothing has no precision, and
/// so never keeps the limit. Absent if no threshold does.
std::optional<BestUnderLimit> bestAtPrecision(const PredictionIndex &index,
                                              const ValueQuestion &scenario, double limit);

/// Value per use and per unit of the limit; 0 = the limit does not bind in that direction.
struct ShadowPrice {
    double stepUp = 0.0; ///< what was asked: how far the limit was moved
    double stepDown = 0.0;
    std::optional<double> up;   ///< [V(limit + step) - V(limit)] / step; absent: not reachable
    std::optional<double> down; ///< [V(limit) - V(limit - step)] / step
};

/// The best value at a limit; absent where nothing keeps it.
using BestAtLimit = std::function<std::optional<double>(double limit)>;
/// The best value is a step function of its limit: a step must be wider than its plateaus, or the
/// price is 0 there and enormous next to them. Steps of 0 give no price. Absent where nothing keeps
/// the limit itself.
std::optional<ShadowPrice> shadowPrice(const BestAtLimit &best, double limit, double stepUp,
                                       double stepDown);

/// Per millisecond of budget. Steps reach so far that at least `shareOfUses` more (or fewer) of the
/// uses are on time, or as far as there are any.
std::optional<ShadowPrice> priceOfBudget(const PredictionIndex &index,
                                         const ValueQuestion &scenario, Milliseconds budget,
                                         double shareOfUses = 0.02);
/// Per 1 of precision (a hundredth of it per percentage point); up is a stricter limit, and its
/// price not positive. Steps end at 0 and 1.
std::optional<ShadowPrice> priceOfPrecision(const PredictionIndex &index,
                                            const ValueQuestion &scenario, double limit,
                                            double step = 0.05);

/// Value per use of the most valuable threshold at the scenario's budget, as people meet it. Absent
/// without uses at it.
std::optional<double> bestValue(const ScenarioRows &rows, const ValueQuestion &scenario);

/// The same as people meet them: with whoever has left and whatever is done about late answers.
/// Absent without a budget, or without uses at it; the scenario must fit (asserted). Also absent
/// when stopped, which is looked at before every search.
std::optional<ShadowPrice> priceOfBudget(const ScenarioRows &rows, const ValueQuestion &scenario,
                                         double shareOfUses = 0.02, const JobControl &job = {});
/// Around a precision limit; absent where no threshold keeps it.
std::optional<ShadowPrice> priceOfPrecision(const ScenarioRows &rows, const ValueQuestion &scenario,
                                            double limit, double step = 0.05,
                                            const JobControl &job = {});

} // namespace oneinn
