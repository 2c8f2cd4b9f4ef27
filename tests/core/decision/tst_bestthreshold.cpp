// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/bestthreshold.h"
#include "support/naivesweep.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

using namespace oneinn;
namespace naive = testsupport::naive;
using testsupport::sweepOf;

namespace {

constexpr double tolerance = 1e-9;
constexpr double infinity = std::numeric_limits<double>::infinity();

const std::vector<naive::Values> allValues{{1, -1, -1, 0},   {0, -1, -3, 0},    {4, -2, -1, 0},
                                           {2, 3, -1, 1},    {-1, -2, 1, 0.5},  {0, 0, 0, 0},
                                           {1, -0.25, 0, 0}, {0.5, 5, 0.25, -2}};

OutcomeValues outcomeValues(const naive::Values &v)
{
    return {v.tp, v.fp, v.fn, v.tn};
}

struct NaiveBest {
    double best = -infinity;
    std::vector<ThresholdInterval> intervals;
};

NaiveBest naiveBest(const naive::Rows &rows, const std::function<double(double)> &objective)
{
    NaiveBest result;
    const auto candidates = naive::candidateThresholds(rows);
    for (const double t : candidates)
        result.best = std::max(result.best, objective(t));
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (objective(candidates[i]) >= result.best - tolerance)
            result.intervals.push_back({naive::lowerEnd(candidates, i), candidates[i]});
    }
    return result;
}

struct NaiveConstrained {
    std::vector<double> feasible;
    std::optional<double> threshold, low, wanted, limited, bestReachable, bestReachableAt;
};

using Rate = std::optional<double> (*)(const naive::Rows &, double);

NaiveConstrained naiveConstrained(const naive::Rows &rows, Rate wanted, Rate limited, double limit)
{
    NaiveConstrained result;
    const auto candidates = naive::candidateThresholds(rows);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const double t = candidates[i];
        const auto kept = limited(rows, t);
        if (kept && (!result.bestReachable || *kept > *result.bestReachable + 1e-12)) {
            result.bestReachable = kept;
            result.bestReachableAt = t;
        }
        if (!kept || *kept < limit - 1e-12)
            continue;
        if (t < infinity)
            result.feasible.push_back(t);
        const auto reached = wanted(rows, t);
        if (!reached)
            continue;
        if (!result.wanted || *reached > *result.wanted + 1e-12
            || (*reached > *result.wanted - 1e-12 && *kept > *result.limited + 1e-12)) {
            result.threshold = t;
            result.low = naive::lowerEnd(candidates, i);
            result.wanted = reached;
            result.limited = kept;
        }
    }
    return result;
}

/// The same sweep with scores at which nothing changes: above the top, and between neighbours.
ThresholdSweep withIdleScores(const ThresholdSweep &sweep)
{
    ThresholdSweep result = sweep;
    const auto size = 2 * sweep.size() + 1;
    result.threshold.resize(size);
    result.tp.resize(size);
    result.fp.resize(size);
    result.threshold[0] = sweep.size() > 0 ? sweep.threshold[0] + 1.0 : 0.0;
    result.tp[0] = result.fp[0] = 0.0;
    for (Eigen::Index k = 0; k < sweep.size(); ++k) {
        const bool last = k + 1 == sweep.size();
        const double below = last ? sweep.threshold[k] - 1.0 : sweep.threshold[k + 1];
        result.threshold[2 * k + 1] = sweep.threshold[k];
        result.threshold[2 * k + 2] = sweep.threshold[k] / 2.0 + below / 2.0;
        result.tp[2 * k + 1] = result.tp[2 * k + 2] = sweep.tp[k];
        result.fp[2 * k + 1] = result.fp[2 * k + 2] = sweep.fp[k];
    }
    return result;
}

/// Limits at, just above and far from what the rows reach.
std::vector<double> limitsFor(const naive::Rows &rows, Rate limited)
{
    std::vector<double> limits{0.0, 0.3, 0.9, 1.0};
    for (const double t : naive::distinctScores(rows)) {
        if (const auto reached = limited(rows, t))
            limits.insert(limits.end(), {*reached, *reached + 1e-6});
    }
    return limits;
}

} // namespace

