// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/plateaus.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::doubts_plateaus {

using namespace oneinn;

class TestPlateaus : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ranges_ofNothing_areNone();
    void ranges_ofOneHill_areOne();
    void ranges_ofTwoHills_arePartedAtTheValley();
    void ranges_aShallowValley_partsNothing();
    void ranges_choicesInTheValley_doNotJoinHills();
    void ranges_asOften_higherThresholdsFirst();
};

void TestPlateaus::ranges_ofNothing_areNone()
{
    QVERIFY(chosenRanges({0.0, 1.0}, {}, 0.1).empty());
}

void TestPlateaus::ranges_ofOneHill_areOne()
{
    const auto ranges = chosenRanges({0.0, 3.0, 5.0, 4.0, 1.0}, {2, 1, 2, 3}, 0.5);
    QCOMPARE(ranges, (std::vector<ChosenRange>{{1, 3, 4}}));
}

void TestPlateaus::ranges_ofTwoHills_arePartedAtTheValley()
{
    const auto ranges =
            chosenRanges({0.0, 9.0, 10.0, 6.0, 5.0, 7.0, 10.5, 8.0}, {6, 1, 2, 6, 7, 5, 6}, 1.0);
    QCOMPARE(ranges, (std::vector<ChosenRange>{{5, 7, 5}, {1, 2, 2}}));
}

void TestPlateaus::ranges_aShallowValley_partsNothing()
{
    const auto ranges = chosenRanges({0.0, 9.0, 8.5, 9.2, 8.4, 9.0}, {1, 3, 5}, 1.0);
    QCOMPARE(ranges, (std::vector<ChosenRange>{{1, 5, 3}}));
}

void TestPlateaus::ranges_choicesInTheValley_doNotJoinHills()
{
    // Down to the valley in steps that are small each.
    const auto ranges = chosenRanges({10.0, 9.5, 9.0, 8.5, 8.0, 8.5, 9.0, 9.5, 10.0},
                                     {0, 1, 2, 3, 4, 5, 6, 7, 8}, 1.0);
    QCOMPARE(ranges.size(), std::size_t{2});
    QCOMPARE(ranges[0].times + ranges[1].times, std::size_t{9});
}

void TestPlateaus::ranges_asOften_higherThresholdsFirst()
{
    const auto ranges = chosenRanges({5.0, 0.0, 5.0}, {2, 0}, 1.0);
    QCOMPARE(ranges, (std::vector<ChosenRange>{{0, 0, 1}, {2, 2, 1}}));
}

ONEINN_TEST(TestPlateaus)

} // namespace tests::doubts_plateaus

#include "tst_plateaus.moc"
