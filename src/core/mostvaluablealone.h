// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/questions.h"

#include <optional>

namespace oneinn {

/// The threshold that is worth most for the model asked about, alone and with every answer waited
/// for. Absent where no row that is looked at is that model's, and when stopped.
std::optional<Threshold> mostValuableAlone(const PredictionsPtr &predictions,
                                           const AloneQuestion &question,
                                           const JobControl &job = {});

} // namespace oneinn
