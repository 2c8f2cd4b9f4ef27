// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/shadowprice.h"
#include "core/loadbearing/verdict.h"
#include "core/policies/scenariorows.h"
#include "core/questions.h"

#include <cstddef>
#include <optional>

namespace oneinn {

/// What carries a product as a scenario has it: everything that is shown about it.
struct ScenarioLoad {
    LoadQuestion question;
    LoadBearing load;
    bool hasLatency = false;              ///< without, only precision and recall compete
    bool timeCounts = false;              ///< see ScenarioUses::timeCounts()
    std::optional<ShadowPrice> budget;    ///< absent without a budget that decides anything
    std::optional<ShadowPrice> precision; ///< around the limit; absent where no threshold keeps it
    /// Whether no threshold at this budget that keeps the limits is worth more by what matters (2 %
    /// of its value), and this one keeps them where any does: else what carries the product is that
    /// of the setting, and another may carry it elsewhere.
    bool isAtTheBest = true;
    std::size_t uses = 0; ///< rows that were judged
    bool drawn = true;    ///< false: too many users to draw from; ranges are from the normal
                          ///< distribution that resamples would have
};

/// Of more users (or uses, where each is its own) nothing is drawn: it would take seconds.
inline constexpr std::size_t mostDrawnForLoad = 50000;

/// Estimates and headrooms come from every use. The question must fit the rows (asserted).
/// Problems: NothingUsable where there are no uses, Cancelled when stopped.
Result<ScenarioLoad> scenarioLoad(const ScenarioRows &rows, const LoadQuestion &question,
                                  const JobControl &job = {});

} // namespace oneinn
