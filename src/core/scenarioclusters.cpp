// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scenarioclusters.h"

#include "core/assessment.h"
#include "core/parallel.h"
#include "core/policies/scenariorows.h"
#include "core/rowends.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <span>
#include <vector>

namespace oneinn {

namespace {

constexpr unsigned passThreads = 2;
constexpr std::size_t rowsBetweenLooks = 65536;

std::size_t idOf(const std::optional<ClusterIds> &ids, std::uint32_t row)
{
    return ids ? ids->of(static_cast<Eigen::Index>(row)) : 0;
}

constexpr std::size_t rowsAtOnce = 64;

/// At most rowsAtOnce: what they add up to is fetched while their ends are worked out.
void addRows(ClusterTallies &sums, const RowEnds &ends, const RowClusters &clusters,
             std::span<const std::uint32_t> rows)
{
    struct Place {
        std::size_t user = 0;
        std::size_t day = 0;
        UseEntries use;
    };
    std::array<Place, rowsAtOnce> places;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        places[i].user = idOf(clusters.users, rows[i]);
        places[i].day = idOf(clusters.days, rows[i]);
        sums.prefetch(places[i].user, places[i].day);
        places[i].use = ends.of(rows[i]);
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Place &place = places[i];
        if (place.use.begin() != place.use.end())
            sums.add(place.user, place.day, place.use);
    }
}

/// At most rowsAtOnce uses, fetched ahead as above.
void addUses(ClusterTallies &sums, const PairedRows &rows, const UseColumns &uses,
             std::size_t begin, std::size_t end)
{
    const auto idIn = [](const CodeColumn &codes, std::size_t use) -> std::size_t {
        return codes.size() > 0 ? codes[static_cast<Eigen::Index>(use)] : 0;
    };
    for (std::size_t i = begin; i < end; ++i)
        sums.prefetch(idIn(rows.user, i), idIn(rows.day, i));
    for (std::size_t i = begin; i < end; ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        UseEntries entries;
        addEnd(entries, uses.parts(use), uses.weight()[use], uses.staying()[use]);
        if (entries.begin() != entries.end())
            sums.add(idIn(rows.user, i), idIn(rows.day, i), entries);
    }
}

ClusterTallies talliesFor(const RowClusters &clusters, std::size_t uses)
{
    const auto endOf = [](const std::optional<ClusterIds> &ids) {
        return ids ? std::optional(ids->end()) : std::nullopt;
    };
    return {endOf(clusters.users), endOf(clusters.days), uses};
}

/// Those of codes in use: one more than the largest.
std::optional<std::size_t> endOf(const CodeColumn &codes)
{
    return codes.size() > 0 ? std::optional<std::size_t>(std::size_t{codes.maxCoeff()} + 1)
                            : std::nullopt;
}

} // namespace

ClustersQuestion clustersQuestion(const Scenario &scenario)
{
    return {scenario, scenario.threshold, scenario.baseRate};
}

bool mayBeClustered(const ScenarioRows &rows)
{
    const RowClusters clusters = rowClusters(*rows.all()->predictions());
    return clusters.source() != ClusterSource::Rows;
}

ClusterMomentsPtr clusterMoments(const UseSlice &slice, const ClustersQuestion &question,
                                 const JobControl &job)
{
    assert(slice.rows().fit(question));
    const Predictions &predictions = *slice.rows().all()->predictions();
    const RowClusters clusters = rowClusters(predictions);
    if (clusters.source() == ClusterSource::Rows)
        return nullptr;
    const RowEnds ends(slice, question, question.threshold);
    const std::vector<std::uint32_t> rows = predictions.select(question.selection, Calls::All);
    const unsigned parts = threadsFor(rows.size(), passThreads);
    std::vector<ClusterTallies> tallies(parts, talliesFor(clusters, rows.size()));
    inParts(rows.size(), parts, [&](unsigned part, std::size_t begin, std::size_t end) {
        ClusterTallies &sums = tallies[part];
        for (std::size_t i = begin; i < end; i += rowsAtOnce) {
            if (i % rowsBetweenLooks < rowsAtOnce && job.stopRequested())
                return;
            addRows(sums, ends, clusters, {rows.data() + i, std::min(rowsAtOnce, end - i)});
        }
    });
    for (unsigned part = 1; part < parts; ++part)
        tallies[0] += tallies[part];
    tallies[0].dropThoseAlone();
    if (job.stopRequested() || (!tallies[0].users() && !tallies[0].days()))
        return nullptr;
    const OperatingCounts counts = slice.counts(question.threshold);
    return std::make_shared<const ClusterMoments>(
            tallies[0], slice.waterfall(question.threshold, counts),
            slice.endsIfAllWait(question.threshold, counts),
            restatement(slice.withFailures(counts), question.baseRate),
            restatement(slice.withAnsweredFailures(counts), question.baseRate), clusters.who);
}

ClusterMomentsPtr clusterMoments(const PairedRows &rows, const UseColumns &uses)
{
    const auto count = static_cast<std::size_t>(rows.uses());
    const ClusterTallies nothing(endOf(rows.user), endOf(rows.day), count);
    if (!nothing.users() && !nothing.days())
        return nullptr;
    const unsigned parts = threadsFor(count, passThreads);
    std::vector<ClusterTallies> tallies(parts, nothing);
    inParts(count, parts, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; i += rowsAtOnce)
            addUses(tallies[part], rows, uses, i, std::min(i + rowsAtOnce, end));
    });
    for (unsigned part = 1; part < parts; ++part)
        tallies[0] += tallies[part];
    tallies[0].dropThoseAlone();
    if (!tallies[0].users() && !tallies[0].days())
        return nullptr;
    return std::make_shared<const ClusterMoments>(tallies[0], uses.waterfall(), OperatingCounts{},
                                                  ClassFactors{}, ClassFactors{}, rows.who,
                                                  ClusterMoments::EachUser::NotAsked);
}

} // namespace oneinn
