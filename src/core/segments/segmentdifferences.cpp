// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentdifferences.h"

#include "core/eigenindex.h"
#include "core/segments/worthofparts.h"
#include "core/usesanswer.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// A segment's rows that take part, and what becomes of them before and after.
struct TwoEnds {
    std::vector<std::uint32_t> rows;
    std::vector<SummedEnd> before, after;
};

TwoEnds twoEnds(const SegmentSide &before, const SegmentSide &after)
{
    TwoEnds ends;
    const auto endAt = [](const SegmentSide &side, std::uint32_t row) {
        return side.index.ends().endIf(row, side.index.scoreOf(row) >= side.threshold.value);
    };
    for (const std::uint32_t row : after.index.rowsOf(after.segment)) {
        const auto was = endAt(before, row);
        const auto is = endAt(after, row);
        if (!was || !is)
            continue;
        ends.rows.push_back(row);
        ends.before.push_back(*was);
        ends.after.push_back(*is);
    }
    return ends;
}

ComparedUses comparedUses(std::vector<SummedEnd> ends, const WorthOfParts &worth,
                          const ClassFactors &factors)
{
    Eigen::ArrayXd value(eigenIndex(ends.size()));
    for (std::size_t i = 0; i < ends.size(); ++i) {
        value[eigenIndex(i)] = worth.of(ends[i]);
        const bool good = ofGoodOnes.contains(ends[i].parts.ifThere);
        ends[i].weight *= good ? factors.positive : factors.negative;
    }
    return {UseColumns(ends), std::move(value)};
}

PairedUnits sameUnits(const DenseUnits &units)
{
    return {units.unit, units.unit, units.count};
}

PairedClusters clustersOf(const RowClusters &clusters, const std::vector<std::uint32_t> &rows)
{
    const CodeColumn users = codesOf(clusters.users, rows);
    const CodeColumn days = codesOf(clusters.days, rows);
    const bool hasUsers = users.size() > 0;
    const bool hasDays = days.size() > 0;
    if (hasUsers && hasDays)
        return {sameUnits(denseUnits(users)), sameUnits(denseUnits(days)),
                sameUnits(denseUnits(users, days))};
    if (hasUsers || hasDays)
        return {sameUnits(denseUnits(hasUsers ? users : days)), {}, {}};
    DenseUnits uses{std::vector<std::uint32_t>(rows.size()), rows.size()};
    std::iota(uses.unit.begin(), uses.unit.end(), 0U);
    return {sameUnits(uses), {}, {}};
}

/// What a value looks too good by because its threshold was chosen: of its own uses as of all.
Optimism chosenOptimism(const SegmentChange &change, double difference)
{
    if (change.value == 0.0)
        return {};
    return {std::max(0.0, change.optimism * difference / change.value), 0.0};
}

} // namespace

SegmentDifferences differencesBetween(const SegmentSide &before, const SegmentSide &after,
                                      const SegmentsQuestion &question, const RowClusters &clusters,
                                      const SegmentPolicy *chosen)
{
    TwoEnds ends = twoEnds(before, after);
    if (ends.rows.empty())
        return {};
    const Waterfall uses = before.index.waterfall(before.segment, before.threshold);
    const ClassFactors factors = restatement(uses, question.baseRate);
    const WorthOfParts worth(question.values);
    const ComparedUses is = comparedUses(std::move(ends.after), worth, factors);
    const ComparedUses was = comparedUses(std::move(ends.before), worth, factors);
    if (!(is.uses.weight().sum() > 0.0))
        return {};
    const PairedClusters units = clustersOf(clusters, ends.rows);
    const ShareDifferences differences(is, was, units, true);
    const Waterfall nothing = before.index.waterfall(before.segment, Threshold::alertOnNothing());
    const double smallest =
            smallestValue((was.uses.weight() * was.value).sum() / was.uses.weight().sum(),
                          valuePerUse(nothing.rebased(factors), question.values).value_or(0.0));
    SegmentDifferences told{.missed = differences.share(Share::Missed),
                            .wrongOfShown = differences.share(Share::WrongOfShown),
                            .late = differences.share(Share::Late),
                            .valuePerUse = differences.valuePerUse(smallest)};
    if (chosen && chosen->optimism) {
        const Optimism optimism =
                chosenOptimism(chosen->segments[after.segment], told.valuePerUse->difference);
        told.valuePerUse = differences.valuePerUse(smallest, optimism);
    }
    return told;
}

Result<std::vector<SegmentDifferences>> segmentDifferences(const SegmentIndex &index,
                                                           const SegmentsQuestion &question,
                                                           const std::vector<Threshold> &thresholds,
                                                           const SegmentPolicy *chosen,
                                                           const JobControl &job)
{
    const RowClusters clusters = rowClusters(*index.slice().rows().all()->predictions());
    std::vector<SegmentDifferences> result(thresholds.size());
    for (std::size_t segment = 0; segment < thresholds.size(); ++segment) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (thresholds[segment] != question.threshold)
            result[segment] = differencesBetween({index, segment, question.threshold},
                                                 {index, segment, thresholds[segment]}, question,
                                                 clusters, chosen);
        job.report(static_cast<double>(segment + 1) / static_cast<double>(thresholds.size()));
    }
    tellWhatHolds(result);
    return result;
}

} // namespace oneinn
