// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/promotiongate.h"
#include "support/testprogram.h"
#include "support/vectorcase.h"

#include <QTest>

#include <random>

namespace tests::release_promotiongate {

using namespace oneinn;
using namespace Qt::Literals::StringLiterals;
using testsupport::number;
using testsupport::VectorCase;

class TestPromotionGate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void vector_noninferiority_isTheLimit();
    void goesOn_noDifferenceFoundInFew_isNoPass();
    void chance_simulatedReleases_agrees_data();
    void chance_simulatedReleases_agrees();
    void cases_asManyAsAsked_keepTheirPromise_data();
    void cases_asManyAsAsked_keepTheirPromise();
};

/// The vector tells of right ones: the difference turned round.
void TestPromotionGate::vector_noninferiority_isTheLimit()
{
    VectorCase c(testsupport::vector(u"T8.noninferiority"_s));
    const double releaseAll = number(c.input.take("canary_alerts"_L1));
    const double besideAll = number(c.input.take("baseline_alerts"_L1));
    const CheckedShown release{releaseAll - number(c.input.take("canary_right"_L1)), releaseAll};
    const CheckedShown beside{besideAll - number(c.input.take("baseline_right"_L1)), besideAll};
    COMPARE_NEAR(worseByAtMost(release, beside), -number(c.expected.take("lower"_L1)), c.tolerance);
    COMPARE_NEAR(worseByAtMost({besideAll - beside.wrong, besideAll},
                               {releaseAll - release.wrong, releaseAll}),
                 -number(c.expected.take("lower"_L1)), c.tolerance);
    QCOMPARE(goesOn(release, beside, number(c.input.take("margin"_L1))),
             c.expected.take("promote"_L1).toBool());
}

void TestPromotionGate::goesOn_noDifferenceFoundInFew_isNoPass()
{
    QVERIFY(!goesOn({2.0, 20.0}, {200.0, 2000.0}, 0.05));
    QVERIFY(goesOn({200.0, 2000.0}, {2000.0, 20000.0}, 0.05));
}

void TestPromotionGate::chance_simulatedReleases_agrees_data()
{
    QTest::addColumn<int>("release");
    QTest::addColumn<int>("beside");
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("besideWrong");
    QTest::newRow("as good") << 300 << 900 << 0.13 << 0.13;
    QTest::newRow("as bad as the margin") << 300 << 900 << 0.195 << 0.13;
    QTest::newRow("mostly wrong") << 120 << 11880 << 0.72 << 0.72;
    QTest::newRow("rarely wrong") << 500 << 1500 << 0.01 << 0.01;
}

/// Case by case, and the limit worked out from its definition.
void TestPromotionGate::chance_simulatedReleases_agrees()
{
    QFETCH(const int, release);
    QFETCH(const int, beside);
    QFETCH(const double, wrong);
    QFETCH(const double, besideWrong);
    const double margin = 0.5 * std::min(besideWrong, 1.0 - besideWrong);
    constexpr double z = 1.6448536269514722;
    const auto limit = [](double share, double n, double sign) {
        return (share + z * z / (2 * n)
                + sign * z * std::sqrt(share * (1 - share) / n + z * z / (4 * n * n)))
                / (1 + z * z / n);
    };
    constexpr int worlds = 20000;
    std::mt19937_64 random(3);
    std::binomial_distribution<int> here(release, wrong);
    std::binomial_distribution<int> there(beside, besideWrong);
    int passed = 0;
    for (int world = 0; world < worlds; ++world) {
        const double a = double(here(random)) / release;
        const double b = double(there(random)) / beside;
        const double up = limit(a, release, 1.0) - a;
        const double down = b - limit(b, beside, -1.0);
        passed += a - b + std::sqrt(up * up + down * down) < margin ? 1 : 0;
    }
    const double chance = chanceToGoOn({release, beside, margin}, wrong, besideWrong);
    constexpr double sure = 4.0;
    const double noise = sure * std::sqrt(chance * (1.0 - chance) / worlds) + 1e-3;
    COMPARE_NEAR(double(passed) / worlds, chance, noise);
}

void TestPromotionGate::cases_asManyAsAsked_keepTheirPromise_data()
{
    QTest::addColumn<double>("wrong");
    QTest::addColumn<double>("share");
    for (const double wrong : {0.02, 0.05, 0.13, 0.3, 0.4, 0.6, 0.72, 0.9}) {
        for (const double share : {0.01, 0.05, 0.25, 0.5})
            QTest::addRow("%g wrong, %g of uses", wrong, share) << wrong << share;
    }
}

/// What a good release and one that is worse by the margin meet, exactly. The formula is a normal
/// approximation; that plans keep 80 of 100 is held where they are made.
void TestPromotionGate::cases_asManyAsAsked_keepTheirPromise()
{
    QFETCH(const double, wrong);
    QFETCH(const double, share);
    const double margin = wrong <= 0.4 ? wrong / 2.0 : (1.0 - wrong) / 3.0;
    for (const double passed : {0.8, 0.93}) {
        const double cases =
                casesForGate({.share = share, .wrong = wrong, .margin = margin, .passed = passed});
        const PromotionGate gate{int(cases), int(cases * (1.0 - share) / share), margin};
        const double good = chanceToGoOn(gate, wrong, wrong);
        const double bad = chanceToGoOn(gate, wrong + margin, wrong);
        QVERIFY2(good > passed - 0.11, qPrintable(QString::number(good)));
        QVERIFY2(bad < 0.065, qPrintable(QString::number(bad)));
    }
}

ONEINN_TEST(TestPromotionGate)

} // namespace tests::release_promotiongate

#include "tst_promotiongate.moc"
