// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"
#include "wording/assessed.h"

#include <QTest>

#include <random>

namespace tests::decision_rollbacktrigger {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::assessed;
using testsupport::Kinds;
using testsupport::number;
using testsupport::scenarioAt;
using testsupport::VectorCase;
using testsupport::VectorFamily;

namespace {

void checkCounts(const QJsonValue &expected, const std::function<std::optional<int>(int)> &count)
{
    const QJsonObject counts = expected.toObject();
    QVERIFY(!counts.isEmpty());
    for (const QString &n : counts.keys()) {
        const auto found = count(n.toInt());
        QCOMPARE(found.has_value(), !counts.value(n).isNull());
        if (found)
            QCOMPARE(*found, counts.value(n).toInt());
    }
}

void checkSprt(VectorCase &c)
{
    const auto input = [&c](QLatin1String key) { return number(c.input.take(key)); };
    const PrecisionTest test =
            precisionTest(input("p0"_L1), input("p1"_L1), input("alpha"_L1), input("beta"_L1));
    const std::pair<QLatin1String, double> values[] = {
            {"A"_L1, test.upper},
            {"B"_L1, test.lower},
            {"step_right"_L1, test.stepRight},
            {"step_wrong"_L1, test.stepWrong},
            {"slope_wrong_per_alert"_L1, test.slope},
            {"rollback_intercept"_L1, test.rollbackIntercept},
            {"accept_intercept"_L1, test.keepIntercept},
            {"asn_if_bad"_L1, test.meanCasesIfWorse},
            {"asn_if_good"_L1, test.meanCasesIfGood},
    };
    for (const auto &[key, value] : values)
        COMPARE_NEAR(value, number(c.expected.take(key)), c.tolerance);
    checkCounts(c.expected.take("rollback_wrong_count_at_n"_L1),
                [&test](int n) { return test.rollbackAt(n); });
    checkCounts(c.expected.take("accept_wrong_count_at_n"_L1),
                [&test](int n) { return test.keepUpTo(n); });
}

constexpr VectorFamily families[] = {{"T8.sprt", checkSprt}};

/// How often a precision is taken back, case by case.
double shareTakenBack(const PrecisionTest &test, double precision)
{
    constexpr int releases = 4000;
    constexpr int mostCases = 5000;
    std::mt19937 random(7);
    std::bernoulli_distribution isWrong(1.0 - precision);
    int takenBack = 0;
    for (int release = 0; release < releases; ++release) {
        int wrong = 0;
        for (int n = 1; n <= mostCases; ++n) {
            wrong += isWrong(random) ? 1 : 0;
            const auto back = test.rollbackAt(n);
            const auto keep = test.keepUpTo(n);
            if (back && wrong >= *back) {
                ++takenBack;
                break;
            }
            if (keep && wrong <= *keep)
                break;
        }
    }
    return static_cast<double>(takenBack) / releases;
}

} // namespace

class TestRollbackTrigger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_everyKey_asExpected_data();
    void vector_everyKey_asExpected();
    void lines_simulatedReleases_errAsPromised_data();
    void lines_simulatedReleases_errAsPromised();
    void trigger_ofAnAssessment_hasItsNumbers();
    void trigger_worsePrecision_isHalfAsManyWrongAgain_data();
    void trigger_worsePrecision_isHalfAsManyWrongAgain();
    void trigger_noneWrong_startsFromTheInterval();
    void trigger_fewCases_hasNoPrecisionTest();
    void trigger_nothingShown_watchesNothingShown();
};

void TestRollbackTrigger::vector_everyKey_asExpected_data()
{
    QTest::addColumn<QString>("id");
    testsupport::addVectorRows("T8.sprt");
}

void TestRollbackTrigger::vector_everyKey_asExpected()
{
    QFETCH(const QString, id);
    testsupport::checkVector(id, families);
}

