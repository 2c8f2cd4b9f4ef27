// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/rollbacktrigger.h"
#include "support/testprogram.h"
#include "support/vectors.h"
#include "wording/assessed.h"

#include <QTest>

namespace tests::decision_rollbacktrigger {

using namespace oneinn;
using testsupport::assessed;
using testsupport::Kinds;
using testsupport::scenarioAt;

class TestRollbackTrigger : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trigger_ofAnAssessment_hasItsNumbers();
    void trigger_worsePrecision_isHalfAsManyWrongAgain_data();
    void trigger_worsePrecision_isHalfAsManyWrongAgain();
    void trigger_noneWrong_startsFromTheInterval();
    void trigger_noRule_saysWhy_data();
    void trigger_noRule_saysWhy();
    void trigger_nothingShown_watchesNothingShown();
    void trigger_oneUse_watchesNothing();
};

void TestRollbackTrigger::trigger_ofAnAssessment_hasItsNumbers()
{
    const auto assessment =
            assessed(testsupport::inlineSuggestion, scenarioAt(0.5, Milliseconds{400.0}));
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    const double wrong = 287.0 / 2210.0;
    QVERIFY(trigger.rule && !trigger.noRule);
    COMPARE_NEAR(trigger.rule->wrong, wrong, 1e-12);
    COMPARE_NEAR(trigger.rule->wrongIfBad, 1.5 * wrong, 1e-12);
    // Who looks at a release that is a little worse than these data say takes it back more often.
    QVERIFY(trigger.goodRolledBackAtUpperEnd > trigger.rule->goodRolledBackAtMost);
    QVERIFY(trigger.shown);
    QCOMPARE(trigger.shown->uses, 500);
    QCOMPARE(trigger.shown->low, std::optional(int(std::floor(0.75 * 500 * 2210.0 / 9480.0))));
    QCOMPARE(trigger.shown->high, std::optional(int(std::ceil(1.25 * 500 * 2210.0 / 9480.0))));
    QVERIFY(trigger.late);
    QCOMPARE(trigger.late->uses, 3000);
    QVERIFY(!trigger.late->low);
    QCOMPARE(trigger.late->high, std::optional(int(std::ceil(1.25 * 3000 * 470.0 / 9480.0))));
}

void TestRollbackTrigger::trigger_worsePrecision_isHalfAsManyWrongAgain_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<double>("worse");
    QTest::newRow("1 in 10") << 900 << 100 << 0.15;
    QTest::newRow("2 in 5") << 600 << 400 << 0.6;
    QTest::newRow("3 in 5: a third fewer right ones") << 600 << 900 << 1.0 - 0.4 * 2.0 / 3.0;
}

void TestRollbackTrigger::trigger_worsePrecision_isHalfAsManyWrongAgain()
{
    QFETCH(const int, right);
    QFETCH(const int, wrong);
    QFETCH(const double, worse);
    const auto assessment =
            assessed({.tp = right, .fp = wrong, .fn = 10, .tn = 100}, scenarioAt(0.5));
    const auto trigger = rollbackTrigger(assessment);
    QVERIFY(trigger.rule);
    COMPARE_NEAR(trigger.rule->wrongIfBad, worse, 1e-12);
    QVERIFY(!trigger.late);
}

void TestRollbackTrigger::trigger_noneWrong_startsFromTheInterval()
{
    const auto assessment = assessed({.tp = 40, .fn = 10, .tn = 100}, scenarioAt(0.5));
    const auto trigger = rollbackTrigger(assessment);
    QVERIFY(trigger.rule);
    COMPARE_NEAR(trigger.rule->wrong, wilsonInterval(0.0, 40.0).high, 1e-12);
}

void TestRollbackTrigger::trigger_noRule_saysWhy_data()
{
    QTest::addColumn<testsupport::Kinds>("kinds");
    QTest::addColumn<NoRollbackRule>("reason");
    QTest::newRow("7 shown") << Kinds{.tp = 5, .fp = 2, .fn = 3, .tn = 9} << NoRollbackRule::TooFew;
    QTest::newRow("all wrong") << Kinds{.fp = 50, .fn = 3, .tn = 9} << NoRollbackRule::AllWrong;
    QTest::newRow("1 wrong in 3,000")
            << Kinds{.tp = 2999, .fp = 1, .fn = 3, .tn = 9} << NoRollbackRule::TooRare;
    QTest::newRow("nothing shown") << Kinds{.fn = 30, .tn = 90} << NoRollbackRule::NothingShown;
}

void TestRollbackTrigger::trigger_noRule_saysWhy()
{
    QFETCH(const testsupport::Kinds, kinds);
    QFETCH(const NoRollbackRule, reason);
    const auto trigger = rollbackTrigger(assessed(kinds, scenarioAt(0.5)));
    QVERIFY(!trigger.rule);
    QCOMPARE(trigger.noRule, std::optional(reason));
}

void TestRollbackTrigger::trigger_nothingShown_watchesNothingShown()
{
    const auto assessment =
            assessed(testsupport::inlineSuggestion,
                     scenarioAt(Threshold::alertOnNothing().value, Milliseconds{400.0}));
    const RollbackTrigger trigger = rollbackTrigger(assessment);
    QVERIFY(!trigger.rule);
    QVERIFY(!trigger.shown);
    QVERIFY(trigger.late);
}

void TestRollbackTrigger::trigger_oneUse_watchesNothing()
{
    const auto trigger = rollbackTrigger(assessed({.tp = 1}, scenarioAt(0.5)));
    QVERIFY(!trigger.rule && !trigger.shown && !trigger.late);
}

ONEINN_TEST(TestRollbackTrigger)

} // namespace tests::decision_rollbacktrigger

#include "tst_rollbacktrigger.moc"
