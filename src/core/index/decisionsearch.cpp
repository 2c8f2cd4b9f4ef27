// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/decisionsearch.h"

#include "core/decision/promisewalk.h"
#include "core/index/binscan.h"
#include "core/index/searchobjectives.h"
#include "core/infinity.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

/// A point found; position is that of a row with its score, absent where nothing is shown.
struct Point {
    double tp = 0.0;
    double fp = 0.0;
    std::optional<std::size_t> position = {};
};

/// The operating points of a slice, restated.
class Points {
public:
    Points(const BudgetSlice &slice, const ClassFactors &factors, const ClassWeights &besides)
        : m_slice(slice)
        , m_factors(factors)
        , m_besides(besides)
    {
    }

    /// Where the threshold shows nothing.
    Point nothing() const { return {m_besides.positive, m_besides.negative, {}}; }

    std::size_t bins() const { return m_slice.onTime().bins(); }
    bool anyIn(std::size_t bin) const { return m_slice.onTime().anyIn(bin); }
    PointRange range(std::size_t bin) const { return restated(pointRange(m_slice, bin)); }

    template<typename Wanted, typename Visit>
    void scan(std::size_t bin, const Wanted &wanted, const Visit &visit) const
    {
        scanBin(
                m_slice, bin, [&](const PointRange &r) { return wanted(restated(r)); },
                [&](std::size_t position, double tp, double fp) {
                    visit(Point{m_besides.positive + tp * m_factors.positive,
                                m_besides.negative + fp * m_factors.negative, position});
                });
    }

    double scoreOf(std::size_t position) const { return m_slice.order().score(position); }
    /// The highest score in a bin that can be decided on.
    double highestIn(std::size_t bin) const
    {
        return scoreOf(m_slice.firstOnTimeFrom(m_slice.order().binBegin(bin)));
    }
    ThresholdInterval intervalOf(const Point &point) const
    {
        const std::size_t next = m_slice.firstOnTimeFrom(point.position ? *point.position + 1 : 0);
        return {next < m_slice.order().size() ? scoreOf(next) : -infinity,
                point.position ? scoreOf(*point.position) : infinity,
                m_slice.index().predictions()->isScoredByBins()};
    }

private:
    PointRange restated(const PointRange &r) const
    {
        return {m_besides.positive + r.tpLow * m_factors.positive,
                m_besides.negative + r.fpLow * m_factors.negative,
                m_besides.positive + r.tpHigh * m_factors.positive,
                m_besides.negative + r.fpHigh * m_factors.negative};
    }

    const BudgetSlice &m_slice;
    ClassFactors m_factors;
    ClassWeights m_besides;
};

template<typename Objective> double valueAt(const Objective &objective, const Point &point)
{
    return objective.at(point.tp, point.fp);
}

/// The most there is of an objective, and what each bin could still hold of it.
struct Best {
    double value = search::undefined;
    std::vector<double> inBin; ///< at least the most of any point in the bin
};

/// Looks into a bin for more than `best.value`, and learns how much there can be.
template<typename Objective>
void improve(const Points &points, const Objective &objective, std::size_t bin, Best &best)
{
    double most = search::undefined;
    points.scan(
            bin,
            [&](const PointRange &r) {
                const double bound = objective.most(r);
                if (bound > best.value)
                    return true;
                most = std::max(most, bound);
                return false;
            },
            [&](const Point &point) {
                const double value = valueAt(objective, point);
                most = std::max(most, value);
                best.value = std::max(best.value, value);
            });
    best.inBin[bin] = most;
}

