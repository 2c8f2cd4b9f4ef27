// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/chartwords.h"
#include "wording/headlines.h"
#include "wording/limitwords.h"
#include "wording/productlines.h"
#include "wording/sayit.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QTest>

namespace tests::wording_headlines {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;
using testsupport::assessed;
using testsupport::inlineSuggestion;
using testsupport::Kinds;
using testsupport::scenarioAt;

namespace {

ExperienceWords shortOf(const Assessment &assessment)
{
    return headlines(assessment, experienceWords(assessment));
}

} // namespace

class TestHeadlines : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headlines_areThoseOfTheWholeWords();
    void headlines_stated_sayWhatAColumnHasRoomFor();
    void headlines_oneClass_claimNothing();
    void strip_ofHundredOrOfAllThatThereAre_data();
    void strip_ofHundredOrOfAllThatThereAre();
    void limit_brokenOrKept_data();
    void limit_brokenOrKept();
    void limit_brokenByALittle_noSentenceReadsAsKept();
    void product_lines_leaveOutWhatCountsNothing();
};

void TestHeadlines::headlines_areThoseOfTheWholeWords()
{
    for (const Kinds &kinds : {inlineSuggestion, Kinds{5, 1, 2, 3}, Kinds{40, 0, 3, 90}}) {
        const Assessment assessment = assessed(kinds, scenarioAt(0.5, Milliseconds{400}));
        const ExperienceWords whole = experienceWords(assessment);
        const ExperienceWords words = headlines(assessment, whole);
        QCOMPARE(words.wrong.headline, whole.wrong.headline);
        QCOMPARE(words.missed.headline, whole.missed.headline);
        QCOMPARE(words.late.headline, whole.late.headline);
        QCOMPARE(words.untilBad.headline, whole.untilBad.headline);
    }
}

void TestHeadlines::headlines_stated_sayWhatAColumnHasRoomFor()
{
    const auto words = shortOf(assessed(inlineSuggestion, scenarioAt(0.5, Milliseconds{400})));
    QCOMPARE(words.wrong.detail, u"13 of every 100 shown are wrong, 87 are right"_s);
    QCOMPARE(words.wrong.evidence, u"between 12 and 14 \u00b7 2,210 shown"_s);
    QCOMPARE(words.missed.detail, u"29 by the model, 5 too late"_s);
    QCOMPARE(words.missed.evidence, u"between 32 and 35 \u00b7 2,893 good ones"_s);
    QCOMPARE(words.late.detail, u"5 of 100 uses"_s);
    QCOMPARE(words.late.evidence, u"about 5 \u00b7 9,480 uses"_s);
    QVERIFY(words.untilBad.detail.contains(u"1 in 10 by use "_s));
    QVERIFY(words.untilBad.assumption.contains(u"your assumption"_s));
}

void TestHeadlines::headlines_oneClass_claimNothing()
{
    const auto words = shortOf(assessed({20, 0, 5, 0}, scenarioAt(0.5)));
    QCOMPARE(words.wrong.headline, u"None can be wrong"_s);
    QCOMPARE(words.wrong.detail,
             u"These data hold no bad one, so none of the suggestions shown can be wrong."_s);
    QVERIFY(words.wrong.evidence.isEmpty());
}

void TestHeadlines::strip_ofHundredOrOfAllThatThereAre_data()
{
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<QString>("said");
    QTest::addRow("many") << Kinds{1923, 287, 800, 6000} << u"of 100 shown, 87 right, 13 wrong"_s;
    QTest::addRow("a little beyond the limit")
            << Kinds{1792, 208, 800, 6000} << u"of 1,000 shown, 896 right, 104 wrong"_s;
    QTest::addRow("ten") << Kinds{7, 3, 0, 9} << u"of 10 shown, 7 right, 3 wrong"_s;
    QTest::addRow("too few to say more")
            << Kinds{13, 7, 0, 9} << u"of 20 shown, 13 right, 7 wrong"_s;
    QTest::addRow("just enough") << Kinds{45, 5, 0, 9} << u"of 100 shown, 90 right, 10 wrong"_s;
    QTest::addRow("fewer than ten") << Kinds{7, 2, 0, 9} << u"of 9 shown, 7 right, 2 wrong"_s;
    QTest::addRow("none") << Kinds{0, 0, 5, 9} << QString();
}

void TestHeadlines::strip_ofHundredOrOfAllThatThereAre()
{
    QFETCH(const Kinds, kinds);
    QFETCH(const QString, said);
    auto scenario = scenarioAt(0.5);
    scenario.precisionLimit = 0.9;
    const auto words = shownStripWords(assessed(kinds, scenario));
    QCOMPARE(words.has_value(), !said.isEmpty());
    if (words)
        QCOMPARE(words->title + u", "_s + words->right + u", "_s + words->wrongOnes, said);
}

