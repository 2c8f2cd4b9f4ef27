// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/heldoutcost.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/bootstrap.h"
#include "core/comparison/linearised.h"
#include "core/infinity.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/shortestthreshold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oneinn {

namespace {

bool isTaken(const UseFilter &takes, Eigen::Index use)
{
    return !takes || takes(use);
}

/// By use, in which half it is: all of a user in one. A unit's place is scrambled (Knuth's
/// multiplicative hash), as users of a file may be in an order that means something.
std::vector<std::uint8_t> halvesOf(const PairedRows &rows)
{
    const CodeColumn &codes = rows.user.size() > 0 ? rows.user : rows.day;
    std::vector<std::uint8_t> halves(static_cast<std::size_t>(rows.uses()));
    for (std::size_t use = 0; use < halves.size(); ++use) {
        const auto unit = codes.size() > 0 ? codes[static_cast<Eigen::Index>(use)]
                                           : static_cast<std::uint32_t>(use);
        halves[use] = static_cast<std::uint8_t>((unit * 2654435769U) >> 31U);
    }
    return halves;
}

/// Uses in one half, or all others, by score from the highest.
class ThresholdChooser {
public:
    ThresholdChooser(const ShownOrNot &uses, const Eigen::ArrayXd &weight, const UseFilter &takes)
        : m_uses(uses)
        , m_gain(weight * (uses.shown.measured - uses.notShown.measured))
    {
        for (Eigen::Index use = 0; use < uses.shown.uses(); ++use) {
            if (!uses.shown.failed(use) && isTaken(takes, use))
                m_order.push_back(use);
        }
        std::ranges::sort(m_order, std::ranges::greater(),
                          [&](Eigen::Index use) { return uses.shown.score(use); });
    }

    /// The lowest score that is shown where most is gained in a half; infinity: nothing is.
    double bestIn(const std::vector<std::uint8_t> &halves, std::uint8_t half) const
    {
        return best(
                [&](Eigen::Index use) { return halves[static_cast<std::size_t>(use)] == half; });
    }
    /// The same in all of them.
    double bestOfAll() const { return best({}); }
    /// The next higher score that is not shown; -infinity: all are.
    double nextBelow(double threshold) const
    {
        const auto silent = std::ranges::find_if(
                m_order, [&](Eigen::Index use) { return m_uses.shown.score(use) < threshold; });
        return silent == m_order.end() ? -infinity : m_uses.shown.score(*silent);
    }
    /// Of showing all of them from a score up.
    double gainFrom(double score) const
    {
        double gain = 0.0;
        for (const Eigen::Index use : m_order)
            gain += m_uses.shown.score(use) >= score ? m_gain[use] : 0.0;
        return gain;
    }
    /// As ThresholdInterval::isOfBins.
    bool isOfBins() const { return m_uses.shown.rows.scoreIsBinStart; }
    /// -infinity where nobody has a score.
    double highest() const
    {
        return m_order.empty() ? -infinity : m_uses.shown.score(m_order.front());
    }

private:
    double best(const UseFilter &chooses) const
    {
        double gain = 0.0;
        double most = 0.0;
        double lowest = Threshold::alertOnNothing().value;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const Eigen::Index use = m_order[i];
            if (isTaken(chooses, use))
                gain += m_gain[use];
            const double score = m_uses.shown.score(use);
            const bool isLast =
                    i + 1 == m_order.size() || m_uses.shown.score(m_order[i + 1]) < score;
            if (isLast && gain > most) {
                most = gain;
                lowest = score;
            }
        }
        return lowest;
    }

    const ShownOrNot &m_uses;
    Eigen::ArrayXd m_gain;
    std::vector<Eigen::Index> m_order;
};

/// Enough of them for a threshold that means something.
bool areEnough(const PeriodUses &uses, const UseFilter &takes)
{
    double good = 0.0;
    double bad = 0.0;
    for (Eigen::Index use = 0; use < uses.uses(); ++use) {
        if (takes(use))
            (uses.good(use) ? good : bad) += 1.0;
    }
    return good + bad >= fewestForOwnThreshold && std::min(good, bad) >= fewestOfEachClass;
}

/// A finite one that is told shortly, and decides the same in the segment.
Threshold told(const ThresholdChooser &chooser, double best)
{
    if (std::isinf(best))
        return shortestAbove(chooser.highest());
    return shortestThreshold({chooser.nextBelow(best), best, chooser.isOfBins()});
}

} // namespace

std::optional<ShownOrNot> shownOrNot(const std::shared_ptr<const PredictionIndex> &index,
                                     const Scenario &scenario)
{
    Scenario all = scenario;
    all.threshold = {-Threshold::alertOnNothing().value};
    Scenario none = scenario;
    none.threshold = Threshold::alertOnNothing();
    auto shown = periodUses(index, all, DropMeasure::Value);
    auto notShown = periodUses(index, none, DropMeasure::Value);
    if (!shown || !notShown)
        return std::nullopt;
    return ShownOrNot{std::move(*shown), std::move(*notShown)};
}

HeldOutCost heldOutCost(const ShownOrNot &uses, const Eigen::ArrayXd &weight, Threshold kept,
                        const UseFilter &takes)
{
    const PairedRows &rows = uses.shown.rows;
    const std::vector<std::uint8_t> halves = halvesOf(rows);
    const ThresholdChooser chooser(uses, weight, takes);
    const std::array<double, 2> best{chooser.bestIn(halves, 0), chooser.bestIn(halves, 1)};
    Eigen::ArrayXd cost = Eigen::ArrayXd::Zero(rows.uses());
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (uses.shown.failed(use) || !isTaken(takes, use))
            continue;
        const double score = uses.shown.score(use);
        const double chosen = best[1U - halves[static_cast<std::size_t>(use)]];
        const double gain = uses.shown.measured[use] - uses.notShown.measured[use];
        cost[use] = (score >= chosen ? gain : 0.0) - (score >= kept.value ? gain : 0.0);
    }
    const LinearisedRatio mean = *linearisedMean(weight, cost);
    const double reach = influenceSpread(mean.influence, rows.user, rows.day).reach();
    return {mean.value, {mean.value - reach, mean.value + reach}};
}

std::optional<OwnThresholdGain> ownThresholdGain(const ShownOrNot &uses, Threshold others,
                                                 const std::string &column,
                                                 const std::string &value)
{
    const CategoryColumn *segments = uses.shown.column(column);
    if (!segments || std::isinf(others.value) || ResampleUnits(uses.shown.rows).size() < 2)
        return std::nullopt;
    const UseFilter isOfSegment = [&](Eigen::Index use) {
        return uses.shown.valueOf(*segments, use) == value;
    };
    if (!areEnough(uses.shown, isOfSegment))
        return std::nullopt;
    const PairedRows &rows = uses.shown.rows;
    const ThresholdChooser chooser(uses, rows.weight, isOfSegment);
    if (std::isinf(chooser.highest()))
        return std::nullopt;
    const double best = chooser.bestOfAll();
    OwnThresholdGain own{.column = column,
                         .value = value,
                         .threshold = told(chooser, best),
                         .others = others,
                         .showsAny = std::isfinite(best),
                         .looks = 0.0,
                         .heldOut = heldOutCost(uses, rows.weight, others, isOfSegment)};
    own.looks = (chooser.gainFrom(best) - chooser.gainFrom(others.value)) / rows.weight.sum();
    return own;
}

} // namespace oneinn
