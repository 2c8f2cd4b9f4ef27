// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/trafficwords.h"

#include "support/testprogram.h"
#include "wording/assessed.h"
#include "wording/datalimitwords.h"
#include "wording/typednumbers.h"

#include <QTest>

#include <random>

namespace tests::wording_trafficwords {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestTrafficWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void share_asTyped_data();
    void share_asTyped();
    void share_typedAgain_isTheSame();
    void mix_isNamedWithItsShares();
    void assumptions_holdBoth();
    void question_onlyOfABalancedFile();
    void noise_saysWhatBecomesOfIt();
    void doubled_saysWhatItDoesToIntervals();
};

void TestTrafficWords::share_asTyped_data()
{
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("text");
    QTest::newRow("1 in 200") << 0.005 << u"1 in 200"_s;
    QTest::newRow("rare") << 1e-7 << u"1 in 10,000,000"_s;
    QTest::newRow("third") << 1.0 / 3.0 << u"1 in 3"_s;
    QTest::newRow("half") << 0.5 << u"1 in 2"_s;
    QTest::newRow("seven") << 0.07 << u"7 %"_s;
    QTest::newRow("most") << 0.975 << u"97.5 %"_s;
}

void TestTrafficWords::share_asTyped()
{
    QFETCH(const double, share);
    QFETCH(const QString, text);
    QCOMPARE(wording::shareAsTyped(share), text);
}

void TestTrafficWords::share_typedAgain_isTheSame()
{
    std::mt19937 random(3);
    std::uniform_real_distribution<double> exponent(-7.0, -0.01);
    for (int i = 0; i < 500; ++i) {
        const double share = std::pow(10.0, exponent(random));
        const auto again = wording::typedShare(wording::shareAsTyped(share));
        QVERIFY2(again && std::abs(*again / share - 1.0) < 2e-9,
                 qPrintable(wording::shareAsTyped(share)));
    }
}

void TestTrafficWords::mix_isNamedWithItsShares()
{
    const TrafficMix mix{"country", {{"NL", 0.305}, {"DE", 0.695}}};
    QCOMPARE(wording::mixText(mix), u"country: NL 30.5, DE 69.5 of 100"_s);
    Scenario scenario;
    QCOMPARE(wording::mixClause(scenario), QString());
    scenario.mix = mix;
    QCOMPARE(wording::mixClause(scenario, wording::Voice::Ours),
             u"with our mix by country (NL 30.5, DE 69.5 of 100)"_s);
    TrafficMix many{"page", {}};
    for (int i = 0; i < 9; ++i)
        many.parts.push_back({std::to_string(i), i / 36.0});
    QVERIFY(wording::mixText(many).startsWith(u"page: 8 22.2, 7 19.4, 6 16.7"));
}

void TestTrafficWords::assumptions_holdBoth()
{
    Scenario scenario = testsupport::scenarioAt(0.5);
    scenario.baseRate = 0.02;
    auto assessment = testsupport::assessed(testsupport::inlineSuggestion, scenario);
    assessment.scenario.mix = TrafficMix{"country", {{"NL", 1.0}}};
    QCOMPARE(wording::trafficText(assessment),
             u"at your base rate of 1 in 50 with your mix by country"_s);
}

void TestTrafficWords::question_onlyOfABalancedFile()
{
    Scenario scenario = testsupport::scenarioAt(0.5);
    testsupport::Kinds balanced{500, 100, 100, 500};
    const auto asked = testsupport::assessed(balanced, scenario);
    QVERIFY(wording::balancedQuestion(asked).startsWith(u"50 of 100 uses in this file are "));
    QVERIFY(!wording::balancedHint(asked).isEmpty());
    scenario.fileIsLikeProduction = true;
    QVERIFY(wording::balancedQuestion(testsupport::assessed(balanced, scenario)).isEmpty());
    scenario.fileIsLikeProduction = false;
    scenario.baseRate = 0.01;
    QVERIFY(wording::balancedQuestion(testsupport::assessed(balanced, scenario)).isEmpty());
    scenario.baseRate.reset();
    QVERIFY(wording::balancedQuestion(
                    testsupport::assessed(testsupport::inlineSuggestion, scenario))
                    .isEmpty());
}

void TestTrafficWords::noise_saysWhatBecomesOfIt()
{
    const QString said = wording::noiseSentence(ConfusionMatrix(870, 130, 200, 18800), 0.005,
                                                FeatureWords(), true);
    QVERIFY2(said.startsWith(u"If 1 of 200 labels is wrong: wrong of what is shown: 13 of 100 "
                             "becomes 12.6 to 13.1"),
             qPrintable(said));
    QVERIFY2(said.contains(u"18.7 of 100 becomes "), qPrintable(said));
    QVERIFY2(said.contains(u"(late and gone ones left aside)"), qPrintable(said));
    QVERIFY(!wording::noiseSentence(ConfusionMatrix(870, 130, 200, 18800), 0.005, FeatureWords(),
                                    false)
                     .contains(u"late"));
    QVERIFY(wording::noiseSentence(ConfusionMatrix(1, 1, 1, 1), 0.5, FeatureWords(), true)
                    .isEmpty());
}

void TestTrafficWords::doubled_saysWhatItDoesToIntervals()
{
    const QString told = wording::doubledText({.copies = 210, .different = 1000});
    QVERIFY2(told.contains(u"210 of 1,210 rows") && told.contains(u"1.1 times as wide"),
             qPrintable(told));
    QVERIFY(wording::doubledText({.copies = 1, .different = 9, .clustered = true})
                    .contains(u"intervals do not"));
}

ONEINN_TEST(TestTrafficWords)

} // namespace tests::wording_trafficwords

#include "tst_trafficwords.moc"
