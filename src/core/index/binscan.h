// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/rowsums.h"
#include "core/predictions/budgetslice.h"

#include <algorithm>

namespace oneinn {

/// Where the operating points of some neighbouring thresholds lie: each catches at least tpLow and
/// at most tpHigh, and shows at least fpLow and at most fpHigh wrongly.
struct PointRange {
    double tpLow = 0.0;
    double fpLow = 0.0;
    double tpHigh = 0.0;
    double fpHigh = 0.0;
};

/// A bin is looked at in pieces of this many rows: a piece that cannot hold what is looked for is
/// summed, which is several times faster than visiting its points.
inline constexpr std::size_t rowsPerPiece = 128;

inline PointRange pointRange(const BudgetSlice &slice, std::size_t bin)
{
    const CumulativeBins &onTime = slice.onTime();
    return {onTime.weight(true, bin), onTime.weight(false, bin), onTime.weight(true, bin + 1),
            onTime.weight(false, bin + 1)};
}

/// Calls visit(position, tp, fp) for the operating points of a bin, one for each distinct score of
/// an on-time row, from the highest; `position` is that of a row with the score. Points are left
/// out where wanted(PointRange) denies the range they lie in, which may change from call to call.
template<typename Wanted, typename Visit>
// One pass with one state, where a call for each row would cost more than the row.
// NOLINTNEXTLINE(readability-function-cognitive-complexity)
void scanBin(const BudgetSlice &slice, std::size_t bin, const Wanted &wanted, const Visit &visit)
{
    const ScoreOrder &order = slice.order();
    const RankRange onTime = slice.onTimeRanks();
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    const PointRange all = pointRange(slice, bin);
    double tp = all.tpLow;
    double fp = all.fpLow;
    bool pending = false; // the tie group at hand has an on-time row and is not visited yet
    std::size_t last = 0; // where that row is
    const std::size_t binEnd = order.binEnd(bin);
    for (std::size_t begin = order.binBegin(bin); begin < binEnd; begin += rowsPerPiece) {
        const std::size_t end = std::min(begin + rowsPerPiece, binEnd);
        const ClassWeights sums = weightsBetween(order, onTime, begin, end);
        // Sums in another order may round differently: no point leaves the bin's own range, and the
        // last is its end.
        const bool lastPiece = end == binEnd;
        const double tpEnd = lastPiece ? all.tpHigh : std::min(all.tpHigh, tp + sums.positive);
        const double fpEnd = lastPiece ? all.fpHigh : std::min(all.fpHigh, fp + sums.negative);
        if ((!sums.any() && !pending) || !wanted(PointRange{tp, fp, tpEnd, fpEnd})) {
            // A group that goes on here has its point in this range, which is not wanted; one
            // without a row here keeps its point, but only while something is pending.
            pending = false;
            tp = tpEnd;
            fp = fpEnd;
            continue;
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (pending && order.firstOfTie(i)) {
                visit(last, tp, fp);
                pending = false;
            }
            if (key[i] >= onTime.end)
                continue;
            const double w = weight ? weight[i] : 1.0;
            if ((key[i] & 1) != 0)
                tp = std::min(tpEnd, tp + w);
            else
                fp = std::min(fpEnd, fp + w);
            pending = true;
            last = i;
        }
        tp = tpEnd;
        fp = fpEnd;
        if (pending && (lastPiece || order.firstOfTie(end))) {
            visit(last, tp, fp);
            pending = false;
        }
    }
}

} // namespace oneinn
