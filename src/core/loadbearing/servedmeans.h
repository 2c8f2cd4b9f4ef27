// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/comparison/usegroups.h"
#include "core/loadbearing/servedcells.h"
#include "core/policies/useoutcomes.h"

#include <functional>
#include <optional>
#include <vector>

namespace oneinn {

/// What becomes of uses at several slowdowns, in the order asked for: five columns each, those of
/// ServedCells. groups: as groupsForMeans() has them. Problem: Cancelled when stopped.
Result<ResampledMeans> servedMeans(const PairedRows &rows, const std::optional<UseGroups> &groups,
                                   const std::vector<std::function<UseOutcomes()>> &outcomes,
                                   const PatienceCurve &patience, const BootstrapOptions &options,
                                   const JobControl &job);

} // namespace oneinn
