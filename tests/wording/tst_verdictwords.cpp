// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/verdictchangewords.h"
#include "wording/verdictwords.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_verdictwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

namespace {

/// An inline suggestion whose users leave early: latency loses most, however it is looked at.
ScenarioLoad carriedByLatency()
{
    ScenarioLoad load;
    load.uses = 8000;
    load.hasLatency = true;
    load.timeCounts = true;
    load.question.budget = Milliseconds{400.0};
    load.question.patience = PatienceCurve({{{400.0}, 0.5}});
    FailureLosses &equal = load.load.equalSteps;
    equal.value = 0.062;
    equal.step = {0.1, 0.1, 0.1};
    equal.alone = {0.018, 0.002, 0.004};
    equal.joint = 0.023;
    equal.share = PerFailure<double>{0.74, 0.09, 0.17};
    equal.ranking = {Failure::Latency, Failure::Recall, Failure::Precision};
    equal.first = Failure::Latency;
    load.load.badWeek = equal;
    load.load.badWeek.step = {0.034, 0.0, 1.2};
    load.load.badWeek.moreOfUses = {0.0, 0.012};
    load.load.badWeekFrom = {.slower = 0.034, .more = {0.0, 0.012}, .shares = {}};
    load.load.equalStepsRange = {{0.015, 0.021}, {0.0019, 0.0021}, {0.003, 0.005}};
    load.load.badWeekRange = load.load.equalStepsRange;
    load.load.headroom = {1.2, 3.0, {}};
    load.load.firstWithEqualSteps = {0.97, 0.0, 0.03};
    load.load.firstInBadWeek = {0.99, 0.0, 0.01};
    load.load.verdict = {Failure::Latency, Failure::Latency, Failure::Latency, Failure::Recall};
    load.load.sameFirst = RatioRange{.now = 1.0, .low = {}, .high = 3.0};
    load.budget = ShadowPrice{.stepUp = 100.0, .stepDown = 50.0, .up = 0.00012, .down = 0.00018};
    load.precision = ShadowPrice{.stepUp = 0.05, .stepDown = 0.05, .up = -0.2, .down = 0.0};
    load.question.precisionLimit = 0.85;
    return load;
}

ScenarioLoad inseparable()
{
    ScenarioLoad load = carriedByLatency();
    load.load.firstWithEqualSteps = {0.62, 0.0, 0.38};
    load.load.firstInBadWeek = {0.4, 0.0, 0.6};
    load.load.badWeek.first = Failure::Recall;
    load.load.verdict = {{}, {}, Failure::Latency, Failure::Recall};
    return load;
}

} // namespace

class TestVerdictWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void certain_saysWhatCarriesIt();
    void twoQuestions_twoAnswersOrOne();
    void inseparable_saysSo();
    void carries_isSaidAloud();
    void nothingLost_saysSo();
    void nothingShown_hasNoVerdict();
    void badWeek_titleSaysWhatTheBarsAre();
    void interaction_addsUpToWhatIsTold();
    void noLatencies_onlyTwoCompete();
    void nobodyLeaves_latencyCountsThroughTheBudget();
    void noBetterThanNothing_saysSo();
    void headrooms_saysNeverAndWhy();
    void partMoreOfNone_isNoneAndSaysWhy();
    void change_anyPart_isNamedBesideWhatWasBefore();
    void robustness_anyRange_data();
    void robustness_anyRange();
    void bars_sayStepLossAndRange();
    void gains_areNotLosses();
    void interaction_onlyWhereTheyInteract();
    void prices_inBothDirections();
    void prices_withoutALimit();
};

void TestVerdictWords::certain_saysWhatCarriesIt()
{
    const VerdictWords words = verdictWords(carriedByLatency(), {});
    QCOMPARE(verdictSentence(words),
             u"Latency carries this product. Being 10 % slower loses 18 per 1,000 uses; 10 % more "
             "misses lose 4; 10 % more wrong ones lose 2. It can get 2.2 times as slow before it "
             "is no better than doing nothing."_s);
    QCOMPARE(words.evidence,
             u"If everything gets 10 % worse, latency loses most in 97 of 100 resamples. By chance "
             u"alone, "
             "latency loses most in 99 of 100 resamples."_s);
    QCOMPARE(words.shares,
             u"If all three get 10 % worse at once, 23 per 1,000 uses are lost: latency 74 %, "
             "recall 17 % and precision 9 % (Shapley shares)."_s);
    QCOMPARE(words.assumptions.first(), u"These values and this patience are your assumptions."_s);
    QVERIFY(verdictSentences(words).contains(words.robustness));
    ScenarioLoad elsewhere = carriedByLatency();
    elsewhere.isAtTheBest = false;
    QCOMPARE(verdictWords(elsewhere, {}).headline,
             u"At this setting latency carries this product."_s);
    elsewhere = inseparable();
    elsewhere.isAtTheBest = false;
    QCOMPARE(
            verdictWords(elsewhere, {}).headline,
            u"At this setting, these data cannot tell whether latency or recall carries this product."_s);
}

