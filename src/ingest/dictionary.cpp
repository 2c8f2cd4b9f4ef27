// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/dictionary.h"

#include <cstring>

namespace oneinn::ingest {

namespace {

constexpr std::size_t firstSlots = 64;

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
    const auto hash = hashOf(word);
    auto &slot = m_slots[slotOf(word, hash)];
    if (slot.code != vacant)
        return slot.code;
    const auto code = static_cast<std::uint32_t>(m_words.size());
    slot = {hash, code};
    m_words.emplace_back(word);
    if (m_words.size() * 2 > m_slots.size())
        grow();
    return code;
}

std::optional<std::uint32_t> Dictionary::find(std::string_view word) const
{
    const auto code = m_slots[slotOf(word, hashOf(word))].code;
    return code == vacant ? std::nullopt : std::optional(code);
}

/// Where the word is, or where it would be put.
std::size_t Dictionary::slotOf(std::string_view word, std::uint32_t hash) const
{
    const auto mask = m_slots.size() - 1;
    auto at = hash & mask;
    while (m_slots[at].code != vacant
           && (m_slots[at].hash != hash || m_words[m_slots[at].code] != word))
        at = (at + 1) & mask;
    return at;
}

void Dictionary::grow()
{
    std::vector<Slot> larger(m_slots.size() * 2);
    const auto mask = larger.size() - 1;
    for (const auto &slot : m_slots) {
        if (slot.code == vacant)
            continue;
        auto at = slot.hash & mask;
        while (larger[at].code != vacant)
            at = (at + 1) & mask;
        larger[at] = slot;
    }
    m_slots = std::move(larger);
}

} // namespace oneinn::ingest
