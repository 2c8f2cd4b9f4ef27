// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/contours.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <random>

namespace tests::charts_contours {

using namespace oneinn::charts;

class TestContours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lines_slope_areStraight();
    void lines_hill_areClosedAndRound();
    void lines_saddle_doNotCross();
    void lines_undefinedCorner_leavesAGap();
    void lines_levelBeyondTheValues_none();
    void lines_plateauAtTheLevel_boundItOnce();
    void lines_random_separateAboveFromBelow();
    void lines_tooSmall_none_data();
    void lines_tooSmall_none();
    void levels_evenValues_areRoundAndInside();
    void levels_skewedValues_divideThem();
    void levels_constantOrNothing_none();
};

namespace {

GridValues sampled(std::size_t columns, std::size_t rows,
                   const std::function<std::optional<double>(double, double)> &f)
{
    GridValues grid{columns, rows, {}};
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column < columns; ++column)
            grid.values.push_back(f(double(column), double(row)));
    }
    return grid;
}

} // namespace

void TestContours::lines_slope_areStraight()
{
    const auto grid = sampled(5, 4, [](double x, double) { return x * 10.0; });
    const auto lines = contourLines(grid, 25.0);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].size(), 4); // one place for each row, from border to border
    for (const QPointF &place : lines[0])
        QCOMPARE(place.x(), 2.5);
    QCOMPARE(qAbs(lines[0].first().y() - lines[0].last().y()), 3.0);
}

void TestContours::lines_hill_areClosedAndRound()
{
    const auto grid = sampled(
            21, 21, [](double x, double y) { return 10.0 - std::hypot(x - 10.0, y - 10.0); });
    const auto lines = contourLines(grid, 4.0);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].first(), lines[0].last());
    for (const QPointF &place : lines[0])
        QVERIFY(std::abs(std::hypot(place.x() - 10.0, place.y() - 10.0) - 6.0) < 0.05);
}

void TestContours::lines_saddle_doNotCross()
{
    // Opposite corners are high: the middle decides which pair is joined.
    const GridValues joined{2, 2, {10.0, 0.0, 0.0, 8.0}};
    for (const double level : {4.0, 5.0}) {
        const auto lines = contourLines(joined, level);
        QCOMPARE(lines.size(), 2);
        for (const auto &line : lines)
            QCOMPARE(line.size(), 2);
        // The middle is 4.5: at 4 the low corners are cut off, at 5 the high ones.
        const QPointF cutOff = (lines[0][0] + lines[0][1]) / 2.0;
        const bool lowCorner = (cutOff.x() > 0.5) != (cutOff.y() > 0.5);
        QCOMPARE(lowCorner, level < 4.5);
    }
}

void TestContours::lines_undefinedCorner_leavesAGap()
{
    const auto grid = sampled(3, 9, [](double x, double y) {
        return y == 4.0 && x == 1.0 ? std::nullopt : std::optional(x);
    });
    const auto lines = contourLines(grid, 0.5);
    QCOMPARE(lines.size(), 2);
    for (const auto &line : lines) {
        for (const QPointF &place : line)
            QVERIFY(place.y() <= 3.0 || place.y() >= 5.0);
    }
}

void TestContours::lines_levelBeyondTheValues_none()
{
    const auto grid = sampled(4, 4, [](double x, double y) { return x + y; });
    QVERIFY(contourLines(grid, -1.0).isEmpty());
    QVERIFY(contourLines(grid, 6.5).isEmpty());
}

void TestContours::lines_plateauAtTheLevel_boundItOnce()
{
    const auto grid = sampled(6, 3, [](double x, double) { return x < 3.0 ? 0.0 : 1.0; });
    QCOMPARE(contourLines(grid, 1.0).size(), 1);
    QVERIFY(contourLines(grid, 0.0).isEmpty()); // everything is at or above it
}

