// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/curvepoints.h"

#include "core/decision/prevalence.h"
#include "core/metrics/operatingcounts.h"
#include "core/predictions/predictions.h"
#include "support/naivesweep.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>

namespace tests::curves_curvepoints {

using namespace oneinn;
using testsupport::naive::Counts;

class TestCurvePoints : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void gain_randomRows_data();
    void gain_randomRows();
    void det_randomRows_data();
    void det_randomRows();
    void shareDeviate_isTheQuantile();
    void netBenefit_vectors_data();
    void netBenefit_vectors();
};

namespace {

double shareBelow(double deviate)
{
    return 0.5 * std::erfc(-deviate / std::sqrt(2.0));
}

double heldShare(double share, double rows)
{
    return std::clamp(share, std::min(0.5 / rows, 0.5), 1.0 - std::min(0.5 / rows, 0.5));
}

} // namespace

void TestCurvePoints::gain_randomRows_data()
{
    testsupport::addRandomRows(6);
}

void TestCurvePoints::gain_randomRows()
{
    const auto rows = testsupport::fetchRandomRows();
    const ThresholdSweep sweep = testsupport::sweepOf(rows);
    const auto curve = gainCurve(sweep);
    QCOMPARE(curve.has_value(), sweep.positives > 0.0);
    if (!curve)
        return;
    const auto thresholds = testsupport::naive::candidateThresholds(rows);
    QCOMPARE(static_cast<std::size_t>(curve->shown.size()), thresholds.size());
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
        const Counts counts = testsupport::naive::countsAt(rows, thresholds[k]);
        const auto row = static_cast<Eigen::Index>(k);
        COMPARE_NEAR(curve->recall[row], counts.tp / sweep.positives, 1e-12);
        COMPARE_NEAR(curve->shown[row],
                     (counts.tp + counts.fp) / (sweep.positives + sweep.negatives), 1e-12);
    }
}

void TestCurvePoints::det_randomRows_data()
{
    testsupport::addRandomRows(6);
}

void TestCurvePoints::det_randomRows()
{
    const auto rows = testsupport::fetchRandomRows();
    const ThresholdSweep sweep = testsupport::sweepOf(rows);
    double good = 0.0;
    double bad = 0.0;
    for (const auto &row : rows)
        (row.positive ? good : bad) += row.weight > 0.0 ? 1.0 : 0.0;
    const auto curve = detCurve(sweep, std::max(1.0, good), std::max(1.0, bad));
    QCOMPARE(curve.has_value(), sweep.positives > 0.0 && sweep.negatives > 0.0);
    if (!curve)
        return;
    const auto thresholds = testsupport::naive::candidateThresholds(rows);
    for (std::size_t k = 0; k < thresholds.size(); ++k) {
        const Counts counts = testsupport::naive::countsAt(rows, thresholds[k]);
        const auto row = static_cast<Eigen::Index>(k);
        QVERIFY(std::isfinite(curve->fpr[row]) && std::isfinite(curve->fnr[row]));
        COMPARE_NEAR(shareBelow(curve->fpr[row]), heldShare(counts.fp / sweep.negatives, bad),
                     1e-9);
        COMPARE_NEAR(shareBelow(curve->fnr[row]),
                     heldShare(1.0 - counts.tp / sweep.positives, good), 1e-9);
    }
}

void TestCurvePoints::shareDeviate_isTheQuantile()
{
    COMPARE_NEAR(shareDeviate(0.975, 1e6), 1.959963984540054, 1e-9);
    COMPARE_NEAR(shareDeviate(0.5, 10.0), 0.0, 1e-12);
    COMPARE_NEAR(shareDeviate(0.0, 20.0), -1.959963984540054, 1e-9);
    COMPARE_NEAR(shareDeviate(1.0, 1.0), 0.0, 1e-12);
}

void TestCurvePoints::netBenefit_vectors_data()
{
    QTest::addColumn<QString>("id");
    for (const QString &id : testsupport::vectorIds(QStringLiteral("T2.netbenefit.")))
        QTest::newRow(qPrintable(id)) << id;
}

void TestCurvePoints::netBenefit_vectors()
{
    QFETCH(const QString, id);
    const auto vector = testsupport::vector(id);
    const Eigen::ArrayXd score = testsupport::numbers(vector.input[QStringLiteral("score")]);
    const LabelColumn label =
            testsupport::numbers(vector.input[QStringLiteral("label")]).cast<std::uint8_t>();
    ThresholdSweep sweep = thresholdSweep(label, score);
    if (const auto stated = testsupport::optionalNumber(vector.input[QStringLiteral("prevalence")]))
        sweep = sweep.rebased(classFactors(sweep.positives, sweep.negatives, *stated));
    for (const auto &entry : vector.expected.toArray()) {
        const double pt = entry.toObject()[QStringLiteral("pt")].toDouble();
        COMPARE_NEAR(netBenefitAtItsWord(sweep, pt),
                     entry.toObject()[QStringLiteral("model")].toDouble(), vector.tolerance);
    }
}

ONEINN_TEST(TestCurvePoints)

} // namespace tests::curves_curvepoints

#include "tst_curvepoints.moc"
