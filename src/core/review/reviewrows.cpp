// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewrows.h"

#include "core/clusters/rowclusters.h"
#include "core/policies/scenariorows.h"
#include "core/rowends.h"
#include "core/targets/capacity.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace oneinn {

namespace {

struct UsesOfModel {
    std::vector<ReviewedUse> uses;
    double positive = 0.0; ///< weight of all uses, decided or not
    double negative = 0.0;

    double all() const { return positive + negative; }
};

UsesOfModel usesOf(const UseSlice &slice, const ReviewQuestion &question)
{
    const Predictions &predictions = *slice.rows().all()->predictions();
    const RowEnds ends(slice, question, question.threshold);
    const RowClusters clusters = rowClusters(predictions);
    const auto &units = clusters.users ? clusters.users : clusters.days;
    UsesOfModel found;
    for (const std::uint32_t row : predictions.select(question.selection, Calls::All)) {
        const auto end = ends.endIf(row, true);
        if (!end)
            continue;
        const bool positive = predictions.label()[row] != 0;
        (positive ? found.positive : found.negative) += end->weight;
        if (end->decided && end->staying > 0.0)
            found.uses.push_back({predictions.score()[row], end->weight * end->staying, positive,
                                  units ? units->of(row) : row});
    }
    return found;
}

/// As many of 1 are positive as the base rate says.
void restate(UsesOfModel &found, double baseRate)
{
    if (found.positive <= 0.0 || found.negative <= 0.0)
        return;
    const double positive = baseRate * found.all() / found.positive;
    const double negative = (1.0 - baseRate) * found.all() / found.negative;
    for (ReviewedUse &use : found.uses)
        use.weight *= use.positive ? positive : negative;
    found.positive *= positive;
    found.negative *= negative;
}

double weightOf(const std::vector<ReviewedUse> &uses)
{
    double weight = 0.0;
    for (const ReviewedUse &use : uses)
        weight += use.weight;
    return weight;
}

/// Per use: by how much a band chosen on other uses is cheaper than a threshold chosen on them.
std::optional<double> heldOutGain(const std::vector<ReviewedUse> &uses, const ReviewTerms &terms,
                                  double mostReviewed)
{
    constexpr std::uint32_t folds = 10;
    std::set<std::uint32_t> units;
    for (const ReviewedUse &use : uses)
        units.insert(use.unit);
    if (units.size() < 2)
        return std::nullopt;
    double gained = 0.0;
    for (std::uint32_t fold = 0; fold < folds; ++fold) {
        // Ids are numbered in order of appearance: neighbours go to different parts.
        const auto isHeldOut = [fold](const ReviewedUse &use) { return use.unit % folds == fold; };
        std::vector<ReviewedUse> held;
        std::vector<ReviewedUse> others;
        std::ranges::partition_copy(uses, std::back_inserter(held), std::back_inserter(others),
                                    isHeldOut);
        if (held.empty() || others.empty())
            continue;
        const double weight = weightOf(held);
        const ReviewSteps choosing(std::move(others));
        const ReviewSteps judging(std::move(held));
        const FoundBand band = choosing.bestWithin(mostReviewed, terms).band;
        const FoundBand alone = choosing.bestWithout(terms);
        gained += weight
                * (judging.at(alone.from, alone.to, terms).cost
                   - judging.at(band.from, band.to, terms).cost);
    }
    return gained / weightOf(uses);
}

} // namespace

std::optional<ReviewAnswer> reviewAnswer(const UseSlice &slice, const ReviewQuestion &question)
{
    UsesOfModel found = usesOf(slice, question);
    const OutcomeValues &values = question.values;
    ReviewAnswer answer;
    answer.terms = {.falsePositive = values.tn() - values.fp(),
                    .missed = values.tp() - values.fn(),
                    .cost = question.cost,
                    .recall = question.recall,
                    .falseAlarms = question.falseAlarms,
                    .price = 0.0};
    if (found.uses.empty() || answer.terms.falsePositive <= 0.0 || answer.terms.missed <= 0.0)
        return std::nullopt;
    if (question.baseRate)
        restate(found, *question.baseRate);
    answer.decided = weightOf(found.uses) / found.all();
    answer.closesAtPrice = closingPrice(answer.terms);
    const ReviewSteps steps(found.uses);
    double mostReviewed = 1.0;
    if (question.capacity) {
        answer.day = ReviewAnswer::Day{};
        answer.day->mostOnAverage = largestMeanFor(question.capacity->reviewsPerDay);
        mostReviewed = answer.day->mostOnAverage / (question.capacity->usesPerDay * answer.decided);
    }
    const ScarceBand scarce = steps.bestWithin(mostReviewed, answer.terms);
    answer.band = scarce.band;
    answer.price = scarce.price;
    answer.without = steps.at(question.threshold, question.threshold, answer.terms);
    answer.gainPerUse = answer.decided * (answer.without.cost - answer.band.cost);
    answer.bestGainPerUse =
            answer.decided * (steps.bestWithout(answer.terms).cost - answer.band.cost);
    if (const auto gain = heldOutGain(found.uses, answer.terms, mostReviewed))
        answer.heldOutGainPerUse = answer.decided * *gain;
    if (answer.day) {
        answer.day->reviews = question.capacity->usesPerDay * answer.decided * answer.band.reviewed;
        answer.day->queue = reviewQueue(question.capacity->reviewsPerDay, answer.day->reviews);
    }
    return answer;
}

} // namespace oneinn
