// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/rollbackcorridor.h"
#include "core/release/runningcount.h"
#include "support/testprogram.h"

#include <QTest>

#include <algorithm>

namespace tests::release_rollbackcorridor {

using namespace oneinn;

/// The lines are those that runningAnswer() decides by, at every count there is.
class TestRollbackCorridor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void corners_areThoseOfTheLooks();
    void lines_atEveryCount_sayWhatTheRuleSays_data();
    void lines_atEveryCount_sayWhatTheRuleSays();
};

namespace {

/// Along the straight line between two corners.
CorridorEdge between(const std::vector<CorridorEdge> &edges, int shown)
{
    const auto after = std::ranges::find_if(
            edges, [shown](const CorridorEdge &edge) { return edge.shown >= shown; });
    if (after->shown == shown)
        return *after;
    const CorridorEdge &before = *(after - 1);
    const int way = after->shown - before.shown;
    const int gone = shown - before.shown;
    const int rise = after->rollBackFrom - before.rollBackFrom;
    CorridorEdge edge{shown, before.rollBackFrom + rise * gone / way, {}};
    if (before.keepUpTo && after->keepUpTo)
        edge.keepUpTo = *before.keepUpTo + (*after->keepUpTo - *before.keepUpTo) * gone / way;
    return edge;
}

} // namespace

/// Of inline suggestions, 13.25 of 100 wrong (A3): by hand.
void TestRollbackCorridor::corners_areThoseOfTheLooks()
{
    const auto edges = rollbackCorridor({{25, 10, 0}, {50, 14, 4}, {100, 23, 13}, {210, 37, {}}});
    const std::vector<CorridorEdge> expected{
            {0, 10, {}}, {25, 10, 0},   {29, 14, 0},   {46, 14, 0},   {50, 14, 4},  {59, 23, 4},
            {91, 23, 4}, {100, 23, 13}, {114, 37, 13}, {187, 37, 13}, {210, 37, 36}};
    QCOMPARE(edges, expected);
}

void TestRollbackCorridor::lines_atEveryCount_sayWhatTheRuleSays_data()
{
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("bad");
    QTest::addColumn<double>("designEffect");
    QTest::newRow("13 of 100") << 0.13 << 0.195 << 1.0;
    QTest::newRow("half") << 0.5 << 0.667 << 1.0;
    QTest::newRow("rare") << 0.02 << 0.03 << 1.0;
    QTest::newRow("mostly wrong") << 0.8 << 0.87 << 1.0;
    QTest::newRow("told apart at once") << 0.05 << 0.9 << 1.0;
    QTest::newRow("users who differ") << 0.2 << 0.3 << 3.7;
}

void TestRollbackCorridor::lines_atEveryCount_sayWhatTheRuleSays()
{
    QFETCH(const double, wrong);
    QFETCH(const double, bad);
    QFETCH(const double, designEffect);
    const auto rule = rollbackRule(wrong, bad);
    QVERIFY(rule);
    const auto looks = scaled(rule->looks, designEffect);
    const auto edges = rollbackCorridor(looks);
    QCOMPARE(edges.front().shown, 0);
    QCOMPARE(edges.back().shown, looks.back().shown);
    for (int shown = 0; shown < looks.back().shown; ++shown) {
        const CorridorEdge edge = between(edges, shown);
        for (int count = 0; count <= shown; ++count) {
            const RunningVerdict verdict = runningAnswer(looks, {count, shown}).verdict;
            const bool over = count >= edge.rollBackFrom;
            const bool kept = edge.keepUpTo && count <= *edge.keepUpTo;
            QCOMPARE(verdict == RunningVerdict::RollBack, over);
            QCOMPARE(verdict == RunningVerdict::Keep, kept);
        }
    }
}

ONEINN_TEST(TestRollbackCorridor)

} // namespace tests::release_rollbackcorridor

#include "tst_rollbackcorridor.moc"
