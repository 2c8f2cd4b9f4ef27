// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/featurewords.h"
#include "core/targets/reach.h"

#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace oneinn::wording {

/// Thresholds that keep the limits, highest first.
using KeptParts = std::optional<std::vector<ThresholdInterval>>;

/// What a setting is worth, in the person's own unit.
struct ValueWords {
    QString value; ///< "+62 per 1,000 uses at this point; the best threshold, 0.71, gives +66"
    /// "as good as the data can tell: between 0.55 and 0.70; on these data the worst costs 12 per
    /// 1,000 uses"
    QString nearBest;
    QString nearRange; ///< the same without its price
    /// Where the values themselves cost nothing. What they mean for calibrated scores is told where
    /// calibration is asked: calibrationParts().
    QString elkan;
    QString assumption; ///< "what an outcome is worth is your assumption"
};
/// within: what keeps the limits here; null while it is not known.
ValueWords valueWords(const Assessment &assessment, const Reach *within = nullptr);

/// ValueWords::nearBest; empty where a single decision is near.
/// movesTogether: segments have thresholds of their own, and the range is of the one of all others.
/// kept: keptOf() it, the limits of the person; absent where that is not known.
QString nearBestText(const std::optional<NearBest> &found, const FeatureWords &words = {},
                     bool movesTogether = false, const KeptParts &kept = {});

/// "+62 per 1,000 uses".
QString valuePer1000Text(double perUse, const FeatureWords &words = {});

/// Two values per 1,000 uses, with as many digits as it takes to tell them apart.
enum class Plus { Said, LeftOut };
std::pair<QString, QString> toldApart(double here, double best, Plus plus = Plus::Said);

} // namespace oneinn::wording
