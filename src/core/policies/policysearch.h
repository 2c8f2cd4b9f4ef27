// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/latency/patience.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

/// Policies that are worth most on these rows. What was chosen for its value on rows is worth less
/// on others (Smith & Winkler 2006).
namespace oneinn {

/// Uses sorted once for several searches among them. Refers to the rows; of one thread.
class SearchedRows {
public:
    explicit SearchedRows(const PairedRows &rows);

    const PairedRows &rows() const { return m_rows; }
    /// Uses by score of a model, the highest first, by use among ties.
    const std::vector<std::uint32_t> &byScore(Eigen::Index model) const;

private:
    const PairedRows &m_rows;
    mutable std::vector<std::vector<std::uint32_t>> m_byScore; ///< by model; empty until asked for
};

/// Most valuable threshold of policy.point.model, all else as in the policy (its own threshold is
/// not looked at): every distinct score of a use on which the threshold has a say. `best` is the
/// value per use, of all uses. O(n log n).
BestThreshold mostValuablePoint(const SearchedRows &searched, const SingleModel &policy,
                                const UseTerms &terms);
BestThreshold mostValuablePoint(const PairedRows &rows, const SingleModel &policy,
                                const UseTerms &terms);

/// Most recall of the model's own answers with precision >= limit as the rule has it, all else as
/// in the policy: what is late and not waited for is not shown. Among users who are still there, as
/// a summary has it.
ConstrainedThreshold mostCaughtPoint(const SearchedRows &searched, const SingleModel &policy,
                                     const PatienceCurve &patience, double limit,
                                     PromiseRule rule = PromiseRule::Plain);
ConstrainedThreshold mostCaughtPoint(const PairedRows &rows, const SingleModel &policy,
                                     const PatienceCurve &patience, double limit,
                                     PromiseRule rule = PromiseRule::Plain);

struct ValuedCascade {
    Cascade cascade;
    double valuePerUse = 0.0;
};

/// Most valuable bounds of the small model's score, which may be infinite, for a large model at its
/// own most valuable threshold (waited for without a budget). Bounds are observed scores: every
/// distinct one up to 64, else 64 quantiles. Among equals the fewest steps between the bounds, then
/// the higher ones. What calls cost is not in it. O(n log n + 64^2).
/// large: the large model there, if it is known.
ValuedCascade bestCascade(const SearchedRows &searched, Eigen::Index small, const ModelPoint &large,
                          const UseTerms &terms, bool parallel = false);
ValuedCascade bestCascade(const PairedRows &rows, Eigen::Index small, Eigen::Index large,
                          const UseTerms &terms, bool parallel = false);

/// The cascade with these bounds, low <= high, and the large model at the threshold that is worth
/// most for the uses deferred to it (Cascade, policy.h); at its own most valuable one where none
/// is. O(n log n).
ValuedCascade cascadeBetween(const SearchedRows &searched, Eigen::Index small, Eigen::Index large,
                             const Interval &deferBetween, const UseTerms &terms,
                             bool parallel = false);
ValuedCascade cascadeBetween(const PairedRows &rows, Eigen::Index small, Eigen::Index large,
                             const Interval &deferBetween, const UseTerms &terms,
                             bool parallel = false);

} // namespace oneinn
