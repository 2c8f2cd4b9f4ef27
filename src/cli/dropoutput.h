// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "core/periods/drop.h"
#include "core/periods/dropwaterfall.h"
#include "core/periods/keepingcost.h"

#include <QString>

#include <optional>

namespace oneinn::cli {

/// What the best threshold was and is, in the units of the files, and what keeping the old one
/// costs per use.
struct OldThreshold {
    double kept = 0.0;
    double best = 0.0;
    double cost = 0.0; ///< on the uses that chose the best one; never below 0
    std::optional<KeepingCost> heldOut;
};

struct Dropped {
    DropDiagnosis diagnosis;
    DropWaterfall waterfall;
    OldThreshold threshold;
};

/// In the format of the options.
QString dropOutput(const Dropped &dropped, const Options &options);

} // namespace oneinn::cli
