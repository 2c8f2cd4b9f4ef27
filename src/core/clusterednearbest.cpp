// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusterednearbest.h"

#include "core/clusters/rowclusters.h"
#include "core/index/nearbestsearch.h"
#include "core/metrics/proportion.h"
#include "core/policies/scenariorows.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace oneinn {

namespace {

/// One kind of cluster: what each loses, and how much of all uses it is.
class Losses {
public:
    explicit Losses(std::size_t end)
        : m_clusters(end)
    {
    }
    void weigh(std::size_t id, double weight)
    {
        double &sum = m_clusters[id].weight;
        m_used += sum == 0.0 ? 1.0 : 0.0;
        m_squaredWeight += weight * (2.0 * sum + weight);
        sum += weight;
    }
    void lose(std::size_t id, double loss)
    {
        Cluster &cluster = m_clusters[id];
        m_squares += loss * (2.0 * cluster.loss + loss);
        m_mixed += loss * cluster.weight;
        cluster.loss += loss;
    }
    void forget()
    {
        for (Cluster &cluster : m_clusters)
            cluster.loss = 0.0;
        m_squares = 0.0;
        m_mixed = 0.0;
    }
    void prefetch(std::size_t id) const { __builtin_prefetch(&m_clusters[id], 1); }
    double clusters() const { return m_used; }
    /// Of the mean loss of all uses, which weigh so much.
    double variance(double mean, double uses) const
    {
        const double sum = m_squares - 2.0 * mean * m_mixed + mean * mean * m_squaredWeight;
        return m_used < 2.0 ? 0.0 : m_used / (m_used - 1.0) * std::max(0.0, sum) / (uses * uses);
    }

private:
    struct Cluster {
        double loss = 0.0;
        double weight = 0.0;
    };

    std::vector<Cluster> m_clusters;
    double m_used = 0.0;
    double m_squares = 0.0;
    double m_mixed = 0.0;
    double m_squaredWeight = 0.0;
};

/// Where a walk away from the best threshold is.
struct Walk {
    double loss = 0.0; ///< summed
    double rows = 0.0;
    double mostLost = 0.0; ///< per use, so far
};

class ClusteredSearch {
public:
    ClusteredSearch(const UseSlice &slice, const RowClusters &clusters, const ClassFactors &factors,
                    const ValueGain &gain, const Tally &uses)
        : m_slice(slice.staying())
        , m_rows(slice.rows())
        , m_clusters(clusters)
        , m_factors(factors)
        , m_gain(gain)
        , m_uses(uses.weight)
        , m_rounding(gain.slack(uses.weight, uses.weight) / uses.weight)
    {
        if (clusters.users)
            m_byUser.emplace(clusters.users->end());
        if (clusters.days)
            m_byDay.emplace(clusters.days->end());
        if (clusters.users && clusters.days) {
            m_pairs.emplace(clusters.users->end(), clusters.days->end());
            m_byBoth.emplace(m_pairs->end());
        }
    }

    void weighUses(const UsesQuestion &question)
    {
        const Predictions &all = *m_rows.all()->predictions();
        const bool timed = asksForLatencies(question, all.hasLatency());
        for (const std::uint32_t row : all.select(question.selection, Calls::All)) {
            if (timed && !all.failed(row) && std::isnan((*all.latency())[row]))
                continue;
            const double weight = all.weight() ? (*all.weight())[row] : 1.0;
            forEachKind(row, [&](Losses &losses, std::size_t id) {
                losses.weigh(id, weight * factorOf(all.label()[row] != 0));
            });
        }
        const double clusters = fewest();
        if (clusters >= fewestClusters)
            m_reach = boost::math::quantile(boost::math::students_t(clusters - 1.0),
                                            nearBestConfidence);
    }
    double fewest() const
    {
        double least = std::numeric_limits<double>::infinity();
        for (const auto *kind : {&m_byUser, &m_byDay})
            least = *kind ? std::min(least, (*kind)->clusters()) : least;
        return least;
    }

