// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentdifferences.h"

#include "core/eigenindex.h"
#include "core/segments/worthofparts.h"
#include "core/usesanswer.h"

#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// A segment's rows that take part, and what becomes of them before and after.
struct TwoEnds {
    std::vector<std::uint32_t> rows;
    std::vector<SummedEnd> before, after;
};

TwoEnds twoEnds(const SegmentIndex &index, std::size_t segment, Threshold before, Threshold after)
{
    TwoEnds ends;
    for (const std::uint32_t row : index.rowsOf(segment)) {
        const double score = index.scoreOf(row);
        const auto was = index.ends().endIf(row, score >= before.value);
        const auto is = index.ends().endIf(row, score >= after.value);
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

SegmentDifferences differencesOf(const SegmentIndex &index, const SegmentsQuestion &question,
                                 std::size_t segment, Threshold own, const RowClusters &clusters)
{
    TwoEnds ends = twoEnds(index, segment, question.threshold, own);
    if (ends.rows.empty())
        return {};
    const Waterfall uses = index.waterfall(segment, question.threshold);
    const ClassFactors factors = restatement(uses, question.baseRate);
    const WorthOfParts worth(question.values);
    const ComparedUses after = comparedUses(std::move(ends.after), worth, factors);
    const ComparedUses before = comparedUses(std::move(ends.before), worth, factors);
    if (!(after.uses.weight().sum() > 0.0))
        return {};
    const PairedClusters units = clustersOf(clusters, ends.rows);
    const ShareDifferences differences(after, before, units, true);
    const Waterfall nothing = index.waterfall(segment, Threshold::alertOnNothing());
    const double smallest =
            smallestValue((before.uses.weight() * before.value).sum() / before.uses.weight().sum(),
                          valuePerUse(nothing.rebased(factors), question.values).value_or(0.0));
    return {.missed = differences.share(Share::Missed),
            .wrongOfShown = differences.share(Share::WrongOfShown),
            .valuePerUse = differences.valuePerUse(smallest)};
}

} // namespace

Result<std::vector<SegmentDifferences>> segmentDifferences(const SegmentIndex &index,
                                                           const SegmentsQuestion &question,
                                                           const std::vector<Threshold> &thresholds,
                                                           const JobControl &job)
{
    const RowClusters clusters = rowClusters(*index.slice().rows().all()->predictions());
    std::vector<SegmentDifferences> result(thresholds.size());
    for (std::size_t segment = 0; segment < thresholds.size(); ++segment) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (thresholds[segment] != question.threshold)
            result[segment] =
                    differencesOf(index, question, segment, thresholds[segment], clusters);
        job.report(static_cast<double>(segment + 1) / static_cast<double>(thresholds.size()));
    }
    return result;
}

} // namespace oneinn