void TestVerdictWords::twoQuestions_twoAnswersOrOne()
{
    ScenarioLoad load = carriedByLatency();
    load.load.badWeek.first = Failure::Recall;
    load.load.firstInBadWeek = {0.02, 0.0, 0.98};
    load.load.verdict.badWeek = Failure::Recall;
    VerdictWords words = verdictWords(load, {});
    QCOMPARE(
            words.headline,
            u"Latency, if everything gets 10 % worse. Recall, if each is as bad as chance allows."_s);
    QVERIFY(words.headroom.isEmpty()); // of which of the two?
    QVERIFY2(words.whyTwo.startsWith(u"By chance there may be "_s)
                     && words.whyTwo.contains(u" % more misses, but answers "_s)
                     && words.whyTwo.endsWith(u" % slower only."_s),
             qPrintable(words.whyTwo));
    QVERIFY(verdictSentences(words).contains(words.whyTwo));
    QVERIFY(words.robustness.startsWith(u"By equal steps latency stays first"_s));
    load.load.firstWithEqualSteps = {1.0, 0.0, 0.0};
    load.load.firstInBadWeek = {0.0, 0.0, 1.0};
    QCOMPARE(verdictWords(load, {}).evidence,
             u"If everything gets 10 % worse, latency loses most in every resample; by chance "
             u"alone, "
             "recall does."_s);
    load.load.verdict.badWeek.reset();
    words = verdictWords(load, {});
    QVERIFY(words.whyTwo.isEmpty());
    QCOMPARE(words.headline, u"Latency carries this product if everything gets 10 % worse."_s);
    load.isAtTheBest = false;
    QCOMPARE(verdictWords(load, {}).headline,
             u"At this setting latency carries this product if everything gets 10 % worse."_s);
    load.isAtTheBest = true;
    QVERIFY(words.headroom.startsWith(u"It can get 2.2 times as slow"_s));
    load.load.badWeekFrom.source = {BadWeekSource::Periods, BadWeekSource::Periods,
                                    BadWeekSource::Alike};
    load.load.verdict.equalSteps.reset();
    load.load.verdict.badWeek = Failure::Recall;
    load.load.firstInBadWeek = {0.0, 0.0, 1.0};
    words = verdictWords(load, {});
    QCOMPARE(words.headline, u"Recall carries this product in a bad week."_s);
    QVERIFY(words.evidence.endsWith(u"In a bad week, recall loses most in every resample."_s));
}

void TestVerdictWords::carries_isSaidAloud()
{
    ScenarioLoad load = carriedByLatency();
    QCOMPARE(carriesSpoken(load, {}), u"Latency carries this product."_s);
    load.isAtTheBest = false;
    QCOMPARE(carriesSpoken(load, {}), u"At this setting latency carries this product."_s);
    load.load.verdict.badWeek = Failure::Recall;
    QCOMPARE(carriesSpoken(load, {}),
             u"At this setting, if everything gets 10 % worse, latency carries this product. If "
             u"each "
             "is as bad as chance allows, recall does."_s);
    load.isAtTheBest = true;
    load.load.verdict.badWeek.reset();
    QCOMPARE(carriesSpoken(load, {}),
             u"Latency carries this product if everything gets 10 % worse."_s);
    load.load.verdict.badWeek = Failure::Recall;
    load.load.verdict.equalSteps.reset();
    QCOMPARE(carriesSpoken(load, {}),
             u"Recall carries this product if each is as bad as chance allows."_s);
    QCOMPARE(carriesSpoken(inseparable(), {}),
             u"These data cannot tell whether latency or recall carries this product."_s);
    // Nothing to say: too few uses, or nothing that could get worse.
    load.uses = 9;
    QCOMPARE(carriesSpoken(load, {}), QString());
    load = carriedByLatency();
    load.load.equalSteps.alone = {};
    QCOMPARE(carriesSpoken(load, {}), QString());
}

