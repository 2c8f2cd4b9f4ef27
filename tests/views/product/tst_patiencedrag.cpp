// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/patiencedrag.h"

#include "support/testprogram.h"

#include <QTest>

#include <random>

namespace tests::product_patiencedrag {

using namespace oneinn;

class TestPatienceDrag : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moved_anywhere_alwaysACurve();
    void moved_withinItsRoom_isWhereItIsWanted();
    void another_repeatedly_alwaysACurve();
    void line_curve_neverRises();
    void axis_points_haveRoom();
};

void TestPatienceDrag::moved_anywhere_alwaysACurve()
{
    std::mt19937 random(11);
    std::uniform_real_distribution<double> unit(-0.2, 1.2);
    for (const PatienceShape shape :
         {PatienceShape::Piecewise, PatienceShape::Weibull, PatienceShape::Lognormal}) {
        std::vector<PatiencePoint> points{{{500.0}, 0.9}, {{2000.0}, 0.5}};
        if (shape == PatienceShape::Piecewise)
            points.insert(points.begin(), {{0.0}, 1.0});
        for (int run = 0; run < 2000; ++run) {
            const double wait = std::pow(10.0, 6.0 * unit(random));
            points = movedPoint(points, random() % points.size(), {{wait}, unit(random)}, shape);
            QVERIFY(!PatienceCurve::faultOf(points, shape));
        }
    }
}

void TestPatienceDrag::moved_withinItsRoom_isWhereItIsWanted()
{
    const std::vector<PatiencePoint> points{{{500.0}, 0.9}, {{2000.0}, 0.5}};
    const auto moved = movedPoint(points, 1, {{1234.0}, 0.317}, PatienceShape::Piecewise);
    QVERIFY(moved[0] == points[0]);
    QVERIFY(moved[1] == (PatiencePoint{{1200.0}, 0.32}));
    const auto added = movedPoint(points, 2, {{7890.0}, 0.1}, PatienceShape::Piecewise);
    QCOMPARE(added.size(), std::size_t(3));
    QVERIFY(added[2] == (PatiencePoint{{7900.0}, 0.1}));
}

void TestPatienceDrag::another_repeatedly_alwaysACurve()
{
    PatienceCurve patience;
    for (std::size_t count = 1; count <= 12; ++count) {
        const auto points = withAnotherPoint(patience);
        QCOMPARE(points.size(), count);
        QVERIFY(!PatienceCurve::faultOf(points, PatienceShape::Piecewise));
        patience = PatienceCurve(points);
    }
}

void TestPatienceDrag::line_curve_neverRises()
{
    const PatienceCurve patience({{{500.0}, 0.9}, {{2000.0}, 0.5}}, PatienceShape::Lognormal);
    const auto mapping = patienceAxis(patience.points());
    const auto line = patienceLine(patience, mapping);
    QCOMPARE(line.first().x(), mapping.low());
    QCOMPARE(line.last().x(), mapping.high());
    for (qsizetype i = 1; i < line.size(); ++i)
        QVERIFY(line[i].y() <= line[i - 1].y());
}

void TestPatienceDrag::axis_points_haveRoom()
{
    for (const auto &points : {std::vector<PatiencePoint>{},
                               {{{0.0}, 1.0}, {{5.0}, 0.9}},
                               {{{100.0}, 0.9}, {{600000.0}, 0.5}}}) {
        const auto mapping = patienceAxis(points);
        for (const PatiencePoint &point : points) {
            if (point.wait.value > 0.0)
                QVERIFY(mapping.toScore(mapping.low()) < point.wait.value * 0.6);
            QVERIFY(mapping.toScore(mapping.high()) > point.wait.value * 1.9);
        }
        QVERIFY(mapping.low() < mapping.high());
    }
}

ONEINN_TEST(TestPatienceDrag)

} // namespace tests::product_patiencedrag

#include "tst_patiencedrag.moc"
