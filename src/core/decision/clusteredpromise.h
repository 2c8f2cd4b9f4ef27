// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/decision/promise.h"
#include "core/metrics/proportion.h"

#include <functional>
#include <optional>

namespace oneinn {

/// Of rows of both classes, restated; stated: their share of positives is.
Promise promiseFor(PromiseRule rule, const Tally &positives, const Tally &negatives, bool stated);

/// A promise where those shown come several from one user: their design effect divides the cases,
/// and Student's t stands for the normal distribution. No promise is kept with too few users.
Promise clustered(Promise promise, const ClusterEffect &effect);

/// The same promise where its limit may err in another share of cases than 5 %.
Promise withError(Promise promise, double error);

/// What keeps a promise depends on the design effect at the threshold, and the threshold on what
/// keeps it: searched anew, with the largest effect so far, until at what is found it is no larger.
/// effectAt: of the share wrong of those shown there, see ClusterMoments::precisionEffect(); absent
/// where each is independent.
ConstrainedThreshold withClusters(
        const Promise &promise, const std::function<ConstrainedThreshold(const Promise &)> &search,
        const std::function<std::optional<ClusterEffect>(Threshold)> &effectAt);

} // namespace oneinn
