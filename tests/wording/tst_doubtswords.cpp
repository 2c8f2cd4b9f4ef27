// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/doubtswords.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_doubtswords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestDoubtsWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void threshold_ofAWideRange_hasTwoDigits();
    void threshold_ofANarrowRange_hasThoseThatDecideTheSame();
    void threshold_lowScoresPositive_isThatOfTheFile();
    void value_asBigAsTold_isNotToldTwice();
    void drawnAgain_anyRange_data();
    void drawnAgain_anyRange();
    void elsewhere_asAReaderTakesIt();
    void best_outsideItsRange_isExplained();
    void threshold_farBelowAWideRange_staysRecognisable();
    void best_atAnEndOfItsRange_liesWithinWhatIsTold();
    void untold_fewUnits_saysOfWhat_data();
    void untold_fewUnits_saysOfWhat();
    void plateaus_several_areTold();
    void firstAndLast_asChosen();
    void nothingBest_isSaid();
};

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

ThresholdDoubts doubts(const Interval &range)
{
    ThresholdDoubts result;
    result.best = {0.346, {{0.6131, 0.6143}}, {0.6137}};
    result.by = ClusterSource::Users;
    result.clusters = 400.0;
    result.uses = 8000.0;
    result.choice = ChoiceDoubts{.optimism = 0.025,
                                 .range = range,
                                 .scoresInRange = range,
                                 .plateaus = {{{0.5, 0.7}, 1.0}},
                                 .chosen = {},
                                 .resamples = 1000};
    return result;
}

} // namespace

void TestDoubtsWords::threshold_ofAWideRange_hasTwoDigits()
{
    const auto told = doubts({0.52, 0.72});
    QCOMPARE(wording::bestThresholdText({told}), u"about 0.61"_s);
    QCOMPARE(wording::doubtsSentences({told}).first(),
             u"On these data the best threshold, about 0.61, is worth +346 per 1,000 uses; it was "
             "chosen on them, and on new ones expect +321 at most."_s);
    QCOMPARE(wording::doubtsSentences({told}).at(1),
             u"Drawn again from the same 400 users, in 90 of 100 draws the best threshold lies "
             "between 0.52 and 0.72."_s);
}

void TestDoubtsWords::threshold_ofANarrowRange_hasThoseThatDecideTheSame()
{
    // A tenth of it is finer than it takes.
    QCOMPARE(wording::bestThresholdText({doubts({0.612, 0.616})}), u"0.614"_s);
    // And here not.
    QCOMPARE(wording::bestThresholdText({doubts({0.58, 0.64})}), u"about 0.61"_s);
    // It says nothing where it has no width.
    QCOMPARE(wording::bestThresholdText({doubts({0.6137, 0.6137})}), u"0.614"_s);
}

void TestDoubtsWords::threshold_lowScoresPositive_isThatOfTheFile()
{
    ThresholdDoubts told = doubts({-0.72, -0.52});
    told.best = {0.346, {{-0.6143, -0.6131}}, {-0.6137}};
    told.nearBest = NearBest{-0.8, -0.5, 0.01};
    const QStringList sentences = wording::doubtsSentences({told, true});
    QVERIFY2(sentences.at(0).contains(u"the best threshold, about 0.61, is"),
             qPrintable(sentences.at(0)));
    QVERIFY2(sentences.at(1).contains(u"lies between 0.52 and 0.72."), qPrintable(sentences.at(1)));
    QVERIFY2(sentences.at(2).contains(u"data can tell: between 0.50 and 0.80"),
             qPrintable(sentences.at(2)));
}

void TestDoubtsWords::value_asBigAsTold_isNotToldTwice()
{
    ThresholdDoubts told = doubts({0.52, 0.72});
    told.choice->optimism = 0.0001;
    QCOMPARE(wording::apparentAndExpected(told), std::pair(u"+346"_s, u"+346"_s));
    QVERIFY(wording::doubtsSentences({told}).first().endsWith(
            u"though it was chosen on them, expect no less on new ones."));
    told.best.best = 0.0346;
    told.choice->optimism = 0.0003;
    QCOMPARE(wording::apparentAndExpected(told), std::pair(u"+35"_s, u"+34"_s));
    told.best.best = 0.0344;
    QCOMPARE(wording::apparentAndExpected(told), std::pair(u"+34.4"_s, u"+34.1"_s));
}

