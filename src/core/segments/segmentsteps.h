// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// By what segments get thresholds.
enum class SegmentRule : std::uint8_t {
    OneThreshold,
    EqualRecall,       ///< the highest that shows so many of the good ones
    EqualFalseAlarms,  ///< the lowest that shows no more of the bad ones
    EqualWrongOfShown, ///< the lowest with no more wrong ones of those shown
    MostValue,         ///< in each
};

/// What showing one row besides changes, and what the row is.
struct SegmentStep {
    double gain = 0.0;   ///< worth, weighted
    double right = 0.0;  ///< right ones shown
    double wrong = 0.0;  ///< wrong ones
    double weight = 0.0; ///< of the use
    bool good = false;
    bool last = false; ///< of its score: a threshold may lie behind it
};

/// Sums of a segment's steps at each threshold there may be: first, where nothing is shown, then
/// down the scores.
struct SegmentVertices {
    std::vector<double> gain{0.0};
    std::vector<double> right{0.0};
    std::vector<double> wrong{0.0};
    double good = 0.0; ///< weight of all
    double bad = 0.0;

    std::size_t size() const { return gain.size(); }
};

/// times: how often each step counts; of its place.
template<typename Times>
SegmentVertices verticesOf(const std::vector<SegmentStep> &steps, const Times &times)
{
    SegmentVertices vertices;
    double gain = 0.0;
    double right = 0.0;
    double wrong = 0.0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const SegmentStep &step = steps[i];
        const double often = times(i);
        gain += often * step.gain;
        right += often * step.right;
        wrong += often * step.wrong;
        (step.good ? vertices.good : vertices.bad) += often * step.weight;
        if (!step.last)
            continue;
        vertices.gain.push_back(gain);
        vertices.right.push_back(right);
        vertices.wrong.push_back(wrong);
    }
    return vertices;
}

/// The vertex that a rule takes; of a rule that makes something equal at this level. Not of
/// OneThreshold (asserted).
std::size_t vertexFor(const SegmentVertices &vertices, SegmentRule rule, double level);
/// The same for all levels 0, 1/levelSteps, ... 1.
inline constexpr std::size_t levelSteps = 200;
std::vector<std::size_t> verticesByLevel(const SegmentVertices &vertices, SegmentRule rule);

} // namespace oneinn
