// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/rowclusters.h"
#include "core/predictions/predictions.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// What a resample is drawn from, and how often each unit is in it.
namespace oneinn {

/// One kind of unit: users, days, or single uses, numbered from 0 without gaps. Where there are
/// more than `most`, several share a number, by chance, and are drawn together: sums of them are as
/// independent, and their squares add up to the same but for chance.
class UnitNumbers {
public:
    /// ids: absent: each row is a unit of its own. rows: those that take part, at least one; some
    /// of the predictions', of which there are `allRows`. groupBits: most = 2^groupBits, <= 16.
    UnitNumbers(const std::optional<ClusterIds> &ids, const std::vector<std::uint32_t> &rows,
                std::size_t allRows, unsigned groupBits);

    /// Of a row that takes part.
    std::uint16_t of(std::uint32_t row) const
    {
        const std::uint32_t id = idOf(row);
        return m_isGrouped ? m_numbers[groupOf(id)] : m_numbers[id];
    }
    void prefetch(std::uint32_t row) const
    {
        if (m_ids)
            m_ids->prefetch(static_cast<Eigen::Index>(row));
    }
    /// How many numbers there are.
    std::size_t size() const { return m_size; }
    /// How many users, days or uses there are.
    std::size_t units() const { return m_units; }

private:
    std::uint32_t idOf(std::uint32_t row) const
    {
        return m_ids ? m_ids->of(static_cast<Eigen::Index>(row)) : row;
    }
    std::size_t groupOf(std::uint32_t id) const
    {
        // Knuth's multiplicative hash: neighbours in the file are spread.
        return (id * 2654435769U) >> (32U - m_groupBits);
    }

    std::optional<ClusterIds> m_ids;
    unsigned m_groupBits;
    bool m_isGrouped = false;
    std::vector<std::uint16_t> m_numbers; ///< by id, or by group
    std::size_t m_size = 0;
    std::size_t m_units = 0;
};

/// Users, days, both, or single uses. Of both a use is in a resample as often as its user times as
/// often as its day (Owen 2007). Refers to the predictions.
class DrawUnits {
public:
    /// Above so many users, days or uses, these share numbers; of days beside users, above fewer.
    static constexpr unsigned groupBits = 12;
    static constexpr unsigned crossedDayBits = 9;

    /// As asked, where the file has such a column (asserted); without a wish as everything else of
    /// a file is clustered, and by uses where no user or day has two of them. rows: those that take
    /// part, ascending, at least one.
    DrawUnits(const Predictions &predictions, const std::vector<std::uint32_t> &rows,
              std::optional<ClusterSource> wanted);

    ClusterSource source() const { return m_source; }
    /// Users, days or uses; of users and days the fewer.
    std::size_t fewest() const;
    const UnitNumbers &first() const { return *m_first; }
    /// Days, where both are drawn.
    const std::optional<UnitNumbers> &second() const { return m_second; }

private:
    ClusterSource m_source = ClusterSource::Rows;
    std::optional<UnitNumbers> m_first;
    std::optional<UnitNumbers> m_second;
};

/// Numbers that depend on nothing but their place: of a seed, a resample and a draw, so that any
/// thread can make any of them. SplitMix64 (Steele, Lea & Flood 2014), started anew by hashing.
class PlacedRandom {
public:
    PlacedRandom(std::uint64_t seed, std::uint64_t stream, std::uint64_t resample);
    std::uint64_t at(std::uint64_t draw) const;

private:
    std::uint64_t m_key;
};

/// So many resamples' counts are kept side by side: a unit's are read at once.
inline constexpr std::size_t lanesPerBlock = 64;
/// By unit and lane, how often the unit is in the lane's resample.
using LaneCounts = std::vector<std::array<std::uint8_t, lanesPerBlock>>;

/// Draws units of one kind with replacement, as many as there are, for the resamples from `from` up
/// to before `end` (at most `lanesPerBlock`). stream: another for each kind drawn for the same
/// resample.
void drawLanes(std::uint64_t seed, std::uint64_t stream, std::size_t from, std::size_t end,
               std::size_t units, LaneCounts &counts);

} // namespace oneinn
