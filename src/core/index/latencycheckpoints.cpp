// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/latencycheckpoints.h"

#include "core/parallel.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

/// Rows are far apart in the weight column: ask for one this long before it is needed.
constexpr std::size_t prefetchDistance = 24;

std::size_t bytesPerCheckpoint(const CellShape &shape, bool weighted)
{
    if (!weighted)
        return shape.cells() * sizeof(int);
    const std::size_t byStratum = shape.strata() > 1 ? shape.groupCells() * sizeof(double) : 0;
    return byStratum + shape.sides() * (sizeof(int) + 2 * sizeof(double));
}

/// Turns counts between checkpoints into counts up to them, a range of columns for each thread.
template<typename T>
void cumulateColumns(Eigen::Array<T, Eigen::Dynamic, 1> &table, std::size_t checkpoints,
                     unsigned threads)
{
    const std::size_t width = static_cast<std::size_t>(table.size()) / (checkpoints + 1);
    inParts(width, threads, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t c = 1; c <= checkpoints; ++c) {
            const T *before = table.data() + (c - 1) * width;
            T *now = table.data() + c * width;
            for (std::size_t i = begin; i < end; ++i)
                now[i] += before[i];
        }
    });
}

template<typename T>
Eigen::Array<T, Eigen::Dynamic, 1> rowOf(const Eigen::Array<T, Eigen::Dynamic, 1> &table,
                                         std::size_t checkpoints, std::size_t c)
{
    const auto width = table.size() / static_cast<Eigen::Index>(checkpoints + 1);
    return table.segment(static_cast<Eigen::Index>(c) * width, width);
}

} // namespace

bool sumExactly(const double *weights, std::size_t size)
{
    constexpr int stored = std::numeric_limits<double>::digits - 1;
    constexpr std::uint64_t implicitOne = std::uint64_t{1} << unsigned{stored};
    int unit = std::numeric_limits<int>::max(); // exponent of the common power of two
    double sum = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(weights[i]);
        const auto exponent = static_cast<int>(bits >> unsigned{stored}); // positive: no sign
        if (exponent == 0)
            return false; // subnormal
        const std::uint64_t digits = (bits & (implicitOne - 1)) | implicitOne;
        unit = std::min(unit, exponent + std::countr_zero(digits));
        sum += weights[i];
        squares += weights[i] * weights[i];
    }
    if (size == 0)
        return true;
    unit -= std::numeric_limits<double>::max_exponent - 1 + stored;
    // One bit less than fits, against the rounding of the sums themselves.
    const double most = std::ldexp(1.0, stored);
    return std::ldexp(sum, -unit) < most && std::ldexp(squares, -2 * unit) < most;
}

LatencyCheckpoints::LatencyCheckpoints(const CellShape &shape, std::vector<std::uint16_t> cells,
                                       const Weights &weights, std::size_t spacing,
                                       std::size_t tableBytes, unsigned threads)
    : m_shape(shape)
    , m_cell(std::move(cells))
    , m_weights(weights)
{
    assert(spacing >= 1 && shape.cells() <= std::size_t{1} << 16U);
    const bool weighted = weights.weight != nullptr;
    const std::size_t most =
            std::max<std::size_t>(1, tableBytes / bytesPerCheckpoint(shape, weighted));
    m_spacing = std::max(spacing, m_cell.size() / most + 1);
    m_checkpoints = m_cell.size() / m_spacing;

    const auto sets = static_cast<Eigen::Index>(m_checkpoints + 1);
    const CellSums one = CellSums::zero(shape, weighted);
    m_table.rows.resize(sets * one.rows.size());
    m_table.weight.resize(sets * one.weight.size());
    m_table.squared.resize(sets * one.squared.size());
    m_table.stratumWeight.resize(sets * one.stratumWeight.size());
    countBetween(threadsFor(m_cell.size(), threads));
    cumulate(threadsFor(m_cell.size(), threads));
}

void LatencyCheckpoints::countBetween(unsigned threads)
{
    inParts(m_checkpoints + 1, threads, [&](unsigned, std::size_t begin, std::size_t end) {
        CellSums sums = CellSums::zero(m_shape, m_weights.weight != nullptr);
        for (std::size_t c = begin; c < end; ++c) {
            sums.setZero();
            if (c > 0)
                apply((c - 1) * m_spacing, c * m_spacing, 1, sums);
            const auto put = [c](const auto &set, auto &table) {
                table.segment(static_cast<Eigen::Index>(c) * set.size(), set.size()) = set;
            };
            put(sums.rows, m_table.rows);
            put(sums.weight, m_table.weight);
            put(sums.squared, m_table.squared);
            put(sums.stratumWeight, m_table.stratumWeight);
        }
    });
}

void LatencyCheckpoints::cumulate(unsigned threads)
{
    cumulateColumns(m_table.rows, m_checkpoints, threads);
    cumulateColumns(m_table.weight, m_checkpoints, threads);
    cumulateColumns(m_table.squared, m_checkpoints, threads);
    cumulateColumns(m_table.stratumWeight, m_checkpoints, threads);
}

void LatencyCheckpoints::apply(std::size_t begin, std::size_t end, int sign, CellSums &sums) const
{
    if (!m_weights.weight) {
        for (std::size_t rank = begin; rank < end; ++rank)
            sums.add(m_cell[rank], sign);
        return;
    }
    for (std::size_t rank = begin; rank < end; ++rank) {
        const std::size_t ahead = std::min(rank + prefetchDistance, m_cell.size() - 1);
        __builtin_prefetch(m_weights.weight + m_weights.row[ahead]);
        sums.add(m_shape, m_cell[rank], m_weights.weight[m_weights.row[rank]], sign);
    }
}

CellSums LatencyCheckpoints::before(std::size_t rank) const
{
    assert(rank <= m_cell.size());
    std::size_t nearest = std::min(rank / m_spacing, m_checkpoints);
    const bool upperIsNearer = nearest < m_checkpoints && rank % m_spacing > m_spacing / 2;
    if (upperIsNearer && m_weights.exactSums)
        ++nearest;
    CellSums sums{rowOf(m_table.rows, m_checkpoints, nearest),
                  rowOf(m_table.weight, m_checkpoints, nearest),
                  rowOf(m_table.squared, m_checkpoints, nearest),
                  rowOf(m_table.stratumWeight, m_checkpoints, nearest)};
    const std::size_t checkpoint = nearest * m_spacing;
    if (checkpoint <= rank)
        apply(checkpoint, rank, 1, sums);
    else
        apply(rank, checkpoint, -1, sums);
    return sums;
}

std::size_t LatencyCheckpoints::tableBytes() const
{
    return static_cast<std::size_t>(m_table.rows.size()) * sizeof(int)
            + static_cast<std::size_t>(m_table.weight.size() + m_table.squared.size()
                                       + m_table.stratumWeight.size())
            * sizeof(double);
}

} // namespace oneinn
