// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/judgedtogether.h"

#include "core/comparison/bootstrap.h"
#include "core/comparison/policycomparison.h"
#include "core/comparison/policyverdicts.h"
#include "core/eigenindex.h"

#include <cstddef>
#include <vector>

namespace oneinn {

namespace {

/// Of all candidates' value, the first being now.
MeasuredPolicies measuredValue(const ComparedPolicies &compared, const ResampledMeans &means)
{
    const auto policies = eigenIndex(compared.policies.size());
    MeasuredPolicies measure{
            Eigen::ArrayXd(policies), Eigen::ArrayXXd(means.resampledWeight.size(), policies),
            smallestValue(compared.policies.front().summary.valuePerUse, compared.showingNothing)};
    for (Eigen::Index policy = 0; policy < policies; ++policy) {
        measure.estimate[policy] = means.mean(policy);
        measure.resampled.col(policy) = means.resampledMean(policy);
        measure.optimism.push_back(compared.policies[static_cast<std::size_t>(policy)].optimism);
    }
    return measure;
}

} // namespace

bool judgeTogether(ComparedPolicies &compared, const JobControl &job)
{
    constexpr std::size_t nowAndOneOther = 2;
    if (compared.policies.size() <= nowAndOneOther || compared.resampled.uses() == 0)
        return true;
    const auto means = resampledMeans(compared.resampled, compared.value, {}, job);
    if (!means)
        return false;
    const auto verdicts = verdictsAgainstFirst(measuredValue(compared, means.value()));
    for (std::size_t i = 1; i < compared.policies.size(); ++i) {
        MeasureComparison &value = compared.policies[i].againstNow->valuePerUse;
        if (!isDecided(value.verdict) || value.verdict == verdicts[i])
            continue;
        value.verdict = ComparisonVerdict::CannotBeToldApart;
        value.decidedAlone = true;
    }
    return true;
}

} // namespace oneinn