void TestHeadlines::limit_brokenOrKept_data()
{
    QTest::addColumn<Kinds>("kinds");
    QTest::addColumn<double>("limit");
    QTest::addColumn<QString>("said");
    QTest::addRow("broken") << Kinds{800, 200, 9, 99} << 0.9
                            << u"Beyond the limit: 20 of 100 shown are wrong (at most 10)."_s;
    QTest::addRow("by a little") << Kinds{
            8976, 1024, 9,
            99} << 0.9 << u"Beyond the limit: 102 of 1,000 shown are wrong (at most 100)."_s;
    QTest::addRow("kept") << Kinds{950, 50, 9, 99} << 0.9 << QString();
    QTest::addRow("exactly kept") << Kinds{900, 100, 9, 99} << 0.9 << QString();
    QTest::addRow("too few to say") << Kinds{3, 2, 9, 99} << 0.9 << QString();
    QTest::addRow("none shown") << Kinds{0, 0, 9, 99} << 0.9 << QString();
}

void TestHeadlines::limit_brokenOrKept()
{
    QFETCH(const Kinds, kinds);
    QFETCH(const double, limit);
    QFETCH(const QString, said);
    Scenario scenario = scenarioAt(0.5);
    scenario.precisionLimit = limit;
    const auto words = brokenLimits(assessed(kinds, scenario), nullptr);
    QCOMPARE(words ? words->broken : QString(), said);
    QVERIFY(!words || (!words->nearest && words->wayBack.isEmpty())); // not known yet
}

void TestHeadlines::limit_brokenByALittle_noSentenceReadsAsKept()
{
    Scenario scenario = scenarioAt(0.5);
    scenario.precisionLimit = 0.9;
    const Assessment beyond = assessed({8950, 1050, 900, 9000}, scenario);
    QCOMPARE(shortOf(beyond).wrong.headline, u"Wrong more than 1 in 10 times"_s);
    QCOMPARE(shortOf(beyond).wrong.detail, u"11 of every 100 shown are wrong, 89 are right"_s);
    QVERIFY2(sayIt(beyond).contains(u"11 of 100 suggestions shown are wrong, more than 1 in 10 and "
                                    "beyond the limit"_s),
             qPrintable(sayIt(beyond)));
    const Assessment byLess = assessed({8976, 1024, 900, 9000}, scenario);
    QCOMPARE(shortOf(byLess).wrong.detail, u"102 of every 1,000 shown are wrong, 898 are right"_s);
    QVERIFY2(sayIt(byLess).contains(u"102 of 1,000 suggestions shown are wrong, more than 1 in 10 "
                                    "and beyond the limit"_s),
             qPrintable(sayIt(byLess)));
    const Assessment kept = assessed({9024, 976, 900, 9000}, scenario);
    QCOMPARE(shortOf(kept).wrong.headline, u"Wrong 1 in 10 times"_s);
    QVERIFY(sayIt(kept).contains(u"10 of 100 suggestions shown are wrong, about 1 in 10"_s));
}

void TestHeadlines::product_lines_leaveOutWhatCountsNothing()
{
    Scenario scenario;
    scenario.values = OutcomeValues(5.0, -4.0, 0.0, 0.0, -0.5);
    scenario.latePolicy = LatePolicy::Unanswered;
    QCOMPARE(productLines(scenario),
             QStringList({u"right +5, wrong \u22124"_s, u"late \u22120.5"_s, u"everyone waits"_s,
                          u"precision \u2265\u00a090\u00a0%"_s, u"(as is usual)"_s}));
    // What somebody asked for is not what is usual.
    Scenario asked = scenario;
    asked.precisionLimit = 0.8;
    QCOMPARE(productLines(asked).last(), u"precision \u2265\u00a080\u00a0%"_s);
    // Shown nothing, late uses are worth what the others are that are not shown.
    scenario.latePolicy = LatePolicy::ShowNothing;
    QCOMPARE(productLines(scenario)[1], u"everyone waits"_s);
    QVERIFY(!productLines(scenario, false).contains(u"everyone waits"_s));
    scenario.values = OutcomeValues(12.5, 0.0, -1.0, 0.25);
    QCOMPARE(productLines(scenario).first(), u"right +12.5"_s);
    QCOMPARE(productLines(scenario)[1], u"missed \u22121, rightly silent +0.25"_s);
}

ONEINN_TEST(TestHeadlines)

} // namespace tests::wording_headlines

#include "tst_headlines.moc"
