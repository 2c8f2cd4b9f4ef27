// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustermoments.h"
#include "core/job.h"
#include "core/policies/pairedrows.h"
#include "core/policies/usecolumns.h"
#include "core/policies/useslice.h"
#include "core/questions.h"

#include <memory>

/// How much the users and days of uses differ at one setting.
namespace oneinn {

using ClusterMomentsPtr = std::shared_ptr<const ClusterMoments>;

/// What a selection's rows are clustered by decides nothing; see clusterMoments().
struct ClustersQuestion : UsesQuestion {
    Threshold threshold;
    std::optional<double> baseRate;

    friend bool operator==(const ClustersQuestion &, const ClustersQuestion &) = default;
};
ClustersQuestion clustersQuestion(const Scenario &scenario);

/// A pass over all selected rows. The question must fit the slice's rows and be that of the slice
/// (asserted). Null where every use is taken as independent (no user or day has two), and when
/// stopped.
ClusterMomentsPtr clusterMoments(const UseSlice &slice, const ClustersQuestion &question,
                                 const JobControl &job = {});
/// The same of uses side by side, for their waterfall alone.
ClusterMomentsPtr clusterMoments(const PairedRows &rows, const UseColumns &uses);

/// Whether the rows say which of them are alike, so that there is anything to ask.
bool mayBeClustered(const ScenarioRows &rows);

} // namespace oneinn
