// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/sortedrows.h"
#include "core/index/strata.h"
#include "core/predictions/predictions.h"

#include <cstdint>
#include <vector>

namespace oneinn {

/// Rows from the highest score down, and cut into bins. Position 0 is the highest; rows of equal
/// score are neighbours, in the order of the file, and always in the same bin.
/// Holds 9 bytes per row, and 8 more for weights: kept in this order, so that a bin is read from
/// start to end.
class ScoreOrder {
public:
    static constexpr std::size_t mostRows = (std::size_t{1} << 30U) - 2;
    /// Rank of a row whose latency is not known: after every rank there can be.
    static constexpr std::uint32_t unknownRank = mostRows;

    ScoreOrder() = default;
    /// keyOfRow: latencyKey() of every row of the predictions. At most `mostBins` bins are made
    /// (asserted >= 2).
    ScoreOrder(PredictionsPtr predictions, SortedRows sorted,
               const std::vector<std::int32_t> &keyOfRow, const Strata &strata,
               std::size_t mostBins, unsigned threads);

    std::size_t size() const { return m_row.size(); }
    bool weighted() const { return m_predictions->weight().has_value(); }
    double score(std::size_t position) const { return m_predictions->score()[m_row[position]]; }
    /// Of the predictions.
    std::uint32_t row(std::size_t position) const { return m_row[position]; }
    bool positive(std::size_t position) const { return (m_latencyKey[position] & 1) != 0; }
    std::uint8_t stratum(std::size_t position) const { return m_flags[position] & stratumMask; }
    bool firstOfTie(std::size_t position) const { return (m_flags[position] & tieMask) != 0; }
    std::uint32_t rank(std::size_t position) const
    {
        return static_cast<std::uint32_t>(m_latencyKey[position]) >> 1U;
    }

    /// Twice the rank by latency, plus 1 for a positive: both in one comparison.
    static std::int32_t latencyKey(std::uint32_t rank, bool positive)
    {
        return static_cast<std::int32_t>(rank << 1U | (positive ? 1U : 0U));
    }
    const std::int32_t *latencyKeys() const { return m_latencyKey.data(); }
    /// Null where every row weighs 1.
    const double *weights() const { return m_weight.empty() ? nullptr : m_weight.data(); }

    std::size_t bins() const { return m_binLow.size(); }
    std::size_t binBegin(std::size_t bin) const { return m_binBegin[bin]; }
    std::size_t binEnd(std::size_t bin) const { return m_binBegin[bin + 1]; }
    double binLow(std::size_t bin) const { return m_binLow[bin]; } ///< lowest score in it
    bool oneScore(std::size_t bin) const { return score(binBegin(bin)) == binLow(bin); }

    /// How many bins lie at or above a threshold as a whole.
    std::size_t binsAtLeast(double threshold) const;
    /// Position of the first row whose score is below a threshold; size() if there is none.
    std::size_t firstBelow(double threshold) const;
    /// Position of the first row whose score is not above; size() if there is none.
    std::size_t firstNotAbove(double score) const;
    std::size_t binOf(std::size_t position) const;

    std::size_t bytes() const;

private:
    static constexpr std::uint8_t tieMask = 0x80;
    static constexpr std::uint8_t stratumMask = 0x0f;
    static_assert(mostStrata <= stratumMask + 1);

    void fill(const std::vector<std::int32_t> &keyOfRow, const Strata &strata, unsigned threads);
    void cut(std::size_t mostBins);
    void cutIntoMasses(std::size_t mostBins);

    PredictionsPtr m_predictions;
    std::vector<std::uint32_t> m_row;
    std::vector<std::uint8_t> m_flags; ///< stratum and firstOfTie
    std::vector<std::int32_t> m_latencyKey;
    std::vector<double> m_weight;
    std::vector<std::uint32_t> m_binBegin; ///< one more than there are bins
    std::vector<double> m_binLow;
};

} // namespace oneinn