void TestVerdictWords::inseparable_saysSo()
{
    const VerdictWords words = verdictWords(inseparable(), {});
    QCOMPARE(words.headline,
             u"These data cannot tell whether latency or recall carries this product."_s);
    QCOMPARE(words.evidence,
             u"If everything gets 10 % worse, latency loses most in 62 of 100 resamples only. By "
             u"chance "
             "alone, recall loses most in 60 of 100 resamples only."_s);
    QVERIFY(words.headroom.isEmpty());
    QVERIFY(words.robustness.startsWith(u"By equal steps latency stays first unless"_s));
}

void TestVerdictWords::nothingLost_saysSo()
{
    ScenarioLoad load = inseparable();
    load.load.equalSteps.alone = {};
    load.load.equalSteps.share.reset();
    load.load.equalSteps.first.reset();
    const VerdictWords words = verdictWords(load, {});
    QCOMPARE(words.headline, u"Nothing here carries this product."_s);
    QVERIFY(words.evidence.isEmpty() && words.robustness.isEmpty());
    load.uses = 1;
    QCOMPARE(verdictWords(load, {}).headline,
             u"1 use is too few to say what carries this product."_s);
    load.uses = 9;
    QCOMPARE(verdictWords(load, {}).headline,
             u"9 uses are too few to say what carries this product."_s);
    QCOMPARE(words.shares,
             u"If all three get 10 % worse at once, nothing is lost that could be shared out."_s);
}

void TestVerdictWords::nothingShown_hasNoVerdict()
{
    ScenarioLoad load = carriedByLatency();
    load.question.threshold = Threshold::alertOnNothing();
    load.load.equalSteps.alone = {0.0, 0.0, 0.0};
    const FeatureWords fraud{"alert", "payment", "fraud", "raise"};
    const VerdictWords words = verdictWords(load, fraud);
    QCOMPARE(words.headline,
             u"Nothing is raised at this setting, so no failure can get worse: "
             "there is no verdict."_s);
    QVERIFY(words.losses.isEmpty() && words.headroom.isEmpty() && words.headrooms.isEmpty());
    // Above every score as well.
    load.question.threshold = {5.0};
    load.load.withoutPredictions = load.load.equalSteps.value;
    QVERIFY(showsNothing(load));
    load.load.withoutPredictions = load.load.equalSteps.value - 0.01;
    QVERIFY(!showsNothing(load)); // a perfect one loses nothing either
}

void TestVerdictWords::badWeek_titleSaysWhatTheBarsAre()
{
    ScenarioLoad load = carriedByLatency();
    load.load.badWeekFrom.source = {BadWeekSource::Data, BadWeekSource::Data, BadWeekSource::Data};
    load.load.badWeekFrom.periods = 6;
    VerdictWords words = verdictWords(load, {});
    QCOMPARE(words.badWeekTitle, u"Each as bad as chance allows"_s);
    QVERIFY(words.badWeekNote.contains(u"6 weeks, and 8 are needed"_s));
    load.load.badWeekFrom.periods = 12;
    load.load.badWeekFrom.source = {BadWeekSource::Periods, BadWeekSource::Periods,
                                    BadWeekSource::Periods};
    words = verdictWords(load, {});
    QCOMPARE(words.badWeekTitle, u"Each in a bad week"_s);
}

void TestVerdictWords::interaction_addsUpToWhatIsTold()
{
    ScenarioLoad load = carriedByLatency();
    load.load.equalSteps.interact = true;
    load.load.equalSteps.alone = {0.0, 0.12055, 0.34560};
    load.load.equalSteps.joint = 0.3;
    // 346 and 121; the sum itself would be told as 466.
    QVERIFY2(verdictWords(load, {}).interaction.contains(u"alone they lose 467,"_s),
             qPrintable(verdictWords(load, {}).interaction));
}

void TestVerdictWords::noLatencies_onlyTwoCompete()
{
    ScenarioLoad load = inseparable();
    load.hasLatency = load.timeCounts = false;
    load.question.budget.reset();
    load.load.equalSteps.alone = {0.0, 0.002, 0.004};
    load.load.equalSteps.share = PerFailure<double>{0.0, 0.333, 0.667};
    load.load.equalSteps.ranking = {Failure::Recall, Failure::Precision, Failure::Latency};
    load.load.verdict = {{}, {}, Failure::Recall, Failure::Latency};
    const VerdictWords words = verdictWords(load, {});
    QCOMPARE(words.headline,
             u"These data cannot tell whether recall or precision carries this product."_s);
    QCOMPARE(words.losses,
             u"10 % more misses lose 4 per 1,000 uses; 10 % more wrong ones lose 2."_s);
    QCOMPARE(words.equalSteps.size(), 2);
    QCOMPARE(words.headrooms.size(), 2);
    QVERIFY(words.prices.budget.isEmpty());
    QVERIFY(words.assumptions.first().contains(u"only precision and recall compete"_s));
    for (const QString &sentence : verdictSentences(words))
        QVERIFY2(!sentence.contains(u"slower"_s), qPrintable(sentence));
}

