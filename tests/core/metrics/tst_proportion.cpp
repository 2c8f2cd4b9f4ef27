// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/proportion.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <array>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace tests::metrics_proportion {

using namespace oneinn;

namespace {

Tally plain(double rows)
{
    return {rows, rows, rows};
}

/// P(at most k of n), summed term by term.
double atMost(int k, int n, double p)
{
    double sum = 0.0;
    for (int i = 0; i <= k; ++i) {
        sum += std::exp(std::lgamma(n + 1.0) - std::lgamma(i + 1.0) - std::lgamma(n - i + 1.0)
                        + i * std::log(p) + (n - i) * std::log1p(-p));
    }
    return sum;
}

} // namespace

class TestProportion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void intervals_anyShare_containItWithinZeroAndOne_data();
    void intervals_anyShare_containItWithinZeroAndOne();
    void clopperPearson_limits_leaveHalfOfAlphaInEachTail();
    void wilson_limits_solveTheScoreEquation();
    void intervals_mirroredShare_areMirrored();
    void ruleOfThree_fewCases_isAtMostOne();
    void reliability_bounds_data();
    void reliability_bounds();
    void reliability_manyCases_isStatedWithoutLooking();
    void proportion_nothingCounted_isAbsent();
    void proportion_oneSideOutweighed_isNeitherNoneNorAll();
    void proportion_lessThanARow_isAbsent();
    void proportion_equalWeights_countAsRows();
    void proportion_shareZeroOrOne_usesKish();
    void proportion_lightWrongRows_isCappedAtRows();
    void proportion_oneClassRebased_isUnchanged();
    void proportion_rebased_movesTheShareAndKeepsRows();
    void proportion_fewEffectiveRows_areGatedDespiteManyRows();
    void linearisedVariance_fewerThanTwoRows_isAbsent();
    void linearisedVariance_rowByRow_agrees();
    void kish_emptyTally_isZero();
    void proportion_veryUnequalWeights_holdsTheTruth();
};

void TestProportion::intervals_anyShare_containItWithinZeroAndOne_data()
{
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("n");
    QTest::newRow("none of a fraction") << 0.0 << 0.3;
    QTest::newRow("all of a fraction") << 0.3 << 0.3;
    QTest::newRow("none") << 0.0 << 20.0;
    QTest::newRow("all") << 20.0 << 20.0;
    QTest::newRow("next to none") << 1e-12 << 20.0;
    QTest::newRow("next to all") << std::nextafter(20.0, 0.0) << 20.0;
    QTest::newRow("effective") << 2.7156 << 4.4728;
    QTest::newRow("one of a million") << 1.0 << 1e6;
    QTest::newRow("half of ten million") << 5e6 << 1e7;
}

void TestProportion::intervals_anyShare_containItWithinZeroAndOne()
{
    QFETCH(const double, k);
    QFETCH(const double, n);
    for (const auto &intervalOf : {wilsonInterval, jeffreysInterval, clopperPearsonInterval}) {
        double width = 0.0;
        for (const double confidence : {0.5, 0.95, 0.999}) {
            const auto interval = intervalOf(k, n, confidence);
            QVERIFY(interval.low >= 0.0 && interval.high <= 1.0);
            QVERIFY(interval.low < interval.high);
            QVERIFY(interval.width() > width); // also false for NaN
            width = interval.width();
        }
        const auto interval = intervalOf(k, n, 0.95);
        QVERIFY(k > 0.0 || interval.low == 0.0);
        QVERIFY(k < n || interval.high == 1.0);
        // Jeffreys' limits leave out effective counts just inside the ends: the boundary rule is
        // for the ends alone.
        if (intervalOf != jeffreysInterval)
            QVERIFY(interval.low <= k / n + 1e-9 && interval.high >= k / n - 1e-9);
    }
}

void TestProportion::clopperPearson_limits_leaveHalfOfAlphaInEachTail()
{
    for (const auto &[k, n] : {std::pair(1, 10), std::pair(13, 100), std::pair(27, 30)}) {
        const auto interval = clopperPearsonInterval(k, n, 0.9);
        COMPARE_NEAR(atMost(k, n, interval.high), 0.05, 1e-9);
        COMPARE_NEAR(1.0 - atMost(k - 1, n, interval.low), 0.05, 1e-9);
    }
}

void TestProportion::wilson_limits_solveTheScoreEquation()
{
    constexpr double z90 = 1.6448536269514722;
    const auto interval = wilsonInterval(13, 100, 0.9);
    for (const double p : {interval.low, interval.high})
        COMPARE_NEAR(std::abs(0.13 - p) / std::sqrt(p * (1.0 - p) / 100.0), z90, 1e-9);
}

