// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/infinity.h"
#include "plots/beyondlimits.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::plots_beyondlimits {

using namespace oneinn;

class TestBeyondLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void outside_ranges_isTheRest_data();
    void outside_ranges_isTheRest();
    void recall_intervals_isOfTheThresholdsTheyHold();
    void recall_nothingPositive_none();
};

void TestBeyondLimits::outside_ranges_isTheRest_data()
{
    QTest::addColumn<AxisRanges>("ranges");
    QTest::addColumn<AxisRanges>("rest");
    QTest::newRow("none") << AxisRanges() << AxisRanges{{0.0, 1.0}};
    QTest::newRow("all") << AxisRanges{{-infinity, infinity}} << AxisRanges();
    QTest::newRow("middle") << AxisRanges{{0.25, 0.5}} << AxisRanges{{0.0, 0.25}, {0.5, 1.0}};
    QTest::newRow("disordered and overlapping")
            << AxisRanges{{0.5, 0.75}, {0.125, 0.25}, {0.625, 0.875}}
            << AxisRanges{{0.0, 0.125}, {0.25, 0.5}, {0.875, 1.0}};
    QTest::newRow("at the ends") << AxisRanges{{0.75, infinity}, {-3.0, 0.25}}
                                 << AxisRanges{{0.25, 0.75}};
    QTest::newRow("beyond") << AxisRanges{{2.0, 3.0}} << AxisRanges{{0.0, 1.0}};
    QTest::newRow("one within another")
            << AxisRanges{{0.0, 0.75}, {0.125, 0.25}} << AxisRanges{{0.75, 1.0}};
}

void TestBeyondLimits::outside_ranges_isTheRest()
{
    QFETCH(const AxisRanges, ranges);
    QFETCH(const AxisRanges, rest);
    QCOMPARE(outside(ranges, 0.0, 1.0), rest);
}

ThresholdSweep sweep()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::Array4d(0.9, 0.7, 0.5, 0.1);
    sweep.tp = Eigen::Array4d(1.0, 2.0, 2.0, 4.0);
    sweep.fp = Eigen::Array4d(0.0, 0.0, 1.0, 3.0);
    sweep.positives = 4.0;
    sweep.negatives = 3.0;
    return sweep;
}

void TestBeyondLimits::recall_intervals_isOfTheThresholdsTheyHold()
{
    // Intervals hold their upper end and not their lower one.
    const AxisRanges found = recallOf(
            sweep(), {{0.7, infinity}, {0.5, 0.7}, {0.1, 0.6}, {0.2, 0.4}, {-infinity, 0.1}});
    const AxisRanges expected{{0.0, 0.25}, {0.25, 0.5}, {0.5, 0.5}, {0.5, 1.0}};
    QCOMPARE(found, expected);
    QCOMPARE(recallOf(sweep(), {{0.1, 0.95}}), (AxisRanges{{0.0, 0.5}}));
    QCOMPARE(recallOf(sweep(), {{0.95, infinity}}), (AxisRanges{{0.0, 0.0}}));
}

void TestBeyondLimits::recall_nothingPositive_none()
{
    ThresholdSweep none = sweep();
    none.positives = 0.0;
    QVERIFY(recallOf(none, {{-infinity, infinity}}).isEmpty());
}

ONEINN_TEST(TestBeyondLimits)

} // namespace tests::plots_beyondlimits

#include "tst_beyondlimits.moc"
