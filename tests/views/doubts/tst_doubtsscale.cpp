// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/doubtsscale.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::doubts_doubtsscale {

using namespace oneinn;

class TestDoubtsScale : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curve_gentle_isSeenWhole();
    void curve_steep_runsOutOfThePicture();
    void ticks_areWhereTheCurveIs();
    void curve_flatOrNone_hasAnAxis();
};

void TestDoubtsScale::curve_gentle_isSeenWhole()
{
    const charts::AxisSpec axis =
            valueAxis({{0.0, -50.0}, {0.5, 100.0}, {1.0, 0.0}}, AxisRange{0.4, 0.6}, {});
    QVERIFY(axis.low < -50.0 && axis.high > 100.0);
    // Bars have their part below it.
    QVERIFY((-50.0 - axis.low) / (axis.high - axis.low) > 0.3);
}

void TestDoubtsScale::curve_steep_runsOutOfThePicture()
{
    const QList<QPointF> curve{{0.0, -90000.0}, {0.4, 90.0}, {0.5, 100.0}, {1.0, 0.0}};
    QVERIFY(valueAxis(curve, AxisRange{0.4, 0.6}, {}).low > -1000.0);
    // What may be the best is seen whatever it loses.
    QVERIFY(valueAxis(curve, AxisRange{0.0, 0.6}, {}).low < -90000.0);
}

void TestDoubtsScale::ticks_areWhereTheCurveIs()
{
    const charts::AxisSpec axis =
            valueAxis({{0.0, -50.0}, {0.5, 100.0}, {1.0, 0.0}}, std::nullopt, {});
    const auto ticks = axis.ticks(20);
    QVERIFY(!ticks.empty());
    for (const charts::Tick &tick : ticks)
        QVERIFY(tick.axis >= -50.0 && tick.axis <= 115.0);
}

void TestDoubtsScale::curve_flatOrNone_hasAnAxis()
{
    const charts::AxisSpec flat = valueAxis({{0.0, 3.0}, {1.0, 3.0}}, AxisRange{0.0, 1.0}, {});
    QVERIFY(flat.low < 3.0 && flat.high > 3.0);
    const charts::AxisSpec none = valueAxis({}, std::nullopt, {});
    QVERIFY(none.low < none.high);
}

ONEINN_TEST(TestDoubtsScale)

} // namespace tests::doubts_doubtsscale

#include "tst_doubtsscale.moc"
