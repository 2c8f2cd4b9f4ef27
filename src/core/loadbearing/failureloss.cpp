// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/failureloss.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double interactionWarning = 0.2;
/// Losses that differ by less of the larger are equal.
constexpr double lossRounding = 1e-12;

/// What is added to false alarms and misses, at most all there is of the other outcome. Where more
/// is wrong than was withheld, as where everything is shown, it is the model that is worse, and not
/// where it is cut: right ones come out wrong.
struct Added {
    double falseAlarms = 0.0; ///< of those rightly silent
    double spoiled = 0.0;     ///< of those rightly shown
    double misses = 0.0;

    double wrong() const { return falseAlarms + spoiled; }
};

Added addedTo(const ServedCells &cells, const Worsening &by, bool moreWrong = true,
              bool moreMissed = true)
{
    const MoreOfUses &more = by.more.value_or(MoreOfUses());
    const double wrong = !moreWrong ? 0.0
            : by.more               ? more.wrongShown * cells.uses()
                                    : cells.fp * by.step.precision;
    const double missed = !moreMissed ? 0.0
            : by.more                 ? more.missed * cells.uses()
                                      : cells.fn * by.step.recall;
    Added added;
    added.falseAlarms = std::min(wrong, cells.tn);
    added.spoiled = std::min(wrong - added.falseAlarms, cells.tp);
    added.misses = std::min(missed, cells.tp - added.spoiled);
    return added;
}

ServedCells with(const ServedCells &cells, const Added &added)
{
    return {.tp = cells.tp - added.spoiled - added.misses,
            .fp = cells.fp + added.wrong(),
            .fn = cells.fn + added.misses,
            .tn = cells.tn - added.falseAlarms,
            .unserved = cells.unserved};
}

/// What a use is worth with some failures worse: bit f of `worse` stands for everyFailure[f].
double valueWith(unsigned worse, const ServedCells &asItIs, const ServedCells &slowed,
                 const Worsening &by, const OutcomeValues &values)
{
    const auto isWorse = [worse](Failure failure) {
        return (worse >> static_cast<unsigned>(failure) & 1U) != 0;
    };
    const ServedCells &cells = isWorse(Failure::Latency) ? slowed : asItIs;
    const Added added = addedTo(cells, by, isWorse(Failure::Precision), isWorse(Failure::Recall));
    return valuePerUse(with(cells, added), values);
}

std::optional<double> relativeStep(double added, double now)
{
    if (!(added > 0.0))
        return 0.0;
    return now > 0.0 ? std::optional(added / now) : std::nullopt;
}

/// What is said of the steps.
void tellSteps(FailureLosses &losses, const ServedCells &cells, const Worsening &by)
{
    const Added added = addedTo(cells, by);
    losses.step = {by.step.latency, by.step.precision, by.step.recall};
    if (by.more) {
        losses.step.precision = relativeStep(added.wrong(), cells.fp);
        losses.step.recall = relativeStep(added.misses, cells.fn);
    }
    losses.ofNone = {false, cells.fp <= 0.0, cells.fn <= 0.0};
    losses.moreOfUses = {added.wrong() / cells.uses(), added.misses / cells.uses()};
    losses.spoilsRightOnes = added.spoiled > 0.0;
}

constexpr unsigned allFailures = 7;

/// Mean over the orders in which the three may get worse, of what each adds to the loss.
PerFailure<double> shapleyOf(const std::array<double, allFailures + 1> &loss)
{
    PerFailure<double> result;
    for (const Failure failure : everyFailure) {
        const auto f = static_cast<unsigned>(failure);
        const unsigned own = 1U << f;
        const unsigned next = 1U << (f + 1) % 3;
        const unsigned last = 1U << (f + 2) % 3;
        result[failure] = loss[own] / 3.0 + (loss[own | next] - loss[next]) / 6.0
                + (loss[own | last] - loss[last]) / 6.0
                + (loss[allFailures] - loss[next | last]) / 3.0;
    }
    return result;
}

} // namespace

ServedCells worsened(const ServedCells &cells, double moreFalseAlarms, double moreMisses)
{
    return with(cells, addedTo(cells, PerFailure<double>{0.0, moreFalseAlarms, moreMisses}));
}

PerFailure<double> lossesAlone(const ServedCells &asItIs, const ServedCells &slowed,
                               const Worsening &by, const OutcomeValues &values)
{
    const double value = valuePerUse(asItIs, values);
    PerFailure<double> result;
    for (const Failure failure : everyFailure)
        result[failure] =
                value - valueWith(1U << static_cast<unsigned>(failure), asItIs, slowed, by, values);
    return result;
}

std::optional<Failure> firstOf(const PerFailure<double> &losses)
{
    std::array<Failure, 3> order = everyFailure;
    std::stable_sort(order.begin(), order.end(),
                     [&losses](Failure a, Failure b) { return losses[a] > losses[b]; });
    const double most = losses[order[0]];
    if (!(most > 0.0) || most - losses[order[1]] <= lossRounding * most)
        return std::nullopt;
    return order[0];
}

FailureLosses failureLosses(const ServedCells &asItIs, const ServedCells &slowed,
                            const Worsening &by, const OutcomeValues &values)
{
    std::array<double, allFailures + 1> loss{};
    FailureLosses result;
    result.value = valuePerUse(asItIs, values);
    tellSteps(result, asItIs, by);
    for (unsigned worse = 1; worse <= allFailures; ++worse)
        loss[worse] = result.value - valueWith(worse, asItIs, slowed, by, values);

    double sum = 0.0;
    for (const Failure failure : everyFailure) {
        result.alone[failure] = loss[1U << static_cast<unsigned>(failure)];
        sum += result.alone[failure];
    }
    result.joint = loss[allFailures];
    result.shapley = shapleyOf(loss);
    if (result.joint > 0.0) {
        result.share.emplace();
        for (const Failure failure : everyFailure)
            (*result.share)[failure] = result.shapley[failure] / result.joint;
    }
    std::stable_sort(result.ranking.begin(), result.ranking.end(),
                     [&](Failure a, Failure b) { return result.alone[a] > result.alone[b]; });
    result.first = firstOf(result.alone);
    result.interact = std::abs(sum - result.joint) > interactionWarning * std::abs(result.joint);
    return result;
}

} // namespace oneinn