void TestContours::lines_random_separateAboveFromBelow()
{
    std::mt19937 random(7);
    for (int trial = 0; trial < 50; ++trial) {
        const auto grid = sampled(9, 7, [&](double, double) {
            return random() % 12 == 0 ? std::nullopt : std::optional(double(random() % 100));
        });
        const double level = 49.5;
        const auto lines = contourLines(grid, level);
        // Every place on a line lies on an edge of the grid, at the level between its two ends.
        qsizetype places = 0;
        for (const auto &line : lines) {
            places += line.size() - (line.first() == line.last() ? 1 : 0);
            for (const QPointF &place : line) {
                const auto column = std::size_t(std::floor(place.x()));
                const auto row = std::size_t(std::floor(place.y()));
                const bool upwards = place.y() != std::floor(place.y());
                QVERIFY(upwards != (place.x() != std::floor(place.x())));
                const double part = upwards ? place.y() - double(row) : place.x() - double(column);
                const double from = grid.at(column, row).value();
                const double to =
                        grid.at(column + (upwards ? 0 : 1), row + (upwards ? 1 : 0)).value();
                QVERIFY((from >= level) != (to >= level));
                QVERIFY(std::abs(from + part * (to - from) - level) < 1e-9);
            }
        }
        // And every such edge of a whole square is met: counted the other way round.
        qsizetype crossed = 0;
        const auto whole = [&](std::size_t c, std::size_t r) {
            return c + 1 < grid.columns && r + 1 < grid.rows && grid.at(c, r) && grid.at(c + 1, r)
                    && grid.at(c, r + 1) && grid.at(c + 1, r + 1);
        };
        const auto count = [&](std::size_t c, std::size_t r, bool upwards) {
            const bool beside =
                    whole(c, r) || (upwards ? c > 0 && whole(c - 1, r) : r > 0 && whole(c, r - 1));
            const auto &to = grid.at(c + (upwards ? 0 : 1), r + (upwards ? 1 : 0));
            crossed += beside && (*grid.at(c, r) >= level) != (*to >= level) ? 1 : 0;
        };
        for (std::size_t r = 0; r < grid.rows; ++r) {
            for (std::size_t c = 0; c < grid.columns; ++c) {
                if (c + 1 < grid.columns)
                    count(c, r, false);
                if (r + 1 < grid.rows)
                    count(c, r, true);
            }
        }
        QCOMPARE(places, crossed);
    }
}

void TestContours::lines_tooSmall_none_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<int>("rows");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("one place") << 1 << 1;
    QTest::newRow("one row") << 5 << 1;
    QTest::newRow("one column") << 1 << 5;
}

void TestContours::lines_tooSmall_none()
{
    QFETCH(int, columns);
    QFETCH(int, rows);
    const auto grid = sampled(std::size_t(columns), std::size_t(rows),
                              [](double x, double y) { return x + y; });
    QVERIFY(contourLines(grid, 0.5).isEmpty());
}

void TestContours::levels_evenValues_areRoundAndInside()
{
    const auto grid = sampled(100, 2, [](double x, double) { return x; });
    const std::vector<double> levels = contourLevels(grid, 4);
    QCOMPARE(levels, (std::vector<double>{20.0, 40.0, 60.0, 80.0}));
}

void TestContours::levels_skewedValues_divideThem()
{
    const auto grid = sampled(100, 3, [](double x, double) { return -std::exp(x / 10.0); });
    const std::vector<double> levels = contourLevels(grid, 6);
    QVERIFY(levels.size() >= 4);
    QVERIFY(std::is_sorted(levels.begin(), levels.end()));
    for (const double level : levels) {
        const auto below = std::count_if(grid.values.begin(), grid.values.end(),
                                         [&](const auto &v) { return *v < level; });
        QVERIFY(below > 10 && below < 290);
    }
}

void TestContours::levels_constantOrNothing_none()
{
    QVERIFY(contourLevels(sampled(4, 4, [](double, double) { return 3.0; }), 5).empty());
    QVERIFY(contourLevels(sampled(4, 4, [](double, double) { return std::nullopt; }), 5).empty());
    QVERIFY(contourLevels({}, 5).empty());
    QVERIFY(contourLevels(sampled(4, 4, [](double x, double) { return x; }), 0).empty());
}

ONEINN_TEST(TestContours)

} // namespace tests::charts_contours

#include "tst_contours.moc"
