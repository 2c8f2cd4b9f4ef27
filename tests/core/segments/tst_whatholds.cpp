// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/segmentdifferences.h"
#include "support/testprogram.h"

#include <QTest>

#include <vector>

namespace tests::segments_whatholds {

using namespace oneinn;

namespace {

constexpr double nearlyNormal = 1e6; ///< degrees of freedom

/// z standard errors away from none.
MeasureComparison measureAt(double z, double optimism = 0.0)
{
    MeasureComparison measure;
    measure.difference = z;
    measure.optimism = {optimism, 0.0};
    measure.interval = {z - 1.96 - optimism, z + 1.96};
    measure.standardError = 1.0;
    measure.freedom = nearlyNormal;
    return measure;
}

std::vector<DifferenceHolds> valuesThatHold(const std::vector<MeasureComparison> &values)
{
    std::vector<SegmentDifferences> segments;
    segments.reserve(values.size());
    for (const MeasureComparison &value : values)
        segments.push_back({.valuePerUse = value});
    tellWhatHolds(segments);
    std::vector<DifferenceHolds> holds;
    holds.reserve(segments.size());
    for (const SegmentDifferences &segment : segments)
        holds.push_back(segment.valueHolds);
    return holds;
}

} // namespace

class TestWhatHolds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void many_holdAsHolmSays();
    void optimism_isTakenOffGains_andNotOffLosses();
    void tooFew_holdNothing_andCountForNothing();
    void shares_areOneFamily();
};

/// p of 0.0026, 0.027, 0.036: at most 0.05/3, then 0.05/2 breaks it off.
void TestWhatHolds::many_holdAsHolmSays()
{
    using enum DifferenceHolds;
    QCOMPARE(valuesThatHold({measureAt(2.1), measureAt(3.01), measureAt(-2.21), measureAt(1.9)}),
             std::vector({Alone, InTable, Alone, No}));
    QCOMPARE(valuesThatHold({measureAt(2.1)}), std::vector({InTable}));
    QCOMPARE(valuesThatHold({measureAt(-3.0), measureAt(2.3)}), std::vector({InTable, InTable}));
}

void TestWhatHolds::optimism_isTakenOffGains_andNotOffLosses()
{
    using enum DifferenceHolds;
    QCOMPARE(valuesThatHold({measureAt(3.0, 1.5)}), std::vector({No}));
    QCOMPARE(valuesThatHold({measureAt(4.0, 1.5)}), std::vector({InTable}));
    QCOMPARE(valuesThatHold({measureAt(-3.0, 1.5)}), std::vector({InTable}));
}

void TestWhatHolds::tooFew_holdNothing_andCountForNothing()
{
    using enum DifferenceHolds;
    MeasureComparison few = measureAt(5.0);
    few.tooFewDiffer = true;
    QCOMPARE(valuesThatHold({few, measureAt(2.1)}), std::vector({No, InTable}));
    QCOMPARE(valuesThatHold({MeasureComparison(), measureAt(2.1)}), std::vector({No, InTable}));
}

void TestWhatHolds::shares_areOneFamily()
{
    std::vector<SegmentDifferences> segments{
            {.missed = measureAt(2.1), .wrongOfShown = measureAt(3.0), .valuePerUse = {}},
            {.missed = measureAt(-2.1), .wrongOfShown = {}, .valuePerUse = measureAt(2.1)}};
    tellWhatHolds(segments);
    QCOMPARE(segments[0].wrongHolds, DifferenceHolds::InTable);
    QCOMPARE(segments[0].missedHolds, DifferenceHolds::Alone);
    QCOMPARE(segments[1].missedHolds, DifferenceHolds::Alone);
    QCOMPARE(segments[1].wrongHolds, DifferenceHolds::No);
    QCOMPARE(segments[1].valueHolds, DifferenceHolds::InTable);
}

ONEINN_TEST(TestWhatHolds)

} // namespace tests::segments_whatholds

#include "tst_whatholds.moc"
