// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/recalibration.h"

#include "core/calibration/calibrationbybins.h"

#include "core/decision/elkan.h"
#include "support/calibrationrows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <random>

namespace tests::calibration_recalibration {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestRecalibration : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fit_theVectors_data();
    void fit_theVectors();
    void fit_separated_isNone();
    void scoreFor_theVectors();
    void slope_interval_holdsTheTruth();
    void usersWithFourAlikeUses_tellAsMuchAsOneEach();
    void fewUsers_leaveIntervalsOpen();
    void verdict_calibratedScores_isNeverNotMoreThanItSays();
};

namespace {

QString nameOf(CalibrationVerdict verdict)
{
    switch (verdict) {
    case CalibrationVerdict::Enough:
        return u"calibrated enough"_s;
    case CalibrationVerdict::Not:
        return u"not calibrated"_s;
    case CalibrationVerdict::CannotBeTold:
        break;
    }
    return u"cannot be told"_s;
}

double expit(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

/// Outcomes follow expit(intercept + slope logit(score)).
CalibrationRows simulated(std::mt19937 &random, Eigen::Index size, double intercept, double slope)
{
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    CalibrationRows rows{LabelColumn(size), Eigen::ArrayXd(size), Eigen::ArrayXd::Ones(size)};
    for (Eigen::Index i = 0; i < size; ++i) {
        const double x = 1.5 * normal(random);
        rows.probability[i] = expit(x);
        rows.label[i] = uniform(random) < expit(intercept + slope * x) ? 1 : 0;
    }
    return rows;
}

} // namespace

void TestRecalibration::usersWithFourAlikeUses_tellAsMuchAsOneEach()
{
    constexpr Eigen::Index users = 500;
    constexpr Eigen::Index usesEach = 4;
    std::mt19937 random(6);
    CalibrationRows once = simulated(random, users, 0.2, 0.9);
    CalibrationRows rows;
    rows.label.resize(users * usesEach);
    rows.probability.resize(users * usesEach);
    rows.weight = Eigen::ArrayXd::Ones(users * usesEach);
    rows.user.resize(users * usesEach);
    for (Eigen::Index row = 0; row < users * usesEach; ++row) {
        rows.label[row] = once.label[row / usesEach];
        rows.probability[row] = once.probability[row / usesEach];
        rows.user[row] = static_cast<std::uint32_t>(row / usesEach);
    }
    once.weighted = true; // so that its errors are the sandwich's
    const auto one = recalibration(once);
    const auto four = recalibration(rows);
    COMPARE_NEAR(four->slope, one->slope, 1e-9);
    COMPARE_NEAR(four->slopeError, one->slopeError * std::sqrt(users / (users - 1.0)), 1e-9);
    QVERIFY(four->inTheLargeInterval.width() > 0.99 * one->inTheLargeInterval.width());
    // And so do the shares of bins.
    const auto bins = calibrationByBins(rows, 5);
    for (const ReliabilityBin &bin : bins->bins)
        QCOMPARE(bin.observed.clusters, bin.rows / usesEach);
}

void TestRecalibration::fewUsers_leaveIntervalsOpen()
{
    std::mt19937 random(7);
    CalibrationRows rows = simulated(random, 300, 0.0, 1.0);
    rows.user.resize(300);
    for (Eigen::Index row = 0; row < 300; ++row)
        rows.user[row] = static_cast<std::uint32_t>(row % 5);
    const auto found = recalibration(rows);
    QVERIFY(std::isinf(found->slopeInterval.high));
    QCOMPARE(found->verdict(), CalibrationVerdict::CannotBeTold);
}

void TestRecalibration::fit_theVectors_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("logistic") << u"T9.calibration.logistic"_s;
    QTest::newRow("counted") << u"T9.calibration.counted"_s;
}

