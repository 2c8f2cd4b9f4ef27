// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/heldoutband.h"
#include "core/review/reviewer.h"
#include "core/review/reviewqueue.h"
#include "core/review/reviewuses.h"
#include "core/scenario.h"

#include <optional>

namespace oneinn {

/// What a reviewer is like, which is the person's assumption, and what is done without one.
struct ReviewQuestion : ValueQuestion {
    Reviewer reviewer;
    Threshold threshold;                     ///< without a reviewer
    std::optional<BandThresholds> band = {}; ///< by hand; absent: the best

    friend bool operator==(const ReviewQuestion &, const ReviewQuestion &) = default;
};

/// More reviews a day than there are now, the fewest that bring anything.
struct MoreReviews {
    double reviewsPerDay = 0.0;
    double gainPerDay = 0.0; ///< > 0: by the best band with so many, against that with those now
};

struct ReviewAnswer {
    ReviewTerms terms;
    FoundBand band;  ///< by hand where that is asked; shares are of the uses that the model decides
    FoundBand best;  ///< that fits into the day
    FoundBand alone; ///< the best single threshold
    double decided = 1.0;        ///< share of all uses that the model decides
    double withoutPerUse = 0.0;  ///< value of a use at the question's threshold, of all uses
    double gainPerUse = 0.0;     ///< of all uses: the band against that threshold
    double bestGainPerUse = 0.0; ///< the same against the best single threshold
    /// The latter on uses that had no say: of all uses, as HeldOutGain says.
    std::optional<HeldOutGain> heldOut;
    double closesAtPrice = 0.0; ///< ReviewSteps::closesAt()
    double shadowPrice = 0.0;   ///< ScarceBand::price; 0 where there is time for all

    struct Queue : ReviewQueue {
        double mostOnAverage = 0.0;      ///< such that 5 of 100 days have more than can be done
        std::optional<MoreReviews> more; ///< absent where no number of them brings anything
    };
    struct Day {
        double reviews = 0.0;       ///< on average
        double busy = 0.0;          ///< 1 of 20 days has more
        std::optional<Queue> queue; ///< where so many are done a day
    };
    std::optional<Day> day; ///< where it is known how many uses there are

    /// The band was asked for, and decides otherwise than the best.
    bool isByHand = false;
};

/// The band that is worth most on the rows, or the one asked for. Uses that do not wait for the
/// model's answer end as they do without a reviewer. Absent where a miss or a wrong one costs
/// nothing against the alternative: then there is nothing to decide; and when stopped.
std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewUses &uses,
                                         const ReviewQuestion &question,
                                         const JobControl &job = {});
/// The same at once, absent also where the model decides no use.
std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewQuestion &question);

/// The question's band alone, which must be there (asserted): nothing is searched, and nothing
/// judged on other uses.
struct BandNumbers {
    FoundBand band;
    double valuePerUse = 0.0; ///< of all uses
};
/// Absent where reviewAnswer() is.
std::optional<BandNumbers> bandNumbers(const UseSlice &slice, const ReviewUses &uses,
                                       const ReviewQuestion &question);

/// What is known, at a band that is being moved: O(log thresholds). Without what takes a pass over
/// the rows or the days (heldOut, carriedOver).
ReviewAnswer movedTo(const BandThresholds &band, const ReviewAnswer &known, const ReviewUses &uses,
                     const ReviewQuestion &question);

} // namespace oneinn
