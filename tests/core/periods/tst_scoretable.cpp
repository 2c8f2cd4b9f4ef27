// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scoretable.h"

#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

namespace tests::periods_scoretable {

using namespace oneinn;

class TestScoreTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stability_ofKnownShares();
    void noiseFloor_isThatOfSimulations();
    void change_ofOneKind_leavesTheOtherTwoFitting();
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

ONEINN_TEST(TestScoreTable)

} // namespace tests::periods_scoretable

#include "tst_scoretable.moc"