void TestVerdictWords::nobodyLeaves_latencyCountsThroughTheBudget()
{
    ScenarioLoad load = carriedByLatency();
    load.question.patience = {};
    QCOMPARE(verdictWords(load, {}).assumptions.first(),
             u"These values are your assumptions. You have set no patience, so nobody leaves, and "
             "latency can only count through the budget."_s);
    load.timeCounts = false;
    QVERIFY(verdictWords(load, {}).assumptions.first().endsWith(u"latency cannot count."_s));
}

void TestVerdictWords::noBetterThanNothing_saysSo()
{
    ScenarioLoad load = carriedByLatency();
    load.load.withoutPredictions = 0.1;
    load.load.headroom = {0.0, 0.0, 0.0};
    const VerdictWords words = verdictWords(load, {});
    QCOMPARE(words.headroom, u"It is no better than doing nothing already."_s);
    QCOMPARE(words.headrooms, QStringList(words.headroom));
}

/// A first one may cost much in a bad week: nothing is said to be harmless.
void TestVerdictWords::partMoreOfNone_isNoneAndSaysWhy()
{
    ScenarioLoad load = carriedByLatency();
    load.load.equalSteps.alone.recall = 0.0;
    load.load.equalSteps.ofNone.recall = true;
    load.load.headroom = {1.2, 3.0, {}};
    const VerdictWords words = verdictWords(load, {});
    QVERIFY2(words.losses.contains(u"10 % more misses lose nothing, as none is missed"_s),
             qPrintable(words.losses));
    QCOMPARE(words.headrooms[1],
             u"Recall: none is missed, and no number of times as many is one more."_s);
}

void TestVerdictWords::change_anyPart_isNamedBesideWhatWasBefore()
{
    const ScenarioLoad before = carriedByLatency();
    ScenarioLoad now = inseparable();
    QVERIFY(verdictChange(before, now, {}).sentence.isEmpty()); // of one and the same setting
    now.question.selection.model = "small";
    now.question.threshold = {0.3};
    const VerdictChange change = verdictChange(before, now, {});
    QCOMPARE(change.brief, u"since the model or policy changed"_s);
    QCOMPARE(change.sentence,
             u"Changed: the model or policy and the threshold. Before: Latency carries this "
             "product."_s);
    ScenarioLoad own = inseparable();
    own.question.combination = ThresholdsBySegment{
            .column = "channel", .ownThreshold = {0.5}, .values = {{"app", {0.3}}}};
    QCOMPARE(verdictChange(before, own, {}).brief, u"since thresholds of segments changed"_s);
    ScenarioLoad alike = carriedByLatency();
    alike.question.threshold = {0.3};
    QVERIFY(verdictChange(before, alike, {}).brief.isEmpty());
}

void TestVerdictWords::headrooms_saysNeverAndWhy()
{
    ScenarioLoad load = carriedByLatency();
    QCOMPARE(verdictWords(load, {}).headrooms,
             QStringList({u"Latency: 2.2 times as slow before it is no better than doing "
                          "nothing."_s,
                          u"Recall: never; even if every one were missed, it is better than "
                          "doing nothing."_s,
                          u"Precision: 4 times as many wrong ones before it is no better than "
                          "doing nothing."_s}));
    load.load.headroom = {{}, 0.34, {}};
    load.load.equalSteps.alone.recall = 0.0;
    const QStringList said = verdictWords(load, {}).headrooms;
    QCOMPARE(said[0],
             u"Latency: never; even 1,000 times as slow it is better than doing nothing."_s);
    QCOMPARE(said[1], u"Recall: never, since more misses lose nothing here."_s);
    QVERIFY(said[2].startsWith(u"Precision: 34 % more wrong ones before"_s));
    load.timeCounts = false;
    QCOMPARE(verdictWords(load, {}).headrooms[0],
             u"Latency: never, since time decides nothing here."_s);
}

