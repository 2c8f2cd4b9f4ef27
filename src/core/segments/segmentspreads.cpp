// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentspreads.h"

#include "core/eigenindex.h"
#include "core/segments/segmenttable.h"
#include "core/segments/worthofparts.h"
#include "core/usesanswer.h"

#include <algorithm>
#include <span>
#include <utility>

namespace oneinn {

namespace {

using SegmentRows = std::span<const std::uint32_t>;

/// One segment's rows that take part, and what becomes of them.
struct EndedRows {
    std::vector<std::uint32_t> rows;
    std::vector<SummedEnd> ends;
};

EndedRows endedRows(const SegmentIndex &index, std::size_t segment, Threshold threshold)
{
    EndedRows ended;
    for (const std::uint32_t row : index.rowsOf(segment)) {
        const auto end = index.ends().endIf(row, index.scoreOf(row) >= threshold.value);
        if (!end)
            continue;
        ended.rows.push_back(row);
        ended.ends.push_back(*end);
    }
    return ended;
}

std::optional<InfluenceSpread> valueSpread(const EndedRows &ended, const WorthOfParts &worth,
                                           const ClassFactors &factors, const CodeColumn &user,
                                           const CodeColumn &day)
{
    const auto size = eigenIndex(ended.ends.size());
    Eigen::ArrayXd weight(size);
    Eigen::ArrayXd value(size);
    for (Eigen::Index i = 0; i < size; ++i) {
        const SummedEnd &use = ended.ends[static_cast<std::size_t>(i)];
        const bool good = ofGoodOnes.contains(use.parts.ifThere);
        weight[i] = use.weight * (good ? factors.positive : factors.negative);
        value[i] = worth.of(use);
    }
    const double all = weight.sum();
    if (!(all > 0.0))
        return std::nullopt;
    const double mean = (weight * value).sum() / all;
    return influenceSpread(weight * (value - mean) / all, user, day);
}

/// Ids as they are in the file, or, where these are too many for each segment to have its own
/// table, those of the segment alone.
class SegmentUnits {
public:
    SegmentUnits(const std::optional<ClusterIds> &ids, SegmentRows rows, bool asInFile)
        : m_codes(codesOf(ids, {rows.begin(), rows.end()}))
    {
        if (!ids)
            return;
        if (asInFile) {
            m_end = ids->end();
            return;
        }
        const DenseUnits dense = denseUnits(m_codes);
        for (std::size_t i = 0; i < dense.unit.size(); ++i)
            m_codes[eigenIndex(i)] = dense.unit[i];
        m_end = dense.count;
    }
    const CodeColumn &codes() const { return m_codes; }
    const std::optional<std::size_t> &end() const { return m_end; }
    std::size_t of(std::size_t place) const { return m_end ? m_codes[eigenIndex(place)] : 0; }

private:
    CodeColumn m_codes;
    std::optional<std::size_t> m_end;
};

ClusterMomentsPtr momentsOf(const EndedRows &ended, const SegmentUnits &users,
                            const SegmentUnits &days, const Waterfall &uses,
                            const ClassFactors &factors)
{
    ClusterTallies tallies(users.end(), days.end(), ended.rows.size());
    for (std::size_t i = 0; i < ended.rows.size(); ++i) {
        UseEntries entries;
        const SummedEnd &use = ended.ends[i];
        addEnd(entries, use.parts, use.weight, use.staying);
        if (entries.begin() != entries.end())
            tallies.add(users.of(i), days.of(i), entries);
    }
    tallies.dropThoseAlone();
    if (!tallies.users() && !tallies.days())
        return nullptr;
    return std::make_shared<const ClusterMoments>(tallies, uses, OperatingCounts(), factors);
}

/// Of all uses, each segment's at its threshold; those of segments left out are not in it.
ClusterMomentsPtr momentsOfAll(const SegmentIndex &index, const SegmentsQuestion &question,
                               const std::vector<Threshold> &thresholds,
                               const RowClusters &clusters)
{
    EndedRows all;
    for (std::size_t segment = 0; segment < thresholds.size(); ++segment) {
        const EndedRows ended = endedRows(index, segment, thresholds[segment]);
        all.rows.insert(all.rows.end(), ended.rows.begin(), ended.rows.end());
        all.ends.insert(all.ends.end(), ended.ends.begin(), ended.ends.end());
    }
    const Waterfall uses = everyUse(index, question, thresholds);
    const SegmentUnits users(clusters.users, all.rows, true);
    const SegmentUnits days(clusters.days, all.rows, true);
    return momentsOf(all, users, days, uses, restatement(uses, question.baseRate));
}

/// Tables of all users for each segment are quick to fill up to here.
constexpr std::size_t mostCells = 10'000'000;

} // namespace

SegmentsQuestion segmentsQuestion(const Scenario &scenario, SegmentsBy by)
{
    return {scenario, std::move(by), scenario.threshold};
}

Result<SegmentSpreads> segmentSpreads(const SegmentIndex &index, const SegmentsQuestion &question,
                                      const std::vector<Threshold> &thresholds,
                                      const JobControl &job)
{
    const Predictions &predictions = *index.slice().rows().all()->predictions();
    const RowClusters clusters = rowClusters(predictions);
    const WorthOfParts worth(question.values);
    const std::size_t size = index.segments().size();
    const std::size_t users = clusters.users ? clusters.users->end() : 0;
    const bool asInFile = users * size <= mostCells;
    SegmentSpreads spreads;
    const bool one = std::ranges::all_of(
            thresholds, [&](Threshold each) { return each == question.threshold; });
    spreads.whole = one
            ? clusterMoments(index.slice(), {question, question.threshold, question.baseRate},
                             job.part(0.0, 0.1))
            : momentsOfAll(index, question, thresholds, clusters);
    for (std::size_t segment = 0; segment < size && !job.stopRequested(); ++segment) {
        const EndedRows ended = endedRows(index, segment, thresholds[segment]);
        const Waterfall uses = index.waterfall(segment, thresholds[segment]);
        const ClassFactors factors = restatement(uses, question.baseRate);
        const bool own = asInFile || ended.rows.size() > ClusterSums::mostUsesApart;
        const SegmentUnits user(clusters.users, ended.rows, own);
        const SegmentUnits day(clusters.days, ended.rows, true);
        spreads.moments.push_back(momentsOf(ended, user, day, uses, factors));
        spreads.value.push_back(valueSpread(ended, worth, factors, user.codes(), day.codes()));
        job.report(0.1 + 0.9 * static_cast<double>(segment + 1) / static_cast<double>(size));
    }
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return spreads;
}

} // namespace oneinn