template<typename Objective> Best bestOf(const Points &points, const Objective &objective)
{
    Best best{valueAt(objective, points.nothing()),
              std::vector<double>(points.bins(), search::undefined)};
    for (std::size_t bin = 0; bin < points.bins(); ++bin) {
        if (!points.anyIn(bin))
            continue;
        const PointRange r = points.range(bin);
        best.value = std::max(best.value, objective.at(r.tpHigh, r.fpHigh));
        best.inBin[bin] = objective.most(r);
    }
    std::vector<std::size_t> promising;
    for (std::size_t bin = 0; bin < points.bins(); ++bin) {
        if (best.inBin[bin] > best.value)
            promising.push_back(bin);
    }
    std::sort(promising.begin(), promising.end(),
              [&best](std::size_t a, std::size_t b) { return best.inBin[a] > best.inBin[b]; });
    for (const std::size_t bin : promising) {
        if (!(best.inBin[bin] > best.value))
            break;
        improve(points, objective, bin, best);
    }
    return best;
}

/// The highest points, at most `limit`, that reach a level; bins as told by `best` are passed over.
template<typename Objective>
std::vector<Point> pointsReaching(const Points &points, const Objective &objective,
                                  const Best &best, double level, std::size_t limit)
{
    std::vector<Point> found;
    if (valueAt(objective, points.nothing()) >= level)
        found.push_back({});
    for (std::size_t bin = 0; bin < points.bins() && found.size() < limit; ++bin) {
        if (best.inBin[bin] < level)
            continue;
        points.scan(
                bin,
                [&](const PointRange &r) {
                    return found.size() < limit && objective.most(r) >= level;
                },
                [&](const Point &point) {
                    if (found.size() < limit && valueAt(objective, point) >= level)
                        found.push_back(point);
                });
    }
    return found;
}

template<typename Objective>
BestThreshold bestThreshold(const Points &points, const Objective &objective, const Best &best,
                            double slack)
{
    BestThreshold result;
    result.best = best.value;
    for (const Point &point : pointsReaching(points, objective, best, best.value - slack,
                                             DecisionSearch::listedIntervals))
        result.intervals.push_back(points.intervalOf(point));
    assert(!result.intervals.empty());
    result.threshold = result.intervals.front().operatingThreshold();
    return result;
}

template<typename Objective>
BestThreshold bestThreshold(const Points &points, const Objective &objective, double slack)
{
    return bestThreshold(points, objective, bestOf(points, objective), slack);
}

ConstrainedThreshold::Found foundAt(const Points &points, const Point &point, double positives)
{
    const ThresholdInterval interval = points.intervalOf(point);
    return {interval, Threshold{interval.high}, search::Precision{}.at(point.tp, point.fp),
            search::Recall{positives}.at(point.tp, point.fp)};
}

/// See ConstrainedThreshold; `limited` is kept at or above `limit`.
template<typename Wanted, typename Limited>
ConstrainedThreshold mostUnderLimit(const Points &points, const Wanted &wanted,
                                    const Limited &limited, double limit, double positives)
{
    constexpr double rounding = objectiveRounding;
    ConstrainedThreshold result;
    const Best reachable = bestOf(points, limited);
    if (reachable.value > search::undefined) {
        const Point point =
                pointsReaching(points, limited, reachable, reachable.value - rounding, 1).front();
        result.bestReachable = limited.at(point.tp, point.fp);
        result.bestReachableAt = Threshold{points.intervalOf(point).high};
    }

    const double most =
            bestOf(points, search::Where<Wanted, Limited>{wanted, limited, limit - rounding}).value;
    if (!(most > search::undefined))
        return result;
    const double mostLimited =
            bestOf(points, search::Where<Limited, Wanted>{limited, wanted, most - rounding}).value;
    const search::Where<Wanted, Limited> both{wanted, limited, mostLimited - rounding};
    result.found = foundAt(
            points, pointsReaching(points, both, bestOf(points, both), most - rounding, 1).front(),
            positives);
    return result;
}

/// Goes down all points, and passes over bins in which nothing can change.
class PromiseSearch {
public:
    /// slack: weight of right ones that is rounding.
    PromiseSearch(const Points &points, PromiseSteps steps, double slack)
        : m_points(points)
        , m_steps(std::move(steps))
        , m_slack(slack)
    {
    }

