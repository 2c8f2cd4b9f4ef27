// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/strata.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace oneinn {

namespace {

/// Two optional category columns seen as one.
struct CombinedValues {
    const CategoryColumn *model = nullptr;
    const CategoryColumn *segment = nullptr;

    std::size_t segments() const { return segment ? segment->values.size() : 1; }
    std::size_t size() const { return (model ? model->values.size() : 1) * segments(); }
    std::size_t of(std::uint32_t row) const
    {
        return (model ? model->codes[row] : 0) * segments() + (segment ? segment->codes[row] : 0);
    }
    Stratum named(std::size_t combination, std::size_t rows) const
    {
        Stratum stratum{.model = {}, .segment = {}, .rows = rows};
        if (model)
            stratum.model = model->values[combination / segments()];
        if (segment)
            stratum.segment = segment->values[combination % segments()];
        return stratum;
    }
};

} // namespace

// Counts, keeps the largest and numbers them: one table from beginning to end.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
Strata strataOf(const Predictions &predictions, const std::vector<std::uint32_t> &rows,
                bool byModel, const std::string &segment)
{
    CombinedValues combination;
    if (byModel && predictions.model())
        combination.model = &*predictions.model();
    for (const CategoryColumn &column : predictions.segments()) {
        if (!segment.empty() && column.name == segment)
            combination.segment = &column;
    }
    if (!combination.model && !combination.segment)
        return {{Stratum{.model = {}, .segment = {}, .rows = rows.size()}}, {}};

    std::vector<std::size_t> count(combination.size(), 0);
    for (const std::uint32_t row : rows)
        ++count[combination.of(row)];
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < count.size(); ++i) {
        if (count[i] > 0)
            kept.push_back(i);
    }
    const bool tooMany = kept.size() > mostStrata;
    if (tooMany) {
        std::stable_sort(kept.begin(), kept.end(),
                         [&](std::size_t a, std::size_t b) { return count[a] > count[b]; });
        kept.resize(mostStrata - 1);
        std::sort(kept.begin(), kept.end());
    }

    Strata result;
    std::vector<std::uint8_t> number(count.size(), static_cast<std::uint8_t>(kept.size()));
    std::size_t left = rows.size();
    for (const std::size_t i : kept) {
        number[i] = static_cast<std::uint8_t>(result.list.size());
        result.list.push_back(combination.named(i, count[i]));
        left -= count[i];
    }
    if (tooMany)
        result.list.push_back({.model = {}, .segment = {}, .everythingElse = true, .rows = left});
    assert(tooMany || left == 0);
    if (result.list.size() > 1) {
        result.ofRow.resize(static_cast<std::size_t>(predictions.rows()));
        for (const std::uint32_t row : rows)
            result.ofRow[row] = number[combination.of(row)];
    }
    return result;
}

} // namespace oneinn
