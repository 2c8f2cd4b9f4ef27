// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/planeaxes.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace tests::dials_planeaxes {

using namespace oneinn;
using charts::AxisMapping;

class TestPlaneAxes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void toAxis_andBack_isTheSameSetting();
    void band_liesAboveTheLongestBudget();
    void stepped_budget_endsInNone();
    void stepped_threshold_endsInNothingShown();
    void grid_cellsLieInTheMiddle();
    void grid_searched_areRoundAndDistinct();
    void vertical_ticks_endWithNone();

private:
    PlaneAxes m_axes{AxisMapping::score(0.0, 1.0), AxisMapping::logTime(20.0, 4000.0)};
};

void TestPlaneAxes::toAxis_andBack_isTheSameSetting()
{
    for (const double budget : {20.0, 98.0, 400.0, 4000.0}) {
        const QPointF place = m_axes.toAxis({0.25}, Milliseconds{budget});
        QVERIFY(std::abs(m_axes.threshold(place.x()).value - 0.25) < 1e-9);
        QCOMPARE(m_axes.budget(place.y()).value().value, budget);
    }
    const QPointF none = m_axes.toAxis(Threshold::alertOnNothing(), {});
    QVERIFY(std::isinf(m_axes.threshold(none.x()).value));
    QVERIFY(!m_axes.budget(none.y()));
}

void TestPlaneAxes::band_liesAboveTheLongestBudget()
{
    QVERIFY(m_axes.band().top() > m_axes.area().bottom());
    const auto spec = m_axes.vertical({}, QStringLiteral("none"));
    QCOMPARE(spec.low, m_axes.area().top());
    QVERIFY(std::abs(spec.high - m_axes.band().bottom()) < 1e-12);
    // A budget beyond the axis is drawn at its end, not as none.
    QCOMPARE(m_axes.toAxis({0.5}, Milliseconds{1e6}).y(), m_axes.area().bottom());
}

void TestPlaneAxes::stepped_budget_endsInNone()
{
    QCOMPARE(m_axes.stepped(Milliseconds{400.0}, 1).value().value, 410.0);
    QCOMPARE(m_axes.stepped(Milliseconds{3900.0}, 1).value().value, 4000.0);
    QVERIFY(!m_axes.stepped(Milliseconds{4000.0}, 1));
    QVERIFY(!m_axes.stepped(Budget(), 1));
    QCOMPARE(m_axes.stepped(Budget(), -1).value().value, 4000.0);
    QCOMPARE(m_axes.stepped(Budget(), -2).value().value, 3900.0);
    QCOMPARE(m_axes.stepped(Milliseconds{21.0}, -10).value().value, 20.0);
}

void TestPlaneAxes::stepped_threshold_endsInNothingShown()
{
    QVERIFY(std::abs(m_axes.stepped({0.5}, 10).value - 0.55) < 1e-9);
    QVERIFY(std::abs(m_axes.stepped({0.001}, -10).value) < 1e-9);
    QVERIFY(std::isinf(m_axes.stepped({0.999}, 1).value));
    QVERIFY(m_axes.stepped(Threshold::alertOnNothing(), -1).value < 1.0);
}

void TestPlaneAxes::grid_cellsLieInTheMiddle()
{
    const PlaneGrid grid = m_axes.grid(10, 4);
    QCOMPARE(grid.cells(), std::size_t(10 * 5));
    QVERIFY(std::abs(grid.thresholds.front().value - 0.05) < 1e-9);
    QVERIFY(std::abs(grid.thresholds.back().value - 0.95) < 1e-9);
    QVERIFY(!grid.budgets.back());
    const QRectF area = m_axes.area();
    for (std::size_t row = 0; row < 4; ++row) {
        const double y = area.top() + (double(row) + 0.5) / 4.0 * area.height();
        QVERIFY(std::abs(m_axes.toAxis({0.5}, grid.budgets[row]).y() - y) < 1e-9);
    }
}

void TestPlaneAxes::grid_searched_areRoundAndDistinct()
{
    const PlaneGrid grid = m_axes.grid(2, 96);
    QVERIFY(!grid.searched.back());
    for (std::size_t i = 0; i + 1 < grid.searched.size(); ++i) {
        const double budget = grid.searched[i].value().value;
        QCOMPARE(budget,
                 std::round(budget / std::pow(10.0, std::floor(std::log10(budget)) - 1.0))
                         * std::pow(10.0, std::floor(std::log10(budget)) - 1.0));
        QVERIFY(i == 0 || budget > grid.searched[i - 1].value().value);
    }
    QCOMPARE(grid.searched[grid.searched.size() - 2].value().value, 4000.0);
}

void TestPlaneAxes::vertical_ticks_endWithNone()
{
    const auto ticks = m_axes.vertical({}, QStringLiteral("none")).ticks(8);
    QVERIFY(ticks.size() > 2);
    QCOMPARE(ticks.back().text, QStringLiteral("none"));
    QVERIFY(std::is_sorted(ticks.begin(), ticks.end(),
                           [](const auto &a, const auto &b) { return a.axis < b.axis; }));
}

ONEINN_TEST(TestPlaneAxes)

} // namespace tests::dials_planeaxes

#include "tst_planeaxes.moc"
