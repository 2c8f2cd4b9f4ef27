// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/endrule.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::ends_endrule {

using namespace oneinn;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr auto shown = UseDecision::Shown;
constexpr auto notShown = UseDecision::NotShown;
constexpr auto unanswered = UseDecision::Unanswered;

} // namespace

class TestEndRule : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void end_anyPolicy_isThatOfTheTable_data();
    void end_anyPolicy_isThatOfTheTable();
    void end_withoutPartner_isCutOff();
    void ownDecides_iffNotCutOff_data();
    void ownDecides_iffNotCutOff();
};

/// By hand from the table: budget 300, the model asked says "show", the other "do not show" at 40
/// or at 500.
void TestEndRule::end_anyPolicy_isThatOfTheTable_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<FallbackStart>("start");
    QTest::addColumn<double>("latency");
    QTest::addColumn<double>("other");
    QTest::addColumn<UseDecision>("decision");
    QTest::addColumn<double>("wait");
    QTest::addColumn<bool>("late");
    const auto atOnce = FallbackStart::WithMain;
    const auto then = FallbackStart::AtDeadline;
    for (const auto policy : {LatePolicy::Wait, LatePolicy::ShowNothing, LatePolicy::Unanswered,
                              LatePolicy::FallBack}) {
        QTest::addRow("%d, in time", int(policy))
                << policy << atOnce << 299.0 << 40.0 << shown << 299.0 << false;
        QTest::addRow("%d, just in time", int(policy))
                << policy << then << 300.0 << 40.0 << shown << 300.0 << false;
    }
    QTest::newRow("waited for") << LatePolicy::Wait << atOnce << 900.0 << 40.0 << shown << 900.0
                                << true;
    QTest::newRow("waited for without end")
            << LatePolicy::Wait << atOnce << infinity << 40.0 << shown << infinity << true;
    QTest::newRow("nothing shown")
            << LatePolicy::ShowNothing << atOnce << 900.0 << 40.0 << notShown << 300.0 << true;
    QTest::newRow("timed out") << LatePolicy::ShowNothing << atOnce << infinity << 40.0 << notShown
                               << 300.0 << true;
    QTest::newRow("unanswered") << LatePolicy::Unanswered << atOnce << 301.0 << 40.0 << unanswered
                                << 300.0 << true;
    QTest::newRow("replaced") << LatePolicy::FallBack << atOnce << 900.0 << 40.0 << notShown
                              << 300.0 << true;
    QTest::newRow("replaced later")
            << LatePolicy::FallBack << atOnce << 400.0 << 500.0 << notShown << 500.0 << true;
    QTest::newRow("replaced, asked then")
            << LatePolicy::FallBack << then << 900.0 << 40.0 << notShown << 340.0 << true;
    QTest::newRow("replaced by one that times out")
            << LatePolicy::FallBack << then << 900.0 << infinity << notShown << infinity << true;
}

void TestEndRule::end_anyPolicy_isThatOfTheTable()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const FallbackStart, start);
    QFETCH(const double, latency);
    QFETCH(const double, other);
    QFETCH(const UseDecision, decision);
    QFETCH(const double, wait);
    QFETCH(const bool, late);
    const EndRule rule(policy, Milliseconds{300.0}, start);
    const Answer own{shown, {latency}};
    QVERIFY(rule.end(own, {notShown, {other}}) == (End{decision, {wait}, late}));
    // Without a budget nothing is late.
    const EndRule unlimited(policy, {}, start);
    QVERIFY(unlimited.end(own, {notShown, {other}}) == (End{shown, {latency}, false}));
}

void TestEndRule::end_withoutPartner_isCutOff()
{
    const EndRule rule(LatePolicy::FallBack, Milliseconds{300.0});
    QVERIFY(rule.end({shown, {301.0}}) == (End{notShown, {300.0}, true}));
    QVERIFY(rule.asksOther());
    QVERIFY(!EndRule(LatePolicy::FallBack, {}).asksOther());
}

void TestEndRule::ownDecides_iffNotCutOff_data()
{
    QTest::addColumn<LatePolicy>("policy");
    QTest::addColumn<bool>("waits");
    QTest::newRow("wait") << LatePolicy::Wait << true;
    QTest::newRow("show nothing") << LatePolicy::ShowNothing << false;
    QTest::newRow("unanswered") << LatePolicy::Unanswered << false;
    QTest::newRow("fall back") << LatePolicy::FallBack << false;
}

void TestEndRule::ownDecides_iffNotCutOff()
{
    QFETCH(const LatePolicy, policy);
    QFETCH(const bool, waits);
    const EndRule rule(policy, Milliseconds{300.0});
    QCOMPARE(rule.waitsForLate(), waits);
    QCOMPARE(rule.ownDecides({infinity}), waits);
    QVERIFY(rule.ownDecides({300.0}));
    QCOMPARE(rule.deadline().value, waits ? infinity : 300.0);
    QVERIFY(EndRule(policy, {}).ownDecides({infinity}));
    // Even where nobody says how long is too long, a time-out is too long.
    QVERIFY(EndRule(policy, Milliseconds{infinity}).isLate({infinity}));
}

ONEINN_TEST(TestEndRule)

} // namespace tests::ends_endrule

#include "tst_endrule.moc"
