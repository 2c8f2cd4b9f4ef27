// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/latencyaxis.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::plots_latencyaxis {

using namespace oneinn;

class TestLatencyAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stepped_byOne_movesTheSecondDigit_data();
    void stepped_byOne_movesTheSecondDigit();
    void stepped_upAndDown_returns();
    void rounded_value_hasTwoDigits();
    void points_withTimeOut_stayBelowOne();
};

void TestLatencyAxis::stepped_byOne_movesTheSecondDigit_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<int>("steps");
    QTest::addColumn<double>("to");
    QTest::newRow("400") << 400.0 << 1 << 410.0;
    QTest::newRow("98") << 98.0 << 1 << 99.0;
    QTest::newRow("99") << 99.0 << 1 << 100.0;
    QTest::newRow("100") << 100.0 << 1 << 110.0;
    QTest::newRow("100 down") << 100.0 << -1 << 99.0;
    QTest::newRow("fraction") << 0.29 << 1 << 0.3;
    QTest::newRow("ten") << 400.0 << 10 << 500.0;
    QTest::newRow("not below the smallest") << 0.001 << -5 << 0.001;
}

void TestLatencyAxis::stepped_byOne_movesTheSecondDigit()
{
    QFETCH(double, from);
    QFETCH(int, steps);
    QFETCH(double, to);
    QVERIFY2(qAbs(steppedBudget(from, steps) - to) < 1e-12,
             qPrintable(QString::number(steppedBudget(from, steps), 'g', 17)));
}

void TestLatencyAxis::stepped_upAndDown_returns()
{
    for (double from : {12.0, 95.0, 100.0, 120.0, 990.0, 1000.0})
        QVERIFY(qAbs(steppedBudget(steppedBudget(from, 7), -7) - from) < 1e-9);
}

void TestLatencyAxis::rounded_value_hasTwoDigits()
{
    QCOMPARE(roundedBudget(403.27), 400.0);
    QCOMPARE(roundedBudget(98.6), 99.0);
    QCOMPARE(roundedBudget(0.2871), 0.29);
    QCOMPARE(roundedBudget(1249.0), 1200.0);
    QCOMPARE(roundedBudget(std::numeric_limits<double>::infinity()), 1e15);
    QCOMPARE(steppedBudget(1e15, 3), 1e15);
}

void TestLatencyAxis::points_withTimeOut_stayBelowOne()
{
    Eigen::ArrayXd latency(4);
    latency << 20.0, 10.0, 20.0, std::numeric_limits<double>::infinity();
    const LatencyDistribution distribution(latency);
    const auto mapping = latencyAxis(distribution);
    const QList<QPointF> points = onTimePoints(distribution, mapping);
    QCOMPARE(points.size(), 4); // both ends and two distinct latencies
    QCOMPARE(points.at(1), QPointF(mapping.toAxis(10.0), 0.25));
    QCOMPARE(points.at(2), QPointF(mapping.toAxis(20.0), 0.75));
    QCOMPARE(points.last(), QPointF(mapping.high(), 0.75));
}

ONEINN_TEST(TestLatencyAxis)

} // namespace tests::plots_latencyaxis

#include "tst_latencyaxis.moc"