void TestVerdictWords::robustness_anyRange_data()
{
    QTest::addColumn<double>("low"); // 0: absent
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("sentence");
    const QString now = u"; now it is as bad as 1 miss."_s;
    QTest::newRow("high") << 0.0 << 3.0
                          << u"It stays latency unless a wrong one is worse than 3 misses"_s + now;
    QTest::newRow("low")
            << 0.4 << 0.0
            << u"It stays latency unless a miss is worse than 2.5 wrong ones; now a wrong one is as bad as 1 miss."_s;
    QTest::newRow("both")
            << 0.4 << 3.0
            << u"It stays latency unless a wrong one is worse than 3 misses, or a miss is worse than 2.5 wrong ones; now a wrong one is as bad as 1 miss."_s;
    QTest::newRow("one miss") << 0.0 << 1.0
                              << u"It stays latency unless a wrong one is worse than 1 miss"_s
                    + now;
    QTest::newRow("always") << 0.0 << 0.0
                            << u"It stays latency whatever a wrong one costs, from a hundredth of "
                               "a miss to 100 misses."_s;
}

void TestVerdictWords::robustness_anyRange()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    ScenarioLoad load = carriedByLatency();
    const auto present = [](double value) {
        return value > 0.0 ? std::optional(value) : std::nullopt;
    };
    load.load.sameFirst = RatioRange{.now = 1.0, .low = present(low), .high = present(high)};
    QTEST(verdictWords(load, {}).robustness, "sentence");
}

void TestVerdictWords::bars_sayStepLossAndRange()
{
    const VerdictWords words = verdictWords(carriedByLatency(), {});
    const LossWords &latency = words.equalSteps.first();
    QCOMPARE(latency.step, u"10 % slower"_s);
    QCOMPARE(latency.loss, u"\u221218"_s);
    QCOMPARE(latency.range, u"between \u221221 and \u221215"_s);
    QCOMPARE(latency.sentence, u"Being 10 % slower loses 18 per 1,000 uses (between 15 and 21)."_s);
    QStringList steps;
    for (const LossWords &bar : words.badWeek)
        steps.append(bar.step);
    QCOMPARE(steps,
             QStringList({u"3.4 % slower"_s, u"120 % more misses"_s, u"no more wrong ones"_s}));
}

void TestVerdictWords::gains_areNotLosses()
{
    ScenarioLoad load = carriedByLatency();
    load.load.equalSteps.alone.precision = -0.002;
    load.load.equalStepsRange.precision = {-0.0031, 0.0};
    const LossWords bar = verdictWords(load, {}).equalSteps.last();
    QVERIFY2(bar.sentence.startsWith(
                     u"10 % more wrong ones gain 2 per 1,000 uses (between 0 and 3.1)"_s),
             qPrintable(bar.sentence));
    QCOMPARE(bar.loss, u"+2"_s);
}

void TestVerdictWords::interaction_onlyWhereTheyInteract()
{
    ScenarioLoad load = carriedByLatency();
    QVERIFY(verdictWords(load, {}).interaction.isEmpty());
    load.load.equalSteps.interact = true;
    load.load.equalSteps.joint = 0.018;
    QCOMPARE(
            verdictWords(load, {}).interaction,
            u"The bars do not add up: alone they lose 24, together 18, because one failure changes "
            "what another does."_s);
}

void TestVerdictWords::prices_inBothDirections()
{
    ScenarioLoad load = carriedByLatency();
    PriceWords prices = verdictWords(load, {}).prices;
    QCOMPARE(prices.budget,
             u"100 ms more budget would be worth +12 per 1,000 uses; 50 ms less budget would cost "
             "9 per 1,000 uses."_s);
    QCOMPARE(prices.precision,
             u"The best that keeps a precision of at least 90 % instead of 85 % would cost 10 per "
             "1,000 uses; at least "
             "80 % would change nothing."_s);
    load.budget = ShadowPrice{.stepUp = 1.0, .stepDown = 50.0, .up = 0.0, .down = 0.0};
    load.precision->up.reset();
    prices = verdictWords(load, {}).prices;
    QCOMPARE(prices.budget,
             u"A longer budget would change nothing; 50 ms less budget would change nothing."_s);
    QCOMPARE(
            prices.precision,
            u"No threshold has a precision of 90 % or more; at least 80 % would change nothing."_s);
}

void TestVerdictWords::prices_withoutALimit()
{
    ScenarioLoad load = carriedByLatency();
    load.precision.reset();
    load.budget.reset();
    load.question.budget.reset();
    QCOMPARE(verdictWords(load, {}).prices.precision,
             u"No threshold has a precision of 85 % or more."_s);
    QCOMPARE(verdictWords(load, {}).prices.budget,
             u"There is no latency budget, so there is none to negotiate."_s);
    load.question.latePolicy = LatePolicy::Wait;
    QCOMPARE(verdictWords(load, {}).prices.budget,
             u"Late answers are waited for, so the budget decides nothing."_s);
}

ONEINN_TEST(TestVerdictWords)

} // namespace tests::wording_verdictwords

#include "tst_verdictwords.moc"
