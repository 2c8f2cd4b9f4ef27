// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/calibrationbybins.h"

#include "support/calibrationrows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <random>

namespace tests::calibration_calibrationbybins {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestCalibrationByBins : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bins_theVectors_data();
    void bins_theVectors();
    void bins_tooFew_areNone();
    void weights_asWholeNumbers_areAsManyRows();
    void error_ofCalibratedScores_isChance();
    void bins_ofNone_areNoLessSureThanThoseOfOne();
};

void TestCalibrationByBins::bins_theVectors_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("bins") << u"T9.calibration.bins"_s;
    QTest::newRow("ties") << u"T9.calibration.ties"_s;
}

void TestCalibrationByBins::bins_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    std::optional<int> bins;
    if (vector.input.contains("bins"_L1))
        bins = vector.input["bins"_L1].toInt();
    const auto found = calibrationByBins(testsupport::calibrationRowsOf(vector), bins);
    QVERIFY(found.has_value());
    const auto expected = vector.expected.toObject();
    const QJsonArray wanted = expected["bins"_L1].toArray();
    QCOMPARE(static_cast<qsizetype>(found->bins.size()), wanted.size());
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const ReliabilityBin &bin = found->bins[static_cast<std::size_t>(i)];
        const QJsonObject one = wanted[i].toObject();
        QCOMPARE(bin.rows, one["n"_L1].toDouble());
        COMPARE_NEAR(bin.meanScore, one["mean_score"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(bin.observed.value, one["observed"_L1].toDouble(), 1e-9);
        COMPARE_NEAR(bin.observed.interval.low, one["interval"_L1].toArray()[0].toDouble(), 1e-9);
        COMPARE_NEAR(bin.observed.interval.high, one["interval"_L1].toArray()[1].toDouble(), 1e-9);
    }
    const auto number = [&](const char *key) { return expected[QLatin1String(key)].toDouble(); };
    COMPARE_NEAR(found->expectedError, number("ece"), 1e-9);
    COMPARE_NEAR(found->expectedErrorIfCalibrated, number("ece_if_calibrated"), 1e-9);
    COMPARE_NEAR(found->rmsErrorDebiased, number("rms_error_debiased"), 1e-9);
    COMPARE_NEAR(found->brier, number("brier"), 1e-9);
    COMPARE_NEAR(found->reliability, number("reliability"), 1e-9);
    COMPARE_NEAR(found->resolution, number("resolution"), 1e-9);
    COMPARE_NEAR(found->uncertainty, number("uncertainty"), 1e-9);
    COMPARE_NEAR(found->within, number("within"), 1e-9);
    COMPARE_NEAR(*found->spiegelhalterZ, number("spiegelhalter_z"), 1e-9);
    COMPARE_NEAR(*found->spiegelhalterP, number("p"), 1e-9);
}

void TestCalibrationByBins::bins_tooFew_areNone()
{
    const auto vector = testsupport::vector(u"T9.calibration.too_few"_s);
    QVERIFY(!calibrationByBins(testsupport::calibrationRowsOf(vector)).has_value());
    // Scores of two values alone fill two bins at most.
    CalibrationRows rows{LabelColumn::Zero(400), Eigen::ArrayXd::Constant(400, 0.2),
                         Eigen::ArrayXd::Ones(400)};
    rows.label.head(100) = 1;
    rows.probability.tail(200) = 0.7;
    QVERIFY(!calibrationByBins(rows).has_value());
}