class TestBestThreshold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void mostValuable_randomRows_asOracle_data() { testsupport::addRandomRows(); }
    void mostValuable_randomRows_asOracle();
    void mostValuable_rebased_asOracle_data() { testsupport::addRandomRows(5); }
    void mostValuable_rebased_asOracle();
    void mostValuable_sameDecisions_areOneInterval_data() { testsupport::addRandomRows(5); }
    void mostValuable_sameDecisions_areOneInterval();
    void mostValuable_largeCommonValue_doesNotHideTheDifference();
    void mostValuable_noRows_isAlertOnNothing();
    void mostValuable_alertingOnAllIsBest_isTheLowestScore();
    void nearOptimal_randomRows_asOracle_data() { testsupport::addRandomRows(); }
    void nearOptimal_randomRows_asOracle();
    void nearOptimal_constantAddedToAClass_changesNothing_data() { testsupport::addRandomRows(5); }
    void nearOptimal_constantAddedToAClass_changesNothing();
    void highestF1_randomRows_asOracle_data() { testsupport::addRandomRows(); }
    void highestF1_randomRows_asOracle();
    void constrained_randomRows_asOracle_data() { testsupport::addRandomRows(10); }
    void constrained_randomRows_asOracle();
    void constrained_sameDecisions_areOneInterval_data() { testsupport::addRandomRows(5); }
    void constrained_sameDecisions_areOneInterval();
    void constrained_allPositivesLate_reachesNoRecall();
    void constrained_equalRecall_takesHigherPrecision();
    void constrained_equalPrecision_takesHigherRecall();
    void operatingThreshold_ends_data();
    void operatingThreshold_ends();
};

void TestBestThreshold::mostValuable_randomRows_asOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    for (const auto &values : allValues) {
        const auto expected =
                naiveBest(rows, [&](double t) { return naive::valueAt(rows, t, values); });
        const auto actual = mostValuableThreshold(sweepOf(rows), outcomeValues(values));
        COMPARE_NEAR(actual.best, expected.best, tolerance);
        QVERIFY(actual.intervals == expected.intervals);
        QCOMPARE(actual.threshold, expected.intervals.front().operatingThreshold());
        // The promise behind the interval: the operating threshold decides as well as the best.
        COMPARE_NEAR(naive::valueAt(rows, actual.threshold.value, values), expected.best,
                     tolerance);
    }
}

void TestBestThreshold::mostValuable_rebased_asOracle()
{
    auto rows = testsupport::fetchRandomRows();
    const ClassFactors factors{0.125, 1.5};
    const auto sweep = sweepOf(rows).rebased(factors);
    for (auto &row : rows)
        row.weight *= row.positive ? factors.positive : factors.negative;
    for (const auto &values : allValues) {
        const auto expected =
                naiveBest(rows, [&](double t) { return naive::valueAt(rows, t, values); });
        const auto actual = mostValuableThreshold(sweep, outcomeValues(values));
        COMPARE_NEAR(actual.best, expected.best, tolerance);
        QVERIFY(actual.intervals == expected.intervals);
    }
}

void TestBestThreshold::mostValuable_sameDecisions_areOneInterval()
{
    const auto sweep = sweepOf(testsupport::fetchRandomRows());
    const auto idle = withIdleScores(sweep);
    for (const auto &values : allValues) {
        const auto expected = mostValuableThreshold(sweep, outcomeValues(values));
        const auto actual = mostValuableThreshold(idle, outcomeValues(values));
        QVERIFY(actual.intervals == expected.intervals);
        QVERIFY(nearOptimalThresholds(idle, outcomeValues(values)).intervals
                == nearOptimalThresholds(sweep, outcomeValues(values)).intervals);
    }
}

void TestBestThreshold::mostValuable_largeCommonValue_doesNotHideTheDifference()
{
    const auto sweep = sweepOf({{true, 0.9}, {false, 0.6}, {true, 0.5}, {false, 0.1}});
    const auto plain = mostValuableThreshold(sweep, {1, -2, 0, 0});
    const auto raised = mostValuableThreshold(sweep, {1 + 1e13, -2 - 1e13, 1e13, -1e13});
    QCOMPARE(plain.intervals.size(), std::size_t(1));
    QVERIFY(raised.intervals == plain.intervals);
}

