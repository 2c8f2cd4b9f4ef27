// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"
#include "core/periods/scoretable.h"

#include <vector>

/// How far scores and labels of two periods are apart, and which single change of them matters.
namespace oneinn {

inline constexpr double stablePsi = 0.1; ///< below it nothing is said to have moved

/// How many uses tell as much as one that is nobody else's: of the labels, or of what is shown,
/// whichever is more; at least 1.
double designEffect(const PeriodUses &period);

/// Scores and labels of two periods, whole and in parts.
class ScoreComparison {
public:
    ScoreComparison(const PeriodUses &before, const PeriodUses &after, Threshold threshold)
        : m_before(before)
        , m_after(after)
        , m_bins(scoreBins(before, after, threshold.value))
        , m_designBefore(designEffect(before))
        , m_designAfter(designEffect(after))
    {
    }

    ScoreTable before(const UseFilter &takes = {}) const
    {
        ScoreTable table = scoreTable(m_before, m_bins, m_designBefore, takes);
        table.col(1) *= m_good;
        return table;
    }
    /// The earlier period as it would have been with the later one's share of good ones.
    void restate()
    {
        const ScoreTable then = before();
        const ScoreTable now = after();
        m_good *= now.col(1).sum() / now.col(0).sum() * then.col(0).sum() / then.col(1).sum();
    }
    /// Of any uses, in these bins; each counts as much as its weight says.
    ScoreTable tableOf(const PeriodUses &period) const { return scoreTable(period, m_bins, 1.0); }
    double timesGood() const { return m_good; }
    ScoreTable after(const UseFilter &takes = {}) const
    {
        return scoreTable(m_after, m_bins, m_designAfter, takes);
    }
    DesignEffects design() const { return {.before = m_designBefore, .after = m_designAfter}; }

private:
    const PeriodUses &m_before;
    const PeriodUses &m_after;
    std::vector<double> m_bins;
    double m_designBefore, m_designAfter;
    double m_good = 1.0; ///< times as many good ones before
};

/// What each single change would look like, were it the only one.
struct ScoreMoves {
    ScoreChange change;
    DropFinding baseRate{.cause = DropCause::BaseRate, .column = "label"};
    DropFinding mix{.cause = DropCause::ScoreMix, .column = "score"};
    DropFinding meaning{.cause = DropCause::Meaning, .column = "score"};
};

ScoreMoves movedOf(const ScoreTable &then, const ScoreTable &now);

} // namespace oneinn
