// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/bestthreshold.h"
#include "support/naivesweep.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace tests::decision_bestthreshold {

using namespace oneinn;
namespace naive = testsupport::naive;
using testsupport::sweepOf;
using testsupport::withIdleScores;

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
    void mostValuable_tieButForRounding_keepsBoth();
    void mostValuable_noRows_isAlertOnNothing();
    void mostValuable_alertingOnAllIsBest_isTheLowestScore();
    void highestF1_randomRows_asOracle_data() { testsupport::addRandomRows(); }
    void highestF1_randomRows_asOracle();
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

void TestBestThreshold::mostValuable_tieButForRounding_keepsBoth()
{
    const auto sweep = sweepOf(
            {{true, 0.9}, {false, 0.8}, {false, 0.7}, {false, 0.6}, {true, 0.5}, {false, 0.4}});
    QVERIFY(2 * 0.3 - 3 * 0.1 != 0.3);
    const auto result = mostValuableThreshold(sweep, {0.3, -0.1, 0, 0});
    QVERIFY((result.intervals
             == std::vector{ThresholdInterval{0.8, 0.9}, ThresholdInterval{0.4, 0.5}}));
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

void TestBestThreshold::operatingThreshold_ends_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("expected");
    const double next = std::nextafter(1.0, 2.0);
    const double largest = std::numeric_limits<double>::max();
    QTest::newRow("inside") << 0.6 << 0.7 << 0.65;
    QTest::newRow("what a sum adds is no digit") << 0.059665 << 0.059796 << 0.0597305;
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

ONEINN_TEST(TestBestThreshold)

} // namespace tests::decision_bestthreshold

#include "tst_bestthreshold.moc"
