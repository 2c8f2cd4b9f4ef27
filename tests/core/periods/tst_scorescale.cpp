// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scorescale.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::periods_scorescale {

using namespace oneinn;
using testsupport::DropWorld;

namespace {

constexpr int usesDrawn = 6000;

double shownShare(const PeriodUses &period, Threshold threshold)
{
    double shown = 0.0;
    double all = 0.0;
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (period.failed(use))
            continue;
        all += period.rows.weight[use];
        shown += period.score(use) >= threshold.value ? period.rows.weight[use] : 0.0;
    }
    return shown / all;
}

std::optional<ScoreScale> scaleOf(const DropWorld &world, Threshold kept, std::uint32_t seed)
{
    const auto pair = testsupport::drawnPair(world, usesDrawn, seed);
    return otherScale(pair.before, pair.after, kept, {}, 1.0);
}

} // namespace

class TestScoreScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followed_showsAsMany_data();
    void followed_showsAsMany();
    void followed_isTheSameScore();
    void otherOrder_isNoScale();
    void equalScores_areNotParted();
    void nobodyOrEverybodyShown_hasNoneToFollow();
};

void TestScoreScale::followed_showsAsMany_data()
{
    QTest::addColumn<double>("times");
    QTest::addColumn<double>("more");
    QTest::addColumn<double>("kept");
    QTest::newRow("percent") << 100.0 << 0.0 << 0.3;
    QTest::newRow("halved") << 0.5 << 0.0 << 0.7;
    QTest::newRow("another calibration") << 1.0 << 1.5 << 0.1;
    QTest::newRow("below 0") << -1e-3 << 0.0 << 0.3;
    QTest::newRow("as before") << 1.0 << 0.0 << 0.3;
}

void TestScoreScale::followed_showsAsMany()
{
    QFETCH(double, times);
    QFETCH(double, more);
    QFETCH(double, kept);
    const DropWorld world{.scoreTimes = times, .logOddsMore = more};
    const auto pair = testsupport::drawnPair(world, usesDrawn, 3);
    const auto scale = otherScale(pair.before, pair.after, {kept}, {}, 1.0);
    // Turned round, the order is another one, however little scores differ.
    QCOMPARE(scale.has_value(), times > 0.0);
    if (!scale)
        return;
    QCOMPARE(scale->before, Threshold{kept});
    constexpr double oneUse = 1.0 / usesDrawn;
    QVERIFY(std::abs(shownShare(pair.before, scale->before) - shownShare(pair.after, scale->after))
            <= 2.0 * oneUse);
}

/// Of so many uses the score that shows as many is the one on the new scale, but for the draw.
void TestScoreScale::followed_isTheSameScore()
{
    int found = 0;
    for (std::uint32_t seed = 1; seed <= 10; ++seed) {
        const auto scale = scaleOf({.scoreTimes = 0.5}, {0.6}, seed);
        if (!scale)
            continue; // 1 in 20 looks worse by chance
        ++found;
        QVERIFY2(std::abs(scale->after.value - 0.3) < 0.03,
                 std::to_string(scale->after.value).c_str());
    }
    QVERIFY2(found >= 8, std::to_string(found).c_str());
}

void TestScoreScale::otherOrder_isNoScale()
{
    for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        QVERIFY(!scaleOf({.noise = 2.0}, {0.3}, seed));
        QVERIFY(!scaleOf({.turned = true}, {0.3}, seed));
        QVERIFY(!scaleOf({.goodTwice = 0.55}, {0.3}, seed));
    }
}

/// Scores that are all alike have no order that could be the one before.
void TestScoreScale::equalScores_areNotParted()
{
    QVERIFY(!scaleOf({.scoreTimes = 0.0}, {0.3}, 1));
}

void TestScoreScale::nobodyOrEverybodyShown_hasNoneToFollow()
{
    QVERIFY(!scaleOf({.scoreTimes = 0.5}, Threshold::alertOnNothing(), 1));
    QVERIFY(!scaleOf({.scoreTimes = 0.5}, {2.0}, 1));
    QVERIFY(!scaleOf({.scoreTimes = 0.5}, {-std::numeric_limits<double>::infinity()}, 1));
}

ONEINN_TEST(TestScoreScale)

} // namespace tests::periods_scorescale

#include "tst_scorescale.moc"
