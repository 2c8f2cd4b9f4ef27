// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/badweek.h"

#include "core/loadbearing/headroom.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::loadbearing_badweek {

using namespace oneinn;

namespace {

Tally rows(double n)
{
    return {n, n, n};
}

} // namespace

class TestBadWeek : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enoughWeeks_worstChangesButOneInTen();
    void betterEveryWeek_nothingToFear();
    void fewWeeks_intervals();
    void tinyMedian_stepIsTheMost();
    void nothingKnown_noStep();
};

void TestBadWeek::enoughWeeks_worstChangesButOneInTen()
{
    // Miss rates 10, 11, 22, 11, 11, 16.5 of 100 positives; false alarms and wait stay.
    std::vector<WeekOfUse> weeks;
    for (const double missed : {10.0, 11.0, 22.0, 11.0, 11.0, 16.5})
        weeks.push_back({{100.0 - missed, 5.0, missed, 95.0, 3.0}, 200.0});
    const BadWeek week = badWeek(weeks, {}, {}, {});
    // Changes +10 %, +100 %, -50 %, 0, +50 %: nine tenths of five is the fifth.
    COMPARE_NEAR(week.step.recall, 1.0, 1e-12);
    QCOMPARE(week.source.recall, BadWeekSource::Weeks);
    COMPARE_NEAR(week.step.precision, 0.0, 1e-12);
    COMPARE_NEAR(week.step.latency, 0.0, 1e-12);
}

void TestBadWeek::betterEveryWeek_nothingToFear()
{
    std::vector<WeekOfUse> weeks;
    for (const double wait : {500.0, 400.0, 350.0, 300.0, 200.0, 100.0})
        weeks.push_back({{50.0, 5.0, 50.0, 95.0, 3.0}, wait});
    QCOMPARE(badWeek(weeks, {}, {}, {}).step.latency, 0.0);
}

void TestBadWeek::fewWeeks_intervals()
{
    const std::vector<WeekOfUse> weeks(3, WeekOfUse{{50.0, 5.0, 50.0, 95.0, 3.0}, 100.0});
    const auto falseAlarms = proportion(rows(10.0), rows(90.0));
    const auto misses = proportion(rows(20.0), rows(80.0));
    const LatencyDistribution latency(Eigen::ArrayXd::LinSpaced(100, 1.0, 100.0));
    const BadWeek week = badWeek(weeks, falseAlarms, misses, latency);
    // Wilson: 10 of 100 may be 17.44, 20 of 100 may be 28.88; of 100 rows, the median is at most
    // the 61st (binomial ranks 40 and 61).
    COMPARE_NEAR(week.step.precision, 0.7437, 2e-4);
    COMPARE_NEAR(week.step.recall, 0.4433, 2e-3);
    COMPARE_NEAR(week.step.latency, 61.0 / 50.0 - 1.0, 1e-9);
    QCOMPARE(week.source.latency, BadWeekSource::Interval);
}

/// Waits of next to nothing and of ages: no infinite slowdown, under which a wait of 0 has no
/// value.
void TestBadWeek::tinyMedian_stepIsTheMost()
{
    Eigen::ArrayXd waits = Eigen::ArrayXd::Constant(100, 5e-324);
    waits.tail(49) = 1e15;
    QCOMPARE(badWeek({}, {}, {}, LatencyDistribution(waits)).step.latency, mostSlowdown - 1.0);
}

void TestBadWeek::nothingKnown_noStep()
{
    QCOMPARE(badWeek({}, {}, proportion(rows(0.0), rows(9.0)), {}).step, PerFailure<double>());
}

ONEINN_TEST(TestBadWeek)

} // namespace tests::loadbearing_badweek

#include "tst_badweek.moc"
