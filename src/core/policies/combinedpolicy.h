// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/combination.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/predictions/predictions.h"

/// A combination as a policy over rows, and as the answers of one model.
namespace oneinn {

/// The policy that a combination is at a threshold of `own`, the scenario's model. `other`: the
/// combination's other model; not looked at where it needs none. Both are columns of the rows.
/// Scores that stand for a first model's sure answers are just beyond those of `own` in the rows.
/// Thresholds of their own for segments: not to be asked here, see SingleModel::steered.
Policy combinedPolicy(const PairedRows &rows, const Combination &combination, ModelPoint own,
                      Eigen::Index other);

/// Just beyond every score of a model, on either side.
Interval scoresBeyond(const PairedRows &rows, Eigen::Index model);

/// What one model would have to score to show what the combination shows, at every threshold. Not
/// of thresholds of their own for segments, which rows of no predictions do not have.
Eigen::ArrayXd combinedScores(const PairedRows &rows, const Combination &combination,
                              Eigen::Index own, Eigen::Index other);

/// A copy in which the selected rows answer as the combination does: each has its score, its
/// latency and its failure. Rows keep their places; those of the selection that do not become uses
/// (see joinedModels()) belong to no model. Null where the selection and the other model have no
/// use in common, or nothing says which.
PredictionsPtr combinedPredictions(const Predictions &predictions, const Selection &selection,
                                   const Combination &combination);

} // namespace oneinn
