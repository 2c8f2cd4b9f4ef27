// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace oneinn {

enum class SortOrder { Ascending, Descending };

/// Rows by the value they have in a column.
struct SortedRows {
    std::vector<std::uint32_t> row;
    /// 1 where a value differs from the one before; 1 for the first row.
    std::vector<std::uint8_t> firstOfTie;
};

/// Sorts row numbers by `values`, which may hold infinities but no NaN; -0 equals 0. Equal values
/// keep the order of `rows`. Radix sort from the least significant digit, each pass shared among
/// the threads; needs 24 bytes per row while it runs. When stopped, the result is not sorted.
SortedRows sortedRows(const Eigen::Ref<const Eigen::ArrayXd> &values,
                      std::vector<std::uint32_t> rows, SortOrder order, unsigned threads = 1,
                      const JobControl &job = {});

} // namespace oneinn
