// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

/// What becomes of all uses, so that every share is of the same population.
namespace oneinn {

/// Twelve parts that add up to all uses, six to the really good (positive) ones and six to the
/// really bad ones; and ways to cut the same uses once more.
enum class UsePart : std::uint8_t {
    RightShown,
    MissedByModel,    ///< silent to a user still there, and would have been in time as well
    MissedByLateness, ///< silent to a user still there; shown had it come in time
    GoneGood,         ///< its user had left before it ended
    WrongShown,
    RightlySilent,
    UnansweredBad, ///< late to a user still there, where that is an outcome of its own
    GoneBad,
    FailedGood, ///< the call failed and nobody else answered: neither late nor in time
    FailedBad,
    RefusedGood, ///< the model declined to answer and nobody else did: as of a call that failed
    RefusedBad,

    InTimeGood, ///< with those failed and refused, these four add up to all uses, too; overlaps
                ///< with who is gone
    LateGood,
    InTimeBad,
    LateBad,
    UnansweredGood, ///< of those missed: late to a user still there, an outcome of its own
};
inline constexpr std::size_t useParts = 17;

/// A set of them.
class UseParts {
public:
    constexpr UseParts() = default;
    constexpr UseParts(std::initializer_list<UsePart> parts)
    {
        for (const UsePart part : parts)
            m_bits |= bit(part);
    }
    constexpr bool contains(UsePart part) const { return (m_bits & bit(part)) != 0; }
    constexpr bool containsAll(UseParts other) const
    {
        return (m_bits & other.m_bits) == other.m_bits;
    }
    constexpr bool intersects(UseParts other) const { return (m_bits & other.m_bits) != 0; }
    constexpr UseParts without(UseParts other) const { return UseParts(m_bits & ~other.m_bits); }
    friend constexpr UseParts operator|(UseParts a, UseParts b)
    {
        return UseParts(a.m_bits | b.m_bits);
    }
    friend constexpr bool operator==(UseParts, UseParts) = default;

private:
    explicit constexpr UseParts(unsigned bits)
        : m_bits(bits)
    {
    }
    static constexpr unsigned bit(UsePart part) { return 1U << static_cast<unsigned>(part); }

    unsigned m_bits = 0;
};

inline constexpr UseParts goodUses{UsePart::RightShown,       UsePart::MissedByModel,
                                   UsePart::MissedByLateness, UsePart::GoneGood,
                                   UsePart::FailedGood,       UsePart::RefusedGood};
inline constexpr UseParts badUses{UsePart::WrongShown,    UsePart::RightlySilent,
                                  UsePart::UnansweredBad, UsePart::GoneBad,
                                  UsePart::FailedBad,     UsePart::RefusedBad};
inline constexpr UseParts allUses = goodUses | badUses;
inline constexpr UseParts shownUses{UsePart::RightShown, UsePart::WrongShown};
/// Of really good ones, in whichever way they are cut; all others are of bad ones.
inline constexpr UseParts ofGoodOnes =
        goodUses | UseParts{UsePart::InTimeGood, UsePart::LateGood, UsePart::UnansweredGood};
inline constexpr UseParts goneUses{UsePart::GoneGood, UsePart::GoneBad};
inline constexpr UseParts failedUses{UsePart::FailedGood, UsePart::FailedBad};
inline constexpr UseParts refusedUses{UsePart::RefusedGood, UsePart::RefusedBad};
/// Nobody answered.
inline constexpr UseParts lostUses = failedUses | refusedUses;
inline constexpr UseParts lateUses{UsePart::LateGood, UsePart::LateBad};
inline constexpr UseParts inTimeUses{UsePart::InTimeGood, UsePart::InTimeBad};

/// What the chances g that uses end without their user add up to, weights squared: how much the
/// share of those gone varies.
struct ChanceSquares {
    double once = 0.0;  ///< sum of w^2 g
    double twice = 0.0; ///< sum of w^2 g^2

    void add(double squaredWeight, double chance)
    {
        once += squaredWeight * chance;
        twice += squaredWeight * chance * chance;
    }
    ChanceSquares &operator+=(const ChanceSquares &other)
    {
        once += other.once;
        twice += other.twice;
        return *this;
    }
    friend bool operator==(const ChanceSquares &, const ChanceSquares &) = default;
};

/// How many uses fall into each part. A use whose user stays with chance S counts as S of a row
/// where it ends and as 1 - S of a row among those gone, so that intervals are as wide as those of
/// the rows expected there.
class Waterfall {
public:
    Tally &operator[](UsePart part) { return m_parts[static_cast<std::size_t>(part)]; }
    const Tally &operator[](UsePart part) const { return m_parts[static_cast<std::size_t>(part)]; }

    /// Of good uses, or of bad ones.
    ChanceSquares &leaving(bool good) { return m_leaving[good ? 1 : 0]; }
    const ChanceSquares &leaving(bool good) const { return m_leaving[good ? 1 : 0]; }

    /// Summed over some parts.
    Tally of(UseParts parts) const;
    Tally uses() const { return of(allUses); }

    /// Restated at another share of positives.
    Waterfall rebased(const ClassFactors &factors) const;

    friend bool operator==(const Waterfall &, const Waterfall &) = default;

private:
    std::array<Tally, useParts> m_parts;
    std::array<ChanceSquares, 2> m_leaving;
};

} // namespace oneinn
