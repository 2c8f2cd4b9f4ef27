// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/rowsums.h"

namespace oneinn {

namespace {

// Branchless and without calls, so that the compiler handles several rows at once.
ClassWeights countsBetween(const std::int32_t *key, const RankRange &ranks, std::size_t size)
{
    std::int32_t rows = 0;
    std::int32_t positives = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const std::int32_t in = -static_cast<std::int32_t>(key[i] >= ranks.begin)
                & -static_cast<std::int32_t>(key[i] < ranks.end);
        rows -= in;
        positives += in & key[i] & 1;
    }
    return {double(positives), double(rows - positives)};
}

constexpr std::size_t lanes = 4;

/// Sums of `of(weight)`. Several sums side by side, for the same reason; their order is fixed, so
/// that the same rows always round alike.
template<typename Of>
ClassWeights sumsBetween(const std::int32_t *key, const double *weight, const RankRange &ranks,
                         std::size_t size, const Of &of)
{
    double negative[lanes] = {};
    double positive[lanes] = {};
    const auto add = [&](std::size_t lane, std::size_t i) {
        const std::int32_t in = static_cast<std::int32_t>(key[i] >= ranks.begin)
                & static_cast<std::int32_t>(key[i] < ranks.end);
        const double value = of(weight[i]);
        negative[lane] += value * double(in & ~key[i]);
        positive[lane] += value * double(in & key[i]);
    };
    std::size_t i = 0;
    for (; i + lanes <= size; i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane)
            add(lane, i + lane);
    }
    for (; i < size; ++i)
        add(0, i);
    return {(positive[0] + positive[1]) + (positive[2] + positive[3]),
            (negative[0] + negative[1]) + (negative[2] + negative[3])};
}

double itself(double weight)
{
    return weight;
}

double squared(double weight)
{
    return weight * weight;
}

} // namespace

ClassWeights weightsBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    if (!weight)
        return countsBetween(key + begin, ranks, end - begin);
    return sumsBetween(key + begin, weight + begin, ranks, end - begin, itself);
}

ClassTallies talliesBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    const ClassWeights rows = countsBetween(key + begin, ranks, end - begin);
    if (!weight)
        return {{rows.positive, rows.positive, rows.positive},
                {rows.negative, rows.negative, rows.negative}};
    const auto sums = sumsBetween(key + begin, weight + begin, ranks, end - begin, itself);
    const auto squares = sumsBetween(key + begin, weight + begin, ranks, end - begin, squared);
    return {{rows.positive, sums.positive, squares.positive},
            {rows.negative, sums.negative, squares.negative}};
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
