// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/comparison/usegroups.h"

#include <Eigen/Core>

#include <functional>
#include <optional>

namespace oneinn {

/// Groups to sum by where resamples would be of users by days, of many uses, and not drawn. Absent
/// elsewhere.
std::optional<UseGroups> groupsForMeans(const PairedRows &rows, const BootstrapOptions &options);

/// Groups x columns of weight x column, and each group's weight last.
using SumsByGroup = std::function<Eigen::MatrixXd(UseGroups::Kind kind)>;
/// As resampledMeans(), of columns that are summed elsewhere.
Result<ResampledMeans> resampledMeans(const UseGroups &groups, const SumsByGroup &sums,
                                      const BootstrapOptions &options, const JobControl &job);

} // namespace oneinn
