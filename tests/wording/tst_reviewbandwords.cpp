// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reviewbandwords.h"

#include "wording/bandpolicywords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_reviewbandwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

namespace {

/// 100 uses in steps of 0.01, the higher the likelier to be positive.
ReviewSteps steps()
{
    std::vector<ReviewedUse> uses;
    uses.reserve(100);
    for (std::uint32_t i = 0; i < 100; ++i)
        uses.push_back({double(i) / 100.0, 1.0, (i * 37) % 100 < i, i});
    return ReviewSteps(uses);
}

struct Told {
    ReviewAnswer answer;
    ReviewQuestion question;

    QString text(const wording::ReviewSaid &said = {}) const
    {
        return wording::reviewSentences(answer, question, said).join(u' ');
    }
};

Told told(double from, double to)
{
    Told told;
    told.answer.terms = {.falsePositive = 1.0,
                         .missed = 1.0,
                         .cost = 0.0,
                         .recall = 0.9,
                         .falseAlarms = 0.05,
                         .price = 0.0};
    told.answer.band = steps().at({from}, {to}, told.answer.terms);
    told.answer.best = told.answer.band;
    told.answer.closesAtPrice = steps().closesAt(told.answer.terms);
    return told;
}

} // namespace

class TestReviewBandWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void band_atAnyPlace_namesBothSides();
    void lowerIsPositive_namesTheOtherSide();
    void heldOut_moreThanOnTheRows_isNotCalledOptimism();
    void heldOut_byHandNearTheBest_saysWhatIsTakenOff();
    void ownThresholds_areNoSingleThreshold();
    void ownThresholds_haveEndsOfTheirOwn();
    void queue_hardlyAny_hasNoBinaryNoise();
    void more_severalAtOnce_saysThatTheNextBringsNothing();
};

void TestReviewBandWords::band_atAnyPlace_namesBothSides()
{
    QVERIFY(told(0.3, 0.7).text().startsWith(
            u"A person decides from 0.30 to 0.70: 40 of 100 of the uses that the model scores. "
            "Below 0.30 nothing is shown (30 of 100), and from 0.70 on everything is (30 of 100)."_s));
    const double beyond = Threshold::alertOnNothing().value;
    QVERIFY(told(0.3, beyond).text().contains(u"from 0.30 on: 70 of 100"_s));
    QVERIFY(told(0.0, 0.7).text().contains(u"A person decides below 0.70: 70 of 100"_s));
    QVERIFY(told(0.0, beyond).text().startsWith(u"A person decides all uses"_s));
    for (const auto &each : {told(0.3, 0.7), told(0.3, beyond), told(0.0, 0.7)})
        QVERIFY(!each.text().contains(u"  "_s) && !each.text().contains(u"none shown"_s));
}

void TestReviewBandWords::lowerIsPositive_namesTheOtherSide()
{
    const QString said = told(0.3, 0.7).text({.lowerIsPositive = true, .own = {}});
    QVERIFY2(said.contains(u" down to "_s) && said.contains(u"Above "_s)
                     && said.contains(u" down everything is"_s),
             qPrintable(said));
}

void TestReviewBandWords::heldOut_moreThanOnTheRows_isNotCalledOptimism()
{
    Told each = told(0.3, 0.7);
    each.answer.bestGainPerUse = 0.002;
    each.answer.heldOut = HeldOutGain{0.003, Interval{-0.001, 0.007}};
    QVERIFY2(each.text().contains(u"it should bring no less (95 % interval −1 to +7): both"_s),
             qPrintable(each.text()));
    each.answer.heldOut->perUse = 0.001;
    QVERIFY(each.text().contains(u"choosing and judging on the same rows"_s));
    each.answer.heldOut->perUse = 0.002;
    QVERIFY(!each.text().contains(u"no less"_s) && !each.text().contains(u"same rows."_s));
    // Neither is the interval above what it brings here.
    each.answer.heldOut = HeldOutGain{0.004, Interval{0.003, 0.005}};
    each.answer.isByHand = true;
    QVERIFY2(each.text().contains(u"it should bring no less (95 % interval +2 to +5): the "_s),
             qPrintable(each.text()));
}

