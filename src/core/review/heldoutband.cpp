// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/heldoutband.h"

#include "core/clusters/influencespread.h"
#include "core/eigenindex.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>

namespace oneinn {

namespace {

constexpr std::size_t mostParts = 10;

/// Which part each use is held out with, uses of one unit together.
struct Parts {
    std::vector<std::uint8_t> ofUse;
    std::size_t count = 0; ///< below 2: there is nothing to part
};

DenseUnits unitsOf(const ReviewUses &uses)
{
    const CodeColumn &codes = uses.users.size() > 0 ? uses.users : uses.days;
    if (codes.size() > 0)
        return denseUnits(codes);
    DenseUnits each{std::vector<std::uint32_t>(uses.uses.size()), uses.uses.size()};
    std::iota(each.unit.begin(), each.unit.end(), 0U);
    return each;
}

Parts partsOf(const ReviewUses &uses)
{
    const DenseUnits units = unitsOf(uses);
    Parts parts{std::vector<std::uint8_t>(units.unit.size()), std::min(mostParts, units.count)};
    if (parts.count < 2)
        return parts;
    std::vector<std::uint8_t> ofUnit(units.count);
    for (std::size_t unit = 0; unit < units.count; ++unit)
        ofUnit[unit] = static_cast<std::uint8_t>(unit % parts.count);
    // Fisher & Yates; std::shuffle need not be the same everywhere.
    std::mt19937_64 random(1);
    for (std::size_t last = units.count; last-- > 1;)
        std::swap(ofUnit[last], ofUnit[random() % (last + 1)]);
    std::ranges::transform(units.unit, parts.ofUse.begin(),
                           [&ofUnit](std::uint32_t unit) { return ofUnit[unit]; });
    return parts;
}

double costOf(const ReviewedUse &use, Threshold from, Threshold to, const ReviewTerms &terms)
{
    if (use.score < from.value)
        return use.positive ? terms.missed : 0.0;
    if (use.score >= to.value)
        return use.positive ? 0.0 : terms.falsePositive;
    return terms.cost
            + (use.positive ? (1.0 - terms.recall) * terms.missed
                            : terms.falseAlarms * terms.falsePositive);
}

HeldOutGain gainOf(const ReviewUses &uses, const Eigen::ArrayXd &weight, const Eigen::ArrayXd &gain)
{
    const double all = weight.sum();
    HeldOutGain told{(weight * gain).sum() / all, std::nullopt};
    const InfluenceSpread spread =
            influenceSpread(weight * (gain - told.perUse) / all, uses.users, uses.days);
    if (spread.clusters >= fewestClusters && spread.variance > 0.0)
        told.interval = Interval{told.perUse - spread.reach(), told.perUse + spread.reach()};
    return told;
}

/// Of a band against the best threshold, by use.
class Gains {
public:
    explicit Gains(const ReviewUses &uses)
        : m_uses(uses)
        , m_weight(eigenIndex(uses.uses.size()))
        , m_gain(eigenIndex(uses.uses.size()))
    {
    }

    void set(std::size_t place, Threshold alone, const BandThresholds &band,
             const ReviewTerms &terms)
    {
        const ReviewedUse &use = m_uses.uses[place];
        m_weight[eigenIndex(place)] = use.weight;
        m_gain[eigenIndex(place)] =
                costOf(use, alone, alone, terms) - costOf(use, band.from, band.to, terms);
    }
    HeldOutGain summed() const { return gainOf(m_uses, m_weight, m_gain); }

private:
    const ReviewUses &m_uses;
    Eigen::ArrayXd m_weight;
    Eigen::ArrayXd m_gain;
};

/// More than of the best is expected of none, and neither limit lies above that of the best.
HeldOutGain cappedBy(const HeldOutGain &best, HeldOutGain byHand)
{
    byHand.takenOff = std::max(0.0, byHand.perUse - best.perUse);
    byHand.perUse -= byHand.takenOff;
    if (byHand.interval && best.interval)
        byHand.interval = Interval{std::min(byHand.interval->low, best.interval->low),
                                   std::min(byHand.interval->high, best.interval->high)};
    return byHand;
}

} // namespace

std::optional<HeldOutGain> heldOutGain(const ReviewUses &uses, const ReviewTerms &terms,
                                       double mostReviewed,
                                       const std::optional<BandThresholds> &byHand,
                                       const JobControl &job)
{
    const Parts parts = partsOf(uses);
    if (parts.count < 2)
        return std::nullopt;
    Gains chosenAnew(uses);
    Gains kept(uses);
    for (std::size_t part = 0; part < parts.count; ++part) {
        if (job.stopRequested())
            return std::nullopt;
        const ReviewSteps others(uses.uses,
                                 [&](std::size_t use) { return parts.ofUse[use] != part; });
        const Threshold alone = others.bestWithout(terms).from;
        const FoundBand best = others.bestOfAtMost(mostReviewed, terms);
        for (std::size_t i = 0; i < uses.uses.size(); ++i) {
            if (parts.ofUse[i] != part)
                continue;
            chosenAnew.set(i, alone, {best.from, best.to}, terms);
            if (byHand)
                kept.set(i, alone, *byHand, terms);
        }
        job.report(static_cast<double>(part + 1) / static_cast<double>(parts.count));
    }
    const HeldOutGain best = chosenAnew.summed();
    return byHand ? cappedBy(best, kept.summed()) : best;
}

} // namespace oneinn