void TestBestThreshold::mostValuable_noRows_isAlertOnNothing()
{
    const auto result = mostValuableThreshold(ThresholdSweep(), OutcomeValues());
    QCOMPARE(result.best, 0.0);
    QCOMPARE(result.threshold, Threshold::alertOnNothing());
    QVERIFY(result.intervals == std::vector{ThresholdInterval{}});
}

void TestBestThreshold::mostValuable_alertingOnAllIsBest_isTheLowestScore()
{
    const auto result = mostValuableThreshold(sweepOf({{true, 0.9}, {true, 0.4}}), OutcomeValues());
    QVERIFY((result.intervals == std::vector{ThresholdInterval{-infinity, 0.4}}));
    QCOMPARE(result.threshold.value, 0.4);
}

void TestBestThreshold::nearOptimal_randomRows_asOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    const auto candidates = naive::candidateThresholds(rows);
    for (const auto &values : allValues) {
        const double perfect = naive::classWeight(rows, true) * std::max(values.tp, values.fn)
                + naive::classWeight(rows, false) * std::max(values.fp, values.tn);
        double smallest = infinity;
        for (const double t : candidates)
            smallest = std::min(smallest, perfect - naive::valueAt(rows, t, values));
        std::vector<double> thresholds;
        std::vector<ThresholdInterval> intervals;
        bool joined = false;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            const double t = candidates[i];
            const bool near =
                    perfect - naive::valueAt(rows, t, values) <= 1.2 * smallest + tolerance;
            if (near && t < infinity)
                thresholds.push_back(t);
            if (near && joined)
                intervals.back().low = naive::lowerEnd(candidates, i);
            else if (near)
                intervals.push_back({naive::lowerEnd(candidates, i), t});
            joined = near;
        }
        const auto actual = nearOptimalThresholds(sweepOf(rows), outcomeValues(values));
        QVERIFY(actual.thresholds == thresholds);
        QVERIFY(actual.intervals == intervals);
    }
}

void TestBestThreshold::nearOptimal_constantAddedToAClass_changesNothing()
{
    const auto sweep = sweepOf(testsupport::fetchRandomRows());
    for (const auto &v : allValues) {
        const auto plain = nearOptimalThresholds(sweep, outcomeValues(v));
        const auto moved =
                nearOptimalThresholds(sweep, {v.tp + 8.0, v.fp - 4.0, v.fn + 8.0, v.tn - 4.0});
        QVERIFY(moved.thresholds == plain.thresholds);
        QVERIFY(moved.intervals == plain.intervals);
    }
}

void TestBestThreshold::highestF1_randomRows_asOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    const auto actual = highestF1(sweepOf(rows));
    const double positives = naive::classWeight(rows, true);
    QCOMPARE(actual.has_value(), positives > 0.0);
    if (!actual)
        return;
    const auto expected = naiveBest(rows, [&](double t) {
        const auto c = naive::countsAt(rows, t);
        return 2.0 * c.tp / (2.0 * c.tp + c.fn + c.latePositive + c.fp);
    });
    COMPARE_NEAR(actual->best, expected.best, tolerance);
    QVERIFY(actual->intervals == expected.intervals);
    QCOMPARE(actual->threshold, expected.intervals.front().operatingThreshold());
}

