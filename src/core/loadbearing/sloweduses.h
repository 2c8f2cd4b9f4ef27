// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endrule.h"
#include "core/loadbearing/servedcells.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

namespace oneinn {

/// What many uses end in at any slowdown, where users wait as long as it takes: a use then ends as
/// it does now, or as one that is late. Summed once in bins of latency; of the one bin in which
/// some are late and some are not, every use is looked at, so that no answer is coarser. Refers to
/// the rows; of one thread.
class SlowedUses {
public:
    /// late: every use that takes any time at all is late; rule: which ones are. lateCounts: as
    /// lateOrGone() has it.
    SlowedUses(const PairedRows &rows, const UseOutcomes &now, const UseOutcomes &late,
               const EndRule &rule, bool lateCounts);

    ServedCells cells(double slowdown) const;
    /// Share of all uses.
    double lateOrGone(double slowdown) const;

private:
    /// Weights of the five cells, and of late uses.
    static constexpr std::size_t parts = 6;
    using Sums = std::array<double, parts>;
    /// Into which cell a use falls, and whether it counts as late.
    struct End {
        std::uint8_t cell = 0;
        bool counts = false;
    };
    struct Bin {
        double shortest = 0.0;
        double longest = 0.0;
        Sums now{}, late{};
    };
    /// Of one bin, in ascending order of latency.
    struct SortedUses {
        std::vector<double> latency;
        std::vector<Sums> sums; ///< as many in time as the place, the others late
    };
    /// Latencies that share their leading bits share a bin; whole numbers, rising with them.
    static std::size_t keyOf(double latency);
    static void add(Sums &sums, const End &end, double weight);

    void addUse(Eigen::Index use);
    bool isBinned(Eigen::Index use) const;
    const SortedUses &sorted(std::size_t bin) const;
    Sums sumsOf(std::size_t bin, double slowdown) const;
    Sums at(double slowdown) const;

    const PairedRows &m_rows;
    EndRule m_rule;
    std::vector<std::uint8_t> m_now, m_late; ///< by use, cell and whether it counts
    std::size_t m_firstKey = 0;
    std::vector<Bin> m_bins;
    Sums m_constant{};           ///< of uses that no slowdown changes
    std::vector<Sums> m_nowUpTo; ///< by bin, of all bins before it
    std::vector<Sums> m_lateFrom;
    mutable std::map<std::size_t, SortedUses> m_sorted; ///< of bins that were asked for
};

} // namespace oneinn
