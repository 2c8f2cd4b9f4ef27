// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/doubtsplot.h"

#include "core/assessment.h"
#include "plots/scoreaxis.h"
#include "support/predictionsfrom.h"
#include "support/randomrows.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

#include <limits>
#include <numeric>

namespace tests::plots_doubtsplot {

using namespace oneinn;
using charts::AxisMapping;
namespace naive = testsupport::naive;

class TestDoubtsPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void values_anyThreshold_areThoseOfAnAssessment_data();
    void values_anyThreshold_areThoseOfAnAssessment();
    void values_always_areAmongThem();
    void chosen_anywhere_addUp();
    void chosen_none_noBars();
};

void TestDoubtsPlot::values_anyThreshold_areThoseOfAnAssessment_data()
{
    QTest::addColumn<QString>("kind");
    for (const std::string &kind : naive::kinds())
        QTest::newRow(kind.c_str()) << QString::fromStdString(kind);
}

void TestDoubtsPlot::values_anyThreshold_areThoseOfAnAssessment()
{
    QFETCH(const QString, kind);
    const naive::Rows drawn = naive::randomRows(kind.toStdString(), 3);
    if (!testsupport::predictionsFrom(drawn))
        return;
    const auto index = testsupport::indexFrom(drawn);
    Scenario scenario;
    scenario.values = OutcomeValues(5.0, -4.0, -1.0, 0.5, -0.5);
    scenario.budget = testsupport::oracleBudget;
    const auto rows = ScenarioRows::around(index, scenario);
    const AxisMapping mapping = scoreAxis(*index, AxisMapping::Kind::Score);
    const QList<QPointF> points = valuePoints(*rows->at(scenario), scenario, mapping, {}, 21);
    QCOMPARE(points.size(), 21);
    for (const QPointF &point : points) {
        scenario.threshold = point.x() < mapping.high() ? Threshold{mapping.toScore(point.x())}
                                                        : Threshold::alertOnNothing();
        const double expected = assess(*rows, scenario).value.perUse;
        COMPARE_NEAR(point.y(), expected, 1e-9);
    }
}

void TestDoubtsPlot::values_always_areAmongThem()
{
    const auto index = testsupport::indexFrom(naive::randomRows("distinct scores", 5));
    const Scenario scenario;
    const auto rows = ScenarioRows::around(index, scenario);
    const AxisMapping mapping = scoreAxis(*index, AxisMapping::Kind::Score);
    const QList<QPointF> points =
            valuePoints(*rows->at(scenario), scenario, mapping, {{0.4321}}, 5);
    QCOMPARE(points.size(), 6);
    QVERIFY(std::is_sorted(points.begin(), points.end(),
                           [](QPointF a, QPointF b) { return a.x() < b.x(); }));
    QVERIFY(std::any_of(points.begin(), points.end(),
                        [](QPointF each) { return qFuzzyCompare(each.x(), 0.4321); }));
}

void TestDoubtsPlot::chosen_anywhere_addUp()
{
    const AxisMapping mapping = AxisMapping::score(0.0, 1.0);
    const double infinity = std::numeric_limits<double>::infinity();
    const auto shares = chosenShares({infinity, 0.95, 0.55, 0.51, 0.02}, mapping, 10);
    QCOMPARE(shares.size(), std::size_t{10});
    COMPARE_NEAR(std::accumulate(shares.begin(), shares.end(), 0.0), 1.0, 1e-12);
    COMPARE_NEAR(shares[9], 0.4, 1e-12); // nothing shown stands at the end
    COMPARE_NEAR(shares[5], 0.4, 1e-12);
    COMPARE_NEAR(shares[0], 0.2, 1e-12);
}

void TestDoubtsPlot::chosen_none_noBars()
{
    QVERIFY(chosenShares({}, AxisMapping::score(0.0, 1.0)).empty());
}

ONEINN_TEST(TestDoubtsPlot)

} // namespace tests::plots_doubtsplot

#include "tst_doubtsplot.moc"
