// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/waterfallsums.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/rowends.h"
#include "core/units.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace oneinn {

/// How the uses are divided.
struct SegmentsBy {
    std::vector<std::string> columns; ///< one, or two crossed; of Predictions::segments()

    friend bool operator==(const SegmentsBy &, const SegmentsBy &) = default;
};

/// The rows of a scenario by segment, each segment's from its highest score down, with sums at
/// every few hundred: what becomes of a segment's uses at a threshold is a sum and a look at one
/// stretch of it, whatever the number of rows. Immutable.
class SegmentIndex {
public:
    using Ptr = std::shared_ptr<const SegmentIndex>;
    /// Rarer ones are left out, and said to be.
    static constexpr std::size_t mostSegments = 1000;

    struct Segment {
        std::vector<std::string> values; ///< one for each column
        std::size_t rows = 0;            ///< calls that failed are among them
    };

    /// Of the rows that fit the question, at its budget. Problems: ColumnMissing, Cancelled.
    static Result<Ptr> build(const ScenarioRows &rows, const UsesQuestion &question,
                             const SegmentsBy &by, const JobControl &job = {});

    const SegmentsBy &by() const { return m_by; }
    const UsesQuestion &question() const { return m_question; }
    const std::vector<Segment> &segments() const { return m_segments; }
    std::size_t segmentsLeftOut() const { return m_leftOut; }
    std::size_t rowsLeftOut() const { return m_rowsLeftOut; }
    const UseSlice &slice() const { return *m_slice; }

    /// Every use of a segment by what becomes of it, as UseSlice::waterfall() counts them.
    Waterfall waterfall(std::size_t segment, Threshold threshold) const;
    /// A segment's rows of the predictions, from the highest score down.
    std::span<const std::uint32_t> rowsOf(std::size_t segment) const
    {
        return {m_rows.data() + m_begin[segment], m_begin[segment + 1] - m_begin[segment]};
    }
    double scoreOf(std::uint32_t row) const;
    /// What becomes of a row if it is shown, or is not.
    const RowEnds &ends() const { return *m_ends; }

private:
    /// So many rows are summed at once.
    static constexpr std::size_t stretch = 128;
    struct Sums {
        WaterfallSums shown;  ///< of all before the stretch
        WaterfallSums silent; ///< of the stretch and all after it
    };

    SegmentIndex() = default;
    void group(const std::vector<std::uint32_t> &segmentOfRow);
    void sumSegment(std::size_t segment);
    std::size_t stretchesOf(std::size_t segment) const
    {
        return m_firstSums[segment + 1] - m_firstSums[segment];
    }

    SegmentsBy m_by;
    UsesQuestion m_question;
    std::shared_ptr<const UseSlice> m_slice;
    std::shared_ptr<const RowEnds> m_ends;
    std::vector<Segment> m_segments; ///< in order of their values in the file
    std::size_t m_leftOut = 0;
    std::size_t m_rowsLeftOut = 0;
    std::vector<std::uint32_t> m_rows;      ///< one segment after the other
    std::vector<std::size_t> m_begin;       ///< by segment, and the end
    std::vector<std::size_t> m_answeredEnd; ///< by segment, behind its last row with a score
    std::vector<Sums> m_sums;               ///< at each stretch, and at the end of a segment's last
    std::vector<std::size_t> m_firstSums;   ///< by segment, and the end
};

} // namespace oneinn
