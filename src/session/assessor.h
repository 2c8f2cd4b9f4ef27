// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/policies/scenariorows.h"

#include <cstdint>
#include <memory>

namespace oneinn {

/// What a scenario means on the rows that are ready. Works out again only what an edit makes old:
/// for a threshold the assessment alone, for a budget what slices and outlook depend on as well.
class Assessor {
public:
    /// Null before there are any.
    const ScenarioRows::Ptr &rows() const { return m_rows; }
    void useRows(ScenarioRows::Ptr rows);

    /// Of the last scenario asked for, as far as the rows are ready for it; meaningful only then.
    const Assessment &assessment() const { return m_assessment; }
    /// The uses that it is of.
    const UseSlice &slice() const { return *m_slice; }
    void assess(const Scenario &scenario);

    /// Uses come from users or on days that differ, and are too many to be passed over at each move
    /// of a dial: the assessment takes them to differ as they did at the setting of takeClusters().
    bool waitsForClusters() const { return m_clustering == Clustering::Elsewhere; }
    /// clusterMoments() and outlook() of the assessment's scenario, for the next assess(); the
    /// outlook is null where nothing is known of it.
    void takeClusters(const ClusterMomentsPtr &clusters,
                      const std::shared_ptr<const Outlook> &outlook);

private:
    enum class Clustering : std::uint8_t { None, AtOnce, Elsewhere };

    static Clustering clusteringOf(const ScenarioRows &rows);

    ScenarioRows::Ptr m_rows;
    std::shared_ptr<const UseSlice> m_slice;
    std::shared_ptr<const Outlook> m_outlook;
    UsesQuestion m_sliceOf;      ///< what m_slice is the answer to
    OutlookQuestion m_outlookOf; ///< what m_outlook is
    Clustering m_clustering = Clustering::None;
    ClusterMomentsPtr m_clusters; ///< null: as if independent
    Assessment m_assessment;
};

} // namespace oneinn
