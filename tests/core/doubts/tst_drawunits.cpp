// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/drawunits.h"

#include "support/testprogram.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

namespace tests::doubts_drawunits {

using namespace oneinn;

class TestDrawUnits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_ofAResample_addUpToTheUnits();
    void counts_ofManyResamples_areThoseOfDrawing();
    void counts_inAnotherBlock_areTheSame();
    void numbers_ofFewUnits_areEachTheirOwn();
    void numbers_ofManyUnits_areSharedAlike();
    void source_withoutAWish_isThatOfTheFile_data();
    void source_withoutAWish_isThatOfTheFile();
};

namespace {

int countOf(const LaneCounts &counts, std::size_t lane)
{
    return std::accumulate(counts.begin(), counts.end(), 0,
                           [lane](int sum, const auto &unit) { return sum + unit[lane]; });
}

std::vector<std::uint32_t> everyRow(Eigen::Index rows)
{
    std::vector<std::uint32_t> all(static_cast<std::size_t>(rows));
    std::iota(all.begin(), all.end(), 0U);
    return all;
}

/// usersOf, daysOf: how many rows share one; 0: no column.
Predictions predictions(Eigen::Index rows, Eigen::Index usersOf, Eigen::Index daysOf)
{
    PredictionColumns columns;
    columns.label = LabelColumn::Zero(rows);
    columns.score = Eigen::ArrayXd::Zero(rows);
    const auto ids = [rows](const char *name, Eigen::Index share) {
        CategoryColumn column{name, {}, CodeColumn(rows)};
        for (Eigen::Index row = 0; row < rows; ++row)
            column.codes[row] = static_cast<std::uint32_t>(row / share);
        for (Eigen::Index code = 0; code <= (rows - 1) / share; ++code)
            column.values.push_back(std::to_string(code + 1));
        return column;
    };
    if (usersOf > 0)
        columns.userId = ids("user", usersOf);
    if (daysOf > 0)
        columns.day = ids("day", daysOf);
    return {std::move(columns), RowAccount()};
}

} // namespace

void TestDrawUnits::counts_ofAResample_addUpToTheUnits()
{
    for (const std::size_t units :
         {std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{300}, std::size_t{4096}}) {
        LaneCounts counts;
        drawLanes(1, 0, 0, lanesPerBlock, units, counts);
        QCOMPARE(counts.size(), units);
        for (std::size_t lane = 0; lane < lanesPerBlock; ++lane)
            QCOMPARE(countOf(counts, lane), static_cast<int>(units));
    }
}

/// Of n draws of n units each count is binomial: mean 1, variance 1 - 1/n.
void TestDrawUnits::counts_ofManyResamples_areThoseOfDrawing()
{
    constexpr std::size_t units = 20;
    double squares = 0.0;
    double zeros = 0.0;
    double n = 0.0;
    std::array<double, units> sums{};
    for (std::size_t from = 0; from < 200 * lanesPerBlock; from += lanesPerBlock) {
        LaneCounts counts;
        drawLanes(7, 3, from, from + lanesPerBlock, units, counts);
        for (std::size_t unit = 0; unit < units; ++unit) {
            for (const std::uint8_t count : counts[unit]) {
                squares += (count - 1.0) * (count - 1.0);
                zeros += count == 0 ? 1.0 : 0.0;
                sums[unit] += count;
                n += 1.0;
            }
        }
    }
    const double each = n / units;
    QVERIFY(std::abs(squares / n - 0.95) < 0.01);
    QVERIFY(std::abs(zeros / n - std::pow(0.95, 20.0)) < 0.005);
    for (const double sum : sums)
        QVERIFY(std::abs(sum / each - 1.0) < 4.5 * std::sqrt(0.95 / each));
}

