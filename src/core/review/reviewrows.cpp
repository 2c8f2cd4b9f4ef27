// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewrows.h"

#include "core/targets/capacity.h"
#include "core/usesanswer.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

ReviewTerms termsOf(const ReviewQuestion &question)
{
    const OutcomeValues &values = question.values;
    return {.falsePositive = values.tn() - values.fp(),
            .missed = values.tp() - values.fn(),
            .cost = question.reviewer.cost,
            .recall = question.reviewer.recall,
            .falseAlarms = question.reviewer.falseAlarms,
            .price = 0.0};
}

/// Uses of a day that the model decides.
double decidedPerDay(const ReviewAnswer &answer, const ReviewQuestion &question)
{
    return question.reviewer.usesPerDay.value_or(0.0) * answer.decided;
}

double mostReviewed(const ReviewAnswer &answer, const ReviewQuestion &question,
                    double reviewsPerDay)
{
    return largestMeanFor(reviewsPerDay) / decidedPerDay(answer, question);
}

/// The fewest that 1 of 20 days has more than.
double busyDay(double mean)
{
    if (shareOfDaysOver(mean, 0.0) <= shareOfDaysOverAllowed)
        return 0.0;
    double below = 0.0;
    double enough = 1.0;
    while (shareOfDaysOver(mean, enough) > shareOfDaysOverAllowed) {
        below = enough;
        enough *= 2.0;
    }
    while (enough - below > 1.0) {
        const double middle = std::floor((below + enough) / 2.0);
        (shareOfDaysOver(mean, middle) > shareOfDaysOverAllowed ? below : enough) = middle;
    }
    return enough;
}

/// By doubling and bisection, as more reviews never bring less.
std::optional<MoreReviews> moreReviews(const ReviewAnswer &answer, const ReviewSteps &steps,
                                       const ReviewQuestion &question, const JobControl &job)
{
    // Sums in another order differ in their last digits.
    const double hardly = 1e-11 * (answer.terms.missed + answer.terms.falsePositive);
    const double now = *question.reviewer.reviewsPerDay;
    const auto gain = [&](double reviewsPerDay) {
        return answer.best.cost
                - steps.bestOfAtMost(mostReviewed(answer, question, reviewsPerDay), answer.terms)
                          .cost;
    };
    if (answer.best.cost - steps.best(answer.terms).cost <= hardly)
        return std::nullopt;
    double below = now;
    double enough = now + 1.0;
    while (gain(enough) <= hardly && !job.stopRequested()) {
        below = enough;
        enough = now + 2.0 * (enough - now);
    }
    while (enough - below > 1.0 && !job.stopRequested()) {
        const double middle = std::floor((below + enough) / 2.0);
        (gain(middle) <= hardly ? below : enough) = middle;
    }
    return MoreReviews{enough, gain(enough) * decidedPerDay(answer, question)};
}

/// Everything of the day but the queue that is carried over, and what more reviews would bring.
void tellDay(ReviewAnswer &answer, const ReviewQuestion &question)
{
    const Reviewer &reviewer = question.reviewer;
    if (!reviewer.usesPerDay)
        return;
    const double reviews = decidedPerDay(answer, question) * answer.band.reviewed;
    ReviewAnswer::Day day{reviews, busyDay(reviews), {}};
    if (reviewer.reviewsPerDay) {
        ReviewAnswer::Queue queue{
                reviewQueue(*reviewer.reviewsPerDay, reviews, CarriedOver::NotAsked), {}, {}};
        queue.mostOnAverage = largestMeanFor(*reviewer.reviewsPerDay);
        if (answer.day && answer.day->queue)
            queue.more = answer.day->queue->more;
        day.queue = queue;
    }
    answer.day = day;
}

void setBand(ReviewAnswer &answer, const FoundBand &band)
{
    answer.gainPerUse += answer.decided * (answer.band.cost - band.cost);
    answer.bestGainPerUse = answer.decided * (answer.alone.cost - band.cost);
    answer.band = band;
}

