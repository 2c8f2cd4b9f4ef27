// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patience.h"

#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

namespace tests::latency_patience {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::number;
using testsupport::numbers;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double second = 1000.0;

std::vector<PatiencePoint> pointsIn(const QJsonValue &value)
{
    std::vector<PatiencePoint> points;
    const auto pairs = value.toArray();
    for (const auto &pair : pairs)
        points.push_back({{second * number(pair[0])}, number(pair[1])});
    return points;
}

void compareShares(const PatienceCurve &curve, const Eigen::ArrayXd &waits,
                   const QJsonValue &expected, double tolerance)
{
    const auto shares = numbers(expected);
    QCOMPARE(shares.size(), waits.size());
    for (Eigen::Index i = 0; i < waits.size(); ++i)
        COMPARE_NEAR(curve.stillWaiting({second * waits[i]}), shares[i], tolerance);
}

} // namespace

class TestPatience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void curvesThroughPoints();
    void leavingIsNotBeingLate();
    void nobodyLeavesWithoutPoints();
    void closePoints_anyShape_areStillMet_data();
    void closePoints_anyShape_areStillMet();
    void manyPoints_anyWait_isAsInANaiveWalk();
    void fallsAtOnce_waitUntilLeft_isFound();
    void neverRises_data();
    void neverRises();
    void waitUntilSoManyLeft_data();
    void waitUntilSoManyLeft();
    void faults_data();
    void faults();
};

void TestPatience::curvesThroughPoints()
{
    const auto vector = testsupport::vector(u"T5.patience"_s);
    const auto waits = numbers(vector.input.value("t_seconds"_L1));
    compareShares(PatienceCurve(pointsIn(vector.input.value("points"_L1))), waits,
                  vector.expected["piecewise_loglinear"_L1], vector.tolerance);
    const auto pair = pointsIn(vector.input.value("weibull_points"_L1));
    compareShares(PatienceCurve(pair, PatienceShape::Weibull), waits,
                  vector.expected["weibull"_L1]["S"_L1], vector.tolerance);
    compareShares(PatienceCurve(pair, PatienceShape::Lognormal), waits,
                  vector.expected["lognormal"_L1]["S"_L1], vector.tolerance);
}

void TestPatience::leavingIsNotBeingLate()
{
    const auto vector = testsupport::vector(u"T5.abandon"_s);
    const PatienceCurve patience(pointsIn(vector.input.value("points"_L1)));
    const LatencyDistribution latency(second * numbers(vector.input.value("latency_s"_L1)));
    COMPARE_NEAR(shareLeaving(patience, latency), number(vector.expected["share_abandoned"_L1]),
                 vector.tolerance);
    const double budget = second * number(vector.input.value("budget_s"_L1));
    COMPARE_NEAR(1.0 - *latency.shareWithin(budget),
                 number(vector.expected["share_over_budget"_L1]), vector.tolerance);
    QVERIFY(!shareLeaving(patience, {}));
}

void TestPatience::nobodyLeavesWithoutPoints()
{
    const PatienceCurve patience;
    QVERIFY(patience.everyoneWaits());
    QCOMPARE(patience.stillWaiting({infinity}), 1.0);
    QVERIFY(!patience.waitUntilLeft(0.5));
}

void TestPatience::closePoints_anyShape_areStillMet_data()
{
    QTest::addColumn<PatienceCurve>("curve");
    const double before = std::nextafter(0.5, 0.0);
    const std::vector<std::vector<PatiencePoint>> pairs{
            {{{1000.0}, 0.9}, {{60000.0}, 0.899}},
            {{{1000.0}, 0.5}, {{1e15}, before}},
            {{{1000.0}, std::nextafter(1.0, 0.0)}, {{1001.0}, 1.0 - 1e-15}},
            {{{1000.0}, 0.9}, {{std::nextafter(1000.0, 2000.0)}, 1e-9}},
            {{{1e-6}, 0.9}, {{1e15}, 1e-9}},
            {{{1e-6}, 0.9}, {{2e-6}, 1e-9}},
    };
    for (const auto shape :
         {PatienceShape::Piecewise, PatienceShape::Weibull, PatienceShape::Lognormal}) {
        for (const auto &pair : pairs)
            QTest::addRow("%d: %g ms and %.17g ms", int(shape), pair[0].wait.value,
                          pair[1].wait.value)
                    << PatienceCurve(pair, shape);
    }
}

