// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/runningcount.h"
#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace tests::release_runningcount {

using namespace oneinn;
using enum RunningVerdict;

namespace {

/// Of inline suggestions, 13.25 of 100 wrong (A3).
const std::vector<RollbackLook> inlineLooks{{25, 10, 0}, {50, 14, 4}, {100, 23, 13}, {210, 37, {}}};

} // namespace

class TestRunningCount : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answer_aCount_isTheRules_data();
    void answer_aCount_isTheRules();
    void answer_askedAfterEveryCase_neverContradictsTheRule();
};

void TestRunningCount::answer_aCount_isTheRules_data()
{
    QTest::addColumn<int>("wrong");
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("verdict");
    QTest::addColumn<int>("look");
    const auto row = [](const char *name, int wrong, int shown, RunningVerdict verdict, int look) {
        QTest::newRow(name) << wrong << shown << int(verdict) << look;
    };
    row("nothing yet", 0, 0, CannotTellYet, 25);
    row("few", 3, 20, CannotTellYet, 25);
    row("over before the first look", 10, 12, RollBack, 25);
    row("at the first look, kept", 0, 25, Keep, 25);
    row("at the first look, between", 5, 25, Hold, 50);
    row("at the first look, over", 10, 25, RollBack, 25);
    row("between two looks", 8, 40, Hold, 50);
    row("the next limit is reached already", 14, 40, RollBack, 50);
    row("no more than an earlier look allows", 4, 60, Keep, 50);
    row("was over at an earlier look for sure", 24, 60, RollBack, 50);
    row("the last limit is still to be reached", 14, 187, Hold, 210);
    row("the last limit can no longer be reached", 14, 188, Keep, 210);
    row("nor by one, close to the end", 35, 209, Keep, 210);
    row("by one, close to the end", 36, 209, Hold, 210);
    row("at the last look, one short", 36, 210, Keep, 210);
    row("at the last look, over", 37, 210, RollBack, 210);
    row("beyond it, few", 30, 300, Keep, 100);
    row("beyond it, and it may have been either", 40, 300, CannotTellYet, 210);
    row("beyond it, over for sure", 140, 300, RollBack, 50);
}

void TestRunningCount::answer_aCount_isTheRules()
{
    QFETCH(const int, wrong);
    QFETCH(const int, shown);
    QFETCH(const int, verdict);
    QFETCH(const int, look);
    const RunningAnswer answer = runningAnswer(inlineLooks, {wrong, shown});
    QCOMPARE(int(answer.verdict), verdict);
    if (shown <= 210)
        QCOMPARE(answer.look.shown, look);
}

/// Who asks after every single case is told nothing that the looks alone would not have decided in
/// the end, so that the rule's chances stay as they are.
void TestRunningCount::answer_askedAfterEveryCase_neverContradictsTheRule()
{
    constexpr int releases = 20000;
    std::mt19937_64 random(5);
    int back = 0;
    for (int release = 0; release < releases; ++release) {
        std::bernoulli_distribution isWrong(0.1325);
        RunningVerdict first = Hold;
        RunningVerdict byLooks = Hold;
        int wrong = 0;
        for (int shown = 1; shown <= 210; ++shown) {
            wrong += isWrong(random) ? 1 : 0;
            const auto verdict = runningAnswer(inlineLooks, {wrong, shown}).verdict;
            if (first == Hold && (verdict == RollBack || verdict == Keep))
                first = verdict;
            for (const RollbackLook &look : inlineLooks) {
                if (look.shown != shown || byLooks != Hold)
                    continue;
                if (wrong >= look.rollBackAt)
                    byLooks = RollBack;
                else if (shown == 210 || (look.keepUpTo && wrong <= *look.keepUpTo))
                    byLooks = Keep;
            }
        }
        QCOMPARE(int(first), int(byLooks));
        back += first == RollBack ? 1 : 0;
    }
    QVERIFY2(back < releases * 0.05, qPrintable(QString::number(back)));
}

ONEINN_TEST(TestRunningCount)

} // namespace tests::release_runningcount

#include "tst_runningcount.moc"
