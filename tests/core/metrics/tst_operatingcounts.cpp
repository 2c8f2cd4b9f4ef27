// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/operatingcounts.h"
#include "support/testprogram.h"
#include "support/vectors.h"

#include <QTest>

namespace tests::metrics_operatingcounts {

using namespace oneinn;

namespace {

Tally plain(double rows)
{
    return {rows, rows, rows};
}

OperatingCounts sample()
{
    return {.tp = plain(4),
            .fp = plain(2),
            .fn = plain(1),
            .tn = plain(5),
            .latePositive = {3, 6, 14},
            .lateNegative = plain(7),
            .latePositiveCaught = {2, 4, 8},
            .lateNegativeCaught = plain(3)};
}

} // namespace

class TestOperatingCounts : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folded_showNothing_lateIsMissOrSilent();
    void folded_unanswered_staysApart();
    void rebased_weights_scaleByClass();
    void rebased_share_isTheProductionShare();
    void classFactors_oneClassOutweighed_areFinite();
    void totals_lateRows_areUses();
    void tally_wholeWithoutItself_leavesNoRest();
    void tally_roundedDifference_isNotNegative();
    void tally_scaled_keepsRows();
};

void TestOperatingCounts::folded_showNothing_lateIsMissOrSilent()
{
    const auto folded = sample().folded(LatePolicy::ShowNothing);
    QCOMPARE(folded.tp, plain(4));
    QCOMPARE(folded.fp, plain(2));
    QCOMPARE(folded.fn, (Tally{4, 7, 15}));
    QCOMPARE(folded.tn, plain(12));
    QCOMPARE(folded.late(), Tally());
    QCOMPARE(folded.latePositiveCaught, Tally());
    QCOMPARE(folded.lateNegativeCaught, Tally());
    QCOMPARE(folded.uses(), sample().uses());
    QCOMPARE(folded.matrix(), ConfusionMatrix(4, 2, 7, 12));
}

void TestOperatingCounts::folded_unanswered_staysApart()
{
    QCOMPARE(sample().folded(LatePolicy::Unanswered), sample());
    QCOMPARE(sample().matrix(), ConfusionMatrix(4, 2, 1, 5));
}

void TestOperatingCounts::rebased_weights_scaleByClass()
{
    const auto rebased = sample().rebased({0.5, 3.0});
    QCOMPARE(rebased.tp, (Tally{4, 2, 1}));
    QCOMPARE(rebased.fn, (Tally{1, 0.5, 0.25}));
    QCOMPARE(rebased.latePositive, (Tally{3, 3, 3.5}));
    QCOMPARE(rebased.latePositiveCaught, (Tally{2, 2, 2}));
    QCOMPARE(rebased.fp, (Tally{2, 6, 18}));
    QCOMPARE(rebased.tn, (Tally{5, 15, 45}));
    QCOMPARE(rebased.lateNegative, (Tally{7, 21, 63}));
    QCOMPARE(rebased.lateNegativeCaught, (Tally{3, 9, 27}));
}

void TestOperatingCounts::rebased_share_isTheProductionShare()
{
    const auto counts = sample();
    const double share = counts.positives().weight / counts.uses().weight;
    const auto rebased = counts.rebased(classFactors(share, 0.03));
    COMPARE_NEAR(rebased.positives().weight / rebased.uses().weight, 0.03, 1e-15);
    COMPARE_NEAR(rebased.uses().weight, counts.uses().weight, 1e-12);
    QCOMPARE(counts.rebased(classFactors(share, share)), counts);
}

void TestOperatingCounts::classFactors_oneClassOutweighed_areFinite()
{
    // Of all weight, the positives' share is 1 in double precision.
    const ClassFactors factors = classFactors(1e6, 1e-12, 0.25);
    COMPARE_NEAR(factors.positive * 1e6 / (1e6 + 1e-12), 0.25, 1e-15);
    COMPARE_NEAR(factors.negative * 1e-12 / (1e6 + 1e-12), 0.75, 1e-12);
}

void TestOperatingCounts::totals_lateRows_areUses()
{
    QCOMPARE(sample().positives(), (Tally{8, 11, 19}));
    QCOMPARE(sample().negatives(), plain(14));
    QCOMPARE(sample().late(), (Tally{10, 13, 21}));
    QCOMPARE(sample().uses(), (Tally{22, 25, 33}));
}

void TestOperatingCounts::tally_wholeWithoutItself_leavesNoRest()
{
    const Tally whole{3, 0.1 + 0.2 + 0.3, 0.14};
    const Tally otherOrder{3, 0.3 + 0.2 + 0.1, 0.14};
    QVERIFY(whole.weight != otherOrder.weight);
    QCOMPARE(whole - otherOrder, Tally());
}

void TestOperatingCounts::tally_roundedDifference_isNotNegative()
{
    const auto rest = Tally{3, 0.6, 0.2} - Tally{2, 0.6000000001, 0.2000000001};
    QCOMPARE(rest, (Tally{1, 0, 0}));
    QCOMPARE((Tally{5, 7, 11} - Tally{2, 3, 5}), (Tally{3, 4, 6}));
}

void TestOperatingCounts::tally_scaled_keepsRows()
{
    QCOMPARE((Tally{5, 6, 8}.scaled(0.5)), (Tally{5, 3, 2}));
}

ONEINN_TEST(TestOperatingCounts)

} // namespace tests::metrics_operatingcounts

#include "tst_operatingcounts.moc"
