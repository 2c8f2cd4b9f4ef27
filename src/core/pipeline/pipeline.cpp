// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pipeline/pipeline.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/linearised.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

Interval around(const Eigen::ArrayXd &influence, double value, const StageRows &rows)
{
    const double reach = influenceSpread(influence, rows.user, rows.day).reach();
    return {value - reach, value + reach};
}

/// A share is between 0 and 1.
Interval shareAround(const LinearisedRatio &share, const StageRows &rows)
{
    const Interval interval = around(share.influence, share.value, rows);
    return {std::max(0.0, interval.low), std::min(1.0, interval.high)};
}

/// By use: whether it comes to each stage, and whether it gets through.
struct Ways {
    std::vector<Eigen::ArrayXd> reached; ///< 1 or 0; one more than there are stages: through all

    Eigen::ArrayXd lost(std::size_t stage) const { return reached[stage] - reached[stage + 1]; }
};

Ways waysOf(const StageRows &rows)
{
    Ways ways;
    ways.reached.emplace_back(Eigen::ArrayXd::Ones(rows.uses()));
    for (const std::vector<StageOutcome> &outcomes : rows.outcomes) {
        Eigen::ArrayXd through = ways.reached.back();
        for (Eigen::Index use = 0; use < rows.uses(); ++use) {
            const StageOutcome outcome = outcomes[static_cast<std::size_t>(use)];
            assert(through[use] == 0.0 || outcome != StageOutcome::Unknown);
            if (outcome != StageOutcome::Right)
                through[use] = 0.0;
        }
        ways.reached.push_back(std::move(through));
    }
    return ways;
}

/// Lost here, times through each later stage of those that get to it; its influences by the chain
/// rule.
void setWorth(StageLoss &loss, std::size_t stage, const Ways &ways, const StageRows &rows)
{
    const LinearisedRatio lost = *linearisedMean(rows.weight, ways.lost(stage));
    double later = 1.0;
    Eigen::ArrayXd relative = Eigen::ArrayXd::Zero(rows.uses());
    for (std::size_t next = stage + 1; next < rows.names.size(); ++next) {
        const auto through =
                linearisedRatio(rows.weight, ways.reached[next + 1], ways.reached[next]);
        if (!through || through->value <= 0.0)
            return;
        later *= through->value;
        relative += through->influence / through->value;
    }
    loss.worth = lost.value * later;
    loss.worthInterval = around(later * lost.influence + *loss.worth * relative, *loss.worth, rows);
}

/// Milliseconds, summed by weight.
double setWait(StageLoss &loss, const std::vector<double> &waits, const StageRows &rows)
{
    double weight = 0.0;
    double sum = 0.0;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const double wait = waits[static_cast<std::size_t>(use)];
        if (std::isnan(wait))
            continue;
        weight += rows.weight[use];
        sum += rows.weight[use] * wait;
    }
    loss.waited = weight / rows.weight.sum();
    if (weight > 0.0)
        loss.wait = sum / weight;
    return sum;
}

} // namespace

StageFate stageFate(const std::vector<StageOutcome> &outcomes)
{
    const auto notRight = std::ranges::find_if(
            outcomes, [](StageOutcome outcome) { return outcome != StageOutcome::Right; });
    if (notRight == outcomes.end())
        return {};
    if (*notRight == StageOutcome::Unknown)
        return {.lostAt = {}, .isKnown = false};
    return {.lostAt = static_cast<std::size_t>(notRight - outcomes.begin())};
}

std::optional<double> mendingValue(const StageLoss &loss, const OutcomeValues &values)
{
    const double each = values.tp() - values.tn();
    return loss.worth && each > 0.0 ? std::optional(*loss.worth * each) : std::nullopt;
}

std::optional<PipelineLosses> pipelineLosses(const StageRows &rows)
{
    if (rows.uses() == 0)
        return std::nullopt;
    const Ways ways = waysOf(rows);
    PipelineLosses losses;
    losses.uses = static_cast<std::size_t>(rows.uses());
    const LinearisedRatio right = *linearisedMean(rows.weight, ways.reached.back());
    losses.right = right.value;
    losses.rightInterval = shareAround(right, rows);
    std::vector<double> waited;
    for (std::size_t stage = 0; stage < rows.names.size(); ++stage) {
        const LinearisedRatio lost = *linearisedMean(rows.weight, ways.lost(stage));
        StageLoss loss;
        loss.reached = linearisedMean(rows.weight, ways.reached[stage])->value;
        loss.lost = lost.value;
        loss.lostInterval = shareAround(lost, rows);
        if (loss.reached > 0.0)
            loss.lostOf = loss.lost / loss.reached;
        setWorth(loss, stage, ways, rows);
        waited.push_back(setWait(loss, rows.waits[stage], rows));
        losses.stages.push_back(loss);
    }
    double all = 0.0;
    for (const double each : waited)
        all += each;
    for (std::size_t stage = 0; all > 0.0 && stage < waited.size(); ++stage)
        losses.stages[stage].timeShare = waited[stage] / all;
    return losses;
}

} // namespace oneinn
