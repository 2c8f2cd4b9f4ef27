// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/pindifferencewords.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_pinwords {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::assessed;
using testsupport::inlineSuggestion;
using testsupport::scenarioAt;
using wording::PinColumn;

class TestPinWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pinLetter_anyPlace_isUnlikeOthers();
    void pinTitle_named_holdsLetterAndName();
    void pinCell_share_isSaidAsFarAsItIsKnown_data();
    void pinCell_share_isSaidAsFarAsItIsKnown();
    void pinCell_untilBad_isAUseOrTooFew();
    void choiceText_anyChoice_saysWhatItDoes();
    void difference_toldApart_hasItsInterval();
    void difference_notToldApart_saysSo();
    void difference_smallButSure_doesNotReachZero();
    void difference_fewCases_isNotStated();
    void difference_unpaired_saysWhy();
    void difference_untilBad_isSoonerOrLater();
    void pairing_uses_areCounted();
};

namespace {

const Budget budget = Milliseconds{400.0};

Assessment stated()
{
    return assessed(inlineSuggestion, scenarioAt(0.5, budget));
}

PinDifferences differencesWith(const MeasureComparison &measure)
{
    PinDifferences differences;
    differences.pairing = PinPairing::SameRows;
    differences.uses = 9480;
    for (const Share share : comparedShares)
        differences[share] = measure;
    differences.valuePerUse = measure;
    return differences;
}

MeasureComparison measureOf(double difference, const Interval &interval)
{
    MeasureComparison measure;
    measure.difference = difference;
    measure.interval = interval;
    measure.verdict = interval.low > 0.0 || interval.high < 0.0
            ? ComparisonVerdict::AIsBetter
            : ComparisonVerdict::CannotBeToldApart;
    return measure;
}

QString cell(const MeasureComparison &measure, PinColumn column, int of = 100)
{
    return wording::pinDifferenceCell(differencesWith(measure), stated(), stated(), column, of);
}

} // namespace

void TestPinWords::pinLetter_anyPlace_isUnlikeOthers()
{
    QCOMPARE(wording::pinLetter(0), u"A"_s);
    QCOMPARE(wording::pinLetter(25), u"Z"_s);
    QCOMPARE(wording::pinLetter(26), u"AA"_s);
    QCOMPARE(wording::pinLetter(53), u"BB"_s);
}

void TestPinWords::pinTitle_named_holdsLetterAndName()
{
    PinnedPoint pin;
    QCOMPARE(wording::pinTitle(pin, 1), u"B"_s);
    pin.origin = PinnedPoint::Origin::Default;
    QCOMPARE(wording::pinTitle(pin, 0), u"A — the default 0.5"_s);
    pin.name = "as shipped";
    QCOMPARE(wording::pinTitle(pin, 2), u"C — as shipped"_s);
    pin.choice.model = "large";
    QCOMPARE(wording::pinOnChartText(pin, 2), u"C — as shipped (large)"_s);
}

void TestPinWords::pinCell_share_isSaidAsFarAsItIsKnown_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<int>("of");
    QTest::addColumn<QString>("text");
    QTest::addRow("one in") << 1923 << 287 << 100 << u"13 of 100 (1 in 8)"_s;
    QTest::addRow("one in, of 1,000") << 1923 << 287 << 1000 << u"130 of 1,000 (1 in 8)"_s;
    QTest::addRow("half") << 500 << 500 << 100 << u"50 of 100 (half)"_s;
    QTest::addRow("none") << 40 << 0 << 100 << u"none of 40"_s;
    QTest::addRow("all") << 0 << 40 << 100 << u"all of 40"_s;
    QTest::addRow("counts") << 4 << 3 << 100 << u"3 of 7"_s;
    QTest::addRow("nothing shown") << 0 << 0 << 100 << u"—"_s;
    QTest::addRow("hardly known") << 5998 << 2 << 100 << u"fewer than 1 of 100"_s;
    QTest::addRow("hardly known, of 1,000") << 5998 << 2 << 1000 << u"0 to 1 of 1,000"_s;
}

void TestPinWords::pinCell_share_isSaidAsFarAsItIsKnown()
{
    QFETCH(const int, right);
    QFETCH(const int, wrong);
    QFETCH(const int, of);
    testsupport::Kinds kinds = inlineSuggestion;
    kinds.tp = right;
    kinds.fp = wrong;
    QTEST(wording::pinCell(assessed(kinds, scenarioAt(0.5, budget)), PinColumn::Wrong, of), "text");
}

