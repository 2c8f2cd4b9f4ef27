// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

/// What the core computes, computed again the slow way: every threshold recounts every row,
/// straight from the definitions. Shares no code with the core and knows none of its types.
namespace testsupport::naive {

struct Row {
    bool positive = false;
    double score = 0.0;
    double weight = 1.0;
    bool late = false; ///< answered after the budget: never shown
};
using Rows = std::vector<Row>;

struct Counts {
    double tp = 0.0, fp = 0.0, fn = 0.0, tn = 0.0; ///< rows that are on time
    double latePositive = 0.0, lateNegative = 0.0;
    double latePositiveCaught = 0.0; ///< late positives at or above the threshold
};

inline Counts countsAt(const Rows &rows, double threshold)
{
    Counts c;
    for (const auto &row : rows) {
        const bool alert = row.score >= threshold;
        if (row.late && row.positive && alert)
            c.latePositiveCaught += row.weight;
        double &cell = row.late ? (row.positive ? c.latePositive : c.lateNegative)
                : row.positive  ? (alert ? c.tp : c.fn)
                                : (alert ? c.fp : c.tn);
        cell += row.weight;
    }
    return c;
}

/// Distinct scores that can be decided on (of rows with weight that are on time), descending.
inline std::vector<double> distinctScores(const Rows &rows)
{
    std::vector<double> scores;
    for (const auto &row : rows) {
        if (row.weight > 0.0 && !row.late
            && std::find(scores.begin(), scores.end(), row.score) == scores.end())
            scores.push_back(row.score);
    }
    std::sort(scores.begin(), scores.end(), std::greater<>());
    return scores;
}

/// The same, preceded by "alert on nothing".
inline std::vector<double> candidateThresholds(const Rows &rows)
{
    auto thresholds = distinctScores(rows);
    thresholds.insert(thresholds.begin(), std::numeric_limits<double>::infinity());
    return thresholds;
}

/// Where the decisions made at candidate `position` end, downwards: the next lower score.
inline double lowerEnd(const std::vector<double> &candidates, std::size_t position)
{
    return position + 1 < candidates.size() ? candidates[position + 1]
                                            : -std::numeric_limits<double>::infinity();
}

/// All weight of a class, late rows included.
inline double classWeight(const Rows &rows, bool positive)
{
    double sum = 0.0;
    for (const auto &row : rows)
        sum += row.positive == positive ? row.weight : 0.0;
    return sum;
}

inline std::optional<double> precisionAt(const Rows &rows, double threshold)
{
    const auto c = countsAt(rows, threshold);
    return c.tp + c.fp > 0.0 ? std::optional(c.tp / (c.tp + c.fp)) : std::nullopt;
}

/// A late positive is a miss.
inline std::optional<double> recallAt(const Rows &rows, double threshold)
{
    const double positives = classWeight(rows, true);
    return positives > 0.0 ? std::optional(countsAt(rows, threshold).tp / positives) : std::nullopt;
}

/// Mean over the positives of the precision where each of them is first shown; 0 for those that
/// never are.
inline std::optional<double> averagePrecision(const Rows &rows)
{
    const double positives = classWeight(rows, true);
    if (positives <= 0.0)
        return std::nullopt;
    double sum = 0.0;
    for (const auto &row : rows) {
        if (row.positive && !row.late && row.weight > 0.0)
            sum += row.weight * precisionAt(rows, row.score).value_or(0.0);
    }
    return sum / positives;
}

/// Probability that a positive ranks above a negative, ties half; late rows rank below all others.
inline std::optional<double> rocAuc(const Rows &rows)
{
    const double pairs = classWeight(rows, true) * classWeight(rows, false);
    if (pairs <= 0.0)
        return std::nullopt;
    const auto rank = [](const Row &row) {
        return row.late ? -std::numeric_limits<double>::infinity() : row.score;
    };
    double won = 0.0;
    for (const auto &a : rows) {
        for (const auto &b : rows) {
            if (!a.positive || b.positive)
                continue;
            const double share = rank(a) > rank(b) ? 1.0 : rank(a) == rank(b) ? 0.5 : 0.0;
            won += share * a.weight * b.weight;
        }
    }
    return won / pairs;
}

/// What an outcome is worth; costs are negative.
struct Values {
    double tp = 1.0, fp = -1.0, fn = -1.0, tn = 0.0;
};

/// Summed row by row; a late row shows nothing.
inline double valueAt(const Rows &rows, double threshold, const Values &values)
{
    double sum = 0.0;
    for (const auto &row : rows) {
        const bool shown = !row.late && row.score >= threshold;
        const double one =
                row.positive ? (shown ? values.tp : values.fn) : (shown ? values.fp : values.tn);
        sum += row.weight * one;
    }
    return sum;
}

} // namespace testsupport::naive
