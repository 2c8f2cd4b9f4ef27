// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Numbers words in order of first appearance. Made for columns with a handful of values as well
/// as for ids that differ in every row: an open-addressed table of codes beside the words. Words
/// that were made to collide in it cost it its speed, but never more than a search tree takes.
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

    /// Where the word is, or where it would be put; absent where that is too far from its hash.
    std::optional<std::size_t> slotOf(std::string_view word, std::uint32_t hash) const;
    std::uint32_t add(std::string_view word);
    std::uint32_t insertInTree(std::string_view word);
    void grow();
    void becomeTree();

    std::vector<std::string> m_words;
    std::vector<Slot> m_slots; ///< a power of two of them, at most half in use; none: a tree
    std::map<std::string, std::uint32_t, std::less<>> m_tree;
};

} // namespace oneinn::ingest