void TestPinWords::pinCell_untilBad_isAUseOrTooFew()
{
    const Assessment many = stated();
    QCOMPARE(wording::pinCell(many, PinColumn::UntilBad, 100),
             u"use %1"_s.arg(many.experience.usesUntilBad->median));
    const Assessment few = assessed({3, 1, 1, 2}, scenarioAt(0.5, budget));
    QCOMPARE(wording::pinCell(few, PinColumn::UntilBad, 100), u"too few cases"_s);
}

void TestPinWords::choiceText_anyChoice_saysWhatItDoes()
{
    Choice choice;
    QCOMPARE(wording::choiceText(choice), u"—"_s);
    choice.model = "large";
    QCOMPARE(wording::choiceText(choice), u"large"_s);
    choice.budget = budget;
    QCOMPARE(wording::choiceText(choice), u"large, nothing when late"_s);
    choice.latePolicy = LatePolicy::Wait;
    QCOMPARE(wording::choiceText(choice), u"large, late ones waited for"_s);
    choice.latePolicy = LatePolicy::Unanswered;
    QCOMPARE(wording::choiceText(choice), u"large, unanswered when late"_s);
    choice.latePolicy = LatePolicy::FallBack;
    choice.fallback = FallbackModel{"small", {0.5}};
    QCOMPARE(wording::choiceText(choice), u"large, small when late"_s);
}

void TestPinWords::difference_toldApart_hasItsInterval()
{
    QCOMPARE(cell(measureOf(-0.111, {-0.131, -0.092}), PinColumn::Wrong),
             u"−11 of 100 (−13 to −9)"_s);
    QCOMPARE(cell(measureOf(0.111, {0.092, 0.131}), PinColumn::Missed, 1000),
             u"+111 of 1,000 (+92 to +131)"_s);
    QCOMPARE(cell(measureOf(-0.103, {-0.115, -0.091}), PinColumn::Value), u"−103 (−115 to −91)"_s);
}

void TestPinWords::difference_notToldApart_saysSo()
{
    const auto unclear = measureOf(-0.01, {-0.03, 0.01});
    QCOMPARE(cell(unclear, PinColumn::Wrong), u"cannot be told apart"_s);
    QCOMPARE(cell(unclear, PinColumn::Value), u"cannot be told apart"_s);
    QCOMPARE(cell(measureOf(0.0, {0.0, 0.0}), PinColumn::Late), u"the same"_s);
}

void TestPinWords::difference_smallButSure_doesNotReachZero()
{
    QCOMPARE(cell(measureOf(0.013, {0.004, 0.022}), PinColumn::Wrong),
             u"+1.3 of 100 (+0.4 to +2.2)"_s);
    QCOMPARE(cell(measureOf(-0.004, {-0.008, -0.0004}), PinColumn::Wrong),
             u"−0.40 of 100 (−0.80 to −0.04)"_s);
}

void TestPinWords::difference_fewCases_isNotStated()
{
    const Assessment few = assessed({3, 1, 1, 2}, scenarioAt(0.5, budget));
    const auto differences = differencesWith(measureOf(-0.4, {-0.6, -0.2}));
    QCOMPARE(wording::pinDifferenceCell(differences, few, stated(), PinColumn::Wrong, 100),
             u"too few cases"_s);
}

void TestPinWords::difference_unpaired_saysWhy()
{
    PinDifferences differences;
    differences.pairing = PinPairing::NoExampleIds;
    QCOMPARE(wording::pinDifferenceCell(differences, stated(), stated(), PinColumn::Value, 100),
             u"cannot be paired"_s);
    QVERIFY(wording::pinPairingText(differences).contains(u"no column that says"_s));
    differences.pairing = PinPairing::NoSharedUses;
    QVERIFY(wording::pinPairingText(differences).contains(u"no use in common"_s));
}

void TestPinWords::difference_untilBad_isSoonerOrLater()
{
    const Assessment here = stated();
    const Assessment there = assessed(inlineSuggestion, scenarioAt(0.65, budget));
    const double uses =
            there.experience.usesUntilBad->median - here.experience.usesUntilBad->median;
    QVERIFY(uses > 1.0);
    const auto differences = differencesWith({});
    QCOMPARE(wording::pinDifferenceCell(differences, there, here, PinColumn::UntilBad, 100),
             u"%1 uses later"_s.arg(uses));
    QCOMPARE(wording::pinDifferenceCell(differences, here, there, PinColumn::UntilBad, 100),
             u"%1 uses sooner"_s.arg(uses));
    QCOMPARE(wording::pinDifferenceCell(differences, here, here, PinColumn::UntilBad, 100),
             u"the same"_s);
}

void TestPinWords::pairing_uses_areCounted()
{
    auto differences = differencesWith({});
    QVERIFY(wording::pinPairingText(differences).contains(u"9,480 uses"_s));
}

ONEINN_TEST(TestPinWords)

} // namespace tests::wording_pinwords

#include "tst_pinwords.moc"
