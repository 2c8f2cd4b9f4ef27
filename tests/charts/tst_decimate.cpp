// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/decimate.h"

#include "support/testprogram.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <random>

namespace tests::charts_decimate {

using namespace oneinn::charts;

namespace {

QList<QPointF> noise(int n)
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> y(-5.0, 5.0);
    QList<QPointF> points;
    for (int i = 0; i < n; ++i)
        points.append({static_cast<double>(i) / (n - 1), y(random)});
    return points;
}

std::span<const QPointF> view(const QList<QPointF> &points)
{
    return {points.constData(), static_cast<std::size_t>(points.size())};
}

struct Range {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();
    bool operator==(const Range &) const = default;
};

std::map<int, Range> rangePerColumn(const QList<QPointF> &points, int columns)
{
    std::map<int, Range> ranges;
    for (const auto &p : points) {
        auto &range = ranges[std::min(static_cast<int>(p.x() * columns), columns - 1)];
        range.low = std::min(range.low, p.y());
        range.high = std::max(range.high, p.y());
    }
    return ranges;
}

} // namespace

class TestDecimate : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyPoints_everyColumn_sameExtremesAsNaive_data();
    void manyPoints_everyColumn_sameExtremesAsNaive();
    void fewPoints_unchanged();
    void beyondTheRange_cutAtTheCrossing();
    void verticalSegmentAtTheEnd_kept();
    void nan_leftOut();
    void nothing_nothing();
    void stepPoints_table_data();
    void stepPoints_table();
};

void TestDecimate::manyPoints_everyColumn_sameExtremesAsNaive_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("columns");
    QTest::newRow("dense") << 20000 << 300;
    QTest::newRow("sparse") << 100 << 700;
    QTest::newRow("one column") << 1000 << 1;
}

void TestDecimate::manyPoints_everyColumn_sameExtremesAsNaive()
{
    QFETCH(int, points);
    QFETCH(int, columns);
    const auto all = noise(points);
    const auto few = decimate(view(all), 0.0, 1.0, columns);
    QVERIFY(few.size() <= 4 * columns);
    QVERIFY(few.size() <= all.size());
    QCOMPARE(few.first(), all.first());
    QCOMPARE(few.last(), all.last());
    QVERIFY(rangePerColumn(few, columns) == rangePerColumn(all, columns));
    // A subsequence: same points in the same order.
    auto at = all.begin();
    for (const auto &p : few) {
        at = std::find(at, all.end(), p);
        QVERIFY(at != all.end());
    }
}

void TestDecimate::fewPoints_unchanged()
{
    const QList<QPointF> points{{0.0, 1.0}, {0.2, 3.0}, {1.0, 2.0}};
    QCOMPARE(decimate(view(points), 0.0, 1.0, 500), points);
}

void TestDecimate::beyondTheRange_cutAtTheCrossing()
{
    const QList<QPointF> points{{-2.0, 0.0}, {2.0, 4.0}, {6.0, 0.0}};
    const QList<QPointF> expected{{0.0, 2.0}, {2.0, 4.0}, {4.0, 2.0}};
    QCOMPARE(decimate(view(points), 0.0, 4.0, 100), expected);
    const QList<QPointF> across{{-1.0, 0.0}, {3.0, 4.0}};
    const QList<QPointF> inner{{0.0, 1.0}, {1.0, 2.0}};
    QCOMPARE(decimate(view(across), 0.0, 1.0, 100), inner);
    QVERIFY(decimate(view(across), 5.0, 6.0, 100).isEmpty());
}

void TestDecimate::verticalSegmentAtTheEnd_kept()
{
    const QList<QPointF> points{{0.0, 1.0}, {1.0, 1.0}, {1.0, 0.0}};
    QCOMPARE(decimate(view(points), 0.0, 1.0, 10), points);
}

void TestDecimate::nan_leftOut()
{
    const QList<QPointF> points{{0.0, 1.0}, {0.5, std::nan("")}, {std::nan(""), 1.0}, {1.0, 2.0}};
    const QList<QPointF> expected{{0.0, 1.0}, {1.0, 2.0}};
    QCOMPARE(decimate(view(points), 0.0, 1.0, 10), expected);
}

void TestDecimate::nothing_nothing()
{
    QVERIFY(decimate({}, 0.0, 1.0, 10).isEmpty());
    QVERIFY(stepPoints({}, Step::After).isEmpty());
}

void TestDecimate::stepPoints_table_data()
{
    using List = QList<QPointF>;
    QTest::addColumn<int>("step");
    QTest::addColumn<List>("points");
    QTest::addColumn<List>("expected");
    QTest::newRow("after") << int(Step::After) << List{{0, 0}, {1, 2}, {3, 5}}
                           << List{{0, 0}, {1, 0}, {1, 2}, {3, 2}, {3, 5}};
    QTest::newRow("before") << int(Step::Before) << List{{0, 0}, {1, 2}, {3, 5}}
                            << List{{0, 0}, {0, 2}, {1, 2}, {1, 5}, {3, 5}};
    QTest::newRow("equal points") << int(Step::After) << List{{0, 1}, {0, 1}, {2, 1}}
                                  << List{{0, 1}, {2, 1}};
}

void TestDecimate::stepPoints_table()
{
    QFETCH(int, step);
    QFETCH(QList<QPointF>, points);
    QTEST(stepPoints(view(points), static_cast<Step>(step)), "expected");
}

ONEINN_TEST(TestDecimate)

} // namespace tests::charts_decimate

#include "tst_decimate.moc"
