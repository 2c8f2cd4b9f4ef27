// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/useslice.h"
#include "core/review/reviewqueue.h"
#include "core/review/reviewsteps.h"
#include "core/scenario.h"

#include <optional>
#include <vector>

namespace oneinn {

/// What a reviewer is like, which is the person's assumption, and what is done without one.
struct ReviewQuestion : ValueQuestion {
    double recall = 1.0;      ///< share of the positives that the reviewer finds, in [0, 1]
    double falseAlarms = 0.0; ///< share of the negatives that the reviewer shows, in [0, 1]
    double cost = 0.0;        ///< of one review, in the unit of the values, >= 0
    Threshold threshold;      ///< without a reviewer
    struct Capacity {
        double reviewsPerDay = 1.0; ///< >= 1, whole: as many are done
        double usesPerDay = 1.0;    ///< > 0
        friend bool operator==(const Capacity &, const Capacity &) = default;
    };
    std::optional<Capacity> capacity; ///< absent: there is time for every review

    friend bool operator==(const ReviewQuestion &, const ReviewQuestion &) = default;
};

struct ReviewAnswer {
    ReviewTerms terms;
    FoundBand band; ///< shares are of the uses that the model decides
    FoundBand without;
    double decided = 1.0;        ///< share of all uses that the model decides
    double gainPerUse = 0.0;     ///< of all uses: the band against one threshold
    double bestGainPerUse = 0.0; ///< the same against the best single threshold
    /// The latter on uses that had no say in choosing either (tenfold cross-validation by user, or
    /// by day, or by use); absent with fewer than two units.
    std::optional<double> heldOutGainPerUse;
    double closesAtPrice = 0.0;
    double price = 0.0; ///< what one more review would be worth; 0 where there is time for all

    struct Day {
        double reviews = 0.0;     ///< on average
        double mostOnAverage = 0; ///< such that 5 of 100 days have more than can be done
        ReviewQueue queue;
    };
    std::optional<Day> day; ///< with a capacity
};

/// The band that is worth most on the rows. Uses that do not wait for the model's answer end as
/// they do without a reviewer. Absent where no use is decided by the model, or where a miss or a
/// wrong one costs nothing against the alternative: then there is nothing to decide.
std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewQuestion &question);

} // namespace oneinn
