// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/listedmodels.h"

#include <algorithm>
#include <numeric>

namespace oneinn {

namespace {

constexpr std::size_t mostModels = 100; ///< in a list

} // namespace

std::vector<std::string> listedModels(const Predictions &predictions)
{
    if (!predictions.model())
        return {};
    const CategoryColumn &column = *predictions.model();
    if (column.values.size() <= mostModels)
        return column.values;
    std::vector<std::size_t> rows(column.values.size(), 0);
    for (const auto code : column.codes)
        ++rows[code];
    std::vector<std::size_t> byRows(column.values.size());
    std::iota(byRows.begin(), byRows.end(), std::size_t{0});
    const auto end = byRows.begin() + static_cast<std::ptrdiff_t>(mostModels);
    std::partial_sort(byRows.begin(), end, byRows.end(), [&rows](std::size_t a, std::size_t b) {
        return rows[a] != rows[b] ? rows[a] > rows[b] : a < b;
    });
    std::vector<std::string> listed;
    for (auto at = byRows.begin(); at != end; ++at)
        listed.push_back(column.values[*at]);
    return listed;
}

} // namespace oneinn