void TestDrawUnits::counts_inAnotherBlock_areTheSame()
{
    LaneCounts all;
    LaneCounts some;
    drawLanes(5, 0, 0, 40, 100, all);
    drawLanes(5, 0, 17, 40, 100, some);
    LaneCounts otherSeed;
    LaneCounts otherStream;
    drawLanes(6, 0, 0, 40, 100, otherSeed);
    drawLanes(5, 1, 0, 40, 100, otherStream);
    for (std::size_t unit = 0; unit < 100; ++unit) {
        for (std::size_t lane = 17; lane < 40; ++lane)
            QCOMPARE(some[unit][lane - 17], all[unit][lane]);
    }
    QVERIFY(all != otherSeed);
    QVERIFY(all != otherStream);
}

void TestDrawUnits::numbers_ofFewUnits_areEachTheirOwn()
{
    const Predictions file = predictions(1000, 10, 0);
    const std::vector<std::uint32_t> rows{5, 7, 15, 503, 509, 990};
    const UnitNumbers users(ClusterIds(*file.userId()), rows, 1000, 12);
    QCOMPARE(users.units(), std::size_t{4});
    QCOMPARE(users.size(), std::size_t{4});
    std::vector<int> numbers;
    for (const std::uint32_t row : rows)
        numbers.push_back(users.of(row));
    QCOMPARE(numbers, (std::vector<int>{0, 0, 1, 2, 2, 3}));
    const UnitNumbers uses(std::nullopt, rows, 1000, 12);
    QCOMPARE(uses.size(), rows.size());
}

void TestDrawUnits::numbers_ofManyUnits_areSharedAlike()
{
    constexpr Eigen::Index rows = 200000;
    const Predictions file = predictions(rows, 10, 0);
    const UnitNumbers users(ClusterIds(*file.userId()), everyRow(rows), rows, 10);
    QCOMPARE(users.units(), std::size_t{20000});
    QCOMPARE(users.size(), std::size_t{1024});
    std::vector<int> times(users.size());
    for (std::uint32_t row = 0; row < rows; ++row) {
        QCOMPARE(users.of(row), users.of(row / 10 * 10));
        ++times[users.of(row)];
    }
    // About 195 each.
    QVERIFY(*std::min_element(times.begin(), times.end()) > 100);
    QVERIFY(*std::max_element(times.begin(), times.end()) < 300);
}

void TestDrawUnits::source_withoutAWish_isThatOfTheFile_data()
{
    QTest::addColumn<int>("usersOf");
    QTest::addColumn<int>("daysOf");
    QTest::addColumn<int>("source");
    QTest::addColumn<int>("fewest");
    const auto row = [](const char *name, int users, int days, ClusterSource source, int fewest) {
        QTest::newRow(name) << users << days << static_cast<int>(source) << fewest;
    };
    row("neither", 0, 0, ClusterSource::Rows, 240);
    row("users", 4, 0, ClusterSource::Users, 60);
    row("days", 0, 20, ClusterSource::Days, 12);
    row("both", 4, 20, ClusterSource::UsersAndDays, 12);
    row("users of one use each", 1, 0, ClusterSource::Rows, 240);
    row("users of one use each, and days", 1, 20, ClusterSource::Days, 12);
    row("five days", 0, 48, ClusterSource::Rows, 240);
}

void TestDrawUnits::source_withoutAWish_isThatOfTheFile()
{
    QFETCH(const int, usersOf);
    QFETCH(const int, daysOf);
    QFETCH(const int, source);
    QFETCH(const int, fewest);
    const Predictions file = predictions(240, usersOf, daysOf);
    const DrawUnits units(file, everyRow(240), {});
    QCOMPARE(static_cast<int>(units.source()), source);
    QCOMPARE(units.fewest(), static_cast<std::size_t>(fewest));
    // What is wished for is taken, be it of five days.
    if (daysOf > 0) {
        const DrawUnits days(file, everyRow(240), ClusterSource::Days);
        QCOMPARE(days.source(), ClusterSource::Days);
        QCOMPARE(days.fewest(), static_cast<std::size_t>(240 / daysOf));
    }
}

ONEINN_TEST(TestDrawUnits)

} // namespace tests::doubts_drawunits

#include "tst_drawunits.moc"
