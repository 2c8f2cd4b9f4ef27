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

} // namespace

ClassWeights weightsBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    if (!weight)
        return countsBetween(key + begin, ranks, end - begin);
    double byLabel[2] = {0.0, 0.0};
    for (std::size_t i = begin; i < end; ++i) {
        const bool in = key[i] >= ranks.begin && key[i] < ranks.end;
        byLabel[key[i] & 1] += in ? weight[i] : 0.0;
    }
    return {byLabel[1], byLabel[0]};
}

ClassTallies talliesBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    if (!weight) {
        const ClassWeights c = countsBetween(key + begin, ranks, end - begin);
        return {{c.positive, c.positive, c.positive}, {c.negative, c.negative, c.negative}};
    }
    Tally byLabel[2];
    for (std::size_t i = begin; i < end; ++i) {
        if (key[i] >= ranks.begin && key[i] < ranks.end)
            byLabel[key[i] & 1] += {1.0, weight[i], weight[i] * weight[i]};
    }
    return {byLabel[1], byLabel[0]};
}

std::array<ClassWeights, mostStrata> strataBetween(const ScoreOrder &order, const RankRange &ranks,
                                                   std::size_t begin, std::size_t end)
{
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    std::array<ClassWeights, mostStrata> sums;
    if (weight) {
        for (std::size_t i = begin; i < end; ++i) {
            if (key[i] < ranks.begin || key[i] >= ranks.end)
                continue;
            ClassWeights &of = sums[order.stratum(i)];
            ((key[i] & 1) != 0 ? of.positive : of.negative) += weight[i];
        }
        return sums;
    }
    std::array<std::uint32_t, 2 * mostStrata> count{};
    for (std::size_t i = begin; i < end; ++i) {
        const bool in = key[i] >= ranks.begin && key[i] < ranks.end;
        count[2U * order.stratum(i) + (static_cast<std::uint32_t>(key[i]) & 1U)] += in ? 1 : 0;
    }
    for (std::size_t s = 0; s < mostStrata; ++s)
        sums[s] = {double(count[2 * s + 1]), double(count[2 * s])};
    return sums;
}

} // namespace oneinn
