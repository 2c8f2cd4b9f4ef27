// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/scenarioclusters.h"

#include "core/assessment.h"
#include "core/parallel.h"
#include "core/policies/scenariorows.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace oneinn {

namespace {

constexpr unsigned passThreads = 2;
constexpr std::size_t rowsBetweenLooks = 65536;

void addEnd(UseEntries &use, const EndParts &parts, double weight, double staying)
{
    use.add(ClusterColumns::columnOf(parts.ifThere), weight * staying);
    if (parts.unansweredGood)
        use.add(ClusterColumns::columnOf(UsePart::UnansweredGood), weight * staying);
    if (!parts.byTime)
        return;
    use.add(ClusterColumns::columnOf(parts.ifGone), weight * (1.0 - staying));
    use.add(ClusterColumns::columnOf(*parts.byTime), weight);
}

/// The ends of a slice's rows, one by one.
class RowEnds {
public:
    RowEnds(const UseSlice &slice, const ClustersQuestion &question)
        : m_predictions(*slice.rows().all()->predictions())
        , m_rule(slice.rule())
        , m_patience(slice.rows().patience())
        , m_threshold(question.threshold.value)
        , m_timed(asksForLatencies(question, m_predictions.hasLatency()))
    {
        if (!m_rule.asksOther() || !slice.rows().paired())
            return;
        m_paired = slice.rows().paired();
        m_fallbackThreshold = question.fallback->threshold.value;
        m_partner.assign(static_cast<std::size_t>(m_predictions.rows()), noPartner);
        for (std::size_t use = 0; use < m_paired->row.size(); ++use)
            m_partner[m_paired->row[use]] = static_cast<std::int32_t>(use);
    }

    /// Empty for a row that takes no part: where a latency is asked for and not known.
    UseEntries of(std::uint32_t row) const
    {
        UseEntries use;
        const Answer own = answerOf(row);
        const bool failed = own.decision == UseDecision::Failed;
        if (!failed && std::isnan(own.after.value))
            return use;
        const End end = endOf(row, own);
        const bool ends = end.decision == UseDecision::Failed || m_rule.ownDecides(own.after);
        const bool good = m_predictions.label()[row] != 0;
        const double weight = m_predictions.weight() ? (*m_predictions.weight())[row] : 1.0;
        addEnd(use,
               endParts(good, end.decision, end.late,
                        ends ? OwnAnswer::Decides : cutOffAnswer(own.decision)),
               weight, stayingFor(end.wait));
        if (const auto cell = cellOf(good, end.decision))
            use.add(ClusterColumns::columnOf(*cell), weight);
        return use;
    }

private:
    static constexpr std::int32_t noPartner = -1;

    static std::optional<OwnCell> cellOf(bool good, UseDecision decision)
    {
        if (decision == UseDecision::Shown)
            return good ? OwnCell::Tp : OwnCell::Fp;
        if (decision == UseDecision::NotShown)
            return good ? OwnCell::Fn : OwnCell::Tn;
        return std::nullopt;
    }

    Answer answerOf(std::uint32_t row) const
    {
        if (m_predictions.failed(row))
            return {UseDecision::Failed, {std::numeric_limits<double>::quiet_NaN()}};
        return {m_predictions.score()[row] >= m_threshold ? UseDecision::Shown
                                                          : UseDecision::NotShown,
                {m_timed ? (*m_predictions.latency())[row] : 0.0}};
    }

    End endOf(std::uint32_t row, const Answer &own) const
    {
        const std::int32_t partner = m_partner.empty() ? noPartner : m_partner[row];
        if (partner == noPartner)
            return m_rule.end(own);
        const Eigen::Index use = partner;
        if (m_paired->failedAt(use, 1))
            return m_rule.end(own, {UseDecision::Failed, {}});
        return m_rule.end(own,
                          {m_paired->score(use, 1) >= m_fallbackThreshold ? UseDecision::Shown
                                                                          : UseDecision::NotShown,
                           {m_paired->latency(use, 1)}});
    }

    double stayingFor(Milliseconds wait) const
    {
        if (m_patience.everyoneWaits() || std::isnan(wait.value))
            return 1.0;
        return m_patience.stillWaiting(wait);
    }

    const Predictions &m_predictions;
    EndRule m_rule;
    const PatienceCurve &m_patience;
    double m_threshold;
    bool m_timed;
    const PairedRows *m_paired = nullptr;
    double m_fallbackThreshold = 0.0;
    std::vector<std::int32_t> m_partner; ///< by row, place in m_paired; empty without a fallback
};

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
    const RowEnds ends(slice, question);
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
            restatement(slice.withAnsweredFailures(counts), question.baseRate));
}

ClusterMomentsPtr clusterMoments(const PairedRows &rows, const UseColumns &uses)
{
    ClusterTallies tallies(endOf(rows.user), endOf(rows.day),
                           static_cast<std::size_t>(rows.uses()));
    if (!tallies.users() && !tallies.days())
        return nullptr;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        UseEntries entries;
        addEnd(entries, uses.parts(use), uses.weight()[use], uses.staying()[use]);
        if (entries.begin() != entries.end())
            tallies.add(rows.user.size() > 0 ? rows.user[use] : 0,
                        rows.day.size() > 0 ? rows.day[use] : 0, entries);
    }
    tallies.dropThoseAlone();
    if (!tallies.users() && !tallies.days())
        return nullptr;
    return std::make_shared<const ClusterMoments>(tallies, uses.waterfall());
}

} // namespace oneinn
