// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/rankingchange.h"

#include "support/drawnperiods.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::periods_rankingchange {

using namespace oneinn;
using testsupport::DropWorld;

class TestRankingChange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shares_areThoseOfAllPairs();
    void interval_holdsNoChange();
    void noise_isSeen();
    void oneClass_hasNone();
};

namespace {

/// Of every pair, one after the other.
double shareOfPairs(const PeriodUses &period)
{
    double higher = 0.0;
    double all = 0.0;
    for (Eigen::Index good = 0; good < period.uses(); ++good) {
        for (Eigen::Index bad = 0; bad < period.uses(); ++bad) {
            if (!period.good(good) || period.good(bad) || period.failed(good) || period.failed(bad))
                continue;
            const double weight = period.rows.weight[good] * period.rows.weight[bad];
            all += weight;
            if (period.score(good) >= period.score(bad))
                higher += period.score(good) > period.score(bad) ? weight : weight / 2.0;
        }
    }
    return higher / all;
}

} // namespace

void TestRankingChange::shares_areThoseOfAllPairs()
{
    auto pair = testsupport::drawnPair({.noise = 1.5, .failures = true}, 700, 5);
    for (PeriodUses *period : {&pair.before, &pair.after}) {
        for (Eigen::Index use = 0; use < period->uses(); ++use)
            period->rows.weight[use] = 1.0 + static_cast<double>(use % 3);
    }
    const auto change = rankingChange(pair.before, pair.after);
    QVERIFY(change.has_value());
    COMPARE_NEAR(change->before, shareOfPairs(pair.before), 1e-9);
    COMPARE_NEAR(change->after, shareOfPairs(pair.after), 1e-9);
    COMPARE_NEAR((change->change.low + change->change.high) / 2.0, change->after - change->before,
                 1e-9);
}

/// 95 of 100, within what 300 pairs of periods can tell.
void TestRankingChange::interval_holdsNoChange()
{
    constexpr int pairs = 300;
    int held = 0;
    for (std::uint32_t seed = 0; seed < pairs; ++seed) {
        const auto pair = testsupport::drawnPair({}, 800, 71000 + seed);
        const auto change = rankingChange(pair.before, pair.after);
        held += change && !change->isSure() ? 1 : 0;
    }
    QVERIFY2(held >= 276, std::to_string(held).c_str()); // 285 less 2.4 standard errors
}

void TestRankingChange::noise_isSeen()
{
    const auto pair = testsupport::drawnPair({.noise = 1.5}, 3000, 9);
    const auto change = rankingChange(pair.before, pair.after);
    QVERIFY(change && change->isSure());
    QVERIFY(change->change.high < 0.0);
}

void TestRankingChange::oneClass_hasNone()
{
    auto pair = testsupport::drawnPair({}, 300, 9);
    pair.after.rows.label.setZero();
    QVERIFY(!rankingChange(pair.before, pair.after));
}

ONEINN_TEST(TestRankingChange)

} // namespace tests::periods_rankingchange

#include "tst_rankingchange.moc"