void TestProportion::intervals_mirroredShare_areMirrored()
{
    for (const auto &intervalOf : {wilsonInterval, jeffreysInterval, clopperPearsonInterval}) {
        for (const double k : {0.0, 0.7, 3.0}) {
            const auto share = intervalOf(k, 17.5, 0.95);
            const auto rest = intervalOf(17.5 - k, 17.5, 0.95);
            COMPARE_NEAR(share.low, 1.0 - rest.high, 1e-12);
            COMPARE_NEAR(share.high, 1.0 - rest.low, 1e-12);
        }
    }
}

void TestProportion::ruleOfThree_fewCases_isAtMostOne()
{
    QCOMPARE(ruleOfThreeUpper(2.0), 1.0);
    COMPARE_NEAR(zeroEventsUpper(1.0, 0.95), 0.95, 1e-15);
}

void TestProportion::reliability_bounds_data()
{
    QTest::addColumn<double>("k");
    QTest::addColumn<double>("n");
    QTest::addColumn<Reliability>("expected");
    QTest::newRow("below ten") << 9.99 << 9.99 << Reliability::CountsOnly;
    QTest::newRow("ten") << 10.0 << 10.0 << Reliability::TooFew;
    QTest::newRow("just below thirty") << 0.0 << 29.9 << Reliability::TooFew;
    QTest::newRow("thirty, narrow") << 0.0 << 30.0 << Reliability::Stated;
    QTest::newRow("thirty, wide") << 15.0 << 30.0 << Reliability::TooFew;
    QTest::newRow("half, last too wide") << 22.5 << 45.0 << Reliability::TooFew;
    QTest::newRow("half, narrow enough") << 25.0 << 50.0 << Reliability::Stated;
}

void TestProportion::reliability_bounds()
{
    QFETCH(const double, k);
    QFETCH(const double, n);
    QFETCH(const Reliability, expected);
    QCOMPARE(reliabilityOf(k, n), expected);
}

void TestProportion::reliability_manyCases_isStatedWithoutLooking()
{
    for (const double n : {100.0, 100.5, 123.0, 150.0, 400.0}) {
        for (int step = 0; step <= 100; ++step) {
            const double k = n * step / 100.0;
            QVERIFY(clopperPearsonInterval(k, n).width() < 0.28);
            QCOMPARE(reliabilityOf(k, n), Reliability::Stated);
        }
    }
}

void TestProportion::proportion_nothingCounted_isAbsent()
{
    QVERIFY(!proportion({}, {}));
    QVERIFY(!proportion({1, 0, 0}, {2, 0, 0}));
}

void TestProportion::proportion_oneSideOutweighed_isNeitherNoneNorAll()
{
    const Tally heavy{2.0, 2e6, 2e12};
    const Tally light{1.0, 1e-12, 1e-24};
    const auto almostAll = proportion(heavy, light);
    QVERIFY(almostAll && almostAll->value < 1.0 && almostAll->value > 0.999);
    const auto almostNone = proportion(light, heavy);
    QVERIFY(almostNone && almostNone->value > 0.0 && almostNone->value < 0.001);
    QVERIFY(lowerLimit(light, heavy) >= 0.0 && upperLimit(heavy, light) <= 1.0);
}

/// Where next to nobody is still there, "none of 0" would be all there is to say.
void TestProportion::proportion_lessThanARow_isAbsent()
{
    QVERIFY(!proportion({0.1, 0.1, 0.1}, {0.2, 0.2, 0.2}));
    QVERIFY(proportion({0.3, 0.3, 0.3}, {0.3, 0.3, 0.3}));
}

void TestProportion::proportion_equalWeights_countAsRows()
{
    for (const double weight : {1.0, 0.1, 3e7}) {
        const auto share = proportion(plain(13).scaled(weight), plain(87).scaled(weight));
        QVERIFY(share);
        COMPARE_NEAR(share->value, 0.13, 1e-15);
        COMPARE_NEAR(share->effectiveN, 100.0, 0.0);
        COMPARE_NEAR(share->interval.low, wilsonInterval(13, 100).low, 1e-12);
        COMPARE_NEAR(share->interval.high, wilsonInterval(13, 100).high, 1e-12);
        QCOMPARE(share->yes.rows, 13.0);
        QCOMPARE(share->all.rows, 100.0);
        QCOMPARE(share->reliability, Reliability::Stated);
    }
}

void TestProportion::proportion_shareZeroOrOne_usesKish()
{
    const Tally uneven{3, 6, 14}; // weights 1, 2, 3
    const auto none = proportion({}, uneven);
    QVERIFY(none);
    QCOMPARE(none->value, 0.0);
    QCOMPARE(none->interval.low, 0.0);
    COMPARE_NEAR(none->effectiveN, 36.0 / 14.0, 1e-15);
    const auto all = proportion(uneven, {});
    QVERIFY(all);
    QCOMPARE(all->value, 1.0);
    QCOMPARE(all->interval.high, 1.0);
    COMPARE_NEAR(all->effectiveN, 36.0 / 14.0, 1e-15);
    QCOMPARE(all->reliability, Reliability::CountsOnly);
}

