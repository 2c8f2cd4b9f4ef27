// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/rowsums.h"

#include <cassert>
#include <cstring>

// What is inlined into a function takes over the instructions that the function may use.
#define ONEINN_INLINE [[gnu::always_inline]] inline
#if defined(__x86_64__)
#define ONEINN_AVX2 [[gnu::target("avx2")]]
#else
#define ONEINN_AVX2
#endif

namespace oneinn {

namespace {

struct Rows {
    const std::int32_t *key;
    const double *weight;
    std::size_t size;
};

// Branchless and without calls, so that the compiler handles several rows at once.
ONEINN_INLINE ClassWeights counts(const Rows &rows, const RankRange &ranks)
{
    std::int32_t found = 0;
    std::int32_t positives = 0;
    for (std::size_t i = 0; i < rows.size; ++i) {
        const std::int32_t key = rows.key[i];
        const std::int32_t in = -static_cast<std::int32_t>(key >= ranks.begin)
                & -static_cast<std::int32_t>(key < ranks.end);
        found -= in;
        positives += in & key & 1;
    }
    return {double(positives), double(found - positives)};
}

constexpr std::size_t lanes = 4;
using Keys [[gnu::vector_size(lanes * sizeof(std::int32_t))]] = std::int32_t;
using Masks [[gnu::vector_size(lanes * sizeof(std::int64_t))]] = std::int64_t;
using Weights [[gnu::vector_size(lanes * sizeof(double))]] = double;

/// Weights, or their squares, where the mask is set; +0 elsewhere.
struct Masked {
    bool squared;

    ONEINN_INLINE void addTo(Weights &sum, const Weights &weights, const Keys &mask) const
    {
        const Weights values = squared ? weights * weights : weights;
        sum += reinterpret_cast<Weights>(reinterpret_cast<Masks>(values)
                                         & __builtin_convertvector(mask, Masks));
    }
};

/// Several sums side by side: vectors on every processor, two of half the width where there are no
/// wide ones. Their order is fixed, so that the same rows always round alike.
class LaneSums {
public:
    ONEINN_INLINE LaneSums(const RankRange &ranks, bool squared)
        : m_begin{ranks.begin, ranks.begin, ranks.begin, ranks.begin}
        , m_end{ranks.end, ranks.end, ranks.end, ranks.end}
        , m_masked{squared}
    {
    }
    ONEINN_INLINE void add(const std::int32_t *key, const double *weight)
    {
        Keys pair;
        Weights weights;
        std::memcpy(&pair, key, sizeof pair);
        std::memcpy(&weights, weight, sizeof weights);
        const Keys one{1, 1, 1, 1};
        const Keys in = (pair >= m_begin) & (pair < m_end);
        const Keys isPositive = -(pair & one);
        m_masked.addTo(m_positive, weights, in & isPositive);
        m_masked.addTo(m_negative, weights, in & ~isPositive);
    }
    ONEINN_INLINE ClassWeights sums() const
    {
        return {(m_positive[0] + m_positive[1]) + (m_positive[2] + m_positive[3]),
                (m_negative[0] + m_negative[1]) + (m_negative[2] + m_negative[3])};
    }

private:
    Keys m_begin;
    Keys m_end;
    Masked m_masked;
    Weights m_negative{};
    Weights m_positive{};
};

ONEINN_INLINE ClassWeights sums(const Rows &rows, const RankRange &ranks, bool squared)
{
    LaneSums sums(ranks, squared);
    std::size_t i = 0;
    for (; i + lanes <= rows.size; i += lanes)
        sums.add(rows.key + i, rows.weight + i);
    if (i < rows.size) {
        std::int32_t key[lanes] = {ranks.end, ranks.end, ranks.end, ranks.end};
        double weight[lanes] = {};
        std::memcpy(key, rows.key + i, (rows.size - i) * sizeof *key);
        std::memcpy(weight, rows.weight + i, (rows.size - i) * sizeof *weight);
        sums.add(key, weight);
    }
    return sums.sums();
}

ONEINN_AVX2 ClassWeights countsAvx2(const Rows &rows, const RankRange &ranks)
{
    return counts(rows, ranks);
}

ONEINN_AVX2 ClassWeights sumsAvx2(const Rows &rows, const RankRange &ranks, bool squared)
{
    return squared ? sums(rows, ranks, true) : sums(rows, ranks, false);
}

ClassWeights countsBy(VectorPath path, const Rows &rows, const RankRange &ranks)
{
    return path == VectorPath::Avx2 ? countsAvx2(rows, ranks) : counts(rows, ranks);
}

ClassWeights sumsBy(VectorPath path, const Rows &rows, const RankRange &ranks, bool squared)
{
    if (path == VectorPath::Avx2)
        return sumsAvx2(rows, ranks, squared);
    return squared ? sums(rows, ranks, true) : sums(rows, ranks, false);
}

Rows rowsOf(const ScoreOrder &order, std::size_t begin, std::size_t end)
{
    const double *weight = order.weights();
    return {order.latencyKeys() + begin, weight ? weight + begin : nullptr, end - begin};
}

} // namespace

ClassWeights weightsBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end, VectorPath path)
{
    assert(isAvailable(path));
    const Rows rows = rowsOf(order, begin, end);
    return rows.weight ? sumsBy(path, rows, ranks, false) : countsBy(path, rows, ranks);
}

ClassTallies talliesBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end, VectorPath path)
{
    assert(isAvailable(path));
    const Rows rows = rowsOf(order, begin, end);
    const ClassWeights found = countsBy(path, rows, ranks);
    if (!rows.weight)
        return {{found.positive, found.positive, found.positive},
                {found.negative, found.negative, found.negative}};
    const ClassWeights weights = sumsBy(path, rows, ranks, false);
    const ClassWeights squares = sumsBy(path, rows, ranks, true);
    return {{found.positive, weights.positive, squares.positive},
            {found.negative, weights.negative, squares.negative}};
}

std::array<ClassWeights, mostStrata> strataBetween(const ScoreOrder &order, const RankRange &ranks,
                                                   std::size_t begin, std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    std::array<ClassWeights, mostStrata> sums;
    std::array<double, 2 * mostStrata> sum{};
    std::array<std::uint32_t, 2 * mostStrata> count{};
    for (std::size_t i = begin; i < end; ++i) {
        const bool in = key[i] >= ranks.begin && key[i] < ranks.end;
        const auto code = 2U * order.stratum(i) + (static_cast<std::uint32_t>(key[i]) & 1U);
        if (weight)
            sum[code] += in ? weight[i] : 0.0;
        else
            count[code] += in ? 1 : 0;
    }
    for (std::size_t s = 0; s < mostStrata; ++s)
        sums[s] = {sum[2 * s + 1] + count[2 * s + 1], sum[2 * s] + count[2 * s]};
    return sums;
}

} // namespace oneinn
