// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/doubtsplot.h"

#include "core/assessment.h"

#include <algorithm>
#include <cstddef>

namespace oneinn {

QList<QPointF> valuePoints(const UseSlice &slice, const ValueQuestion &question,
                           const charts::AxisMapping &mapping, const std::vector<Threshold> &always,
                           int points)
{
    const ClassFactors factors = restatement(slice, question.baseRate);
    QList<QPointF> found;
    const auto add = [&](double axis, Threshold threshold) {
        const OperatingCounts ends = slice.ends(threshold).rebased(factors);
        if (const double all = ends.uses().weight; all > 0.0)
            found.append({axis, question.values.of(ends, LatePolicy::Unanswered) / all});
    };
    const double step = (mapping.high() - mapping.low()) / (points - 1);
    for (int i = 0; i < points - 1; ++i) {
        const double axis = mapping.low() + i * step;
        add(axis, {mapping.toScore(axis)});
    }
    // The right end is beyond the highest score.
    add(mapping.high(), Threshold::alertOnNothing());
    for (const Threshold threshold : always)
        add(mapping.toAxis(threshold.value), threshold);
    std::stable_sort(found.begin(), found.end(),
                     [](const QPointF &a, const QPointF &b) { return a.x() < b.x(); });
    return found;
}

std::vector<double> chosenShares(const std::vector<double> &thresholds,
                                 const charts::AxisMapping &mapping, int bars)
{
    if (thresholds.empty())
        return {};
    std::vector<double> shares(static_cast<std::size_t>(bars), 0.0);
    const double each = 1.0 / static_cast<double>(thresholds.size());
    const double width = (mapping.high() - mapping.low()) / bars;
    for (const double threshold : thresholds) {
        const double place = (mapping.toAxis(threshold) - mapping.low()) / width;
        shares[static_cast<std::size_t>(std::clamp(static_cast<int>(place), 0, bars - 1))] += each;
    }
    return shares;
}

} // namespace oneinn