void TestBestThreshold::constrained_randomRows_asOracle()
{
    using Solve = ConstrainedThreshold (*)(const ThresholdSweep &, double);
    struct {
        Solve solve;
        Rate wanted, limited;
    } const problems[] = {{mostRecallAtPrecision, naive::recallAt, naive::precisionAt},
                          {mostPrecisionAtRecall, naive::precisionAt, naive::recallAt}};
    const auto rows = testsupport::fetchRandomRows();
    const auto sweep = sweepOf(rows);
    for (const auto &problem : problems) {
        for (const double limit : limitsFor(rows, problem.limited)) {
            const auto actual = problem.solve(sweep, limit);
            const auto expected = naiveConstrained(rows, problem.wanted, problem.limited, limit);
            QVERIFY(actual.feasible == expected.feasible);
            COMPARE_NEAR(actual.bestReachable, expected.bestReachable, 1e-11);
            QCOMPARE(actual.bestReachableAt.has_value(), expected.bestReachableAt.has_value());
            if (actual.bestReachableAt)
                QCOMPARE(actual.bestReachableAt->value, *expected.bestReachableAt);
            QCOMPARE(actual.found.has_value(), expected.threshold.has_value());
            if (!actual.found)
                continue;
            QCOMPARE(actual.found->threshold.value, *expected.threshold);
            QVERIFY((actual.found->interval
                     == ThresholdInterval{*expected.low, *expected.threshold}));
            COMPARE_NEAR(actual.found->precision, naive::precisionAt(rows, *expected.threshold),
                         1e-11);
            COMPARE_NEAR(actual.found->recall, naive::recallAt(rows, *expected.threshold), 1e-11);
        }
    }
}

void TestBestThreshold::constrained_sameDecisions_areOneInterval()
{
    const auto sweep = sweepOf(testsupport::fetchRandomRows());
    for (const double limit : {0.0, 0.25, 0.5}) {
        for (const auto &solve : {mostRecallAtPrecision, mostPrecisionAtRecall}) {
            const auto expected = solve(sweep, limit);
            const auto actual = solve(withIdleScores(sweep), limit);
            QCOMPARE(actual.found.has_value(), expected.found.has_value());
            if (!actual.found)
                continue;
            QVERIFY(actual.found->interval == expected.found->interval);
            QCOMPARE(actual.found->threshold, expected.found->threshold);
        }
    }
}

void TestBestThreshold::constrained_allPositivesLate_reachesNoRecall()
{
    const auto sweep = sweepOf({{true, 0.9, 1.0, true}, {false, 0.5}});
    const auto result = mostPrecisionAtRecall(sweep, 0.5);
    QVERIFY(!result.found);
    QVERIFY(result.feasible.empty());
    COMPARE_NEAR(result.bestReachable, 0.0, 0.0);
    QCOMPARE(*result.bestReachableAt, Threshold::alertOnNothing());
}

void TestBestThreshold::constrained_equalRecall_takesHigherPrecision()
{
    const auto sweep = sweepOf({{true, 0.9}, {true, 0.8}, {false, 0.7}, {false, 0.6}});
    const auto result = mostRecallAtPrecision(sweep, 0.5);
    QVERIFY(result.found);
    QVERIFY((result.found->interval == ThresholdInterval{0.7, 0.8}));
    QCOMPARE(result.found->precision, 1.0);
}

void TestBestThreshold::constrained_equalPrecision_takesHigherRecall()
{
    const auto sweep = sweepOf({{true, 0.9}, {true, 0.8}, {false, 0.7}, {true, 0.6}});
    const auto result = mostPrecisionAtRecall(sweep, 0.2);
    QVERIFY(result.found);
    QCOMPARE(result.found->threshold.value, 0.8);
    COMPARE_NEAR(result.found->recall, 2.0 / 3.0, 1e-15);
}

void TestBestThreshold::operatingThreshold_ends_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("expected");
    const double next = std::nextafter(1.0, 2.0);
    const double largest = std::numeric_limits<double>::max();
    QTest::newRow("inside") << 0.6 << 0.7 << std::midpoint(0.6, 0.7);
    QTest::newRow("above the top") << 0.9 << infinity << infinity;
    QTest::newRow("below the lowest") << -infinity << 0.1 << 0.1;
    QTest::newRow("everything") << -infinity << infinity << infinity;
    QTest::newRow("neighbouring numbers") << 1.0 << next << next;
    QTest::newRow("no overflow") << -largest << largest << 0.0;
    QTest::newRow("no overflow at the top") << largest / 2 << largest << largest * 0.75;
}

void TestBestThreshold::operatingThreshold_ends()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const double, expected);
    const ThresholdInterval interval{low, high};
    QVERIFY(interval.operatingThreshold().value == expected);
    QVERIFY(interval.contains(interval.operatingThreshold()));
}

QTEST_GUILESS_MAIN(TestBestThreshold)
#include "tst_bestthreshold.moc"
