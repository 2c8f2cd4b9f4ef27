// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scoretable.h"

#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <cmath>
#include <random>
#include <string>

namespace tests::periods_scoretable {

using namespace oneinn;

class TestScoreTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stability_ofKnownShares();
    void noiseFloor_isThatOfSimulations();
    void change_ofOneKind_leavesTheOtherTwoFitting();
    void timesToShow_isThatOfSimulations();
};

/// T7.psi
void TestScoreTable::stability_ofKnownShares()
{
    const Eigen::ArrayXd before = Eigen::ArrayXd::Constant(10, 0.1);
    Eigen::ArrayXd after(10);
    after << 0.05, 0.07, 0.08, 0.09, 0.1, 0.1, 0.11, 0.12, 0.13, 0.15;
    COMPARE_NEAR(populationStability(before, after), 0.08361779980237698, 1e-12);
}

/// T7.psi.null
void TestScoreTable::noiseFloor_isThatOfSimulations()
{
    COMPARE_NEAR(psiNoiseFloor(10, 200.0, 200.0), 0.16918977604620447, 1e-12);
    COMPARE_NEAR(psiNoiseFloor(10, 10000.0, 1000.0), 0.018610875365082494, 1e-12);
    COMPARE_NEAR(psiNoiseFloor(20, 500.0, 500.0), 0.12057410882258464, 1e-12);
}

void TestScoreTable::change_ofOneKind_leavesTheOtherTwoFitting()
{
    ScoreTable before(3, 2);
    before << 600.0, 20.0, 250.0, 50.0, 50.0, 30.0;
    ScoreTable twice = before;
    twice.col(1) *= 2.0;
    const ScoreChange label = scoreChange(before, twice);
    COMPARE_NEAR(label.inClasses, 1.0, 1e-12);
    QVERIFY(label.meaning < 0.01);
    ScoreTable mixed = before;
    mixed.row(2) *= 3.0;
    const ScoreChange mix = scoreChange(before, mixed);
    COMPARE_NEAR(mix.meaning, 1.0, 1e-12);
    QVERIFY(mix.scores < 0.001 && mix.psi > 0.05);
    ScoreTable turned = before;
    turned.row(2) << 20.0, 60.0;
    const ScoreChange meaning = scoreChange(before, turned);
    COMPARE_NEAR(meaning.scores, 1.0, 1e-12);
    QVERIFY(meaning.joint < 0.02 && meaning.meaningMoved > 0.0);
}

namespace {

/// As a period of so many uses is drawn, of shares by bin and class.
ScoreTable drawnTable(const ScoreTable &shares, int uses, std::mt19937 &random)
{
    std::discrete_distribution<Eigen::Index> cell(shares.data(), shares.data() + shares.size());
    ScoreTable table = ScoreTable::Zero(shares.rows(), 2);
    for (int use = 0; use < uses; ++use)
        table.data()[cell(random)] += 1.0;
    return table;
}

} // namespace

/// Where a difference is as large as it seems, that many uses show it in 80 of 100 pairs.
void TestScoreTable::timesToShow_isThatOfSimulations()
{
    constexpr double level = 0.01;
    constexpr int uses = 500;
    ScoreTable before(3, 2);
    before << 0.60, 0.02, 0.25, 0.05, 0.05, 0.03;
    ScoreTable after(3, 2);
    after << 0.55, 0.03, 0.26, 0.07, 0.05, 0.04;
    // A chi-square is as large as the difference and, by chance, as its degrees of freedom.
    ScoreChange seen = scoreChange(before * uses, after * uses);
    seen.jointStatistic += seen.jointFreedom;
    const auto times = timesToShow(seen, level);
    QVERIFY(times && *times > 1.0);
    const int needed = static_cast<int>(std::round(*times * uses));
    std::mt19937 random(7);
    constexpr int pairs = 1000;
    int shown = 0;
    for (int pair = 0; pair < pairs; ++pair)
        shown += scoreChange(drawnTable(before, needed, random), drawnTable(after, needed, random))
                                .joint
                        <= level
                ? 1
                : 0;
    QVERIFY2(shown > 770 && shown < 830, std::to_string(shown).c_str());
    QVERIFY(!timesToShow(scoreChange(before * uses, before * uses), level));
}

ONEINN_TEST(TestScoreTable)

} // namespace tests::periods_scoretable

#include "tst_scoretable.moc"