void TestRollbackTrigger::lines_simulatedReleases_errAsPromised_data()
{
    QTest::addColumn<double>("good");
    QTest::addColumn<double>("worse");
    QTest::newRow("1 in 10 wrong") << 0.9 << 0.85;
    QTest::newRow("most wrong") << 0.28 << 0.28 * 2.0 / 3.0;
    QTest::newRow("half wrong") << 0.5 << 1.0 / 3.0;
}

void TestRollbackTrigger::lines_simulatedReleases_errAsPromised()
{
    QFETCH(const double, good);
    QFETCH(const double, worse);
    const PrecisionTest test = precisionTest(good, worse);
    QVERIFY(shareTakenBack(test, good) < 0.06);
    QVERIFY(shareTakenBack(test, worse) > 0.78);
}

void TestRollbackTrigger::trigger_ofAnAssessment_hasItsNumbers()
{
    const auto assessment =
            assessed(testsupport::inlineSuggestion, scenarioAt(0.5, Milliseconds{400.0}));
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    const double wrong = 287.0 / 2210.0;
    QVERIFY(trigger.precision);
    COMPARE_NEAR(trigger.precision->good, 1.0 - wrong, 1e-12);
    COMPARE_NEAR(trigger.precision->worse, 1.0 - 1.5 * wrong, 1e-12);
    QVERIFY(trigger.shareShown);
    COMPARE_NEAR(trigger.shareShown->low, 0.75 * 2210.0 / 9480.0, 1e-12);
    COMPARE_NEAR(trigger.shareShown->high, 1.25 * 2210.0 / 9480.0, 1e-12);
    COMPARE_NEAR(trigger.late, 1.5 * 470.0 / 9480.0, 1e-12);
}

void TestRollbackTrigger::trigger_worsePrecision_isHalfAsManyWrongAgain_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<double>("worse");
    QTest::newRow("1 in 10") << 900 << 100 << 0.85;
    QTest::newRow("2 in 5") << 600 << 400 << 0.4;
    QTest::newRow("3 in 5: a third fewer right ones") << 600 << 900 << 0.4 * 2.0 / 3.0;
}

void TestRollbackTrigger::trigger_worsePrecision_isHalfAsManyWrongAgain()
{
    QFETCH(const int, right);
    QFETCH(const int, wrong);
    QFETCH(const double, worse);
    const auto assessment =
            assessed({.tp = right, .fp = wrong, .fn = 10, .tn = 100}, scenarioAt(0.5));
    const auto trigger = rollbackTrigger(assessment);
    QVERIFY(trigger.precision);
    COMPARE_NEAR(trigger.precision->worse, worse, 1e-12);
    QVERIFY(!trigger.late);
}

void TestRollbackTrigger::trigger_noneWrong_startsFromTheInterval()
{
    const auto assessment = assessed({.tp = 40, .fn = 10, .tn = 100}, scenarioAt(0.5));
    const auto trigger = rollbackTrigger(assessment);
    QVERIFY(trigger.precision);
    COMPARE_NEAR(trigger.precision->good, wilsonInterval(40.0, 40.0).low, 1e-12);
}

void TestRollbackTrigger::trigger_fewCases_hasNoPrecisionTest()
{
    QVERIFY(!rollbackTrigger(assessed({.tp = 5, .fp = 2, .fn = 3, .tn = 9}, scenarioAt(0.5)))
                     .precision);
    QVERIFY(!rollbackTrigger(assessed({.fp = 50, .fn = 3, .tn = 9}, scenarioAt(0.5))).precision);
}

void TestRollbackTrigger::trigger_nothingShown_watchesNothingShown()
{
    const auto assessment =
            assessed(testsupport::inlineSuggestion,
                     scenarioAt(Threshold::alertOnNothing().value, Milliseconds{400.0}));
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    QVERIFY(!trigger.precision);
    QVERIFY(!trigger.shareShown);
    QVERIFY(trigger.late);
}

ONEINN_TEST(TestRollbackTrigger)

} // namespace tests::decision_rollbacktrigger

#include "tst_rollbacktrigger.moc"