void TestRecalibration::fit_theVectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const CalibrationRows rows = testsupport::calibrationRowsOf(vector);
    const auto found = recalibration(rows);
    QVERIFY(found.has_value());
    const auto expected = vector.expected.toObject();
    const auto number = [&](const char *key) { return expected[QLatin1String(key)].toDouble(); };
    const auto end = [&](const char *key, int i) {
        return expected[QLatin1String(key)].toArray()[i].toDouble();
    };
    COMPARE_NEAR(found->slope, number("slope"), 1e-6);
    COMPARE_NEAR(found->intercept, number("intercept"), 1e-6);
    COMPARE_NEAR(found->slopeError, number("slope_se"), 1e-6);
    COMPARE_NEAR(found->slopeInterval.low, end("slope_interval", 0), 1e-6);
    COMPARE_NEAR(found->slopeInterval.high, end("slope_interval", 1), 1e-6);
    COMPARE_NEAR(found->inTheLarge, number("in_the_large"), 1e-6);
    COMPARE_NEAR(found->inTheLargeInterval.low, end("in_the_large_interval", 0), 1e-6);
    COMPARE_NEAR(found->inTheLargeInterval.high, end("in_the_large_interval", 1), 1e-6);
    COMPARE_NEAR(*observedToExpected(rows), number("observed_to_expected"), 1e-6);
    QCOMPARE(nameOf(found->verdict()), expected["verdict"_L1].toString());
}

void TestRecalibration::fit_separated_isNone()
{
    const auto vector = testsupport::vector(u"T9.calibration.separated"_s);
    QVERIFY(!recalibration(testsupport::calibrationRowsOf(vector)).has_value());
    // One class; scores all alike.
    CalibrationRows rows{LabelColumn::Zero(50), Eigen::ArrayXd::LinSpaced(50, 0.1, 0.9),
                         Eigen::ArrayXd::Ones(50)};
    QVERIFY(!recalibration(rows).has_value());
    rows.label.head(20) = 1;
    rows.probability.setConstant(0.3);
    QVERIFY(!recalibration(rows).has_value());
    // The ends of the scale are held away from infinity.
    rows.probability = Eigen::ArrayXd::LinSpaced(50, 1.0, 0.0);
    rows.label[30] = 1;
    rows.label[5] = 0;
    QVERIFY(recalibration(rows).has_value());
}

void TestRecalibration::scoreFor_theVectors()
{
    for (const auto &id :
         {u"T9.calibration.elkan_recalibrated"_s, u"T9.calibration.elkan_reversed"_s}) {
        const auto vector = testsupport::vector(id);
        const auto elkan = elkanDecision({0.0, -vector.input["cost_fp"_L1].toDouble(),
                                          -vector.input["cost_fn"_L1].toDouble(), 0.0});
        COMPARE_NEAR(*elkan.threshold, vector.expected["p_star"_L1].toDouble(), 1e-9);
        Recalibration bent;
        bent.slope = vector.input["slope"_L1].toDouble();
        bent.intercept = vector.input["intercept"_L1].toDouble();
        const auto score = bent.scoreFor(*elkan.threshold);
        const QJsonValue wanted = vector.expected["score_threshold"_L1];
        QCOMPARE(score.has_value(), !wanted.isNull());
        if (score) {
            COMPARE_NEAR(*score, wanted.toDouble(), 1e-9);
            COMPARE_NEAR(bent.recalibrated(*score), *elkan.threshold, 1e-12);
        }
    }
}

/// 95 % intervals hold what is so in 93 to 97 of 100 files.
void TestRecalibration::slope_interval_holdsTheTruth()
{
    std::mt19937 random(3);
    constexpr int files = 600;
    int slopes = 0;
    for (int file = 0; file < files; ++file) {
        const auto found = recalibration(simulated(random, 400, 0.3, 0.6));
        QVERIFY(found.has_value());
        slopes += found->slopeInterval.low <= 0.6 && found->slopeInterval.high >= 0.6 ? 1 : 0;
    }
    const double share = double(slopes) / files;
    QVERIFY2(share > 0.93 && share < 0.975, qPrintable(QString::number(share)));
}

void TestRecalibration::verdict_calibratedScores_isNeverNotMoreThanItSays()
{
    std::mt19937 random(8);
    constexpr int files = 300;
    int wronglyNot = 0;
    int enough = 0;
    for (int file = 0; file < files; ++file) {
        wronglyNot += recalibration(simulated(random, 500, 0.0, 1.0))->verdict()
                        == CalibrationVerdict::Not
                ? 1
                : 0;
        enough += recalibration(simulated(random, 20000, 0.0, 1.0))->verdict()
                        == CalibrationVerdict::Enough
                ? 1
                : 0;
    }
    QVERIFY2(wronglyNot <= files / 50, qPrintable(QString::number(wronglyNot)));
    QCOMPARE(enough, files);
}

ONEINN_TEST(TestRecalibration)

} // namespace tests::calibration_recalibration

#include "tst_recalibration.moc"
