// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/capacity.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::targets_capacity {

using namespace oneinn;

class TestCapacity : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void daysOver_limitAtTheMean_areAlmostHalf();
    void daysOver_anyMean_areTheSumOfTheTail_data();
    void daysOver_anyMean_areTheSumOfTheTail();
    void largestMean_anyLimit_leavesFiveOfAHundredDays();
    void limit_none_everyAlertIsOver();
};

namespace {

/// 1 - sum of m^i e^-m / i! up to k.
double tail(double mean, int most)
{
    double term = std::exp(-mean);
    double below = term;
    for (int i = 1; i <= most; ++i) {
        term *= mean / i;
        below += term;
    }
    return 1.0 - below;
}

} // namespace

void TestCapacity::daysOver_limitAtTheMean_areAlmostHalf()
{
    QCOMPARE(std::round(100.0 * shareOfDaysOver(20.0, 20.0)), 44.0);
    QCOMPARE(std::round(100.0 * largestMeanFor(20.0)), 1407.0);
}

void TestCapacity::daysOver_anyMean_areTheSumOfTheTail_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("most");
    for (const double mean : {0.1, 1.0, 7.5, 20.0, 150.0}) {
        for (const double most : {0.0, 1.0, 20.0, 20.9, 160.0})
            QTest::addRow("%g at most %g", mean, most) << mean << most;
    }
}

void TestCapacity::daysOver_anyMean_areTheSumOfTheTail()
{
    QFETCH(const double, mean);
    QFETCH(const double, most);
    QVERIFY(std::abs(shareOfDaysOver(mean, most) - tail(mean, static_cast<int>(most))) < 1e-9);
}

void TestCapacity::largestMean_anyLimit_leavesFiveOfAHundredDays()
{
    for (const double most : {0.0, 1.0, 3.5, 20.0, 200.0, 1e6}) {
        const double mean = largestMeanFor(most);
        QVERIFY(std::abs(shareOfDaysOver(mean, most) - 0.05) < 1e-9);
        QVERIFY(mean < most + 1.0);
    }
}

void TestCapacity::limit_none_everyAlertIsOver()
{
    QCOMPARE(shareOfDaysOver(0.0, 0.0), 0.0);
    QVERIFY(std::abs(shareOfDaysOver(1.0, 0.0) - (1.0 - std::exp(-1.0))) < 1e-12);
}

ONEINN_TEST(TestCapacity)

} // namespace tests::targets_capacity

#include "tst_capacity.moc"