void TestCalibrationByBins::weights_asWholeNumbers_areAsManyRows()
{
    std::mt19937 random(4);
    CalibrationRows few{LabelColumn(300), Eigen::ArrayXd(300), Eigen::ArrayXd(300), true};
    std::vector<std::pair<double, int>> many;
    for (Eigen::Index i = 0; i < 300; ++i) {
        few.probability[i] = static_cast<double>(i) / 300.0;
        few.label[i] = static_cast<double>(random() % 1000) < 1000.0 * few.probability[i] ? 1 : 0;
        few.weight[i] = 2.0;
        for (int k = 0; k < 2; ++k)
            many.emplace_back(few.probability[i], few.label[i]);
    }
    CalibrationRows all{LabelColumn(600), Eigen::ArrayXd(600), Eigen::ArrayXd::Ones(600)};
    for (std::size_t i = 0; i < many.size(); ++i) {
        all.probability[static_cast<Eigen::Index>(i)] = many[i].first;
        all.label[static_cast<Eigen::Index>(i)] = static_cast<std::uint8_t>(many[i].second);
    }
    const auto a = calibrationByBins(few, 5);
    const auto b = calibrationByBins(all, 5);
    COMPARE_NEAR(a->brier, b->brier, 1e-12);
    COMPARE_NEAR(a->expectedError, b->expectedError, 1e-12);
    COMPARE_NEAR(a->reliability, b->reliability, 1e-12);
}

/// What chance alone makes is told beside the error: on average it is the error of scores that are
/// perfectly calibrated, and the test of Spiegelhalter is as often wrong as it says.
void TestCalibrationByBins::error_ofCalibratedScores_isChance()
{
    std::mt19937 random(20261127);
    std::uniform_real_distribution<double> uniform;
    constexpr int files = 400;
    double error = 0.0;
    double chance = 0.0;
    int alarms = 0;
    for (int file = 0; file < files; ++file) {
        CalibrationRows rows{LabelColumn(500), Eigen::ArrayXd(500), Eigen::ArrayXd::Ones(500)};
        for (Eigen::Index i = 0; i < rows.size(); ++i) {
            rows.probability[i] = uniform(random);
            rows.label[i] = uniform(random) < rows.probability[i] ? 1 : 0;
        }
        const auto found = calibrationByBins(rows);
        QVERIFY(found.has_value());
        error += found->expectedError / files;
        chance += found->expectedErrorIfCalibrated / files;
        alarms += *found->spiegelhalterP < 0.05 ? 1 : 0;
    }
    COMPARE_NEAR(error, chance, 0.003);
    QVERIFY2(alarms >= 8 && alarms <= 36, qPrintable(QString::number(alarms)));
}

/// 30 days with 100 rows each, spread over all scores: where none came true, days tell no more of
/// how alike rows are, and 300 rows must not become 30.
void TestCalibrationByBins::bins_ofNone_areNoLessSureThanThoseOfOne()
{
    constexpr Eigen::Index count = 3000;
    CalibrationRows rows{LabelColumn::Zero(count), Eigen::ArrayXd(count),
                         Eigen::ArrayXd::Ones(count)};
    rows.day.resize(count);
    for (Eigen::Index i = 0; i < count; ++i) {
        rows.probability[i] = static_cast<double>(i) / count;
        rows.day[i] = static_cast<int>(i % 30);
        const Eigen::Index bin = i / 300;
        const bool isOne = bin >= 4 && bin < 9 && i % 300 == 7 * bin;
        rows.label[i] = isOne || bin == 9 ? 1 : 0;
    }
    const auto found = calibrationByBins(rows, 10);
    QVERIFY(found && found->bins.size() == 10);
    const auto width = [&](std::size_t bin) { return found->bins[bin].observed.interval.width(); };
    for (std::size_t bin = 0; bin < 4; ++bin) {
        QCOMPARE(found->bins[bin].observed.value, 0.0);
        QVERIFY2(width(bin) <= width(4), qPrintable(QString::number(width(bin))));
        // And no surer than independent rows are.
        QVERIFY(width(bin) >= wilsonInterval(0.0, 300.0).high);
    }
    QCOMPARE(found->bins[9].observed.value, 1.0);
    QVERIFY(width(9) <= width(8));
}

ONEINN_TEST(TestCalibrationByBins)

} // namespace tests::calibration_calibrationbybins

#include "tst_calibrationbybins.moc"