void TestDoubtsWords::drawnAgain_anyRange_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<QString>("said");
    const auto from = [](const QString &rest) -> QString {
        return u"drawn again from the same 400 users, in 90 of 100 draws "_s + rest;
    };
    QTest::newRow("both ends") << 0.3 << 0.5
                               << from(u"the best threshold lies between 0.30 and 0.50"_s);
    QTest::newRow("everything") << -infinity << 0.5
                                << from(u"the best threshold lies anywhere up to 0.50"_s);
    QTest::newRow("nothing") << 0.3 << infinity << from(u"the best threshold lies above 0.30"_s);
    QTest::newRow("anywhere")
            << -infinity << infinity
            << from(u"the best threshold lies anywhere, also where nothing is shown"_s);
    QTest::newRow("always nothing")
            << infinity << infinity
            << u"drawn again from the same 400 users, in at least 90 of 100 draws doing nothing is best"_s;
    QTest::newRow("always the same")
            << 0.3 << 0.3
            << u"drawn again from the same 400 users, in at least 90 of 100 draws the best threshold is the same"_s;
}

void TestDoubtsWords::drawnAgain_anyRange()
{
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const QString, said);
    ThresholdDoubts told = doubts({low, high});
    told.best = {0.346, {{0.29, 0.45}}, {0.4}};
    QCOMPARE(wording::drawnAgainText({told}), said);
}

void TestDoubtsWords::elsewhere_asAReaderTakesIt()
{
    ThresholdDoubts told = doubts({0.3, 0.5});
    told.best = {0.346, {{0.39, 0.41}}, {0.4}};
    QCOMPARE(
            wording::elsewhereText({told}),
            u"with other such users, 9 times in 10 the best threshold would lie between 0.30 and 0.50"_s);
    // Where segments have thresholds of their own, it is not theirs that is meant.
    QVERIFY(wording::elsewhereText({.doubts = told, .movesTogether = true})
                    .contains(u"the best common threshold (all moved together) would lie"));
    QVERIFY(wording::valueOfBestSentence({.doubts = told, .movesTogether = true})
                    .startsWith(u"On these data the best common threshold"));
    told.by = ClusterSource::UsersAndDays;
    told.choice->range = {infinity, infinity};
    QCOMPARE(
            wording::elsewhereText({told}),
            u"with other such users and days, at least 9 times in 10 doing nothing would be best"_s);
}

void TestDoubtsWords::best_outsideItsRange_isExplained()
{
    ThresholdDoubts told = doubts({0.06, 0.39});
    told.best = {0.346, {{0.0532, 0.0538}}, {0.0534}};
    QCOMPARE(wording::elsewhereText({told}),
             u"with other such users, 9 times in 10 the best threshold would lie between 0.06 and "
             "0.39; the best one on these data, about 0.05, lies below that: at most 5 of 100 "
             "draws choose one so low"_s);
    // As the file has it, where low scores are positive.
    told = doubts({-0.39, -0.06});
    told.best = {0.346, {{-0.0538, -0.0532}}, {-0.0534}};
    QVERIFY(wording::elsewhereText({told, true}).contains(u"lies below that"));
}

void TestDoubtsWords::threshold_farBelowAWideRange_staysRecognisable()
{
    ThresholdDoubts told = doubts({0.06, 0.39});
    told.best = {0.346, {{0.0532, 0.0538}}, {0.0534}};
    QCOMPARE(wording::bestThresholdText({told}), u"about 0.05"_s);
    told.best = {0.346, {{0.0556, 0.0559}}, {0.0557}};
    QCOMPARE(wording::bestThresholdText({told}), u"about 0.06"_s);
    told.choice->scoresInRange = {0.0, 2.0};
    told.best = {0.346, {{0.142, 0.143}}, {0.1425}};
    QCOMPARE(wording::bestThresholdText({told}), u"about 0.14"_s);
}

void TestDoubtsWords::best_atAnEndOfItsRange_liesWithinWhatIsTold()
{
    ThresholdDoubts told = doubts({0.0531, 0.39325});
    told.best = {0.346, {{0.0516, 0.0531}}, {0.0531}};
    QCOMPARE(wording::elsewhereText({told}),
             u"with other such users, 9 times in 10 the best threshold would lie between 0.05 and "
             "0.40"_s);
    QCOMPARE(wording::bestThresholdText({told}), u"about 0.05"_s);
}

