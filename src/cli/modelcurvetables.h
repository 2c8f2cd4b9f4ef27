// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "cli/table.h"
#include "core/curves/curveband.h"

#include <optional>
#include <vector>

/// The model's own curves as tables, restated at the base rate.
namespace oneinn::cli {

/// "Alert on nothing" and every distinct score: both errors, also as normal deviates.
Table errorsTable(const Scenario &scenario, const Input &input);
/// The same thresholds: share shown, recall, precision and lift.
Table gainTable(const Scenario &scenario, const Input &input);
/// By threshold probability, from 0.01 to 0.99: net benefit per use of taking scores for
/// probabilities (undefined where they are none), of the best threshold, and of showing all and
/// nothing.
Table netBenefitTable(const Scenario &scenario, const Input &input);
/// "Alert on nothing" and every distinct score: a line in cost space, and between which probability
/// costs it is the best of all (undefined where it never is).
Table costTable(const Scenario &scenario, const Input &input);
/// Bins of scores and what came true; absent where scores are no probabilities.
std::optional<Table> reliabilityTable(const Input &input);

/// Adds where the truth lies, for each row of a table whose thresholds are the band's.
void addBand(Table &table, const CurveBand &band);

} // namespace oneinn::cli
