// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/scoreorder.h"

#include "core/parallel.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

/// Counts the cuts that share out a mass equally, as they are passed.
class MassCuts {
public:
    MassCuts(std::size_t mass, std::size_t parts)
        : m_mass(mass)
        , m_parts(parts)
    {
        advance();
    }
    /// How many cuts lie between the mass told before (0 at first) and this one.
    std::size_t passed(std::size_t mass)
    {
        std::size_t cuts = 0;
        for (; mass >= m_next; ++cuts)
            advance();
        return cuts;
    }

private:
    void advance()
    {
        ++m_part;
        m_next = m_part > m_parts || m_mass == 0 ? std::numeric_limits<std::size_t>::max()
                                                 : (m_part * m_mass + m_parts - 1) / m_parts;
    }

    std::size_t m_mass;
    std::size_t m_parts;
    std::size_t m_part = 0;
    std::size_t m_next = 0;
};

} // namespace

ScoreOrder::ScoreOrder(PredictionsPtr predictions, SortedRows sorted,
                       const std::vector<std::int32_t> &keyOfRow, const Strata &strata,
                       std::size_t mostBins, unsigned threads)
    : m_predictions(std::move(predictions))
    , m_row(std::move(sorted.row))
    , m_flags(std::move(sorted.firstOfTie))
{
    assert(!m_row.empty() && m_row.size() <= mostRows && mostBins >= 2);
    fill(keyOfRow, strata, threads);
    cut(mostBins);
}

void ScoreOrder::fill(const std::vector<std::int32_t> &keyOfRow, const Strata &strata,
                      unsigned threads)
{
    const auto &weight = m_predictions->weight();
    m_latencyKey.resize(size());
    m_weight.resize(weight ? size() : 0);
    inParts(size(), threadsFor(size(), threads), [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const std::uint32_t row = m_row[i];
            m_latencyKey[i] = keyOfRow[row];
            m_flags[i] = m_flags[i] != 0 ? tieMask : 0;
            if (!strata.ofRow.empty())
                m_flags[i] |= strata.ofRow[row];
            if (weight)
                m_weight[i] = (*weight)[row];
        }
    });
}

void ScoreOrder::cut(std::size_t mostBins)
{
    const auto distinct = static_cast<std::size_t>(std::count_if(
            m_flags.begin(), m_flags.end(), [](std::uint8_t f) { return (f & tieMask) != 0; }));
    if (distinct <= mostBins) {
        for (std::size_t i = 0; i < size(); ++i) {
            if (firstOfTie(i))
                m_binBegin.push_back(static_cast<std::uint32_t>(i));
        }
    } else {
        cutIntoMasses(mostBins);
    }
    m_binBegin.push_back(static_cast<std::uint32_t>(size()));
    for (std::size_t bin = 0; bin + 1 < m_binBegin.size(); ++bin)
        m_binLow.push_back(score(m_binBegin[bin + 1] - 1));
    assert(bins() <= mostBins);
    assert(std::adjacent_find(m_binLow.begin(), m_binLow.end(), std::less_equal<>())
           == m_binLow.end());
}

/// Half of the cuts share out the rows, half the positives. A cut falls on the end of a tie group;
/// a group that swallows more than one cut gets its spare one in front, so that it is on its own.
// One walk over tie groups; its parts make no sense alone.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
void ScoreOrder::cutIntoMasses(std::size_t mostBins)
{
    const std::size_t share = mostBins / 2;
    std::size_t positives = 0;
    for (std::size_t i = 0; i < size(); ++i)
        positives += positive(i) ? 1 : 0;

    MassCuts byRows(size(), share);
    MassCuts byPositives(positives, share);
    std::size_t seen = 0;
    m_binBegin.push_back(0);
    const auto cutAt = [this](std::size_t i) {
        if (m_binBegin.back() != i && i < size())
            m_binBegin.push_back(static_cast<std::uint32_t>(i));
    };
    for (std::size_t begin = 0; begin < size();) {
        std::size_t end = begin;
        do
            seen += positive(end) ? 1 : 0;
        while (++end < size() && !firstOfTie(end));
        const std::size_t cuts = byRows.passed(end) + byPositives.passed(seen);
        if (cuts > 1)
            cutAt(begin);
        if (cuts > 0)
            cutAt(end);
        begin = end;
    }
}

std::size_t ScoreOrder::binsAtLeast(double threshold) const
{
    const auto end = std::partition_point(m_binLow.begin(), m_binLow.end(),
                                          [=](double low) { return low >= threshold; });
    return static_cast<std::size_t>(end - m_binLow.begin());
}

std::size_t ScoreOrder::firstBelow(double threshold) const
{
    const std::size_t bin = binsAtLeast(threshold);
    if (bin == bins())
        return size();
    const auto begin = m_row.begin() + m_binBegin[bin];
    const auto end = m_row.begin() + m_binBegin[bin + 1];
    const Eigen::ArrayXd &scores = m_predictions->score();
    const auto found = std::partition_point(
            begin, end, [&](std::uint32_t row) { return scores[row] >= threshold; });
    return static_cast<std::size_t>(found - m_row.begin());
}

std::size_t ScoreOrder::firstNotAbove(double score) const
{
    const Eigen::ArrayXd &scores = m_predictions->score();
    const auto found = std::partition_point(m_row.begin(), m_row.end(),
                                            [&](std::uint32_t row) { return scores[row] > score; });
    return static_cast<std::size_t>(found - m_row.begin());
}

std::size_t ScoreOrder::binOf(std::size_t position) const
{
    assert(position < size());
    const auto after = std::upper_bound(m_binBegin.begin(), m_binBegin.end(), position);
    return static_cast<std::size_t>(after - m_binBegin.begin()) - 1;
}

std::size_t ScoreOrder::bytes() const
{
    return m_row.capacity() * sizeof(m_row[0]) + m_flags.capacity() * sizeof(m_flags[0])
            + m_latencyKey.capacity() * sizeof(m_latencyKey[0])
            + m_weight.capacity() * sizeof(double);
}

} // namespace oneinn
