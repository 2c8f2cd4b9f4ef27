// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/curveplot.h"

#include "core/curves/curvepoints.h"
#include "plots/curvegeometry.h"
#include "support/predictionsfrom.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>

namespace tests::plots_curveplot {

using namespace oneinn;

class TestCurvePlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void point_liesOnItsCurve_data();
    void point_liesOnItsCurve();
    void thresholdNear_aPoint_isItsThreshold_data();
    void thresholdNear_aPoint_isItsThreshold();
    void byPrice_isTheBestOfAllLines_data();
    void byPrice_isTheBestOfAllLines();
    void oneClass_drawsWhatItCan();
    void within_cutsWhereItCrosses();
    void sweepWith_aThresholdBetween_hasItsRow();
    void ticks_deviates_areShares();
    void band_atPoints_orAroundRectangles();
};

namespace {

constexpr double near = 1e-9;

Assessment assessed(const testsupport::naive::Rows &rows, double threshold)
{
    Scenario scenario;
    scenario.threshold = {threshold};
    return assess(*testsupport::indexFrom(rows), scenario);
}

void addCurves()
{
    QTest::addColumn<ModelCurve>("curve");
    QTest::addColumn<QString>("kind");
    for (const ModelCurve curve : everyModelCurve) {
        for (const char *kind : {"distinct scores", "ties", "weighted ties"})
            QTest::addRow("%d, %s", static_cast<int>(curve), kind)
                    << curve << QString::fromLatin1(kind);
    }
}

double distanceTo(const QList<QPointF> &line, QPointF point)
{
    double least = HUGE_VAL;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF along = line[i] - line[i - 1];
        const double length = QPointF::dotProduct(along, along);
        const double share = length > 0.0
                ? qBound(0.0, QPointF::dotProduct(point - line[i - 1], along) / length, 1.0)
                : 0.0;
        const QPointF apart = point - line[i - 1] - share * along;
        least = qMin(least, std::hypot(apart.x(), apart.y()));
    }
    return least;
}

} // namespace

void TestCurvePlot::point_liesOnItsCurve_data()
{
    addCurves();
}

/// By price it lies on its own line, which is never better than the curve.
void TestCurvePlot::point_liesOnItsCurve()
{
    QFETCH(const ModelCurve, curve);
    QFETCH(const QString, kind);
    const auto rows = testsupport::naive::randomRows(kind.toStdString(), 11);
    for (const double threshold : testsupport::naive::candidateThresholds(rows)) {
        const Assessment assessment = assessed(rows, threshold);
        const CurvePlot plot(curve, assessment);
        const auto point = plot.pointOf(assessment);
        if (!point) {
            QCOMPARE(curve, ModelCurve::PrecisionRecall);
            QVERIFY(std::isinf(threshold));
            continue;
        }
        QVERIFY(point->x() >= plot.horizontal().low && point->x() <= plot.horizontal().high);
        QVERIFY(point->y() >= plot.vertical().low && point->y() <= plot.vertical().high);
        const QList<QPointF> line = isByPrice(curve) ? plot.lineOf(assessment) : plot.points();
        const double coarse = curve == ModelCurve::NetBenefit ? 1.0 : near; // of 1,000 uses
        if (point->y() > plot.vertical().low && point->y() < plot.vertical().high
            && line.size() > 1)
            QVERIFY2(distanceTo(line, *point) <= coarse, qPrintable(QString::number(threshold)));
    }
}

void TestCurvePlot::thresholdNear_aPoint_isItsThreshold_data()
{
    addCurves();
}

void TestCurvePlot::thresholdNear_aPoint_isItsThreshold()
{
    QFETCH(const ModelCurve, curve);
    QFETCH(const QString, kind);
    const auto rows = testsupport::naive::randomRows(kind.toStdString(), 5);
    for (const double threshold : testsupport::naive::candidateThresholds(rows)) {
        const Assessment assessment = assessed(rows, threshold);
        const CurvePlot plot(curve, assessment);
        const auto point = plot.pointOf(assessment);
        if (!point)
            continue;
        const auto found = plot.thresholdNear(*point, {400.0, 300.0});
        QVERIFY(found);
        if (isByPrice(curve)) {
            const auto suited = plot.suitedTo(assessment);
            if (suited->isBest && suited->weights.width() > near && suited->middle() > 0.01
                && suited->middle() < 0.99)
                QCOMPARE(found->value, threshold);
            continue;
        }
        const Assessment there = assessed(rows, found->value);
        const auto again = CurvePlot(curve, there).pointOf(there);
        QVERIFY(std::hypot(again->x() - point->x(), again->y() - point->y()) < near);
    }
}

void TestCurvePlot::byPrice_isTheBestOfAllLines_data()
{
    QTest::addColumn<ModelCurve>("curve");
    QTest::newRow("decision") << ModelCurve::NetBenefit;
    QTest::newRow("cost") << ModelCurve::Cost;
}

