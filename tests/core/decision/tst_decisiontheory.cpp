// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/elkan.h"
#include "core/decision/netbenefit.h"
#include "core/decision/outcomevalues.h"
#include "core/decision/prevalence.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::decision_decisiontheory {

using namespace oneinn;
using Kind = ElkanDecision::Kind;

class TestDecisionTheory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void elkan_kinds_data();
    void elkan_kinds();
    void elkan_threshold_isWhereBothDecisionsAreWorthTheSame();
    void value_matrix_isCellwise();
    void value_lateUses_byPolicy();
    void values_defaults_areTheOnesShown();
    void netBenefit_undefined_isAbsent();
    void netBenefit_ofAlertingAll_isThatOfTheMatrix();
    void netBenefit_costIdentity_holds();
    void costCurve_endPoints_areTheRates();
    void prevalence_noneShownOrAll_isAbsent();
    void recalibrated_samePrevalence_isUnchanged();
    void recalibrated_thereAndBack_isTheSame();
};

void TestDecisionTheory::elkan_kinds_data()
{
    QTest::addColumn<double>("fp");
    QTest::addColumn<double>("fn");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("both mistakes cost") << -1.0 << -3.0 << Kind::AtThreshold;
    QTest::newRow("false alarms are welcome") << 1.0 << -3.0 << Kind::AlwaysAlert;
    QTest::newRow("false alarms cost nothing") << 0.0 << -3.0 << Kind::AlwaysAlert;
    QTest::newRow("misses are welcome") << -1.0 << 3.0 << Kind::NeverAlert;
    QTest::newRow("misses cost nothing") << -1.0 << 0.0 << Kind::NeverAlert;
    QTest::newRow("both are welcome") << 1.0 << 1.0 << Kind::Inverted;
    QTest::newRow("neither costs anything") << 0.0 << 0.0 << Kind::Inverted;
}

void TestDecisionTheory::elkan_kinds()
{
    QFETCH(const double, fp);
    QFETCH(const double, fn);
    QFETCH(const Kind, kind);
    const auto decision = elkanDecision({0, fp, fn, 0});
    QCOMPARE(decision.kind, kind);
    QCOMPARE(decision.threshold.has_value(), kind == Kind::AtThreshold);
}

void TestDecisionTheory::elkan_threshold_isWhereBothDecisionsAreWorthTheSame()
{
    const OutcomeValues values(5, -2, -7, 1);
    const auto p = elkanDecision(values).threshold;
    QVERIFY(p);
    COMPARE_NEAR(*p * values.tp() + (1 - *p) * values.fp(),
                 *p * values.fn() + (1 - *p) * values.tn(), 1e-15);
}

void TestDecisionTheory::value_matrix_isCellwise()
{
    QCOMPARE(OutcomeValues(2, -3, -5, 0.5).of(ConfusionMatrix(10, 100, 1000, 10000)),
             20.0 - 300.0 - 5000.0 + 5000.0);
}

void TestDecisionTheory::value_lateUses_byPolicy()
{
    OperatingCounts counts;
    counts.tp = {1, 1, 1};
    counts.latePositive = {10, 10, 10};
    counts.lateNegative = {100, 200, 400};
    const OutcomeValues values(1, -2, -3, 0.5, -7);
    QCOMPARE(values.of(counts, LatePolicy::ShowNothing), 1.0 - 30.0 + 100.0);
    QCOMPARE(values.of(counts, LatePolicy::Unanswered), 1.0 - 7.0 * 210.0);
}

void TestDecisionTheory::values_defaults_areTheOnesShown()
{
    QCOMPARE(OutcomeValues(), OutcomeValues(1, -1, -1, 0, 0));
    QVERIFY(!(OutcomeValues() == OutcomeValues(1, -1, -1, 0, -1)));
    QVERIFY(!(OutcomeValues() == OutcomeValues(1, -1, -2, 0)));
}

void TestDecisionTheory::netBenefit_undefined_isAbsent()
{
    QVERIFY(!netBenefit({}, 0.5));
    QVERIFY(!netBenefit({0, 2, 0, 2}, 0.5, 0.1));
    QVERIFY(!netBenefit({2, 0, 2, 0}, 0.5, 0.1));
    COMPARE_NEAR(netBenefit({0, 2, 0, 2}, 0.5), -0.5, 1e-15);
}

void TestDecisionTheory::netBenefit_ofAlertingAll_isThatOfTheMatrix()
{
    COMPARE_NEAR(netBenefit({3, 7, 0, 0}, 0.2), netBenefitOfAlertingAll(0.3, 0.2), 1e-15);
    COMPARE_NEAR(netBenefit({3, 7, 0, 0}, 0.2, 0.05), netBenefitOfAlertingAll(0.05, 0.2), 1e-15);
}

/// Cost per case = C_FN (pi - net benefit) at pt = C_FP / (C_FP + C_FN).
void TestDecisionTheory::netBenefit_costIdentity_holds()
{
    const ConfusionMatrix matrix(8, 5, 4, 33);
    constexpr double costFp = 2.0;
    constexpr double costFn = 6.0;
    const double cost = (costFp * matrix.fp() + costFn * matrix.fn()) / matrix.total();
    const double prevalence = matrix.positives() / matrix.total();
    const auto benefit = netBenefit(matrix, costFp / (costFp + costFn));
    QVERIFY(benefit);
    COMPARE_NEAR(costFn * (prevalence - *benefit), cost, 1e-15);
}

void TestDecisionTheory::costCurve_endPoints_areTheRates()
{
    const auto freeAlarms = costCurvePoint(0.2, 0, 5, 0.3, 0.4);
    QCOMPARE(freeAlarms.probabilityCost, 1.0);
    QCOMPARE(freeAlarms.normalisedExpectedCost, 0.4);
    const auto freeMisses = costCurvePoint(0.2, 5, 0, 0.3, 0.4);
    QCOMPARE(freeMisses.probabilityCost, 0.0);
    QCOMPARE(freeMisses.normalisedExpectedCost, 0.3);
}

void TestDecisionTheory::prevalence_noneShownOrAll_isAbsent()
{
    QVERIFY(!precisionAt(0.0, 0.0, 0.1));
    QVERIFY(!npvAt(1.0, 1.0, 0.1));
    COMPARE_NEAR(precisionAt(0.0, 0.1, 0.1), 0.0, 0.0);
    COMPARE_NEAR(npvAt(0.0, 0.0, 0.1), 0.9, 1e-15);
    COMPARE_NEAR(alertRateAt(1.0, 1.0, 0.1), 1.0, 1e-15);
}

void TestDecisionTheory::recalibrated_samePrevalence_isUnchanged()
{
    for (const double p : {0.0, 0.02, 0.5, 1.0})
        COMPARE_NEAR(recalibratedProbability(p, 0.3, 0.3), p, 1e-15);
}

void TestDecisionTheory::recalibrated_thereAndBack_isTheSame()
{
    for (const double p : {0.0, 0.02, 0.5, 0.99, 1.0})
        COMPARE_NEAR(recalibratedProbability(recalibratedProbability(p, 0.5, 0.01), 0.01, 0.5), p,
                     1e-14);
}

ONEINN_TEST(TestDecisionTheory)

} // namespace tests::decision_decisiontheory

#include "tst_decisiontheory.moc"