bool isAlike(const ThresholdInterval &one, const ThresholdInterval &other)
{
    return one.low == other.low && one.high == other.high;
}

bool decideAlike(const FoundBand &one, const FoundBand &other)
{
    return isAlike(one.fromAlike, other.fromAlike) && isAlike(one.toAlike, other.toAlike);
}

/// Where it is set, and not at the next score.
FoundBand bandAt(const BandThresholds &band, const ReviewSteps &steps, const ReviewTerms &terms)
{
    FoundBand set = steps.at(band.from, band.to, terms);
    if (set.isOpen()) {
        set.from = band.from;
        set.to = band.to;
    }
    return set;
}

/// Value of a use at the question's threshold.
double withoutReview(const UseSlice &slice, const ReviewQuestion &question)
{
    const Waterfall ends = slice.waterfall(question.threshold);
    return valuePerUse(ends.rebased(restatement(ends, question.baseRate)), question.values)
            .value_or(0.0);
}

} // namespace

std::optional<BandNumbers> bandNumbers(const UseSlice &slice, const ReviewUses &uses,
                                       const ReviewQuestion &question)
{
    assert(question.band);
    const ReviewTerms terms = termsOf(question);
    if (terms.falsePositive <= 0.0 || terms.missed <= 0.0)
        return std::nullopt;
    const double without = uses.steps.at(question.threshold, question.threshold, terms).cost;
    const FoundBand band = bandAt(*question.band, uses.steps, terms);
    return BandNumbers{band, withoutReview(slice, question) + uses.decided * (without - band.cost)};
}

ReviewAnswer movedTo(const BandThresholds &band, const ReviewAnswer &known, const ReviewUses &uses,
                     const ReviewQuestion &question)
{
    ReviewAnswer moved = known;
    moved.heldOut.reset();
    setBand(moved, bandAt(band, uses.steps, known.terms));
    moved.isByHand = !decideAlike(moved.band, moved.best);
    tellDay(moved, question);
    return moved;
}

std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewUses &uses,
                                         const ReviewQuestion &question, const JobControl &job)
{
    constexpr double searched = 0.4; // of the work
    const ReviewSteps &steps = uses.steps;
    ReviewAnswer answer;
    answer.terms = termsOf(question);
    if (answer.terms.falsePositive <= 0.0 || answer.terms.missed <= 0.0)
        return std::nullopt;
    answer.decided = uses.decided;
    answer.closesAtPrice = steps.closesAt(answer.terms);
    const bool scarce = question.reviewer.isScarce();
    const double most =
            scarce ? mostReviewed(answer, question, *question.reviewer.reviewsPerDay) : 1.0;
    const ScarceBand found = steps.bestWithin(most, answer.terms);
    answer.best = found.band;
    answer.shadowPrice = found.price;
    answer.alone = steps.bestWithout(answer.terms);
    answer.withoutPerUse = withoutReview(slice, question);
    answer.band = steps.at(question.threshold, question.threshold, answer.terms);
    setBand(answer, answer.best);
    tellDay(answer, question);
    if (scarce)
        answer.day->queue->more = moreReviews(answer, steps, question, job);
    job.report(searched);
    if (question.band)
        answer = movedTo(*question.band, answer, uses, question);
    if (scarce)
        static_cast<ReviewQueue &>(*answer.day->queue) =
                reviewQueue(*question.reviewer.reviewsPerDay, answer.day->reviews);
    answer.heldOut =
            heldOutGain(uses, answer.terms, most, answer.isByHand ? question.band : std::nullopt,
                        job.part(searched, 1.0));
    if (answer.heldOut) {
        answer.heldOut->perUse *= answer.decided;
        answer.heldOut->takenOff *= answer.decided;
        if (auto &interval = answer.heldOut->interval)
            interval = Interval{answer.decided * interval->low, answer.decided * interval->high};
    }
    if (job.stopRequested())
        return std::nullopt;
    return answer;
}

std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewQuestion &question)
{
    const auto uses = ReviewUses::of(slice, question);
    return uses ? reviewAnswer(slice, *uses, question) : std::nullopt;
}

} // namespace oneinn
