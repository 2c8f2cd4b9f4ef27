// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pairedprecision.h"

#include "core/comparison/normal.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

std::optional<PairedPrecision> pairedPrecision(const PairedAlerts &alerts, double confidence)
{
    if (!(alerts.alertsA > 0.0) || !(alerts.alertsB > 0.0))
        return std::nullopt;
    const double all = alerts.alertsA + alerts.alertsB;
    PairedPrecision result;
    result.precisionA = alerts.trueA / alerts.alertsA;
    result.precisionB = alerts.trueB / alerts.alertsB;
    result.pooled = (alerts.trueA + alerts.trueB) / all;
    const double right = result.pooled;
    const double wrong = 1.0 - result.pooled;
    result.covariance = (alerts.bothFalse * right * right + alerts.bothTrue * wrong * wrong) / all;
    // Never negative but for rounding: 0 where both show the same rows.
    const double variance = std::max(0.0, right * wrong - 2.0 * result.covariance)
            * (1.0 / alerts.alertsA + 1.0 / alerts.alertsB);
    result.standardError = std::sqrt(variance);

    const double difference = result.precisionA - result.precisionB;
    if (result.standardError > 0.0) {
        result.chiSquared = difference * difference / variance;
        result.p = normal::twoSidedP(difference / result.standardError);
    }
    const double reach = normal::reach(confidence) * result.standardError;
    result.difference = {difference,
                         {std::max(-1.0, difference - reach), std::min(1.0, difference + reach)}};
    return result;
}

} // namespace oneinn
