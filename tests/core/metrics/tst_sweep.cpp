// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/curves.h"
#include "core/metrics/thresholdsweep.h"
#include "support/naivesweep.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::metrics_sweep {

using namespace oneinn;
namespace naive = testsupport::naive;
using testsupport::sweepOf;

namespace {

constexpr double tolerance = 1e-10;

/// Midpoint rule over the points between neighbouring operating points, from the definition.
std::optional<double> davisGoadrichByPoints(const naive::Rows &rows)
{
    const double positives = naive::classWeight(rows, true);
    if (positives <= 0.0)
        return std::nullopt;
    double area = 0.0;
    naive::Counts a;
    for (const double threshold : naive::distinctScores(rows)) {
        const auto b = naive::countsAt(rows, threshold);
        constexpr int steps = 2000;
        const double step = (b.tp - a.tp) / steps;
        for (int i = 0; step > 0.0 && i < steps; ++i) {
            const double tp = a.tp + (i + 0.5) * step;
            const double fp = a.fp + (b.fp - a.fp) * (i + 0.5) / steps;
            area += step * tp / (tp + fp);
        }
        a = b;
    }
    return area / positives;
}

} // namespace

class TestSweep : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sweep_randomRows_countsAsOracle_data() { testsupport::addRandomRows(); }
    void sweep_randomRows_countsAsOracle();
    void sweep_rebased_countsAsRowsOfThatWeight_data() { testsupport::addRandomRows(5); }
    void sweep_rebased_countsAsRowsOfThatWeight();
    void curves_randomRows_ratesAsOracle_data() { testsupport::addRandomRows(); }
    void curves_randomRows_ratesAsOracle();
    void areas_randomRows_asOracle_data() { testsupport::addRandomRows(); }
    void areas_randomRows_asOracle();
    void sweep_withoutWeights_isThatOfEqualWeights();
    void sweep_noRows_isEmpty();
    void sweep_signedZeros_areOneScore();
    void curves_rowsThatShowNothing_areLeftOut();
    void davisGoadrichArea_manyAlertsBefore_keepsPrecision();
    void davisGoadrichPoint_fromNothing_isThePrecisionReached();
};

void TestSweep::sweep_randomRows_countsAsOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    const auto sweep = sweepOf(rows);
    const auto scores = naive::distinctScores(rows);
    QCOMPARE(sweep.size(), static_cast<Eigen::Index>(scores.size()));
    QCOMPARE(sweep.tp.size(), sweep.size());
    QCOMPARE(sweep.fp.size(), sweep.size());
    COMPARE_NEAR(sweep.positives, naive::classWeight(rows, true), tolerance);
    COMPARE_NEAR(sweep.negatives, naive::classWeight(rows, false), tolerance);
    for (Eigen::Index k = 0; k < sweep.size(); ++k) {
        QCOMPARE(sweep.threshold[k], scores[static_cast<std::size_t>(k)]);
        const auto counts = naive::countsAt(rows, sweep.threshold[k]);
        const auto matrix = sweep.matrix(k);
        COMPARE_NEAR(matrix.tp(), counts.tp, tolerance);
        COMPARE_NEAR(matrix.fp(), counts.fp, tolerance);
        COMPARE_NEAR(matrix.fn(), counts.fn + counts.latePositive, tolerance);
        COMPARE_NEAR(matrix.tn(), counts.tn + counts.lateNegative, tolerance);
    }
    QCOMPARE(sweep.alertOnNothing(), ConfusionMatrix(0, 0, sweep.positives, sweep.negatives));
}

void TestSweep::sweep_rebased_countsAsRowsOfThatWeight()
{
    auto rows = testsupport::fetchRandomRows();
    const ClassFactors factors{0.125, 1.5};
    const auto rebased = sweepOf(rows).rebased(factors);
    for (auto &row : rows)
        row.weight *= row.positive ? factors.positive : factors.negative;
    const auto expected = sweepOf(rows);
    QVERIFY((rebased.threshold == expected.threshold).all());
    QVERIFY(rebased.tp.isApprox(expected.tp, tolerance));
    QVERIFY(rebased.fp.isApprox(expected.fp, tolerance));
    COMPARE_NEAR(rebased.positives, expected.positives, tolerance);
    COMPARE_NEAR(rebased.negatives, expected.negatives, tolerance);
    COMPARE_NEAR(averagePrecision(rebased), naive::averagePrecision(rows), tolerance);
    COMPARE_NEAR(rocAuc(rebased), naive::rocAuc(rows), tolerance);
}