void TestDoubtsWords::untold_fewUnits_saysOfWhat_data()
{
    QTest::addColumn<int>("by");
    QTest::addColumn<double>("clusters");
    QTest::addColumn<QString>("said");
    const auto start = u"how much of that is chance cannot be told "_s;
    QTest::newRow("users") << int(ClusterSource::Users) << 5.0 << start + u"from 5 users"_s;
    QTest::newRow("a user") << int(ClusterSource::Users) << 1.0 << start + u"from 1 user"_s;
    QTest::newRow("days") << int(ClusterSource::Days) << 3.0 << start + u"from 3 days"_s;
    QTest::newRow("a use") << int(ClusterSource::Rows) << 1.0 << start + u"from 1 use"_s;
    QTest::newRow("both") << int(ClusterSource::UsersAndDays) << 4.0
                          << start + u"from so few users or days (4)"_s;
}

void TestDoubtsWords::untold_fewUnits_saysOfWhat()
{
    QFETCH(const int, by);
    QFETCH(const double, clusters);
    QFETCH(const QString, said);
    ThresholdDoubts told = doubts({0.3, 0.5});
    QVERIFY(wording::untoldText(told, {}).isEmpty());
    QVERIFY(!wording::elsewhereText({told}).isEmpty());
    told.by = static_cast<ClusterSource>(by);
    told.clusters = clusters;
    told.choice.reset();
    QCOMPARE(wording::untoldText(told, {}), said);
    QVERIFY(wording::drawnAgainText({told}).isEmpty());
    QVERIFY(wording::elsewhereText({told}).isEmpty());
    QCOMPARE(wording::doubtsSentences({told}).first(),
             u"On these data the best threshold, 0.614, is worth +346 per 1,000 uses."_s);
}

void TestDoubtsWords::plateaus_several_areTold()
{
    ThresholdDoubts told = doubts({0.3, 0.72});
    told.choice->plateaus = {
            {{0.55, 0.72}, 0.61}, {{0.3, 0.4}, 0.27}, {{0.1, 0.12}, 0.08}, {{0.8, 0.9}, 0.03}};
    QVERIFY(wording::doubtsSentences({told}).contains(
            u"It jumps to and fro: between 0.55 and 0.72 in 61 of 100 draws, between 0.30 and 0.40 "
            "in 27 and between 0.10 and 0.12 in 8."_s));
    told.choice->plateaus = {{{0.55, 0.72}, 0.97}, {{0.3, 0.4}, 0.03}};
    QCOMPARE(wording::doubtsSentences({told}).size(), 2);
}

void TestDoubtsWords::firstAndLast_asChosen()
{
    ThresholdDoubts told = doubts({0.52, 0.72});
    QVERIFY(wording::firstAndLastText({told}).isEmpty());
    told.firstAndLast = FirstAndLast{20, 10, 900.0, {{0.581, 0.592}, 0.31}, {{0.7, 0.71}, 0.322}};
    QCOMPARE(
            wording::firstAndLastText({told}),
            u"the threshold chosen on the first 20 of 30 days, about 0.59, is worth +310 per 1,000 uses on the last 10; the best there, about 0.70, +322"_s);
    told.firstAndLast = FirstAndLast{1, 1, 900.0, {{0.581, 0.592}, 0.31}, {{0.58, 0.592}, 0.31}};
    QCOMPARE(
            wording::firstAndLastText({told}),
            u"the threshold chosen on the first of 2 days, about 0.59, is worth +310 per 1,000 uses on the last: none is worth more there"_s);
}

void TestDoubtsWords::nothingBest_isSaid()
{
    ThresholdDoubts told = doubts({0.9, infinity});
    told.best = {-0.012, {{0.99, infinity}}, {infinity}};
    QCOMPARE(wording::doubtsSentences({told}).first(),
             u"On these data doing nothing is best, which is worth −12 per 1,000 uses."_s);
}

ONEINN_TEST(TestDoubtsWords)

} // namespace tests::wording_doubtswords

#include "tst_doubtswords.moc"
