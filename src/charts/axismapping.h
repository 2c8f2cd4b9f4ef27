// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/ticks.h"

#include <cstddef>
#include <span>
#include <vector>

namespace oneinn::charts {

/// How a quantity (a score, or a time in ms) is laid out along an axis, and back. A value: copy it
/// into the panel that draws. Axis coordinates always grow with the quantity and lie in
/// [low(), high()]; what lies beyond an end, infinity included, is put on that end.
/// toScore(toAxis(s)) == s within 1e-9 relative for s between the ends, except between two tied
/// groups on a Rank axis.
class AxisMapping {
public:
    enum class Kind {
        Score,   ///< as it is
        LogOdds, ///< ln(s / (1 - s)), so that 0.99 and 0.999 are apart; for scores in [0, 1]
        Rank,    ///< -log10 of the share of rows with score >= s: left all are shown, right few
        LogTime  ///< log10 of milliseconds
    };

    /// Scores as they are. An empty or reversed range is widened around its middle.
    static AxisMapping score(double low, double high);

    /// smallest and largest are the extreme scores strictly between 0 and 1. 0 and 1 themselves are
    /// on the ends, a little outside of these, and the ends map back to exactly 0 and 1.
    static AxisMapping logOdds(double smallest, double largest);
    /// The same from scores in descending order; scores outside (0, 1) are passed over.
    static AxisMapping logOdds(std::span<const double> descending);

    /// "Share shown": from the scores of all rows in descending order, ties repeated. The right end
    /// is where only smallestShare is shown, or the highest score's own share when that is more.
    /// At most `knots` distinct scores are kept, spread evenly along the axis; between them the
    /// mapping is linear. Infinite scores count as rows but get no place of their own.
    static AxisMapping rank(std::span<const double> descending, double smallestShare = 0.001,
                            std::size_t knots = 4096);

    /// Times in ms, 0 < lowMs < highMs.
    static AxisMapping logTime(double lowMs, double highMs);

    Kind kind() const { return m_kind; }
    double toAxis(double score) const;
    double toScore(double axis) const;
    double low() const { return m_low; }
    double high() const { return m_high; }

    /// Nice places with their labels, ascending, at most `atMost`: "0.9" "0.99" for log-odds,
    /// "10 %" "1 %" for rank, "300 ms" "1 s" for time.
    std::vector<Tick> ticks(int atMost, const QLocale &locale = {}) const;

private:
    struct Knot {
        double score;
        double axis;
    };

    AxisMapping(Kind kind, double low, double high)
        : m_kind(kind)
        , m_low(low)
        , m_high(high)
    {
    }
    double rankAxis(double score) const;
    double rankScore(double axis) const;

    Kind m_kind;
    double m_low;
    double m_high;
    std::vector<Knot> m_knots; ///< Rank only: strictly ascending in both, never empty
};

} // namespace oneinn::charts
