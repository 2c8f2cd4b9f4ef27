// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/scenariorows.h"
#include "core/units.h"

#include <cstddef>
#include <vector>

/// Where the dials of an exported brief can be put.
namespace oneinn::report {

/// Rising: more is shown at the first. Of thresholds that decide alike over all rows there is one;
/// those of `always` (the first of equals) are among them, the others are spread evenly over uses
/// and over good ones, since where these are few they would all lie between two places.
std::vector<Threshold> thresholdPlaces(const ScenarioRows &rows, std::size_t most,
                                       const std::vector<Threshold> &always);

/// Rising, none last, the chosen one among them; in round numbers, spread over the latencies: at
/// most eight, four with `few`. That of the choice alone where it has none, or no latency is known.
std::vector<Budget> budgetPlaces(const ScenarioRows &rows, const Budget &chosen, bool few);

/// The place of those that decide as this threshold does; `among` as thresholdPlaces() gave it.
std::size_t placeOf(Threshold threshold, const ScenarioRows &rows,
                    const std::vector<Threshold> &among);

} // namespace oneinn::report