void TestReviewBandWords::heldOut_byHandNearTheBest_saysWhatIsTakenOff()
{
    Told each = told(0.3, 0.7);
    each.answer.isByHand = true;
    each.answer.bestGainPerUse = 0.004;
    each.answer.heldOut = HeldOutGain{0.003, Interval{-0.001, 0.007}, 0.0015};
    QVERIFY2(each.text().contains(
                     u"no say in choosing either, expect +3 (95 % interval −1 to +7), as of the "
                     "best band: this one is near it, and so chosen on these rows as well."_s),
             qPrintable(each.text()));
    each.answer.heldOut->takenOff = 0.0;
    QVERIFY(each.text().contains(u"no say in choosing that threshold, expect +3"_s));
}

void TestReviewBandWords::ownThresholds_areNoSingleThreshold()
{
    const QString said =
            told(0.3, 0.7).text({.lowerIsPositive = false,
                                 .own = ThresholdsBySegment{"channel", {0.4}, {{"web", {0.2}}}}});
    QVERIFY2(!said.contains(u"best single threshold"_s) && said.contains(u"moved together"_s),
             qPrintable(said));
}

void TestReviewBandWords::ownThresholds_haveEndsOfTheirOwn()
{
    const wording::ReviewSaid own{.lowerIsPositive = false,
                                  .own = ThresholdsBySegment{"channel", {0.4}, {{"web", {0.2}}}}};
    Told each = told(0.3, 0.7);
    QVERIFY2(each.text(own).contains(u"(web 0.10 to 0.50; any other 0.30 to 0.70)"_s),
             qPrintable(each.text(own)));
    const auto parts = wording::reviewParts(each.answer, each.question, own);
    QVERIFY2(!parts.decidesAgain.contains(u"0.30"_s) && parts.decidesAgain.contains(u"channel's"_s),
             qPrintable(parts.decidesAgain));
    const double beyond = Threshold::alertOnNothing().value;
    const QString open = told(0.3, beyond).text(own);
    QVERIFY2(open.contains(u"(web 0.10 up; any other 0.30 up)"_s), qPrintable(open));
    const QString low = told(0.0, 0.7).text(own);
    QVERIFY2(low.contains(u"web "_s) && low.contains(u"0.50"_s) && !low.contains(u"all shown"_s),
             qPrintable(low));
    const wording::BandSaid said = wording::bandSaid(each.answer.band, own);
    const QString lead = wording::reviewLead(each.answer.band, said);
    QVERIFY2(lead.contains(said.each) && !lead.contains(u"from a score of"_s), qPrintable(lead));
    QVERIFY(wording::bandPolicyTitle(each.answer.band, own).contains(said.each));
}

void TestReviewBandWords::queue_hardlyAny_hasNoBinaryNoise()
{
    Told each = told(0.3, 0.7);
    each.question.reviewer.reviewsPerDay = 20.0;
    each.question.reviewer.usesPerDay = 11.0;
    each.answer.day =
            ReviewAnswer::Day{4.4, 8.0, ReviewAnswer::Queue{reviewQueue(20.0, 4.4), {}, {}}};
    const QString said = each.text();
    QVERIFY2(said.contains(u"Of 100 days fewer than 1 has more than the 20"_s), qPrintable(said));
    QVERIFY2(said.contains(u"Then hardly any are turned away"_s), qPrintable(said));
    QVERIFY2(said.contains(u"one more would bring nothing"_s), qPrintable(said));
}

void TestReviewBandWords::more_severalAtOnce_saysThatTheNextBringsNothing()
{
    Told each = told(0.3, 0.7);
    each.question.reviewer.reviewsPerDay = 20.0;
    each.question.reviewer.usesPerDay = 100.0;
    ReviewAnswer::Queue queue{reviewQueue(20.0, 14.0), {}, MoreReviews{24.0, 4.7}};
    each.answer.day = ReviewAnswer::Day{14.0, 20.0, queue};
    QVERIFY2(each.text().contains(u"bring nothing, as uses of one score go together: the next that "
                                  "brings anything is at 24 a day, and brings 4.7 points a day."_s)
                     || each.text().contains(u"is at 24 a day, and brings 4.7 a day."_s),
             qPrintable(each.text()));
    each.answer.day->queue->more = MoreReviews{21.0, 4.7};
    QVERIFY2(each.text().contains(u"One more review a day would bring 4.7"_s),
             qPrintable(each.text()));
}

ONEINN_TEST(TestReviewBandWords)

} // namespace tests::wording_reviewbandwords

#include "tst_reviewbandwords.moc"
