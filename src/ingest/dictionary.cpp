// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/dictionary.h"

#include <cstring>

namespace oneinn::ingest {

namespace {

constexpr std::size_t firstSlots = 16;
/// From a word's hash to its slot. In a table that is half full even millions of words that were
/// not made to collide stay below a hundred.
constexpr std::size_t mostSteps = 192;

std::uint64_t mixed(std::uint64_t state, std::uint64_t word)
{
    state = (state ^ word) * 0x9E3779B97F4A7C15U;
    return state ^ (state >> 32U);
}

std::uint32_t hashOf(std::string_view text)
{
    std::uint64_t state = text.size();
    while (text.size() >= sizeof(std::uint64_t)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), sizeof word);
        state = mixed(state, word);
        text.remove_prefix(sizeof word);
    }
    std::uint64_t rest = 0;
    for (const char c : text)
        rest = (rest << 8U) | static_cast<unsigned char>(c);
    state = mixed(state, rest);
    return static_cast<std::uint32_t>(mixed(state, state >> 29U));
}

} // namespace

Dictionary::Dictionary()
    : m_slots(firstSlots)
{
}

std::uint32_t Dictionary::insert(std::string_view word)
{
    if (m_slots.empty())
        return insertInTree(word);
    const auto hash = hashOf(word);
    const auto at = slotOf(word, hash);
    if (!at) {
        becomeTree();
        return insertInTree(word);
    }
    auto &slot = m_slots[*at];
    if (slot.code != vacant)
        return slot.code;
    const auto code = add(word);
    slot = {hash, code};
    if (m_words.size() * 2 > m_slots.size())
        grow();
    return code;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view word) const
{
    if (m_slots.empty()) {
        const auto found = m_tree.find(word);
        return found == m_tree.end() ? std::nullopt : std::optional(found->second);
    }
    const auto at = slotOf(word, hashOf(word));
    const auto code = at ? m_slots[*at].code : vacant;
    return code == vacant ? std::nullopt : std::optional(code);
}

std::uint32_t Dictionary::add(std::string_view word)
{
    m_words.emplace_back(word);
    return static_cast<std::uint32_t>(m_words.size() - 1);
}

std::uint32_t Dictionary::insertInTree(std::string_view word)
{
    const auto place = m_tree.lower_bound(word);
    if (place != m_tree.end() && place->first == word)
        return place->second;
    const auto code = add(word);
    m_tree.emplace_hint(place, word, code);
    return code;
}

std::optional<std::size_t> Dictionary::slotOf(std::string_view word, std::uint32_t hash) const
{
    const auto mask = m_slots.size() - 1;
    auto at = hash & mask;
    for (std::size_t steps = 0; steps < mostSteps; ++steps) {
        const auto &slot = m_slots[at];
        if (slot.code == vacant || (slot.hash == hash && m_words[slot.code] == word))
            return at;
        at = (at + 1) & mask;
    }
    return std::nullopt;
}

void Dictionary::grow()
{
    std::vector<Slot> larger(m_slots.size() * 2);
    const auto mask = larger.size() - 1;
    for (const auto &slot : m_slots) {
        if (slot.code == vacant)
            continue;
        auto at = slot.hash & mask;
        std::size_t steps = 0;
        while (larger[at].code != vacant && ++steps < mostSteps)
            at = (at + 1) & mask;
        if (steps == mostSteps)
            return becomeTree();
        larger[at] = slot;
    }
    m_slots = std::move(larger);
}

void Dictionary::becomeTree()
{
    for (std::size_t code = 0; code < m_words.size(); ++code)
        m_tree.emplace(m_words[code], static_cast<std::uint32_t>(code));
    m_slots = {};
}

} // namespace oneinn::ingest
