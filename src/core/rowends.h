// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustersums.h"
#include "core/ends/endrule.h"
#include "core/ends/waterfallsums.h"
#include "core/policies/useslice.h"
#include "core/scenario.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// The ends of a slice's rows, one by one: what UseSlice::waterfall() counts, before it is summed.
/// Refers to the slice's rows.
class RowEnds {
public:
    /// The question must be that of the slice.
    RowEnds(const UseSlice &slice, const UsesQuestion &question, Threshold threshold);

    /// Empty for a row that takes no part: where a latency is asked for and not known.
    UseEntries of(std::uint32_t row) const;
    /// As if the model asked said so, whatever its score; absent for a row that takes no part.
    std::optional<SummedEnd> endIf(std::uint32_t row, bool shown) const;
    bool isShown(std::uint32_t row) const { return m_predictions.score()[row] >= m_threshold; }

private:
    struct RowEnd {
        SummedEnd use;
        UseDecision decision = UseDecision::NotShown;
    };
    std::optional<RowEnd> rowEnd(std::uint32_t row, bool shown) const;
    Answer answerOf(std::uint32_t row, bool shown) const;
    End endOf(std::uint32_t row, const Answer &own) const;
    double stayingFor(Milliseconds wait) const;

    const Predictions &m_predictions;
    EndRule m_rule;
    const PatienceCurve &m_patience;
    double m_threshold;
    bool m_timed;
    const PairedRows *m_paired = nullptr;
    double m_fallbackThreshold = 0.0;
    std::vector<std::int32_t> m_partner; ///< by row, place in m_paired; empty without a fallback
};

/// Adds what one use falls into; staying: the chance that its user is still there when it ends.
void addEnd(UseEntries &use, const EndParts &parts, double weight, double staying);

} // namespace oneinn
