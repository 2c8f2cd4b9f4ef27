// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/calibrationpicture.h"

#include "support/testprogram.h"
#include "support/vectors.h"
#include "views/doubts/binsmodel.h"
#include "wording/calibrationviewwords.h"

#include <QTest>

namespace tests::doubts_calibrationpicture {

using namespace oneinn;
using charts::AxisMapping;

class TestCalibrationPicture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void axis_everyBin_isOnIt_data();
    void axis_everyBin_isOnIt();
    void points_liveWithTheirIntervals();
    void points_fewUsers_haveNoInterval();
    void recalibrated_exactScores_areTheDiagonal();
    void table_saysWhatThePointsSay();
};

namespace {

ReliabilityBin bin(double low, double high, double mean, double positives, double rows)
{
    const Tally yes{positives, positives, positives};
    const Tally no{rows - positives, rows - positives, rows - positives};
    return {rows, low, high, mean, *proportion(yes, no)};
}

ScoreCalibration calibrationOf(std::vector<ReliabilityBin> bins)
{
    ScoreCalibration calibration;
    calibration.highestScore = bins.back().high;
    calibration.byBins = CalibrationByBins{};
    calibration.byBins->bins = std::move(bins);
    return calibration;
}

ScoreCalibration threeBins()
{
    return calibrationOf({bin(0.0, 0.001, 0.0004, 0.0, 400.0), bin(0.001, 0.2, 0.1, 38.0, 400.0),
                          bin(0.2, 0.6, 0.4, 190.0, 400.0)});
}

} // namespace

void TestCalibrationPicture::axis_everyBin_isOnIt_data()
{
    QTest::addColumn<bool>("crowded");
    QTest::newRow("as they are") << false;
    QTest::newRow("log-odds") << true;
}

void TestCalibrationPicture::axis_everyBin_isOnIt()
{
    QFETCH(const bool, crowded);
    const ScoreCalibration calibration = threeBins();
    const AxisMapping mapping = calibrationAxis(calibration, crowded);
    QCOMPARE(mapping.kind(), crowded ? AxisMapping::Kind::LogOdds : AxisMapping::Kind::Score);
    double last = -1e9;
    for (const ReliabilityBin &each : calibration.byBins->bins) {
        QVERIFY(mapping.toAxis(each.meanScore) > last); // none is squeezed into an end
        last = mapping.toAxis(each.meanScore);
        COMPARE_NEAR(mapping.toScore(mapping.toAxis(each.observed.interval.high)),
                     each.observed.interval.high, 1e-9);
    }
}

void TestCalibrationPicture::points_liveWithTheirIntervals()
{
    const ScoreCalibration calibration = threeBins();
    const auto &bins = calibration.byBins->bins;
    const AxisMapping mapping = calibrationAxis(calibration, false);
    const auto points = reliabilityPoints(bins, mapping);
    QCOMPARE(points.size(), bins.size());
    for (std::size_t i = 0; i < bins.size(); ++i) {
        QCOMPARE(points[i].id, int(i));
        COMPARE_NEAR(points[i].axis.x(), bins[i].meanScore, 1e-12);
        COMPARE_NEAR(points[i].axis.y(), bins[i].observed.value, 1e-12);
        // Where none came true, a bar to the far end would look like the surest mistake.
        const bool none = bins[i].observed.value <= 0.0;
        QCOMPARE(points[i].look == charts::NamedPoint::Look::Faded, none);
        COMPARE_NEAR(points[i].low, none ? 0.0 : bins[i].observed.interval.low, 1e-12);
        COMPARE_NEAR(points[i].high, none ? 0.0 : bins[i].observed.interval.high, 1e-12);
        QCOMPARE(points[i].toolTip, wording::binText(bins[i]));
    }
}

void TestCalibrationPicture::points_fewUsers_haveNoInterval()
{
    ScoreCalibration calibration = threeBins();
    for (ReliabilityBin &each : calibration.byBins->bins) {
        each.observed.clusters = 3.0;
        each.observed.effectiveClusters = 3.0;
        each.observed.interval = {0.0, 1.0};
    }
    const AxisMapping mapping = calibrationAxis(calibration, false);
    QVERIFY(mapping.high() < 0.7); // nor do they stretch the axis
    for (const charts::NamedPoint &point : reliabilityPoints(calibration.byBins->bins, mapping))
        QCOMPARE(point.low, point.high);
    QCOMPARE(wording::binCells(calibration.byBins->bins[2]).at(3), QStringLiteral("48"));
}

void TestCalibrationPicture::recalibrated_exactScores_areTheDiagonal()
{
    ScoreCalibration calibration = threeBins();
    QVERIFY(recalibratedPoints(calibration, AxisMapping::score(0.0, 1.0)).isEmpty());
    calibration.recalibration = Recalibration(); // bends nothing
    for (const bool crowded : {false, true}) {
        const auto points = recalibratedPoints(calibration, calibrationAxis(calibration, crowded));
        QVERIFY(points.size() > 50);
        for (const QPointF &point : points)
            COMPARE_NEAR(point.y(), point.x(), 1e-6);
    }
}

void TestCalibrationPicture::table_saysWhatThePointsSay()
{
    BinsModel model;
    const auto bins = threeBins().byBins->bins;
    model.setBins(bins);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(model.columnCount(), wording::binHeaders().size());
    const auto cell = [&](int row, int column) {
        return model.index(row, column).data().toString();
    };
    QCOMPARE(cell(2, 0), QStringLiteral("up to 0.60"));
    QCOMPARE(cell(2, 1), QStringLiteral("400"));
    QCOMPARE(cell(2, 2), QStringLiteral("40"));
    QVERIFY(cell(2, 3).startsWith(QStringLiteral("48 (4")));
    QCOMPARE(model.index(1, 0).data(Qt::ToolTipRole).toString(), wording::binText(bins[1]));
    QCOMPARE(cell(0, 2), QStringLiteral("0.04"));
    model.setBins({});
    QCOMPARE(model.rowCount(), 0);
}

ONEINN_TEST(TestCalibrationPicture)

} // namespace tests::doubts_calibrationpicture

#include "tst_calibrationpicture.moc"