void TestSweep::curves_randomRows_ratesAsOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    const auto sweep = sweepOf(rows);
    const auto pr = precisionRecallCurve(sweep);
    const auto roc = rocCurve(sweep);
    const double positives = naive::classWeight(rows, true);
    const double negatives = naive::classWeight(rows, false);
    QCOMPARE(pr.has_value(), positives > 0.0);
    QCOMPARE(roc.has_value(), positives > 0.0 && negatives > 0.0);
    if (pr) {
        QCOMPARE(pr->recall.size(), sweep.size());
        QCOMPARE(pr->precision.size(), sweep.size());
    }
    if (roc) {
        QCOMPARE(roc->tpr.size(), sweep.size() + 1);
        QCOMPARE(roc->fpr.size(), sweep.size() + 1);
        QCOMPARE(roc->tpr[0], 0.0);
        QCOMPARE(roc->fpr[0], 0.0);
    }
    for (Eigen::Index k = 0; k < sweep.size(); ++k) {
        const double t = sweep.threshold[k];
        if (pr) {
            COMPARE_NEAR(pr->precision[k], naive::precisionAt(rows, t), tolerance);
            COMPARE_NEAR(pr->recall[k], naive::recallAt(rows, t), tolerance);
        }
        if (roc) {
            COMPARE_NEAR(roc->tpr[k + 1], naive::recallAt(rows, t), tolerance);
            COMPARE_NEAR(roc->fpr[k + 1], naive::countsAt(rows, t).fp / negatives, tolerance);
        }
    }
}

void TestSweep::areas_randomRows_asOracle()
{
    const auto rows = testsupport::fetchRandomRows();
    const auto sweep = sweepOf(rows);
    COMPARE_NEAR(averagePrecision(sweep), naive::averagePrecision(rows), tolerance);
    COMPARE_NEAR(rocAuc(sweep), naive::rocAuc(rows), tolerance);
    COMPARE_NEAR(davisGoadrichArea(sweep), davisGoadrichByPoints(rows), 1e-4);
}

void TestSweep::sweep_withoutWeights_isThatOfEqualWeights()
{
    const auto sweep = sweepOf(naive::randomRows("ties", 1));
    const auto rows = naive::randomRows("ties", 1);
    Eigen::Array<std::uint8_t, Eigen::Dynamic, 1> label(rows.size());
    Eigen::ArrayXd score(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        label[static_cast<Eigen::Index>(i)] = rows[i].positive ? 1 : 0;
        score[static_cast<Eigen::Index>(i)] = rows[i].score;
    }
    const auto unweighted = thresholdSweep(label, score);
    QVERIFY(unweighted.size() > 1);
    QVERIFY((unweighted.threshold == sweep.threshold).all());
    QVERIFY((unweighted.tp == sweep.tp).all());
    QVERIFY((unweighted.fp == sweep.fp).all());
}

void TestSweep::sweep_noRows_isEmpty()
{
    const auto sweep = sweepOf({});
    QCOMPARE(sweep.size(), 0);
    QCOMPARE(sweep.alertOnNothing(), ConfusionMatrix());
    QVERIFY(!precisionRecallCurve(sweep));
    QVERIFY(!rocCurve(sweep));
    QVERIFY(!averagePrecision(sweep));
    QVERIFY(!rocAuc(sweep));
    QVERIFY(!davisGoadrichArea(sweep));
}

void TestSweep::sweep_signedZeros_areOneScore()
{
    const auto sweep = sweepOf({{true, 0.0}, {false, -0.0}, {true, 0.0}});
    QCOMPARE(sweep.size(), 1);
    QCOMPARE(sweep.matrix(0), ConfusionMatrix(2, 1, 0, 0));
}

void TestSweep::curves_rowsThatShowNothing_areLeftOut()
{
    auto sweep = sweepOf({{true, 0.5}, {false, 0.2}});
    sweep.threshold = Eigen::Array3d(0.9, 0.5, 0.2);
    sweep.tp = Eigen::Array3d(0.0, 1.0, 1.0);
    sweep.fp = Eigen::Array3d(0.0, 0.0, 1.0);
    const auto curve = precisionRecallCurve(sweep);
    QVERIFY(curve);
    QCOMPARE(curve->precision.size(), 2);
    QCOMPARE(curve->precision[0], 1.0);
    QCOMPARE(curve->precision[1], 0.5);
    COMPARE_NEAR(averagePrecision(sweep), 1.0, 0.0);
    COMPARE_NEAR(davisGoadrichArea(sweep), 1.0, 0.0);
    COMPARE_NEAR(rocAuc(sweep), 1.0, 0.0);
}

void TestSweep::davisGoadrichArea_manyAlertsBefore_keepsPrecision()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::Array2d(2.0, 1.0);
    sweep.tp = Eigen::Array2d(0.0, 1.0);
    sweep.fp = Eigen::Array2d(1e6, 1e6);
    sweep.positives = 1.0;
    sweep.negatives = 1e6;
    // The integral of x / (x + c) over [0, 1] is 1/(2c) - 1/(3c^2) + ... for large c.
    COMPARE_NEAR(davisGoadrichArea(sweep), 0.5e-6 - 1e-12 / 3.0, 1e-15);
}

void TestSweep::davisGoadrichPoint_fromNothing_isThePrecisionReached()
{
    const auto start = davisGoadrichPoint(0.0, 0.0, 3.0, 1.0, 0.0, 6.0);
    COMPARE_NEAR(start.recall, 0.0, 0.0);
    COMPARE_NEAR(start.precision, 0.75, 1e-15);
    const auto end = davisGoadrichPoint(0.0, 0.0, 3.0, 1.0, 3.0, 6.0);
    COMPARE_NEAR(end.recall, 0.5, 1e-15);
    COMPARE_NEAR(end.precision, 0.75, 1e-15);
}

ONEINN_TEST(TestSweep)

} // namespace tests::metrics_sweep

#include "tst_sweep.moc"
