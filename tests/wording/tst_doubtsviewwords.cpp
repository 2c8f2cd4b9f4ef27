// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/doubtsviewwords.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_doubtsviewwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestDoubtsViewWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void known_isSaidInThreeFacts();
    void fewUses_sayWhatCannotBeTold();
    void setAlready_saysWhyNot();
    void nothingBest_isOffered();
    void limitBroken_atTheBest_saysByHowMuch();
    void valuesAllAlike_areSaid();
    void lowScoresPositive_areThoseOfTheFile();
};

namespace {

ThresholdDoubts someDoubts()
{
    ThresholdDoubts doubts;
    doubts.best = {0.346, {{0.6131, 0.6143}}, {0.6137}};
    doubts.nearBest = NearBest{0.5, 0.8, 0.01};
    doubts.by = ClusterSource::Users;
    doubts.clusters = 400.0;
    doubts.uses = 8000.0;
    doubts.choice = ChoiceDoubts{.optimism = 0.025,
                                 .range = {0.52, 0.72},
                                 .scoresInRange = {0.52, 0.72},
                                 .plateaus = {{{0.5, 0.7}, 1.0}},
                                 .chosen = {},
                                 .resamples = 1000};
    return doubts;
}

} // namespace

void TestDoubtsViewWords::known_isSaidInThreeFacts()
{
    const ThresholdDoubts doubts = someDoubts();
    const auto words = wording::doubtsViewWords({doubts}, {}, {0.3}, false);
    QCOMPARE(words.sentence,
             u"On these data the best threshold, about 0.61, is worth +346 per 1,000 uses; it was "
             "chosen on them, and on new ones expect +321 at most."_s);
    QCOMPARE(words.facts.size(), 3);
    QCOMPARE(words.facts[0].title, u"Best threshold about 0.61"_s);
    QVERIFY(words.facts[0].text.contains(u"between 0.52 and 0.72"_s));
    QCOMPARE(words.facts[1].title, u"Cannot be told from the best: between 0.50 and 0.80"_s);
    QVERIFY(words.facts[2].text.startsWith(u"No column says on which day"_s));
    QCOMPARE(words.method, u"1,000 resamples of 400 users, seed 1"_s);
    QCOMPARE(words.takeOver, u"Take over 0.614"_s); // what is set has all its digits
    QVERIFY(words.untakeable.isEmpty());
    QVERIFY(words.summary.startsWith(words.sentence) && words.summary.contains(u"seed 1"_s));
    const auto withDays = wording::doubtsViewWords({doubts}, {}, {0.3}, true);
    QVERIFY(withDays.facts[2].text.startsWith(u"The days are too few"_s));
}

void TestDoubtsViewWords::fewUses_sayWhatCannotBeTold()
{
    ThresholdDoubts doubts = someDoubts();
    doubts.by = ClusterSource::Rows;
    doubts.clusters = doubts.uses = 1.0;
    doubts.choice.reset();
    doubts.nearBest.reset();
    const auto words = wording::doubtsViewWords({doubts}, {}, {0.3}, false);
    QCOMPARE(words.facts[0].text, u"How much of that is chance cannot be told from 1 use."_s);
    QCOMPARE(words.facts[1].title, u"What is as good cannot be told"_s);
    QVERIFY(words.method.isEmpty());
}

void TestDoubtsViewWords::setAlready_saysWhyNot()
{
    const ThresholdDoubts doubts = someDoubts();
    QCOMPARE(wording::doubtsViewWords({doubts}, {}, {0.6135}, false).untakeable,
             u"The threshold is one of the best already."_s);
}

void TestDoubtsViewWords::nothingBest_isOffered()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    ThresholdDoubts doubts = someDoubts();
    doubts.best = {0.0, {{0.9, infinity}}, Threshold::alertOnNothing()};
    const auto words = wording::doubtsViewWords({doubts}, {}, {0.3}, false);
    QCOMPARE(words.takeOver, u"Take over doing nothing"_s);
    QCOMPARE(words.facts[0].title, u"Staying silent is best"_s);
}

void TestDoubtsViewWords::limitBroken_atTheBest_saysByHowMuch()
{
    const ThresholdDoubts doubts = someDoubts();
    Reach within;
    TargetSetting best;
    best.sameDecisions = {0.6131, 0.6143};
    best.threshold = {0.6143};
    Proportion wrong;
    wrong.value = 0.16;
    wrong.interval = {0.14, 0.18};
    wrong.reliability = Reliability::Stated;
    best.readings[TargetKind::WrongOfShown].share = wrong;
    within.unlimited = best;
    Targets limits;
    limits.wrongOfShown = 0.1;
    const auto said = [&](const Reach &reach) {
        return wording::doubtsViewWords({.doubts = doubts, .within = &reach}, limits, {0.3}, false);
    };
    const QString broken = u"But there 16 of 100 shown are wrong (at most 10)."_s;
    QVERIFY(said(within).sentence.endsWith(broken));
    QVERIFY(said(within).summary.contains(broken));
    within.unlimited->sameDecisions = {0.7, 0.8}; // of other settings
    QVERIFY(!said(within).sentence.contains(broken));
    within.unlimited = best;
    limits.wrongOfShown = 0.2;
    QVERIFY(!said(within).sentence.contains(broken));
}

void TestDoubtsViewWords::valuesAllAlike_areSaid()
{
    ThresholdDoubts doubts = someDoubts();
    doubts.question.values = OutcomeValues(1.0, 0.0, 1.0, 0.0);
    const auto words = wording::doubtsViewWords({doubts}, {}, {0.3}, false);
    QVERIFY(words.sentence.contains(u"every threshold is worth the same"_s));
    QVERIFY(words.facts.isEmpty() && !words.untakeable.isEmpty());
}

void TestDoubtsViewWords::lowScoresPositive_areThoseOfTheFile()
{
    ThresholdDoubts doubts = someDoubts();
    doubts.nearBest = NearBest{-0.8, -0.5, 0.01};
    const auto words = wording::doubtsViewWords({doubts, true}, {}, {0.3}, false);
    QCOMPARE(words.facts[1].title, u"Cannot be told from the best: between 0.50 and 0.80"_s);
}

ONEINN_TEST(TestDoubtsViewWords)

} // namespace tests::wording_doubtsviewwords

#include "tst_doubtsviewwords.moc"
