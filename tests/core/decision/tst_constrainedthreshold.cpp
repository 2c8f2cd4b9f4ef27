// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/bestthreshold.h"
#include "support/naivesweep.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <limits>

namespace tests::decision_constrainedthreshold {

using namespace oneinn;
namespace naive = testsupport::naive;
using testsupport::sweepOf;
using testsupport::withIdleScores;

namespace {

/// The promise is looked at in tst_promise.
ConstrainedThreshold plainRecallAtPrecision(const ThresholdSweep &sweep, double limit)
{
    return mostRecallAtPrecision(sweep, limit);
}

constexpr double infinity = std::numeric_limits<double>::infinity();

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

class TestConstrainedThreshold : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void randomRows_asOracle_data() { testsupport::addRandomRows(10); }
    void randomRows_asOracle();
    void sameDecisions_areOneInterval_data() { testsupport::addRandomRows(5); }
    void sameDecisions_areOneInterval();
    void allPositivesLate_reachesNoRecall();
    void equalRecall_takesHigherPrecision();
    void equalPrecision_takesHigherRecall();
    void allEquallyUseless_takesHighestThreshold();
    void limitReachedExactly_isKeptDespiteRounding();
};

void TestConstrainedThreshold::randomRows_asOracle()
{
    using Solve = ConstrainedThreshold (*)(const ThresholdSweep &, double);
    struct {
        Solve solve;
        Rate wanted, limited;
    } const problems[] = {{plainRecallAtPrecision, naive::recallAt, naive::precisionAt},
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

void TestConstrainedThreshold::sameDecisions_areOneInterval()
{
    const auto sweep = sweepOf(testsupport::fetchRandomRows());
    for (const double limit : {0.0, 0.25, 0.5}) {
        for (const auto &solve : {plainRecallAtPrecision, mostPrecisionAtRecall}) {
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

void TestConstrainedThreshold::allPositivesLate_reachesNoRecall()
{
    const auto sweep = sweepOf({{true, 0.9, 1.0, true}, {false, 0.5}});
    const auto result = mostPrecisionAtRecall(sweep, 0.5);
    QVERIFY(!result.found);
    QVERIFY(result.feasible.empty());
    COMPARE_NEAR(result.bestReachable, 0.0, 0.0);
    QCOMPARE(*result.bestReachableAt, Threshold::alertOnNothing());
}

void TestConstrainedThreshold::equalRecall_takesHigherPrecision()
{
    const auto sweep = sweepOf({{true, 0.9}, {true, 0.8}, {false, 0.7}, {false, 0.6}});
    const auto result = mostRecallAtPrecision(sweep, 0.5);
    QVERIFY(result.found);
    QVERIFY((result.found->interval == ThresholdInterval{0.7, 0.8}));
    QCOMPARE(result.found->precision, 1.0);
}

void TestConstrainedThreshold::equalPrecision_takesHigherRecall()
{
    const auto sweep = sweepOf({{true, 0.9}, {true, 0.8}, {false, 0.7}, {true, 0.6}});
    const auto result = mostPrecisionAtRecall(sweep, 0.2);
    QVERIFY(result.found);
    QCOMPARE(result.found->threshold.value, 0.8);
    COMPARE_NEAR(result.found->recall, 2.0 / 3.0, 1e-15);
}

void TestConstrainedThreshold::allEquallyUseless_takesHighestThreshold()
{
    const auto sweep = sweepOf({{true, 0.9, 1.0, true}, {false, 0.5}, {false, 0.2}});
    const auto result = mostRecallAtPrecision(sweep, 0.0);
    QVERIFY(result.found);
    QVERIFY((result.found->interval == ThresholdInterval{0.2, 0.5}));
    QVERIFY((result.feasible == std::vector{0.5, 0.2}));
    QCOMPARE(result.bestReachableAt->value, 0.5);
}

void TestConstrainedThreshold::limitReachedExactly_isKeptDespiteRounding()
{
    for (int alerts = 1; alerts <= 40; ++alerts) {
        for (int right = 1; right <= alerts; ++right) {
            naive::Rows rows(static_cast<std::size_t>(alerts));
            for (int i = 0; i < alerts; ++i)
                rows[static_cast<std::size_t>(i)] = {i < right, 0.5};
            const auto sweep = sweepOf(rows).rebased({0.1, 0.1});
            QVERIFY(mostRecallAtPrecision(sweep, static_cast<double>(right) / alerts).found);
        }
    }
}

ONEINN_TEST(TestConstrainedThreshold)

} // namespace tests::decision_constrainedthreshold

#include "tst_constrainedthreshold.moc"
