// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/sloweduses.h"

#include "core/eigenindex.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

enum Cell : std::uint8_t { Tp, Fp, Fn, Tn, Unserved };
constexpr std::uint8_t countsBit = 8;

/// Where everyone waits.
std::uint8_t codeOf(const UseOutcomes &outcomes, std::size_t use, bool good, bool lateCounts)
{
    const UseDecision decision = outcomes.decision[use];
    if (isLost(decision))
        return Unserved;
    const std::uint8_t counts = lateCounts && outcomes.late[use] != 0 ? countsBit : 0;
    const auto cell = [&]() -> std::uint8_t {
        if (decision == UseDecision::Unanswered)
            return Unserved;
        if (decision == UseDecision::Shown)
            return good ? Tp : Fp;
        return good ? Fn : Tn;
    }();
    return static_cast<std::uint8_t>(cell | counts);
}

std::vector<std::uint8_t> codesOf(const PairedRows &rows, const UseOutcomes &outcomes,
                                  bool lateCounts)
{
    std::vector<std::uint8_t> codes(static_cast<std::size_t>(rows.uses()));
    for (std::size_t use = 0; use < codes.size(); ++use)
        codes[use] = codeOf(outcomes, use, rows.label[eigenIndex(use)] != 0, lateCounts);
    return codes;
}

template<typename Sums> Sums added(Sums sums, const Sums &other)
{
    std::transform(sums.begin(), sums.end(), other.begin(), sums.begin(), std::plus<>());
    return sums;
}

} // namespace

std::size_t SlowedUses::keyOf(double latency)
{
    constexpr unsigned left = 52 - 8; // of the digits of a double, those a bin does not tell
    return std::bit_cast<std::uint64_t>(latency + 0.0) >> left;
}

SlowedUses::SlowedUses(const PairedRows &rows, const UseOutcomes &now, const UseOutcomes &late,
                       const EndRule &rule, bool lateCounts)
    : m_rows(rows)
    , m_rule(rule)
    , m_now(codesOf(rows, now, lateCounts))
    , m_late(codesOf(rows, late, lateCounts))
{
    std::size_t first = std::numeric_limits<std::size_t>::max();
    std::size_t last = 0;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (!isBinned(use))
            continue;
        first = std::min(first, keyOf(rows.timedAt(use)));
        last = std::max(last, keyOf(rows.timedAt(use)));
    }
    if (first <= last) {
        m_firstKey = first;
        m_bins.assign(last - first + 1, {std::numeric_limits<double>::infinity(), 0.0, {}, {}});
    }
    for (Eigen::Index use = 0; use < rows.uses(); ++use)
        addUse(use);
    std::erase_if(m_bins, [](const Bin &bin) { return bin.shortest > bin.longest; });
    m_nowUpTo.assign(m_bins.size() + 1, Sums{});
    m_lateFrom.assign(m_bins.size() + 1, Sums{});
    for (std::size_t bin = 0; bin < m_bins.size(); ++bin)
        m_nowUpTo[bin + 1] = added(m_nowUpTo[bin], m_bins[bin].now);
    for (std::size_t bin = m_bins.size(); bin-- > 0;)
        m_lateFrom[bin] = added(m_lateFrom[bin + 1], m_bins[bin].late);
}

/// What takes no time is never late, and what never comes always is; a call that failed took none.
bool SlowedUses::isBinned(Eigen::Index use) const
{
    if (!m_rows.hasLatency() || m_rows.failedAt(use, 0))
        return false;
    const double latency = m_rows.timedAt(use);
    return latency > 0.0 && std::isfinite(latency);
}

void SlowedUses::add(Sums &sums, const End &end, double weight)
{
    sums[end.cell] += weight;
    if (end.counts)
        sums.back() += weight;
}

void SlowedUses::addUse(Eigen::Index use)
{
    const auto endOf = [](std::uint8_t code) {
        return End{static_cast<std::uint8_t>(code & (countsBit - 1U)), (code & countsBit) != 0};
    };
    const auto i = static_cast<std::size_t>(use);
    const double weight = m_rows.weight[use];
    if (!isBinned(use))
        return add(m_constant, endOf(m_now[i]), weight);
    const double latency = m_rows.timedAt(use);
    Bin &bin = m_bins[keyOf(latency) - m_firstKey];
    bin.shortest = std::min(bin.shortest, latency);
    bin.longest = std::max(bin.longest, latency);
    // What is late as it is does not come in time by taking longer.
    add(bin.now, endOf(m_now[i]), weight);
    add(bin.late, endOf(m_late[i]), weight);
}

const SlowedUses::SortedUses &SlowedUses::sorted(std::size_t which) const
{
    const auto [place, isNew] = m_sorted.try_emplace(which);
    SortedUses &uses = place->second;
    if (!isNew)
        return uses;
    const Bin &bin = m_bins[which];
    std::vector<std::pair<double, Eigen::Index>> found;
    for (Eigen::Index use = 0; use < m_rows.uses(); ++use) {
        const double latency = m_rows.timedAt(use);
        if (latency >= bin.shortest && latency <= bin.longest && isBinned(use))
            found.emplace_back(latency, use);
    }
    std::ranges::sort(found);
    const auto addAt = [&](Sums &sums, const std::vector<std::uint8_t> &codes, Eigen::Index use) {
        const std::uint8_t code = codes[static_cast<std::size_t>(use)];
        add(sums, {static_cast<std::uint8_t>(code & (countsBit - 1U)), (code & countsBit) != 0},
            m_rows.weight[use]);
    };
    uses.sums.assign(found.size() + 1, Sums{});
    Sums inTime{};
    for (std::size_t i = 0; i < found.size(); ++i) {
        uses.latency.push_back(found[i].first);
        addAt(inTime, m_now, found[i].second);
        uses.sums[i + 1] = inTime;
    }
    Sums late{};
    for (std::size_t i = found.size(); i-- > 0;) {
        addAt(late, m_late, found[i].second);
        uses.sums[i] = added(uses.sums[i], late);
    }
    return uses;
}

SlowedUses::Sums SlowedUses::sumsOf(std::size_t bin, double slowdown) const
{
    const SortedUses &uses = sorted(bin);
    const auto firstLate = std::ranges::partition_point(
            uses.latency, [&](double latency) { return !m_rule.isLate({slowdown * latency}); });
    return uses.sums[static_cast<std::size_t>(firstLate - uses.latency.begin())];
}

SlowedUses::Sums SlowedUses::at(double slowdown) const
{
    const auto firstLate = std::ranges::partition_point(
            m_bins, [&](const Bin &bin) { return !m_rule.isLate({slowdown * bin.longest}); });
    const auto bin = static_cast<std::size_t>(firstLate - m_bins.begin());
    const Sums before = added(m_constant, m_nowUpTo[bin]);
    if (bin == m_bins.size())
        return before;
    if (m_rule.isLate({slowdown * m_bins[bin].shortest}))
        return added(before, m_lateFrom[bin]);
    return added(added(before, sumsOf(bin, slowdown)), m_lateFrom[bin + 1]);
}

ServedCells SlowedUses::cells(double slowdown) const
{
    const Sums sums = at(slowdown);
    return {sums[Tp], sums[Fp], sums[Fn], sums[Tn], sums[Unserved]};
}

double SlowedUses::lateOrGone(double slowdown) const
{
    const Sums sums = at(slowdown);
    return sums.back() / std::accumulate(sums.begin(), sums.end() - 1, 0.0);
}

} // namespace oneinn