void TestCurvePlot::byPrice_isTheBestOfAllLines()
{
    QFETCH(const ModelCurve, curve);
    const auto rows = testsupport::naive::randomRows("distinct scores", 3);
    for (const double threshold : testsupport::naive::candidateThresholds(rows)) {
        const Assessment assessment = assessed(rows, threshold);
        const CurvePlot plot(curve, assessment);
        const auto counts = testsupport::naive::countsAt(rows, threshold);
        for (const QPointF &best : plot.points()) {
            const double good = counts.tp + counts.fn;
            const double bad = counts.fp + counts.tn;
            const double odds = best.x() / (1.0 - best.x());
            if (curve == ModelCurve::Cost)
                QVERIFY(best.y()
                        <= counts.fn / good * best.x() + counts.fp / bad * (1.0 - best.x()) + near);
            else
                QVERIFY(best.y() >= 1000.0 * (counts.tp - counts.fp * odds) / (good + bad) - 1e-6);
        }
    }
}

void TestCurvePlot::oneClass_drawsWhatItCan()
{
    const auto all = testsupport::naive::randomRows("all positive", 1);
    const auto none = testsupport::naive::randomRows("all negative", 1);
    for (const ModelCurve curve : everyModelCurve) {
        const Assessment good = assessed(all, 0.5);
        const bool needsBoth = curve == ModelCurve::Roc || curve == ModelCurve::DetectionErrors
                || curve == ModelCurve::Cost;
        QCOMPARE(CurvePlot(curve, good).isEmpty(), needsBoth);
        const Assessment bad = assessed(none, 0.5);
        const CurvePlot empty(curve, bad);
        QVERIFY(empty.isEmpty() && !empty.pointOf(bad) && !empty.thresholdNear({}, {1.0, 1.0}));
    }
}

void TestCurvePlot::within_cutsWhereItCrosses()
{
    const CurveAxis axis{CurveScale::Percent, 0.0, 1.0};
    const QList<QPointF> line{{0.0, 2.0}, {2.0, 0.0}, {4.0, -2.0}, {5.0, -2.0}};
    const QList<QPointF> expected{{1.0, 1.0}, {2.0, 0.0}};
    QCOMPARE(within(line, axis), expected);
    const QList<QPointF> through{{0.0, -1.0}, {4.0, 3.0}};
    const QList<QPointF> both{{1.0, 0.0}, {2.0, 1.0}};
    QCOMPARE(within(through, axis), both);
}

void TestCurvePlot::sweepWith_aThresholdBetween_hasItsRow()
{
    ThresholdSweep sweep;
    sweep.threshold = Eigen::Array2d(0.9, 0.1);
    sweep.tp = Eigen::Array2d(1.0, 3.0);
    sweep.fp = Eigen::Array2d(0.0, 2.0);
    sweep.positives = 3.0;
    sweep.negatives = 2.0;
    const ThresholdSweep longer = sweepWith(sweep, {0.5}, {2.0, 1.0, 1.0, 1.0});
    QCOMPARE(longer.size(), Eigen::Index{3});
    QCOMPARE(longer.threshold[1], 0.5);
    QCOMPARE(longer.tp[1], 2.0);
    QCOMPARE(longer.fp[2], 2.0);
    QCOMPARE(sweepWith(sweep, {0.1}, {3.0, 2.0, 0.0, 0.0}).size(), Eigen::Index{2});
    QCOMPARE(sweepWith(sweep, Threshold::alertOnNothing(), {0.0, 0.0, 3.0, 2.0}).size(),
             Eigen::Index{2});
}

void TestCurvePlot::ticks_deviates_areShares()
{
    const CurveAxis axis = deviateAxis(2000.0);
    const auto ticks = curveTicks(axis, 20, QLocale::c());
    QVERIFY(ticks.size() >= 7);
    for (const charts::Tick &tick : ticks)
        QVERIFY(tick.axis >= axis.low && tick.axis <= axis.high);
    const auto half = std::ranges::find_if(
            ticks, [](const charts::Tick &tick) { return std::abs(tick.axis) < 1e-6; });
    QVERIFY(half != ticks.end());
    QVERIFY2(half->text.startsWith(QStringLiteral("50")), qPrintable(half->text));
    QVERIFY(curveTicks(axis, 3).size() <= 3);
    QVERIFY(!curveTicks(deviateAxis(1.0), 5).empty());
}

void TestCurvePlot::band_atPoints_orAroundRectangles()
{
    BandRow row;
    row.recall = 0.5;
    row.fpr = 0.2;
    row.precision = 0.7;
    row.recallWithin = {0.4, 0.6};
    row.fprWithin = {0.1, 0.3};
    row.precisionWithin = Interval{0.6, 0.8};
    CurveBand band;
    band.rows = {row};
    const BandEdges at = bandEdges(ModelCurve::Roc, band);
    QCOMPARE(at.lower, (QList<QPointF>{{0.2, 0.4}}));
    QCOMPARE(at.upper, (QList<QPointF>{{0.2, 0.6}}));
    QCOMPARE(bandEdges(ModelCurve::PrecisionRecall, band).upper, (QList<QPointF>{{0.5, 0.8}}));
    band.kind = BandKind::DragSafe;
    const BandEdges around = bandEdges(ModelCurve::Roc, band);
    for (const QPointF &each : around.lower) {
        QVERIFY(each.x() >= 0.1 && each.x() <= 0.3);
        QCOMPARE(each.y(), 0.4);
    }
    QVERIFY(around.lower.size() > 50);
}

ONEINN_TEST(TestCurvePlot)

} // namespace tests::plots_curveplot

#include "tst_curveplot.moc"
