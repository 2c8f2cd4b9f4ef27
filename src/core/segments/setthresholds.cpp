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

/// Those that differ from the one for all; that one for all others.
std::vector<Threshold> ofThoseSet(const std::vector<Threshold> &found,
                                  const std::vector<Threshold> &set, Threshold one)
{
    std::vector<Threshold> some(set.size(), one);
    for (std::size_t i = 0; i < set.size(); ++i) {
        if (set[i] != one)
            some[i] = found[i];
    }
    return some;
}

/// Of the same thresholds.
void takeOptimism(const SegmentPolicy &rule, SegmentPolicy &set)
{
    set.optimism = rule.optimism;
    set.target = rule.target;
    for (std::size_t i = 0; i < set.segments.size(); ++i)
        set.segments[i].optimism = rule.segments[i].optimism;
}

/// The search's, by what each brings.
void takeSearchOptimism(const SegmentPolicy &search, SegmentPolicy &part)
{
    part.isPartOfSearch = true;
    part.optimism = search.optimism;
    double gained = 0.0;
    for (const SegmentChange &change : part.segments)
        gained += std::max(0.0, change.value);
    for (SegmentChange &change : part.segments)
        change.optimism = gained > 0.0
                ? search.optimism.value_or(0.0) * std::max(0.0, change.value) / gained
                : 0.0;
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
    std::optional<SegmentRule> partOf;
    for (const SegmentRule rule : rulesThatChoose) {
        const auto found = segmentPolicy(index, question,
                                         {.rule = rule, .target = {}, .resamples = 0}, job.quiet());
        if (!found)
            return found.problem();
        const std::vector<Threshold> all = found.value().thresholds();
        if (decideAlike(index, all, thresholds)) {
            set.rule = rule;
            break;
        }
        const auto some = ofThoseSet(all, thresholds, question.threshold);
        const bool isAnySet = std::ranges::any_of(
                thresholds, [&](Threshold each) { return each != question.threshold; });
        if (!partOf && isAnySet && decideAlike(index, some, thresholds))
            partOf = rule;
    }
    const SegmentRule searched = set.rule ? *set.rule : partOf.value_or(SegmentRule::MostValue);
    const auto chosen = segmentPolicy(
            index, question,
            {.rule = searched, .target = {}, .resamples = resamples.count, .seed = resamples.seed},
            job);
    if (!chosen)
        return chosen.problem();
    if (set.rule)
        takeOptimism(chosen.value(), set.policy);
    else if (partOf)
        takeSearchOptimism(chosen.value(), set.policy);
    else
        capBy(chosen.value(), set.policy);
    return set;
}

} // namespace oneinn
