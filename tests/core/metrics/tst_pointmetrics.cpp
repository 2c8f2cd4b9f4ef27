// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/pointmetrics.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <utility>

namespace tests::metrics_pointmetrics {

using namespace oneinn;

namespace {

/// Names of the metrics that are undefined, in the order of PointMetrics.
QStringList undefinedIn(const PointMetrics &m)
{
    const std::pair<const char *, std::optional<double>> all[] = {
            {"precision", m.precision},
            {"recall", m.recall},
            {"specificity", m.specificity},
            {"npv", m.npv},
            {"fpr", m.fpr},
            {"fnr", m.fnr},
            {"accuracy", m.accuracy},
            {"alertRate", m.alertRate},
            {"prevalence", m.prevalence},
            {"balancedAccuracy", m.balancedAccuracy},
            {"youdenJ", m.youdenJ},
            {"lift", m.lift},
            {"fHalf", m.fHalf},
            {"f1", m.f1},
            {"f2", m.f2},
            {"mcc", m.mcc},
    };
    QStringList names;
    for (const auto &[name, value] : all) {
        if (!value)
            names.append(QString::fromLatin1(name));
    }
    return names;
}

} // namespace

class TestPointMetrics : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void metrics_emptyDenominator_areAbsent_data();
    void metrics_emptyDenominator_areAbsent();
    void metrics_noPositivesButAlerts_precisionIsZero();
    void mcc_perfectAndReversed_isOneAndMinusOne();
    void mcc_hugeWeights_doesNotOverflow();
    void fScore_largeBeta_approachesRecall();
    void fScore_wrongAlertsOnly_isZero();
    void matrix_cells_areRowsByTruthColumnsByShown();
};

void TestPointMetrics::metrics_emptyDenominator_areAbsent_data()
{
    QTest::addColumn<double>("tp");
    QTest::addColumn<double>("fp");
    QTest::addColumn<double>("fn");
    QTest::addColumn<double>("tn");
    QTest::addColumn<QString>("undefined");
    QTest::newRow("all cells filled") << 1. << 1. << 1. << 1. << "";
    QTest::newRow("no alerts") << 0. << 0. << 5. << 7. << "precision lift mcc";
    QTest::newRow("alerts on all") << 5. << 7. << 0. << 0. << "npv mcc";
    QTest::newRow("no positives") << 0. << 2. << 0. << 2.
                                  << "recall fnr balancedAccuracy youdenJ lift mcc";
    QTest::newRow("no negatives") << 2. << 0. << 2. << 0.
                                  << "specificity fpr balancedAccuracy youdenJ mcc";
    QTest::newRow("quiet, no positives")
            << 0. << 0. << 0. << 4.
            << "precision recall fnr balancedAccuracy youdenJ lift fHalf f1 f2 mcc";
    QTest::newRow("nothing at all")
            << 0. << 0. << 0. << 0.
            << "precision recall specificity npv fpr fnr accuracy alertRate prevalence "
               "balancedAccuracy youdenJ lift fHalf f1 f2 mcc";
}

void TestPointMetrics::metrics_emptyDenominator_areAbsent()
{
    QFETCH(const double, tp);
    QFETCH(const double, fp);
    QFETCH(const double, fn);
    QFETCH(const double, tn);
    QFETCH(const QString, undefined);
    QCOMPARE(undefinedIn(pointMetrics({tp, fp, fn, tn})),
             undefined.split(QLatin1Char(' '), Qt::SkipEmptyParts));
}

void TestPointMetrics::metrics_noPositivesButAlerts_precisionIsZero()
{
    const auto metrics = pointMetrics({0, 2, 0, 2});
    COMPARE_NEAR(metrics.precision, 0.0, 0.0);
    COMPARE_NEAR(metrics.f1, 0.0, 0.0);
    COMPARE_NEAR(metrics.prevalence, 0.0, 0.0);
}

void TestPointMetrics::mcc_perfectAndReversed_isOneAndMinusOne()
{
    COMPARE_NEAR(pointMetrics({3, 0, 0, 9}).mcc, 1.0, 1e-15);
    COMPARE_NEAR(pointMetrics({0, 9, 3, 0}).mcc, -1.0, 1e-15);
}

void TestPointMetrics::mcc_hugeWeights_doesNotOverflow()
{
    COMPARE_NEAR(pointMetrics({3e100, 1e100, 1e100, 3e100}).mcc, 0.5, 1e-12);
}

void TestPointMetrics::fScore_largeBeta_approachesRecall()
{
    const ConfusionMatrix matrix(6, 3, 2, 9);
    COMPARE_NEAR(fScore(matrix, 1e6), 0.75, 1e-9);
    COMPARE_NEAR(fScore(matrix, 1e-6), 2.0 / 3.0, 1e-9);
}

void TestPointMetrics::fScore_wrongAlertsOnly_isZero()
{
    COMPARE_NEAR(fScore({0, 2, 0, 2}, 1.0), 0.0, 0.0);
    COMPARE_NEAR(fScore({0, 0, 0, 2}, 1.0), std::nullopt, 0.0);
}

void TestPointMetrics::matrix_cells_areRowsByTruthColumnsByShown()
{
    const ConfusionMatrix matrix(1, 2, 3, 4);
    QCOMPARE(matrix.tp(), 1.0);
    QCOMPARE(matrix.fp(), 2.0);
    QCOMPARE(matrix.fn(), 3.0);
    QCOMPARE(matrix.tn(), 4.0);
    QVERIFY((matrix.cells() == (Eigen::Matrix2d() << 1, 3, 2, 4).finished()));
    QCOMPARE(matrix.positives(), 4.0);
    QCOMPARE(matrix.negatives(), 6.0);
    QCOMPARE(matrix.alerts(), 3.0);
    QCOMPARE(matrix.total(), 10.0);
    QCOMPARE(ConfusionMatrix().total(), 0.0);
}

ONEINN_TEST(TestPointMetrics)

} // namespace tests::metrics_pointmetrics

#include "tst_pointmetrics.moc"
