// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pairedprecision.h"
#include "core/comparison/pairedshares.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::comparison_pairedshares {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;

class TestPairedShares : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differingRows_mcNemar();
    void differingRows_exactIsTheBinomialSum();
    void pairedCounts_newcombe_data();
    void pairedCounts_newcombe();
    void noRows_nothingToSay();
    void swapped_mirrored();
    void alerts_weightedGeneralisedScore();
    void sameAlerts_noDifference();
    void intervalOfPrecision_leavesOutZeroWhereUnlikely();
    void intervals_coverTheTruth();
};

void TestPairedShares::differingRows_mcNemar()
{
    const auto vector = testsupport::vector(u"T3.mcnemar"_s);
    const auto test = mcNemarTest(number(vector.input.value("a_right_b_wrong"_L1)),
                                  number(vector.input.value("a_wrong_b_right"_L1)));
    QVERIFY(test);
    const auto expected = [&vector](QLatin1String key) { return number(vector.expected[key]); };
    COMPARE_NEAR(test->chiSquared, expected("chi2"_L1), vector.tolerance);
    COMPARE_NEAR(test->p, expected("p_chi2"_L1), vector.tolerance);
    COMPARE_NEAR(test->correctedChiSquared, expected("chi2_cc"_L1), vector.tolerance);
    COMPARE_NEAR(test->correctedP, expected("p_chi2_cc"_L1), vector.tolerance);
    COMPARE_NEAR(test->exactP, expected("p_exact"_L1), vector.tolerance);
    COMPARE_NEAR(test->midP, expected("p_mid"_L1), vector.tolerance);
}

void TestPairedShares::differingRows_exactIsTheBinomialSum()
{
    // 3 against 1: outcomes 0, 1, 3, 4 of 4 are as far apart; 16 outcomes in all.
    const auto test = mcNemarTest(3.0, 1.0);
    COMPARE_NEAR(test->exactP, 10.0 / 16.0, 1e-12);
    COMPARE_NEAR(test->midP, 6.0 / 16.0, 1e-12);
    COMPARE_NEAR(mcNemarTest(2.0, 2.0)->midP, 1.0, 1e-12);
}

void TestPairedShares::pairedCounts_newcombe_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(u"T3.newcombe_paired"_s))
        QTest::newRow(qPrintable(id)) << id;
}

void TestPairedShares::pairedCounts_newcombe()
{
    QFETCH(QString, id);
    const auto vector = testsupport::vector(id);
    const auto input = [&vector](QLatin1String key) { return number(vector.input.value(key)); };
    const auto result = newcombeDifference(
            {input("both"_L1), input("only_a"_L1), input("only_b"_L1), input("neither"_L1)},
            input("conf"_L1));
    QVERIFY(result);
    COMPARE_NEAR(result->difference, number(vector.expected["difference"_L1]), vector.tolerance);
    COMPARE_NEAR(result->interval.low, number(vector.expected["lower"_L1]), vector.tolerance);
    COMPARE_NEAR(result->interval.high, number(vector.expected["upper"_L1]), vector.tolerance);
}

void TestPairedShares::noRows_nothingToSay()
{
    QVERIFY(!mcNemarTest(0.0, 0.0));
    QVERIFY(!newcombeDifference({}));
    QVERIFY(!pairedPrecision({.trueA = 3.0, .alertsA = 5.0}));
}

void TestPairedShares::swapped_mirrored()
{
    const auto forth = newcombeDifference({40.0, 9.0, 3.0, 20.0});
    const auto back = newcombeDifference({40.0, 3.0, 9.0, 20.0});
    COMPARE_NEAR(forth->interval.low, -back->interval.high, 1e-12);
    COMPARE_NEAR(forth->interval.high, -back->interval.low, 1e-12);
}

void TestPairedShares::alerts_weightedGeneralisedScore()
{
    const auto vector = testsupport::vector(u"T3.ppv_paired"_s);
    const auto input = [&vector](QLatin1String key) { return number(vector.input.value(key)); };
    const auto result = pairedPrecision({.trueA = input("tp_a"_L1),
                                         .alertsA = input("alerts_a"_L1),
                                         .trueB = input("tp_b"_L1),
                                         .alertsB = input("alerts_b"_L1),
                                         .bothTrue = input("both_alert_true"_L1),
                                         .bothFalse = input("both_alert_false"_L1)});
    QVERIFY(result);
    const auto expected = [&vector](QLatin1String key) { return number(vector.expected[key]); };
    COMPARE_NEAR(result->precisionA, expected("precision_a"_L1), vector.tolerance);
    COMPARE_NEAR(result->precisionB, expected("precision_b"_L1), vector.tolerance);
    COMPARE_NEAR(result->pooled, expected("pooled"_L1), vector.tolerance);
    COMPARE_NEAR(result->covariance, expected("c"_L1), vector.tolerance);
    COMPARE_NEAR(result->chiSquared, expected("wgs_chi2"_L1), vector.tolerance);
    COMPARE_NEAR(result->p, expected("p"_L1), vector.tolerance);
}

void TestPairedShares::sameAlerts_noDifference()
{
    const auto result = pairedPrecision({8.0, 10.0, 8.0, 10.0, 8.0, 2.0});
    QVERIFY(result);
    QVERIFY(!result->p || *result->p > 0.99); // rounding may leave a speck of variance
    COMPARE_NEAR(result->difference.interval.low, 0.0, 1e-6);
    COMPARE_NEAR(result->difference.interval.high, 0.0, 1e-6);
}

void TestPairedShares::intervalOfPrecision_leavesOutZeroWhereUnlikely()
{
    for (double trueA = 20.0; trueA <= 40.0; trueA += 1.0) {
        const auto result = pairedPrecision({trueA, 45.0, 25.0, 40.0, 18.0, 4.0});
        const auto &interval = result->difference.interval;
        const bool zeroOutside = interval.low > 0.0 || interval.high < 0.0;
        QCOMPARE(zeroOutside, *result->p < 0.05);
    }
}

void TestPairedShares::intervals_coverTheTruth()
{
    // Two models that partly see a common difficulty, on 200 rows.
    std::mt19937_64 engine(20260101U);
    const auto uniform = [&engine] { return static_cast<double>(engine() >> 11U) * 0x1p-53; };
    constexpr double shareA = 0.80;
    constexpr double shareB = 0.72;
    int covered = 0;
    constexpr int studies = 1000;
    for (int study = 0; study < studies; ++study) {
        PairedCounts counts;
        for (int row = 0; row < 200; ++row) {
            const double common = uniform();
            const bool same = uniform() < 0.6;
            const bool a = common < shareA;
            const bool b = (same ? common : uniform()) < shareB;
            (a ? (b ? counts.both : counts.onlyA) : (b ? counts.onlyB : counts.neither)) += 1.0;
        }
        const Interval interval = newcombeDifference(counts)->interval;
        covered += interval.low <= shareA - shareB && shareA - shareB <= interval.high ? 1 : 0;
    }
    QVERIFY2(covered > 0.93 * studies && covered < 0.975 * studies,
             qPrintable(QString::number(covered)));
}

ONEINN_TEST(TestPairedShares)

} // namespace tests::comparison_pairedshares

#include "tst_pairedshares.moc"