    /// The point with most right ones that keeps the promise, the highest of those.
    std::optional<Point> lowest()
    {
        look(m_points.nothing());
        for (std::size_t bin = 0; bin < m_points.bins(); ++bin) {
            if (m_points.anyIn(bin))
                lookInto(bin);
        }
        if (m_passedOver)
            m_found = firstWithAll(*m_passedOver);
        return m_found;
    }

private:
    void lookInto(std::size_t bin)
    {
        const PointRange r = m_points.range(bin);
        const bool staysAsItIs = !m_steps.isDue(r.tpHigh, r.fpHigh)
                && (!m_steps.isKept() || m_steps.keeps(r.tpLow, r.fpHigh));
        if (!staysAsItIs) {
            m_points.scan(
                    bin, [](const PointRange &) { return true; },
                    [this](const Point &point) { look(point); });
        } else if (m_steps.isKept() && isMore(r.tpHigh)) {
            m_most = r.tpHigh;
            m_passedOver = bin;
        }
    }

    void look(const Point &point)
    {
        if (!m_steps.step(point.tp, point.fp) || !isMore(point.tp))
            return;
        m_most = point.tp;
        m_found = point;
        m_passedOver.reset();
    }

    bool isMore(double tp) const { return !m_found || tp > m_most + m_slack; }

    std::optional<Point> firstWithAll(std::size_t bin) const
    {
        std::optional<Point> found;
        m_points.scan(
                bin, [](const PointRange &) { return true; },
                [&](const Point &point) {
                    if (!found && point.tp >= m_most - m_slack)
                        found = point;
                });
        return found;
    }

    const Points &m_points;
    PromiseSteps m_steps;
    double m_slack;
    double m_most = 0.0; ///< right ones where the promise is kept
    std::optional<Point> m_found;
    std::optional<std::size_t> m_passedOver; ///< the bin in which that many right ones are reached
};

} // namespace

BestThreshold DecisionSearch::mostValuable(const OutcomeValues &values) const
{
    const search::Value objective{ValueGain(values)};
    auto result = bestThreshold(Points(m_slice, m_factors, m_besides), objective,
                                objective.gain.slack(m_positives, m_negatives));
    result.best += values.of(ConfusionMatrix(0.0, 0.0, m_positives, m_negatives));
    return result;
}

std::optional<BestThreshold> DecisionSearch::mostValuableAtPrecision(const OutcomeValues &values,
                                                                     double limit) const
{
    const search::Where<search::Value, search::Precision> objective{
            {ValueGain(values)}, {}, limit - objectiveRounding};
    const Points points(m_slice, m_factors, m_besides);
    const Best best = bestOf(points, objective);
    if (!(best.value > search::undefined))
        return std::nullopt;
    auto result = bestThreshold(points, objective, best,
                                objective.wanted.gain.slack(m_positives, m_negatives));
    result.best += values.of(ConfusionMatrix(0.0, 0.0, m_positives, m_negatives));
    return result;
}

std::optional<BestThreshold> DecisionSearch::highestF1() const
{
    if (m_positives <= 0.0)
        return std::nullopt;
    return bestThreshold(Points(m_slice, m_factors, m_besides), search::F1{m_positives},
                         objectiveRounding);
}

ConstrainedThreshold DecisionSearch::mostRecallAtPrecision(double limit,
                                                           const Promise &promise) const
{
    const Points points(m_slice, m_factors, m_besides);
    ConstrainedThreshold result =
            mostUnderLimit(points, search::Recall{m_positives}, search::PromisedPrecision{promise},
                           limit, m_positives);
    if (promise.rule == PromiseRule::Plain || !result.found)
        return result;
    PromiseSearch search(points, PromiseSteps(promise, limit, m_positives, m_negatives),
                         objectiveRounding * m_positives);
    const auto kept = search.lowest();
    result.found = kept ? std::optional(foundAt(points, *kept, m_positives)) : std::nullopt;
    return result;
}

ConstrainedThreshold DecisionSearch::mostPrecisionAtRecall(double limit) const
{
    return mostUnderLimit(Points(m_slice, m_factors, m_besides), search::Precision{},
                          search::Recall{m_positives}, limit, m_positives);
}

} // namespace oneinn
