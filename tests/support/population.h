// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

/// What becomes of all uses, straight from the definition, one row after the other. Of the core it
/// knows the question and who is still waiting when, and nothing of how uses end.
namespace testsupport::naive {

struct Use {
    bool good = false;
    double score = 0.0;
    double latency = 0.0;
    double weight = 1.0; ///< with its count and its class factor
    /// Of the model that stands in, where it has answered this use.
    std::optional<double> otherScore = {};
    double otherLatency = 0.0;
};

/// Summed weights.
struct Population {
    double rightShown = 0.0, missedByModel = 0.0, missedByLateness = 0.0, goneGood = 0.0;
    double wrongShown = 0.0, rightlySilent = 0.0, unansweredBad = 0.0, goneBad = 0.0;
    double late = 0.0;
    double value = 0.0;

    double good() const { return rightShown + missedByModel + missedByLateness + goneGood; }
    double bad() const { return wrongShown + rightlySilent + unansweredBad + goneBad; }
    double all() const { return good() + bad(); }
    double missed() const { return good() - rightShown; }
    double shown() const { return rightShown + wrongShown; }
    double gone() const { return goneGood + goneBad; }
};

inline Population populationOf(const std::vector<Use> &uses, const oneinn::Scenario &scenario)
{
    using oneinn::LatePolicy;
    Population sums;
    for (const Use &use : uses) {
        const bool wanted = use.score >= scenario.threshold.value;
        const double deadline =
                scenario.budget ? scenario.budget->value : std::numeric_limits<double>::infinity();
        const bool late = scenario.budget && (use.latency > deadline || std::isinf(use.latency));
        bool shown = wanted;
        bool unanswered = false;
        double wait = use.latency;
        if (late && scenario.latePolicy != LatePolicy::Wait) {
            shown = false;
            wait = deadline;
            unanswered = scenario.latePolicy == LatePolicy::Unanswered;
            if (scenario.latePolicy == LatePolicy::FallBack && use.otherScore) {
                const bool atOnce = scenario.fallback->start == oneinn::Fallback::Start::WithMain;
                shown = *use.otherScore >= scenario.fallback->threshold.value;
                wait = atOnce ? std::max(deadline, use.otherLatency) : deadline + use.otherLatency;
            }
        }
        const double there = use.weight * scenario.patience.stillWaiting({wait});
        const auto &values = scenario.values;
        sums.late += late ? use.weight : 0.0;
        (use.good ? sums.goneGood : sums.goneBad) += use.weight - there;
        double worth = 0.0;
        if (shown) {
            (use.good ? sums.rightShown : sums.wrongShown) += there;
            worth = use.good ? values.tp() : values.fp();
        } else if (use.good) {
            (wanted ? sums.missedByLateness : sums.missedByModel) += there;
            worth = values.fn();
        } else {
            (unanswered ? sums.unansweredBad : sums.rightlySilent) += there;
            worth = values.tn();
        }
        if (unanswered)
            worth = values.late();
        sums.value += there * worth + (use.weight - there) * values.late();
    }
    return sums;
}

} // namespace testsupport::naive