void TestProportion::proportion_lightWrongRows_isCappedAtRows()
{
    // Fifty rows that stand for much, fifty that hardly count: the estimate is surer than n.
    const auto share = proportion(plain(50).scaled(0.001), plain(50));
    QVERIFY(share);
    QCOMPARE(share->effectiveN, 100.0);
}

void TestProportion::proportion_oneClassRebased_isUnchanged()
{
    const auto plainShare = proportion(plain(40), plain(10));
    const auto rebased = proportion(plain(40).scaled(0.07), plain(10).scaled(0.07));
    QVERIFY(plainShare && rebased);
    COMPARE_NEAR(rebased->value, plainShare->value, 1e-15);
    QCOMPARE(rebased->effectiveN, plainShare->effectiveN);
}

void TestProportion::proportion_rebased_movesTheShareAndKeepsRows()
{
    const auto share = proportion(plain(90).scaled(0.1), plain(10).scaled(1.9));
    QVERIFY(share);
    COMPARE_NEAR(share->value, 9.0 / 28.0, 1e-15);
    QCOMPARE(share->all.rows, 100.0);
    QVERIFY(share->effectiveN < 100.0);
    // The delta method: only the ten heavy rows make it uncertain.
    const double variance = 100.0 / 99.0
            * (90 * std::pow(0.1 * 19.0 / 28.0, 2) + 10 * std::pow(1.9 * 9.0 / 28.0, 2))
            / (28.0 * 28.0);
    COMPARE_NEAR(share->effectiveN, 9.0 / 28.0 * (19.0 / 28.0) / variance, 1e-9);
}

void TestProportion::proportion_fewEffectiveRows_areGatedDespiteManyRows()
{
    // Two rows of weight 1,000 among 200 of weight 1.
    const auto share = proportion(Tally{101, 1100, 1'000'100}, Tally{101, 1100, 1'000'100});
    QVERIFY(share);
    QVERIFY(share->effectiveN < 10.0);
    QCOMPARE(share->reliability, Reliability::CountsOnly);
}

void TestProportion::linearisedVariance_fewerThanTwoRows_isAbsent()
{
    QVERIFY(!linearisedVariance({}, {}));
    QVERIFY(!linearisedVariance(plain(1), {}));
    COMPARE_NEAR(linearisedVariance(plain(1), plain(1)), 0.25, 1e-15);
}

void TestProportion::linearisedVariance_rowByRow_agrees()
{
    const std::vector<double> weight{0.3, 1.7, 2.2, 0.9, 4.1, 0.05};
    const std::vector<double> value{1, 0, 1, 1, 0, 0};
    Tally yes;
    Tally no;
    double sum = 0.0;
    double hits = 0.0;
    for (std::size_t i = 0; i < weight.size(); ++i) {
        (value[i] == 1.0 ? yes : no) += {1.0, weight[i], weight[i] * weight[i]};
        sum += weight[i];
        hits += weight[i] * value[i];
    }
    double squares = 0.0;
    for (std::size_t i = 0; i < weight.size(); ++i)
        squares += std::pow(weight[i] * (value[i] - hits / sum), 2);
    COMPARE_NEAR(linearisedVariance(yes, no), 6.0 / 5.0 * squares / (sum * sum), 1e-14);
}

void TestProportion::kish_emptyTally_isZero()
{
    QCOMPARE(kishEffectiveN({}), 0.0);
    QCOMPARE(kishEffectiveN(plain(7)), 7.0);
}

/// The promise: an interval of 95 % holds the truth, though a few rows have most of the weight.
void TestProportion::proportion_veryUnequalWeights_holdsTheTruth()
{
    constexpr int files = 1500;
    constexpr int rows = 150;
    constexpr double truth = 0.3;
    std::mt19937_64 random(4);
    for (const double sigma : {0.7, 1.3, 1.8}) {
        std::lognormal_distribution<double> weight(0.0, sigma);
        std::bernoulli_distribution yes(truth);
        int holds = 0;
        for (int file = 0; file < files; ++file) {
            std::array<Tally, 2> tallies{};
            for (int row = 0; row < rows; ++row) {
                const double w = weight(random);
                tallies[yes(random) ? 1 : 0] += Tally{1.0, w, w * w};
            }
            const Interval interval = proportion(tallies[1], tallies[0])->interval;
            holds += interval.low <= truth && truth <= interval.high ? 1 : 0;
        }
        qInfo("weights lognormal, sigma %.1f: the truth is held in %d of %d files", sigma, holds,
              files);
        QVERIFY(holds > 0.92 * files);
    }
}

ONEINN_TEST(TestProportion)

} // namespace tests::metrics_proportion

#include "tst_proportion.moc"
