// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/drawunits.h"

#include <algorithm>
#include <cassert>
#include <limits>

namespace oneinn {

namespace {

constexpr std::uint16_t unnumbered = std::numeric_limits<std::uint16_t>::max();

std::uint64_t scrambled(std::uint64_t bits)
{
    bits = (bits ^ (bits >> 30U)) * 0xbf58476d1ce4e5b9U;
    bits = (bits ^ (bits >> 27U)) * 0x94d049bb133111ebU;
    return bits ^ (bits >> 31U);
}

constexpr std::uint64_t goldenGamma = 0x9e3779b97f4a7c15U;

ClusterSource usualSource(const RowClusters &clusters, const UnitNumbers *users,
                          const UnitNumbers *days, std::size_t rows)
{
    // Who has one use alone is no cluster.
    if (clusters.who != ClusterOf::User)
        return users->units() < rows ? clusters.source() : ClusterSource::Rows;
    return clusterSource(clusters.users && users->units() < rows,
                         clusters.days && days->units() < rows);
}

} // namespace

UnitNumbers::UnitNumbers(const std::optional<ClusterIds> &ids,
                         const std::vector<std::uint32_t> &rows, std::size_t allRows,
                         unsigned groupBits)
    : m_ids(ids)
    , m_groupBits(groupBits)
{
    assert(!rows.empty() && groupBits < 16);
    std::vector<bool> used(m_ids ? m_ids->end() : allRows);
    for (const std::uint32_t row : rows)
        used[idOf(row)] = true;
    m_units = static_cast<std::size_t>(std::count(used.begin(), used.end(), true));
    const std::size_t most = std::size_t{1} << groupBits;
    m_isGrouped = m_units > most;
    m_numbers.assign(m_isGrouped ? most : used.size(), unnumbered);
    for (std::size_t id = 0; id < used.size(); ++id) {
        if (!used[id])
            continue;
        std::uint16_t &number =
                m_numbers[m_isGrouped ? groupOf(static_cast<std::uint32_t>(id)) : id];
        if (number == unnumbered)
            number = static_cast<std::uint16_t>(m_size++);
    }
}

namespace {

RowClusters clustersBy(const Predictions &predictions, ClusterSource wanted)
{
    const bool byUser = wanted == ClusterSource::Users || wanted == ClusterSource::UsersAndDays
            || wanted == ClusterSource::Groups;
    const bool byDay = wanted == ClusterSource::Days || wanted == ClusterSource::UsersAndDays;
    const bool byCase = wanted == ClusterSource::Cases;
    assert(!byCase || predictions.repeatsExamples());
    assert(!byUser || predictions.userId());
    assert(!byDay || predictions.day());
    RowClusters clusters;
    if (byCase)
        clusters.users.emplace(*predictions.exampleId());
    if (byUser)
        clusters.users.emplace(*predictions.userId());
    if (byDay)
        clusters.days.emplace(*predictions.day());
    return clusters;
}

} // namespace

DrawUnits::DrawUnits(const Predictions &predictions, const std::vector<std::uint32_t> &rows,
                     std::optional<ClusterSource> wanted)
{
    const RowClusters clusters =
            wanted ? clustersBy(predictions, *wanted) : rowClusters(predictions);
    const auto all = static_cast<std::size_t>(predictions.rows());
    std::optional<UnitNumbers> users;
    std::optional<UnitNumbers> days;
    if (clusters.users)
        users.emplace(clusters.users, rows, all, groupBits);
    if (clusters.days)
        days.emplace(clusters.days, rows, all, clusters.users ? crossedDayBits : groupBits);
    m_source = wanted.value_or(
            usualSource(clusters, users ? &*users : nullptr, days ? &*days : nullptr, rows.size()));
    switch (m_source) {
    case ClusterSource::Rows:
        m_first.emplace(std::nullopt, rows, all, groupBits);
        break;
    case ClusterSource::Users:
    case ClusterSource::Cases:
    case ClusterSource::Groups:
        m_first = std::move(users);
        break;
    case ClusterSource::Days:
        m_first = std::move(days);
        break;
    case ClusterSource::UsersAndDays:
        m_first = std::move(users);
        m_second = std::move(days);
        break;
    }
}

std::size_t DrawUnits::fewest() const
{
    return m_second ? std::min(m_first->units(), m_second->units()) : m_first->units();
}

PlacedRandom::PlacedRandom(std::uint64_t seed, std::uint64_t stream, std::uint64_t resample)
    : m_key(scrambled(scrambled(scrambled(seed + goldenGamma) + stream) + resample))
{
}

std::uint64_t PlacedRandom::at(std::uint64_t draw) const
{
    return scrambled(m_key + (draw + 1) * goldenGamma);
}

void drawLanes(std::uint64_t seed, std::uint64_t stream, std::size_t from, std::size_t end,
               std::size_t units, LaneCounts &counts)
{
    assert(end - from <= lanesPerBlock && units <= (std::size_t{1} << 16U));
    counts.assign(units, {});
    for (std::size_t resample = from; resample < end; ++resample) {
        const PlacedRandom random(seed, stream, resample);
        const std::size_t lane = resample - from;
        for (std::size_t draw = 0; draw < units; ++draw) {
            // A unit from 32 random bits by multiplication (Lemire 2019).
            const std::size_t unit = ((random.at(draw) >> 32U) * units) >> 32U;
            std::uint8_t &count = counts[unit][lane];
            // So often nobody is drawn: where units are more, the chance of it is below 1e-500.
            count += count < std::numeric_limits<std::uint8_t>::max() ? 1 : 0;
        }
    }
}

} // namespace oneinn
