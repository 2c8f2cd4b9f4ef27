// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/precisionrecallplot.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::plots_precisionrecallplot {

using namespace oneinn;

class TestPrecisionRecallPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void points_everyThreshold_areCornersOfSteps();
    void points_nothingPositive_none();
};

void TestPrecisionRecallPlot::points_everyThreshold_areCornersOfSteps()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::Array3d(0.9, 0.5, 0.1);
    sweep.tp = Eigen::Array3d(1.0, 1.0, 2.0);
    sweep.fp = Eigen::Array3d(0.0, 1.0, 2.0);
    sweep.positives = 2.0;
    sweep.negatives = 2.0;
    // What is between two thresholds cannot be had: as good as the next one, never better.
    const QList<QPointF> expected{{0.5, 1.0}, {0.5, 0.5}, {1.0, 0.5}};
    QCOMPARE(precisionRecallPoints(sweep), expected);
}

void TestPrecisionRecallPlot::points_nothingPositive_none()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::Array2d(0.9, 0.1);
    sweep.tp = Eigen::Array2d(0.0, 0.0);
    sweep.fp = Eigen::Array2d(1.0, 2.0);
    sweep.negatives = 2.0;
    QVERIFY(precisionRecallPoints(sweep).isEmpty());
}

ONEINN_TEST(TestPrecisionRecallPlot)

} // namespace tests::plots_precisionrecallplot

#include "tst_precisionrecallplot.moc"
