// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// How far a sum of influences reaches, uses of one user or day being alike: as ClusterMoments, for
/// what is at hand use by use.
namespace oneinn {

struct InfluenceSpread {
    double variance = 0.0;
    double clusters = 0.0; ///< the smaller number, of users and days
    std::size_t moved = 0; ///< of the users (else days, else uses), those with an influence not 0

    double standardError() const;
    /// Of the 95 % interval either way: Student's t with one less than the clusters.
    double reach() const;
};

/// Influences by use. Codes may be empty, of users, of days or of both: then every use is its own
/// unit.
InfluenceSpread influenceSpread(const Eigen::ArrayXd &influence, const CodeColumn &user,
                                const CodeColumn &day);

/// Sums by unit of influences: G/(G-1) sum of squares, of G units.
InfluenceSpread spreadOfUnits(const Eigen::ArrayXd &influence);
/// By users and days: the largest of either and of both less that by user and day, of the fewer.
InfluenceSpread combined(const InfluenceSpread &users, const InfluenceSpread &days,
                         const InfluenceSpread &both);

/// What clusters do to the share of `yes` (1 or 0) among uses that weigh so much; absent where
/// there are none, or no use, or each use is alone.
std::optional<ClusterEffect> clusterEffect(const Eigen::ArrayXd &yes, const Eigen::ArrayXd &weight,
                                           const CodeColumn &user, const CodeColumn &day);

/// The same from how far the share spreads, of uses that weigh so much.
std::optional<ClusterEffect> clusterEffect(const Tally &yes, const Tally &no,
                                           const InfluenceSpread &spread, ClusterOf of);

/// Codes of some uses; empty where there are none.
CodeColumn codesAt(const CodeColumn &codes, const std::vector<Eigen::Index> &uses);

/// Units from 0 without gaps, in order of first appearance, and how many.
struct DenseUnits {
    std::vector<std::uint32_t> unit;
    std::size_t count = 0;
};
DenseUnits denseUnits(const CodeColumn &codes);
/// Of pairs of them.
DenseUnits denseUnits(const CodeColumn &user, const CodeColumn &day);

} // namespace oneinn
