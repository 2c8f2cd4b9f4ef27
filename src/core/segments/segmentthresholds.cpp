// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentthresholds.h"

#include "core/infinity.h"
#include "core/policies/ownthresholds.h"
#include "core/segments/shortestthreshold.h"
#include "core/usesanswer.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstdlib>

namespace oneinn {

namespace {

constexpr double gainPer = 1000.0; // uses

double valueOf(const Waterfall &uses, const OutcomeValues &values)
{
    return valuePerUse(uses, values).value_or(0.0) * uses.uses().weight;
}

/// Its rows with a score, from the highest down.
std::vector<double> scoresOf(const SegmentIndex &index, std::size_t segment)
{
    const Predictions &predictions = *index.slice().rows().all()->predictions();
    std::vector<double> scores;
    for (const std::uint32_t row : index.rowsOf(segment)) {
        if (!predictions.failed(row))
            scores.push_back(index.scoreOf(row));
    }
    return scores;
}

bool isScoredByBins(const SegmentIndex &index)
{
    return index.slice().rows().all()->predictions()->isScoredByBins();
}

/// One that a dial can move, and that can be told and typed again: the shortest that decides the
/// same among the segment's uses.
Threshold operated(const SegmentIndex &index, std::size_t segment, Threshold threshold)
{
    const std::vector<double> falling = scoresOf(index, segment);
    if (falling.empty())
        return {std::isfinite(threshold.value) ? threshold.value : 0.0};
    const auto silent = std::find_if(falling.begin(), falling.end(),
                                     [&](double score) { return score < threshold.value; });
    if (silent == falling.begin())
        return shortestAbove(falling.front());
    const double below = silent == falling.end() ? -infinity : *silent;
    return shortestThreshold({below, *(silent - 1), isScoredByBins(index)});
}

Threshold stepUp(const std::vector<double> &falling, Threshold from)
{
    // The lowest that is shown now is no longer: those above it are.
    const auto silent = std::find_if(falling.begin(), falling.end(),
                                     [from](double score) { return score < from.value; });
    if (silent == falling.begin())
        return from;
    const double lowest = *(silent - 1);
    const auto same = std::find(falling.begin(), silent, lowest);
    return same == falling.begin() ? shortestAbove(lowest) : Threshold{*(same - 1)};
}

Threshold stepDown(const std::vector<double> &falling, Threshold from)
{
    const auto silent = std::find_if(falling.begin(), falling.end(),
                                     [from](double score) { return score < from.value; });
    return silent == falling.end() ? from : Threshold{*silent};
}

} // namespace

std::optional<ThresholdsBySegment> takeOwnThresholds(SegmentsQuestion &question,
                                                     const SegmentsBy &by)
{
    const auto *own = thresholdsBySegment(question.combination);
    if (!own || std::ranges::find(by.columns, own->column) == by.columns.end())
        return std::nullopt;
    ThresholdsBySegment now{own->column, question.threshold,
                            thresholdsNow(*own, question.threshold), own->scale};
    question.combination.reset();
    return now;
}

std::vector<Threshold> segmentThresholds(const SegmentIndex &index,
                                         const ThresholdsBySegment *thresholds, Threshold dial)
{
    std::vector<Threshold> result(index.segments().size(), dial);
    if (!thresholds)
        return result;
    const auto &columns = index.by().columns;
    const auto column = std::ranges::find(columns, thresholds->column);
    assert(column != columns.end());
    const auto place = static_cast<std::size_t>(column - columns.begin());
    for (const ThresholdsBySegment::Own &own : thresholdsNow(*thresholds, dial)) {
        for (std::size_t i = 0; i < result.size(); ++i) {
            if (index.segments()[i].values[place] == own.value)
                result[i] = own.threshold;
        }
    }
    return result;
}

std::optional<Combination> takenOver(const SegmentIndex &index,
                                     const std::vector<Threshold> &thresholds, Threshold dial)
{
    if (index.by().columns.size() != 1 || !std::isfinite(dial.value))
        return std::nullopt;
    ThresholdsBySegment own{index.by().columns.front(), dial, {}};
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        if (thresholds[i] != dial)
            own.values.push_back(
                    {index.segments()[i].values.front(), operated(index, i, thresholds[i])});
    }
    if (own.values.empty())
        return std::nullopt;
    return own;
}

SegmentPolicy changesFromOne(const SegmentIndex &index, const SegmentsQuestion &question,
                             const std::vector<Threshold> &thresholds)
{
    const Waterfall whole = index.slice().waterfall(question.threshold);
    const ClassFactors factors = restatement(whole, question.baseRate);
    const double all = whole.rebased(factors).uses().weight;
    SegmentPolicy policy;
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
        SegmentChange change{.threshold = thresholds[i]};
        change.own = thresholds[i] != question.threshold;
        if (change.own && all > 0.0) {
            const Waterfall one = index.waterfall(i, question.threshold).rebased(factors);
            const Waterfall own = index.waterfall(i, thresholds[i]).rebased(factors);
            const auto more = [&](UsePart part) {
                return gainPer * (own[part].weight - one[part].weight) / all;
            };
            change.value =
                    gainPer * (valueOf(own, question.values) - valueOf(one, question.values)) / all;
            change.wrongShown = more(UsePart::WrongShown);
            change.missed = -more(UsePart::RightShown);
        }
        policy.value += change.value;
        policy.segments.push_back(change);
    }
    return policy;
}

SegmentTable tableWithGains(const SegmentIndex &index, const SegmentsQuestion &question,
                            const SegmentSpreads *spreads, const std::vector<Threshold> &thresholds)
{
    SegmentTable table = segmentTable(index, question, spreads, thresholds);
    const SegmentPolicy changes = changesFromOne(index, question, thresholds);
    const bool any = std::ranges::any_of(changes.segments, &SegmentChange::own);
    if (!any)
        return table;
    table.gain = changes.value;
    table.threshold = question.threshold;
    table.before = everyoneAt(index, question);
    for (SegmentRow &row : table.rows) {
        if (!changes.segments[row.segment].own)
            continue;
        row.gain = changes.segments[row.segment].value;
        row.before = segmentAt(index, question, row.segment, question.threshold);
    }
    return table;
}

Threshold steppedThreshold(const SegmentIndex &index, std::size_t segment, Threshold from,
                           int steps)
{
    const std::vector<double> falling = scoresOf(index, segment);
    for (int i = 0; i < std::abs(steps); ++i)
        from = steps > 0 ? stepUp(falling, from) : stepDown(falling, from);
    return from;
}

Threshold nearestThreshold(const SegmentIndex &index, std::size_t segment, double score)
{
    const std::vector<double> falling = scoresOf(index, segment);
    if (falling.empty())
        return {std::isfinite(score) ? score : 0.0};
    if (score > falling.front())
        return shortestAbove(falling.front());
    const auto below = std::find_if(falling.begin(), falling.end(),
                                    [score](double each) { return each < score; });
    if (below == falling.begin())
        return {falling.front()};
    const double above = *(below - 1);
    return {below == falling.end() || above - score <= score - *below ? above : *below};
}

} // namespace oneinn
