// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/setthresholds.h"

#include "core/segments/segmentthresholds.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

constexpr std::array rulesThatChoose{SegmentRule::MostValue, SegmentRule::EqualRecall,
                                     SegmentRule::EqualFalseAlarms, SegmentRule::EqualWrongOfShown};

/// Higher thresholds show a part of what lower ones show: as much is the same.
double shownRows(const SegmentIndex &index, std::size_t segment, Threshold threshold)
{
    const Waterfall ends = index.waterfall(segment, threshold);
    return ends[UsePart::WrongShown].rows + ends[UsePart::RightShown].rows;
}

bool decideAlike(const SegmentIndex &index, const std::vector<Threshold> &one,
                 const std::vector<Threshold> &other)
{
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (one[i] != other[i] && shownRows(index, i, one[i]) != shownRows(index, i, other[i]))
            return false;
    }
    return true;
}

/// More than of the best is expected of none.
void capBy(const SegmentPolicy &best, SegmentPolicy &byHand)
{
    byHand.optimism = 0.0;
    for (std::size_t i = 0; i < byHand.segments.size(); ++i) {
        SegmentChange &change = byHand.segments[i];
        const SegmentChange &most = best.segments[i];
        change.optimism = change.own
                ? std::max(0.0, change.value - std::max(0.0, most.value - most.optimism))
                : 0.0;
        *byHand.optimism += change.optimism;
    }
}

} // namespace

Result<SetThresholds> setThresholds(const SegmentIndex &index, const SegmentsQuestion &question,
                                    const std::vector<Threshold> &thresholds,
                                    const ResamplesOfSegments &resamples, const JobControl &job)
{
    SetThresholds set{.policy = changesFromOne(index, question, thresholds)};
    for (const SegmentRule rule : rulesThatChoose) {
        const auto found = segmentPolicy(index, question,
                                         {.rule = rule, .target = {}, .resamples = 0}, job.quiet());
        if (!found)
            return found.problem();
        if (decideAlike(index, found.value().thresholds(), thresholds)) {
            set.rule = rule;
            break;
        }
    }
    const auto chosen = segmentPolicy(index, question,
                                      {.rule = set.rule.value_or(SegmentRule::MostValue),
                                       .target = {},
                                       .resamples = resamples.count,
                                       .seed = resamples.seed},
                                      job);
    if (!chosen)
        return chosen.problem();
    if (!set.rule) {
        capBy(chosen.value(), set.policy);
        return set;
    }
    set.policy.optimism = chosen.value().optimism;
    set.policy.target = chosen.value().target;
    for (std::size_t i = 0; i < set.policy.segments.size(); ++i)
        set.policy.segments[i].optimism = chosen.value().segments[i].optimism;
    return set;
}

} // namespace oneinn
