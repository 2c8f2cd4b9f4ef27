// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/scenarioclusters.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// How far recall and false-positive rate stray from what they are here, at the threshold where
/// they stray farthest, when the uses are drawn again.
namespace oneinn {

struct LargestDeviations {
    std::vector<double> recall; ///< one of each resample with uses of that class, rising
    std::vector<double> fpr;
    double units = 0.0; ///< users, days or uses that were drawn; of users and days the fewer
};

/// By users, days or both where the file tells them, else by uses, as everywhere (DrawUnits); of
/// the model's own matrix, at every distinct score. The question, whose threshold plays no part,
/// must be that of the slice (asserted). Empty without uses, and when stopped. The same for any
/// number of threads.
LargestDeviations largestDeviations(const UseSlice &slice, const ClustersQuestion &question,
                                    std::size_t resamples, std::uint64_t seed,
                                    const JobControl &job = {}, unsigned threads = 2);

} // namespace oneinn
