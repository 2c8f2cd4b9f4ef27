// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/ends/shares.h"
#include "core/featurewords.h"
#include "core/targets/reach.h"

#include <QString>

#include <optional>

namespace oneinn::wording {

/// That limits are broken at this setting, by how much, and the way back.
struct LimitWords {
    QString broken;  ///< "Beyond the limit: 13 of 100 shown are wrong (at most 10)."
    QString wayBack; ///< "Go to the best that surely keeps it", or why there is none
    std::optional<Threshold> nearest; ///< the one to go to
};
/// Of everything that limitsOf() asks; absent where all is kept, or where cases are too few to say.
/// within: what keeps them here; null while it is not known.
std::optional<LimitWords> brokenLimits(const Assessment &assessment, const Reach *within);

/// What is beyond the limits at a setting, as a part of a sentence: "13 of 100 shown are wrong (at
/// most 10)"; empty where nothing is.
QString beyondLimitsText(const Assessment &assessment);
/// The same of a policy or a threshold that is offered: "16 of 100 shown are wrong (at most 10) and
/// 30 of 100 good ones are missed (at most 20)". of: 100, or 1,000 where that is what is counted
/// in.
QString beyondLimitsText(const Shares &shares, const Targets &limits, const FeatureWords &words,
                         int of = 100);
QString beyondLimitsText(const TargetSetting &setting, const Targets &limits,
                         const FeatureWords &words);
/// The limits alone, after "beyond": "the limit of 50 % wrong".
QString brokenLimitNames(const Assessment &assessment);
/// Whether the limit on wrong ones is broken, and no other.
bool onlyWrongIsBroken(const Assessment &assessment);

/// Beside the thresholds that keep all limits, and on what does not.
QString reachesLabel();
QString beyondLimitsLabel();
/// The same for those who cannot see them: "Your limits are kept between 0.61 and 0.83."
QString feasibleText(const Reach &reach);

} // namespace oneinn::wording