    NearBest range(std::size_t best)
    {
        m_negligible = negligibleLoss * std::max(0.0, gainedBy(best)) / m_uses;
        double mostLost = 0.0;
        const std::size_t lowest = walk({best, m_slice.order().size() - best, true}, mostLost);
        const std::size_t highest = walk({best, best, false}, mostLost);
        return rangeOfCuts(m_slice, lowest, highest, mostLost);
    }

private:
    double factorOf(bool positive) const
    {
        return positive ? m_factors.positive : m_factors.negative;
    }
    /// Of the file's predictions: those who stay have a copy of some of its rows.
    std::uint32_t fileRow(std::size_t position) const
    {
        const std::uint32_t row = m_slice.order().row(position);
        return m_rows.staying() == m_rows.all() ? row : m_rows.all()->latency().rows()[row];
    }
    template<typename See> void forEachKind(std::uint32_t row, const See &see)
    {
        const auto at = static_cast<Eigen::Index>(row);
        const std::size_t user = m_clusters.users ? m_clusters.users->of(at) : 0;
        const std::size_t day = m_clusters.days ? m_clusters.days->of(at) : 0;
        if (m_byUser)
            see(*m_byUser, user);
        if (m_byDay)
            see(*m_byDay, day);
        if (m_byBoth)
            see(*m_byBoth, m_pairs->of(user, day));
    }
    double gainOf(std::size_t position) const
    {
        const ScoreOrder &order = m_slice.order();
        const double weight = order.weights() ? order.weights()[position] : 1.0;
        const bool positive = order.positive(position);
        return weight * factorOf(positive) * (positive ? m_gain.right : m_gain.wrong);
    }
    double gainedBy(std::size_t cut) const
    {
        double gained = 0.0;
        for (std::size_t position = 0; position < cut; ++position)
            gained += isOnTime(m_slice, position) ? gainOf(position) : 0.0;
        return gained;
    }
    double variance(double mean) const
    {
        const auto of = [&](const std::optional<Losses> &kind) {
            return kind ? kind->variance(mean, m_uses) : 0.0;
        };
        const double both = m_byBoth ? of(m_byUser) + of(m_byDay) - of(m_byBoth) : 0.0;
        return std::max({of(m_byUser), of(m_byDay), both});
    }
    bool isNear(const Walk &walk) const
    {
        if (walk.rows < fewestToTell)
            return true;
        const double lost = walk.loss / m_uses;
        return lost <= m_negligible + m_rounding
                || lost <= m_reach * std::sqrt(variance(lost)) + m_rounding;
    }
    /// Memory is waited for longer than anything is added: the ids of one use, and what those of
    /// another, nearer one lose.
    void fetch(std::size_t ids, std::size_t losses)
    {
        const auto at = static_cast<Eigen::Index>(fileRow(ids));
        if (m_clusters.users)
            m_clusters.users->prefetch(at);
        if (m_clusters.days)
            m_clusters.days->prefetch(at);
        forEachKind(fileRow(losses), [](const Losses &each, std::size_t id) { each.prefetch(id); });
    }
    void take(std::size_t position, double sign, Walk &walk)
    {
        if (!isOnTime(m_slice, position))
            return;
        const double loss = sign * gainOf(position);
        walk.loss += loss;
        walk.rows += 1.0;
        forEachKind(fileRow(position),
                    [loss](Losses &losses, std::size_t id) { losses.lose(id, loss); });
    }

    /// Rows away from the best threshold, one after the other, and the cut behind each.
    struct Way {
        std::size_t from;
        std::size_t rows;
        bool down;

        std::size_t row(std::size_t i) const { return down ? from + i : from - 1 - i; }
        std::size_t cutAfter(std::size_t i) const { return down ? from + i + 1 : from - 1 - i; }
    };

    void forgetLosses()
    {
        for (auto *kind : {&m_byUser, &m_byDay, &m_byBoth}) {
            if (*kind)
                (*kind)->forget();
        }
    }
    bool isCut(std::size_t position) const
    {
        return position >= m_slice.order().size() || m_slice.order().firstOfTie(position);
    }

    /// To the farthest cut that is near; mostLost: of those up to it.
    std::size_t walk(const Way &way, double &mostLost)
    {
        constexpr std::size_t ahead = 32;
        forgetLosses();
        Walk walk;
        std::size_t farthest = way.from;
        for (std::size_t i = 0; i < way.rows; ++i) {
            if (i + 2 * ahead < way.rows)
                fetch(way.row(i + 2 * ahead), way.row(i + ahead));
            take(way.row(i), way.down ? -1.0 : 1.0, walk);
            if (!isCut(way.cutAfter(i)))
                continue;
            walk.mostLost = std::max(walk.mostLost, walk.loss / m_uses);
            if (!isNear(walk))
                continue;
            farthest = way.cutAfter(i);
            mostLost = std::max(mostLost, walk.mostLost);
        }
        return farthest;
    }

    const BudgetSlice &m_slice;
    const ScenarioRows &m_rows;
    const RowClusters &m_clusters;
    ClassFactors m_factors;
    ValueGain m_gain;
    double m_uses;
    double m_rounding;
    double m_negligible = 0.0;
    double m_reach = 0.0;
    std::optional<PairIds> m_pairs;
    std::optional<Losses> m_byUser, m_byDay, m_byBoth;
};

} // namespace

std::optional<NearBest> clusteredNearBest(const UseSlice &slice, const UsesQuestion &question,
                                          const ClassFactors &factors, const ValueGain &gain,
                                          Threshold best, const Tally &uses)
{
    const RowClusters clusters = rowClusters(*slice.rows().all()->predictions());
    ClusteredSearch search(slice, clusters, factors, gain, uses);
    search.weighUses(question);
    if (search.fewest() < fewestClusters)
        return std::nullopt;
    return holding(search.range(slice.staying().order().firstBelow(best.value)), best.value);
}

} // namespace oneinn
