// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnprofile.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Columns by their names. Sorted and not hashed: names may be made to collide.
class ColumnIndex {
public:
    /// The columns must outlive it.
    explicit ColumnIndex(const std::vector<ColumnProfile> &columns)
        : m_columns(columns)
        , m_sorted(columns.size())
    {
        std::iota(m_sorted.begin(), m_sorted.end(), std::size_t{0});
        std::stable_sort(m_sorted.begin(), m_sorted.end(), [this](std::size_t a, std::size_t b) {
            return m_columns[a].name < m_columns[b].name;
        });
    }

    /// The first of that name.
    std::optional<std::size_t> find(std::string_view name) const
    {
        const auto at = first(name);
        return isAt(at, name) ? std::optional(*at) : std::nullopt;
    }

private:
    using Place = std::vector<std::size_t>::const_iterator;

    Place first(std::string_view name) const
    {
        return std::lower_bound(
                m_sorted.begin(), m_sorted.end(), name,
                [this](std::size_t i, std::string_view n) { return m_columns[i].name < n; });
    }
    bool isAt(Place at, std::string_view name) const
    {
        return at != m_sorted.end() && m_columns[*at].name == name;
    }

    const std::vector<ColumnProfile> &m_columns;
    std::vector<std::size_t> m_sorted;
};

} // namespace oneinn::ingest
