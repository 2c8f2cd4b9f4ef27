// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "core/scenario.h"

#include <optional>
#include <string>

namespace oneinn {

/// The threshold that is worth most for one model alone, every answer waited for, with the
/// scenario's assumptions and the conditions on its rows. Absent where no such row is that model's.
std::optional<Threshold> mostValuableAlone(const PredictionsPtr &predictions, Scenario scenario,
                                           const std::string &model);

} // namespace oneinn
