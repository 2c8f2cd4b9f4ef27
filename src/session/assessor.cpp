// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/assessor.h"

#include <utility>

namespace oneinn {

Assessor::Clustering Assessor::clusteringOf(const ScenarioRows &rows)
{
    constexpr std::size_t mostRowsAtOnce = 20000; // a few milliseconds
    if (!mayBeClustered(rows))
        return Clustering::None;
    return rows.all()->rows() > mostRowsAtOnce ? Clustering::Elsewhere : Clustering::AtOnce;
}

void Assessor::useRows(ScenarioRows::Ptr rows)
{
    if (m_rows && m_rows->source() != rows->source())
        m_clusters.reset();
    m_rows = std::move(rows);
    m_clustering = clusteringOf(*m_rows);
    m_slice.reset();
    m_outlook.reset();
}

void Assessor::assess(const Scenario &scenario)
{
    const Scenario shown = m_rows->asPrepared(scenario);
    if (!m_slice || m_sliceOf != shown) {
        m_slice = m_rows->at(shown);
        m_sliceOf = shown;
        m_outlook.reset();
    }
    if (!m_outlook || m_outlookOf != shown) {
        m_outlook = waitsForClusters() ? quickOutlook(*m_slice, shown) : outlook(*m_slice, shown);
        m_outlookOf = shown;
    }
    if (m_clustering == Clustering::AtOnce)
        m_clusters = clusterMoments(*m_slice, clustersQuestion(shown));
    m_assessment = oneinn::assess(*m_slice, m_outlook, shown, m_clusters);
}

void Assessor::takeClusters(const ClusterMomentsPtr &clusters,
                            const std::shared_ptr<const Outlook> &outlook)
{
    m_clusters = clusters;
    if (outlook)
        m_outlook = outlook;
}

} // namespace oneinn
