// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/eigenindex.h"
#include "core/predictions/predictioncolumns.h"
#include "ingest/dictionary.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Whose rows, or of which day: a code for each, equal where the cells are. An empty cell is nobody
/// else's, and has a code of its own, counted down from the highest.
class AlikeCodes {
public:
    void add(std::string_view cell)
    {
        m_codes.push_back(isMissing(cell) ? --m_alone : m_words.insert(cell));
    }
    /// Different cells that are not empty.
    std::size_t values() const { return m_words.words().size(); }
    /// By row, in the order of adding.
    CodeColumn column() const
    {
        CodeColumn codes(eigenIndex(m_codes.size()));
        std::copy(m_codes.begin(), m_codes.end(), codes.data());
        return codes;
    }

private:
    Dictionary m_words;
    std::vector<std::uint32_t> m_codes;
    std::uint32_t m_alone = 0xFFFFFFFFU;
};

} // namespace oneinn::ingest
