// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/labels/labelnoise.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

/// Clipped to what a share can be, and told if it was.
double trueShare(double good, double of, const WrongLabels &wrong, bool &clipped)
{
    const double share =
            (good / of - wrong.badCalledGood) / (1.0 - wrong.goodCalledBad - wrong.badCalledGood);
    const double within = std::clamp(share, 0.0, 1.0);
    clipped = clipped || within != share;
    return within;
}

void widen(std::optional<Interval> &range, const std::optional<double> &share)
{
    if (!share)
        return;
    const double harm = 1.0 - *share;
    if (!range)
        range = Interval{harm, harm};
    range = Interval{std::min(range->low, harm), std::max(range->high, harm)};
}

} // namespace

std::optional<TruePoint> withoutWrongLabels(const ConfusionMatrix &labelled,
                                            const WrongLabels &wrong)
{
    if (wrong.goodCalledBad + wrong.badCalledGood >= 1.0)
        return std::nullopt;
    const double shown = labelled.tp() + labelled.fp();
    const double silent = labelled.fn() + labelled.tn();
    TruePoint point;
    double found = 0.0;
    double missed = 0.0;
    if (shown > 0.0) {
        point.precision = trueShare(labelled.tp(), shown, wrong, point.clipped);
        found = shown * *point.precision;
    }
    if (silent > 0.0)
        missed = silent * trueShare(labelled.fn(), silent, wrong, point.clipped);
    if (found + missed > 0.0)
        point.recall = found / (found + missed);
    return point;
}

std::optional<NoiseRange> noiseRange(const ConfusionMatrix &labelled, double wrongLabels)
{
    NoiseRange range{.wrongLabels = wrongLabels, .wrongOfShown = {}, .missed = {}};
    const std::array ways{WrongLabels{wrongLabels, 0.0}, WrongLabels{0.0, wrongLabels},
                          WrongLabels{wrongLabels, wrongLabels}};
    for (const WrongLabels &way : ways) {
        const auto point = withoutWrongLabels(labelled, way);
        if (!point)
            return std::nullopt;
        widen(range.wrongOfShown, point->precision);
        widen(range.missed, point->recall);
        range.clipped = range.clipped || point->clipped;
    }
    return range;
}

} // namespace oneinn
