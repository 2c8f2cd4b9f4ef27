// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/metrics/thresholdsweep.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"

#include <cstddef>
#include <string>
#include <vector>

namespace oneinn {

/// Another model of the file over the rows that a scenario looks at.
struct Rival {
    std::string model;
    ScenarioRows::Ptr rows;

    /// The scenario with this model asked instead. Where late answers would fall back to this very
    /// model there is nothing to fall back to: they show nothing.
    Scenario scenario(Scenario scenario) const;
    /// What it does at every threshold, at a budget and late policy: drawnSweep() of this model.
    /// The question must fit the rows (it asks for the same rivals, asserted).
    ThresholdSweep sweep(const ValueQuestion &question) const;
};

/// No more models than these are drawn beside the one that is looked at: more cannot be told apart.
inline constexpr std::size_t mostRivals = 5;
/// Rows of rivals that are kept in memory, of all of them together: some 100 MB.
inline constexpr std::size_t mostRivalRows = 2000000;

/// The models that would be prepared and their rows, most rows first; none where the scenario does
/// not look at one model. Of those that do not fit mostRivals and mostRivalRows the ones with most
/// rows are taken that do.
struct RivalRows {
    std::string model;
    std::size_t rows = 0;
};
std::vector<RivalRows> rivalRows(const Predictions &predictions, const Selection &selection);

/// Prepares them. Problem: Cancelled when stopped.
Result<std::vector<Rival>> rivals(const PredictionsPtr &predictions, const RivalsQuestion &question,
                                  const JobControl &job = {});

} // namespace oneinn
