// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/ends/endrule.h"
#include "core/loadbearing/badweek.h"
#include "core/loadbearing/failureloss.h"
#include "core/loadbearing/headroom.h"

#include <cstdint>
#include <functional>
#include <optional>

/// Which constraint carries the product: latency, precision or recall. The rule is our own
/// proposal, not the literature's, and what outcomes are worth is the person's.
namespace oneinn {

enum class Certainty : std::uint8_t {
    OneAnswer,   ///< the same failure comes first in both questions
    TwoAnswers,  ///< one in each, and not the same
    OneQuestion, ///< only one of the two has an answer
    Inseparable, ///< neither has
};

/// Two questions: which failure loses most if all get worse by equal steps, and which if each is as
/// bad as in its bad week. An answer is the failure that does in these data and in at least 90 % of
/// resamples. Headroom is told and has no vote: it depends on what showing nothing is worth.
struct LoadVerdict {
    std::optional<Failure> equalSteps;
    std::optional<Failure> badWeek;
    /// Those that cannot be told apart where neither question has an answer: the first with equal
    /// steps, and the first in a bad week, else the second with equal steps.
    Failure first = Failure::Latency;
    Failure rival = Failure::Precision;

    Certainty certainty() const;
    /// The one that is named where one is.
    std::optional<Failure> only() const;
};

/// "A wrong one is worth so many misses": (v_tn - v_fp) / (v_tp - v_fn).
struct RatioRange {
    double now = 0.0;
    /// Between these the same failure loses most with equal steps, if v_fp alone is changed; absent
    /// where that holds down to 0.01, or up to 100.
    std::optional<double> low;
    std::optional<double> high;
};

/// Everything that is shown. Losses are per use; A: equal steps, B: each failure's own bad week.
struct LoadBearing {
    FailureLosses equalSteps;             ///< A
    FailureLosses badWeek;                ///< B
    PerFailure<Interval> equalStepsRange; ///< of `alone`: the middle 95 % of resamples
    PerFailure<Interval> badWeekRange;
    BadWeek badWeekFrom;             ///< how bad it is, and why
    double withoutPredictions = 0.0; ///< value per use
    Headroom headroom;
    PerFailure<double> firstWithEqualSteps; ///< share of resamples in which it loses most
    PerFailure<double> firstInBadWeek;
    LoadVerdict verdict;
    /// Absent where nothing loses most with equal steps, or where catching a positive gains nothing
    /// or a false alarm costs nothing.
    std::optional<RatioRange> sameFirst;
};

/// What there is to judge by. Bad weeks stay as they are in every resample, in proportion to what
/// it has.
struct LoadInput {
    /// servedMeans() as it is; if answers take 1 + step.latency times as long; if they take
    /// 1 + badWeek.slower times as long.
    ResampledMeans means;
    PerFailure<double> step{0.1, 0.1, 0.1};
    BadWeek badWeek;
    CellsAtSlowdown cells; ///< for the headroom
    OutcomeValues values;
    double withoutPredictions = 0.0;
};

LoadBearing loadBearing(const LoadInput &input, const BootstrapOptions &options = {});

/// What a policy would do with the uses if every answer took so many times as long.
using OutcomesAtSlowdown = std::function<UseOutcomes(double slowdown)>;

struct LoadTerms {
    UseTerms terms;
    /// What a use is worth without predictions; absent: as valueWithoutPredictions() has it.
    std::optional<double> withoutPredictions = {};
    double step = 0.1;       ///< for all three
    UsePeriods periods = {}; ///< see badWeek()
    bool lateCounts = true;  ///< an answer after the budget is a failure, though it be waited for
    /// Where it is told, a slowdown makes uses late by this rule, of the first model's latencies,
    /// and changes nothing else for who waits as long as it takes: many uses are then asked in
    /// bins.
    std::optional<EndRule> late = {};
};

/// The same for a policy on rows, which may not be without uses (asserted); asks for some ninety
/// slowdowns. Problem: Cancelled when stopped. Where users or
/// days are too few to tell how bad failures may be, none is first in a bad week.
Result<LoadBearing> loadBearing(const PairedRows &rows, const OutcomesAtSlowdown &outcomes,
                                const LoadTerms &question, const BootstrapOptions &options = {},
                                const JobControl &job = {});

/// The rule alone.
LoadVerdict loadVerdict(const FailureLosses &equalSteps, const FailureLosses &badWeek,
                        const PerFailure<double> &firstWithEqualSteps,
                        const PerFailure<double> &firstInBadWeek);
/// Where the first place stays, by a straight line: losses are linear in v_fp. See LoadBearing.
std::optional<RatioRange> sameFirstRange(const ServedCells &asItIs, const ServedCells &slowed,
                                         const PerFailure<double> &step,
                                         const OutcomeValues &values);

} // namespace oneinn
