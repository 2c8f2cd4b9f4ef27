// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/nearestpoint.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::dials_nearestpoint {

using namespace oneinn;

class TestNearestPoint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nearest_anywhere_isTheBruteForceOne();
    void nearest_artificialEndPoint_isNotReached();
    void nearest_noPositives_isAbsent();
};

namespace {

/// Precision rises and falls: 1, 1/2, 2/3, 3/4, 3/5 at recalls 1/4 to 3/4 and 1.
ThresholdSweep zigzag()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::ArrayXd(6);
    sweep.threshold << 0.9, 0.8, 0.7, 0.6, 0.5, 0.4;
    sweep.tp = Eigen::ArrayXd(6);
    sweep.tp << 1, 1, 2, 3, 3, 4;
    sweep.fp = Eigen::ArrayXd(6);
    sweep.fp << 0, 1, 1, 1, 2, 4;
    sweep.positives = 4;
    sweep.negatives = 6;
    return sweep;
}

constexpr QSizeF plot(300, 200);

double distance(const ThresholdSweep &sweep, Eigen::Index row, QPointF where)
{
    const double precision = sweep.tp[row] / (sweep.tp[row] + sweep.fp[row]);
    return std::hypot((sweep.tp[row] / sweep.positives - where.x()) * plot.width(),
                      (precision - where.y()) * plot.height());
}

} // namespace

void TestNearestPoint::nearest_anywhere_isTheBruteForceOne()
{
    const ThresholdSweep sweep = zigzag();
    for (int x = 0; x <= 20; ++x) {
        for (int y = 0; y <= 20; ++y) {
            const QPointF where(x / 20.0, y / 20.0);
            const auto nearest = nearestOperatingPoint(sweep, where, plot);
            QVERIFY(nearest);
            for (Eigen::Index row = 0; row < sweep.size(); ++row)
                QVERIFY(distance(sweep, *nearest, where) <= distance(sweep, row, where) + 1e-9);
        }
    }
}

void TestNearestPoint::nearest_artificialEndPoint_isNotReached()
{
    // At recall 0, precision 1 the nearest is a point that shows something.
    const auto nearest = nearestOperatingPoint(zigzag(), {0.0, 1.0}, plot);
    QVERIFY(nearest);
    QCOMPARE(*nearest, Eigen::Index(0));
    QVERIFY(zigzag().tp[*nearest] > 0.0);
}

void TestNearestPoint::nearest_noPositives_isAbsent()
{
    ThresholdSweep sweep = zigzag();
    sweep.tp.setZero();
    sweep.positives = 0;
    QVERIFY(!nearestOperatingPoint(sweep, {0.5, 0.5}, plot));
}

ONEINN_TEST(TestNearestPoint)

} // namespace tests::dials_nearestpoint

#include "tst_nearestpoint.moc"
