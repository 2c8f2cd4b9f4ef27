// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "cli/scoreunits.h"
#include "core/periods/dropped.h"

#include <QString>

namespace oneinn::cli {

/// In the format of the options; thresholds in the units of the earlier file and of the later one.
QString dropOutput(const Dropped &dropped, const ScoreUnits &before, const ScoreUnits &after,
                   const Options &options);

} // namespace oneinn::cli