void TestPatience::closePoints_anyShape_areStillMet()
{
    QFETCH(PatienceCurve, curve);
    for (const PatiencePoint &point : curve.points())
        COMPARE_NEAR(curve.stillWaiting(point.wait), point.share, 1e-7);
    const PatiencePoint &first = curve.points().front();
    const PatiencePoint &last = curve.points().back();
    const double between = curve.stillWaiting({std::midpoint(first.wait.value, last.wait.value)});
    QVERIFY2(between <= first.share && between >= last.share, qPrintable(QString::number(between)));
    for (const double ms : {5e-324, 1e-300, 1.0, 1e15, std::numeric_limits<double>::max()}) {
        const double share = curve.stillWaiting({ms});
        QVERIFY2(share >= 0.0 && share <= 1.0, qPrintable(QString::number(share)));
    }
}

/// Looked up among the points, and as quick with a thousand of them as with two.
void TestPatience::manyPoints_anyWait_isAsInANaiveWalk()
{
    std::vector<PatiencePoint> points{{{0.0}, 1.0}};
    for (int i = 1; i < 1000; ++i)
        points.push_back({{double(i * i)}, 1.0 - i / 1001.0});
    const PatienceCurve curve(points);
    for (double ms = 0.25; ms < 2e6; ms *= 1.37) {
        std::size_t end = 1;
        while (end + 1 < points.size() && points[end].wait.value < ms)
            ++end;
        const PatiencePoint &a = points[end - 1];
        const PatiencePoint &b = points[end];
        const double part = (ms - a.wait.value) / (b.wait.value - a.wait.value);
        COMPARE_NEAR(curve.stillWaiting({ms}), a.share * std::pow(b.share / a.share, part), 1e-12);
    }
}

/// Two shares so close that the curve is below them before any wait: there was no end to the
/// search.
void TestPatience::fallsAtOnce_waitUntilLeft_isFound()
{
    const PatienceCurve curve({{{1000.0}, 0.3}, {{60000.0}, 0.299}}, PatienceShape::Weibull);
    const auto half = curve.waitUntilLeft(0.5);
    QVERIFY(half && half->value >= 0.0 && half->value < 1e-5);
}

void TestPatience::neverRises_data()
{
    QTest::addColumn<PatienceCurve>("patience");
    const std::vector<PatiencePoint> pair{{{400.0}, 0.9}, {{900.0}, 0.3}};
    QTest::newRow("piecewise") << PatienceCurve(pair);
    QTest::newRow("flat at first")
            << PatienceCurve({{{0.0}, 1.0}, {{500.0}, 1.0}, {{501.0}, 0.01}});
    QTest::newRow("flat at last") << PatienceCurve({{{500.0}, 0.5}, {{600.0}, 0.5}});
    QTest::newRow("Weibull") << PatienceCurve(pair, PatienceShape::Weibull);
    QTest::newRow("lognormal") << PatienceCurve(pair, PatienceShape::Lognormal);
}

void TestPatience::neverRises()
{
    QFETCH(PatienceCurve, patience);
    double before = 1.0;
    for (double wait = 0.0; wait < 5000.0; wait += 7.0) {
        const double share = patience.stillWaiting({wait});
        QVERIFY2(share <= before && share >= 0.0, qPrintable(QString::number(wait)));
        before = share;
    }
    for (const PatiencePoint &point : patience.points())
        COMPARE_NEAR(patience.stillWaiting(point.wait), point.share, 1e-12);
    QCOMPARE(patience.stillWaiting({infinity}), 0.0);
}

