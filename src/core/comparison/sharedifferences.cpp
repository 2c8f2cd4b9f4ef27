// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/sharedifferences.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/linearised.h"
#include "core/comparison/pairedprecision.h"
#include "core/comparison/pairedshares.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

constexpr double toldConfidence = 0.95;

bool endsInAnswers(const UseColumns &uses)
{
    return !uses.anyUnanswered() && !uses.anyLost() && (uses.staying() == 1.0).all();
}

std::optional<LinearisedRatio> ratioOf(const UseColumns &uses, const ShareKind &kind)
{
    return linearisedRatio(uses.weight(), uses.of(kind.yes), uses.of(denominatorOf(kind)));
}

void addTo(Eigen::ArrayXd &sums, const std::vector<std::uint32_t> &units,
           const Eigen::ArrayXd &influence, double sign)
{
    for (Eigen::Index use = 0; use < influence.size(); ++use)
        sums[static_cast<Eigen::Index>(units[static_cast<std::size_t>(use)])] +=
                sign * influence[use];
}

/// Influences of a less those of b, summed by unit.
Eigen::ArrayXd differencesBy(const PairedUnits &units, const LinearisedRatio &a,
                             const LinearisedRatio &b)
{
    Eigen::ArrayXd influence = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(units.count));
    if (units.a == units.b) {
        addTo(influence, units.a, a.influence - b.influence, 1.0);
        return influence;
    }
    addTo(influence, units.a, a.influence, 1.0);
    addTo(influence, units.b, b.influence, -1.0);
    // What is left of equal ones is rounding.
    constexpr double rounding = 1e-12;
    const double largest = std::max(a.influence.abs().maxCoeff(), b.influence.abs().maxCoeff());
    return (influence.abs() > rounding * largest).select(influence, 0.0);
}

} // namespace

MeasureComparison judged(MeasureComparison measure, BetterQuality better, Eigen::Index uses,
                         double smallest)
{
    constexpr double mostMoreUses = 1e9;
    // To the limit, and as far again as 80 of 100 draws reach: z(0.975) and z(0.8).
    constexpr double toLimit = 1.9599639845400545;
    constexpr double toPower = 0.8416212335729143;
    const Interval &interval = measure.interval;
    const double expected = measure.expected();
    const bool higher = better == BetterQuality::Higher;
    measure.verdict = higher
            ? differenceVerdict(expected, interval, smallest)
            : differenceVerdict(-expected, {-interval.high, -interval.low}, smallest);
    if ((measure.tooFewDiffer || !measure.optimism.isKnown()) && !measure.isNone())
        measure.verdict = ComparisonVerdict::CannotBeToldApart;
    const bool holdsNothing = interval.low <= 0.0 && interval.high >= 0.0;
    if (measure.verdict != ComparisonVerdict::CannotBeToldApart || !holdsNothing || expected == 0.0)
        return measure;
    const double taken = measure.optimism.a.value_or(0.0) + measure.optimism.b.value_or(0.0);
    const double half = (interval.width() - taken) / 2.0;
    const double ratio = half * (1.0 + toPower / toLimit) / expected;
    const double more = std::max(1.0, std::ceil(static_cast<double>(uses) * (ratio * ratio - 1.0)));
    if (more <= mostMoreUses)
        measure.moreUses = more;
    return measure;
}

BetterQuality betterOf(const ShareKind &kind)
{
    return kind.isHarm ? BetterQuality::Lower : BetterQuality::Higher;
}

MeasureComparison linearisedDifference(const SpreadDifference &found, BetterQuality better,
                                       double smallest, Eigen::Index uses, const Optimism &optimism)
{
    const double reach = found.spread.reach();
    MeasureComparison result{.a = found.a, .b = found.b, .difference = found.a - found.b};
    result.interval = {result.difference - reach, result.difference + reach};
    // What is the same on every use was chosen alike.
    if (!result.isNone())
        result.optimism = optimism;
    if (result.optimism.isKnown())
        result.interval = expectedInterval(result.interval, result.optimism);
    result.basis = ComparisonBasis::Linearised;
    result.standardError = found.spread.standardError();
    if (found.spread.clusters > 1.0)
        result.freedom = found.spread.clusters - 1.0;
    result.tooFewDiffer = found.spread.moved < fewestThatDiffer;
    return judged(result, better, uses, smallest);
}

MeasureComparison withinShares(MeasureComparison measure)
{
    measure.interval =
            Interval{std::max(-1.0, measure.interval.low), std::min(1.0, measure.interval.high)};
    return measure;
}

MeasureComparison complementOf(MeasureComparison measure)
{
    measure.a = 1.0 - measure.a;
    measure.b = 1.0 - measure.b;
    measure.difference = -measure.difference;
    measure.interval = {-measure.interval.high, -measure.interval.low};
    return measure;
}

