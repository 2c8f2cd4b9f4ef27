// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/targets.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace oneinn {

/// What a target is about, in the order in which they are told.
enum class TargetKind : std::uint8_t { WrongOfShown, Missed, Answered, Gone, ShownPerDay };
inline constexpr std::array<TargetKind, 5> allTargets{TargetKind::WrongOfShown, TargetKind::Missed,
                                                      TargetKind::Answered, TargetKind::Gone,
                                                      TargetKind::ShownPerDay};
/// Whether it is the same at every threshold: how long uses take does not depend on what is shown.
constexpr bool isOfEveryThreshold(TargetKind kind)
{
    return kind == TargetKind::Answered || kind == TargetKind::Gone;
}

/// One thing for each kind of target.
template<typename T> class ByTarget {
public:
    T &operator[](TargetKind kind) { return m_values[static_cast<std::size_t>(kind)]; }
    const T &operator[](TargetKind kind) const { return m_values[static_cast<std::size_t>(kind)]; }

private:
    std::array<T, allTargets.size()> m_values{};
};

/// Some of the five.
class TargetSet {
public:
    constexpr TargetSet() = default;
    static constexpr TargetSet of(TargetKind kind) { return TargetSet(bit(kind)); }
    static TargetSet askedIn(const Targets &targets);

    constexpr bool contains(TargetKind kind) const { return (m_bits & bit(kind)) != 0; }
    constexpr bool containsAll(TargetSet other) const
    {
        return (m_bits & other.m_bits) == other.m_bits;
    }
    constexpr bool empty() const { return m_bits == 0; }
    std::size_t size() const;
    constexpr TargetSet with(TargetKind kind) const { return TargetSet(m_bits | bit(kind)); }
    constexpr TargetSet without(TargetKind kind) const { return TargetSet(m_bits & ~bit(kind)); }

    /// Sets as numbers: every subset of the five has its own place.
    static constexpr std::size_t count = std::size_t{1} << allTargets.size();
    constexpr std::size_t place() const { return m_bits; }
    static constexpr TargetSet at(std::size_t place)
    {
        return TargetSet(static_cast<unsigned>(place));
    }

    friend constexpr bool operator==(TargetSet a, TargetSet b) { return a.m_bits == b.m_bits; }

private:
    constexpr explicit TargetSet(unsigned bits)
        : m_bits(bits)
    {
    }
    static constexpr unsigned bit(TargetKind kind) { return 1U << static_cast<unsigned>(kind); }

    unsigned m_bits = 0;
};

} // namespace oneinn