void TestPatience::waitUntilSoManyLeft_data()
{
    QTest::addColumn<PatienceCurve>("patience");
    QTest::addColumn<double>("share");
    QTest::addColumn<double>("wait"); // NaN: never
    const std::vector<PatiencePoint> pair{{{400.0}, 0.9}, {{800.0}, 0.5}};
    QTest::newRow("at a point") << PatienceCurve(pair) << 0.5 << 800.0;
    QTest::newRow("Weibull") << PatienceCurve(pair, PatienceShape::Weibull) << 0.1 << 400.0;
    QTest::newRow("never") << PatienceCurve({{{500.0}, 0.7}, {{600.0}, 0.7}}) << 0.5
                           << std::numeric_limits<double>::quiet_NaN();
}

void TestPatience::waitUntilSoManyLeft()
{
    QFETCH(PatienceCurve, patience);
    QFETCH(double, share);
    QFETCH(double, wait);
    const auto found = patience.waitUntilLeft(share);
    QCOMPARE(found.has_value(), !std::isnan(wait));
    if (found)
        COMPARE_NEAR(found->value, wait, 1e-6);
}

void TestPatience::faults_data()
{
    QTest::addColumn<std::vector<PatiencePoint>>("points");
    QTest::addColumn<PatienceShape>("shape");
    QTest::addColumn<int>("fault"); // -1: none
    using Points = std::vector<PatiencePoint>;
    const auto row = [](const char *name, const Points &points, PatienceShape shape,
                        std::optional<PatienceFault> fault) {
        QTest::newRow(name) << points << shape << (fault ? int(*fault) : -1);
    };
    const auto piecewise = PatienceShape::Piecewise;
    const auto weibull = PatienceShape::Weibull;
    row("none", {}, piecewise, {});
    row("one", {{{800.0}, 0.5}}, piecewise, {});
    row("from nothing", {{{0.0}, 1.0}, {{800.0}, 0.5}}, piecewise, {});
    row("negative wait", {{{-1.0}, 1.0}}, piecewise, PatienceFault::WaitOutOfRange);
    row("endless wait", {{{infinity}, 0.5}}, piecewise, PatienceFault::WaitOutOfRange);
    row("twice", {{{5.0}, 0.5}, {{5.0}, 0.4}}, piecewise, PatienceFault::WaitNotRising);
    row("nobody left", {{{5.0}, 0.0}}, piecewise, PatienceFault::ShareOutOfRange);
    row("more than all", {{{5.0}, 1.1}}, piecewise, PatienceFault::ShareOutOfRange);
    row("gone at once", {{{0.0}, 0.9}}, piecewise, PatienceFault::ShareOutOfRange);
    row("coming back", {{{5.0}, 0.5}, {{6.0}, 0.6}}, piecewise, PatienceFault::ShareRising);
    row("a pair", {{{5.0}, 0.5}, {{6.0}, 0.4}}, weibull, {});
    row("three", {{{5.0}, 0.5}, {{6.0}, 0.4}, {{7.0}, 0.3}}, weibull,
        PatienceFault::TwoPointsNeeded);
    row("one of nothing", {{{0.0}, 1.0}, {{6.0}, 0.4}}, weibull, PatienceFault::TwoPointsNeeded);
    row("equal", {{{5.0}, 0.5}, {{6.0}, 0.5}}, weibull, PatienceFault::SharesMustDiffer);
    row("all wait", {{{5.0}, 1.0}, {{6.0}, 0.5}}, weibull, PatienceFault::SharesMustDiffer);
}

void TestPatience::faults()
{
    QFETCH(std::vector<PatiencePoint>, points);
    QFETCH(PatienceShape, shape);
    QFETCH(int, fault);
    const auto found = PatienceCurve::faultOf(points, shape);
    QCOMPARE(found ? int(*found) : -1, fault);
}

ONEINN_TEST(TestPatience)

} // namespace tests::latency_patience

#include "tst_patience.moc"