ShareDifferences::ShareDifferences(const ComparedUses &a, const ComparedUses &b,
                                   const PairedClusters &clusters, bool inStep)
    : m_a(a)
    , m_b(b)
    , m_clusters(clusters)
{
    const PairedUnits &units = clusters.units;
    const Eigen::ArrayXd &weight = a.uses.weight();
    assert(units.a.size() == static_cast<std::size_t>(weight.size()));
    m_countable = inStep && !clusters.both && units.count == units.a.size() && endsInAnswers(a.uses)
            && endsInAnswers(b.uses) && (weight == weight[0]).all()
            && (b.uses.weight() == weight[0]).all();
}

std::optional<MeasureComparison> ShareDifferences::share(Share share) const
{
    const ShareKind &kind = kindOf(share);
    if (m_countable) {
        if (auto result = counted(kind))
            return result;
    }
    const auto a = ratioOf(m_a.uses, kind);
    const auto b = ratioOf(m_b.uses, kind);
    if (!a || !b)
        return std::nullopt;
    return withinShares(differenceOf(*a, *b, betterOf(kind), smallestShare));
}

MeasureComparison ShareDifferences::valuePerUse(double smallest, const Optimism &optimism) const
{
    return differenceOf(*linearisedMean(m_a.uses.weight(), m_a.value),
                        *linearisedMean(m_b.uses.weight(), m_b.value), BetterQuality::Higher,
                        smallest, optimism);
}

MeasureComparison ShareDifferences::differenceOf(const LinearisedRatio &a, const LinearisedRatio &b,
                                                 BetterQuality better, double smallest,
                                                 const Optimism &optimism) const
{
    InfluenceSpread spread = spreadOfUnits(differencesBy(m_clusters.units, a, b));
    if (m_clusters.both)
        spread = combined(spread, spreadOfUnits(differencesBy(*m_clusters.days, a, b)),
                          spreadOfUnits(differencesBy(*m_clusters.both, a, b)));
    return linearisedDifference({a.value, b.value, spread}, better, smallest,
                                std::max(a.influence.size(), b.influence.size()), optimism);
}

/// Absent where the share is neither one of the same rows for both nor one of those shown, or is
/// undefined.
std::optional<MeasureComparison> ShareDifferences::counted(const ShareKind &kind) const
{
    const Eigen::ArrayXd of = m_a.uses.of(denominatorOf(kind));
    if (!(of.sum() > 0.0))
        return std::nullopt;
    if (kind.of == Denominator::ShownOnes) {
        if (!(m_b.uses.of(shownUses).sum() > 0.0) || !(kind.yes == UseParts{UsePart::WrongShown}))
            return std::nullopt;
        return complementOf(precision());
    }
    const Eigen::ArrayXd a = m_a.uses.of(kind.yes);
    const Eigen::ArrayXd b = m_b.uses.of(kind.yes);
    PairedCounts counts;
    counts.both = (a * b * of).sum();
    counts.onlyA = (a * (1.0 - b) * of).sum();
    counts.onlyB = ((1.0 - a) * b * of).sum();
    counts.neither = of.sum() - counts.both - counts.onlyA - counts.onlyB;
    MeasureComparison result{.a = (a * of).sum() / of.sum(), .b = (b * of).sum() / of.sum()};
    result.difference = (counts.onlyA - counts.onlyB) / of.sum();
    result.interval = newcombeDifference(counts, toldConfidence)->interval;
    const auto test = mcNemarTest(counts.onlyA, counts.onlyB);
    result.p = test ? test->midP : 1.0;
    result = judged(result, betterOf(kind), a.size(), smallestShare);
    // The same on every use, as the value then is.
    if (counts.onlyA == 0.0 && counts.onlyB == 0.0)
        result.verdict = ComparisonVerdict::NoDifferenceThatMatters;
    return result;
}

MeasureComparison ShareDifferences::precision() const
{
    const Eigen::ArrayXd rightA = m_a.uses.of({UsePart::RightShown});
    const Eigen::ArrayXd rightB = m_b.uses.of({UsePart::RightShown});
    const Eigen::ArrayXd wrongA = m_a.uses.of({UsePart::WrongShown});
    const Eigen::ArrayXd wrongB = m_b.uses.of({UsePart::WrongShown});
    const PairedAlerts alerts{.trueA = rightA.sum(),
                              .alertsA = rightA.sum() + wrongA.sum(),
                              .trueB = rightB.sum(),
                              .alertsB = rightB.sum() + wrongB.sum(),
                              .bothTrue = (rightA * rightB).sum(),
                              .bothFalse = (wrongA * wrongB).sum()};
    MeasureComparison result{.a = alerts.trueA / alerts.alertsA,
                             .b = alerts.trueB / alerts.alertsB};
    result.difference = result.a - result.b;
    const auto compared = pairedPrecision(alerts, toldConfidence);
    result.interval = compared->difference.interval;
    result.p = compared->p.value_or(1.0);
    return judged(result, BetterQuality::Higher, rightA.size(), smallestShare);
}

} // namespace oneinn
