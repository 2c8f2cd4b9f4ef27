// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Numbers words in order of first appearance. Made for columns with a handful of values as well
/// as for ids that differ in every row: an open-addressed table of codes beside the words.
class Dictionary {
public:
    Dictionary();

    /// The word's code; a new word gets the next one.
    std::uint32_t insert(std::string_view word);
    std::optional<std::uint32_t> find(std::string_view word) const;

    const std::vector<std::string> &words() const { return m_words; }
    std::vector<std::string> takeWords() { return std::move(m_words); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t code = vacant;
    };
    static constexpr std::uint32_t vacant = 0xFFFFFFFFU;

    std::size_t slotOf(std::string_view word, std::uint32_t hash) const;
    void grow();

    std::vector<std::string> m_words;
    std::vector<Slot> m_slots; ///< a power of two of them, at most half in use
};

} // namespace oneinn::ingest
