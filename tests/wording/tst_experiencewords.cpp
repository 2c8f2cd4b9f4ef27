// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/experiencewords.h"
#include "wording/sayit.h"

#include "assessed.h"

#include "support/testprogram.h"

#include <QTest>

#include <limits>

namespace tests::wording_experiencewords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::Literals::StringLiterals;
using testsupport::assessed;
using testsupport::inlineSuggestion;
using testsupport::Kinds;
using testsupport::scenarioAt;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Milliseconds budget{400};

void compare(const Statement &actual, const Statement &expected)
{
    QCOMPARE(actual.headline, expected.headline);
    QCOMPARE(actual.detail, expected.detail);
    QCOMPARE(actual.evidence, expected.evidence);
    QCOMPARE(actual.assumption, expected.assumption);
}

} // namespace

class TestExperienceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrong_gate_isRespected_data();
    void wrong_gate_isRespected();
    void wrong_nothingShown_isADashAndASentence();
    void missed_gate_isRespected_data();
    void missed_gate_isRespected();
    void missed_underBudget_saysHowManyAreOnlyTooLate();
    void missed_noPositives_isADashAndASentence();
    void late_budget_isSaidOfAllUses();
    void late_noBudget_isADashAndASentence();
    void untilBad_median_isSaidForHalfOfUsers();
    void untilBad_ordinals_readAloud_data();
    void untilBad_ordinals_readAloud();
    void untilBad_whatIsBad_followsTheScenario();
    void untilBad_fewUses_areNotJudged();
    void untilBad_nothingBad_isNotPromised();
    void untilBad_veryRare_isNotCounted();
    void baseRate_set_isTaggedWhereItEnters();
};

void TestExperienceWords::wrong_gate_isRespected_data()
{
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("wrong");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, int right, int wrong, const QStringList &said) {
        QTest::newRow(name) << right << wrong << said;
    };
    row("1 of 1", 0, 1,
        {u"1 of 1 wrong"_s, u"the only suggestion shown is wrong"_s,
         u"too few cases to say more"_s});
    row("0 of 1", 1, 0,
        {u"0 of 1 wrong"_s, u"the only suggestion shown is right"_s,
         u"too few cases to say more"_s});
    row("2 of 2", 0, 2,
        {u"2 of 2 wrong"_s, u"neither of the two suggestions shown is right"_s,
         u"too few cases to say more"_s});
    row("1 of 7", 6, 1,
        {u"1 of 7 wrong"_s, u"1 of the 7 suggestions shown is wrong, 6 are right"_s,
         u"too few cases to say more"_s});
    row("3 of 7", 4, 3,
        {u"3 of 7 wrong"_s, u"3 of the 7 suggestions shown are wrong, 4 are right"_s,
         u"too few cases to say more"_s});
    row("8 of 20", 12, 8,
        {u"Too few cases to say"_s,
         u"somewhere between 22 and 61 of every 100 suggestions shown are wrong"_s,
         u"95 % interval, 20 shown"_s});
    row("0 of 20", 20, 0,
        {u"Too few cases to say"_s, u"at most 16 of every 100 suggestions shown are wrong"_s,
         u"95 % interval, 20 shown"_s});
    row("0 of 40", 40, 0,
        {u"None wrong in 40 shown"_s,
         u"all 40 suggestions shown are right; in the long run up to 7 of 100 could be wrong"_s,
         u"95 % limit"_s});
    row("50 of 50", 0, 50,
        {u"Every one wrong"_s,
         u"not one of the 50 suggestions shown is right; in the long run up to 6 of 100 could be right"_s,
         u"95 % limit"_s});
    row("15 of 120", 105, 15,
        {u"Wrong between 8 and 20 times in 100"_s,
         u"13 of every 100 suggestions shown are wrong, 87 are right"_s,
         u"95 % interval, 120 shown"_s});
    row("287 of 2210", 1923, 287,
        {u"Wrong 1 in 8 times"_s, u"13 of every 100 suggestions shown are wrong, 87 are right"_s,
         u"between 12 and 14, 95 % interval, 2,210 shown"_s});
    row("half", 1000, 1000,
        {u"Wrong half the time"_s, u"50 of every 100 suggestions shown are wrong, 50 are right"_s,
         u"between 48 and 52, 95 % interval, 2,000 shown"_s});
    row("below 2 %", 9900, 100,
        {u"Wrong 1 in 100 times"_s,
         u"10 of every 1,000 suggestions shown are wrong, 990 are right"_s,
         u"between 8 and 12, 95 % interval, 10,000 shown"_s});
    row("almost all", 20, 9980,
        {u"Wrong almost every time"_s, u"more than 99 of every 100 suggestions shown are wrong"_s,
         u"more than 99, 95 % interval, 10,000 shown"_s});
}

void TestExperienceWords::wrong_gate_isRespected()
{
    QFETCH(int, right);
    QFETCH(int, wrong);
    QFETCH(QStringList, said);
    const auto words = experienceWords(assessed({right, wrong, 50, 500}, scenarioAt(0.5)));
    compare(words.wrong, {said[0], said[1], said[2], {}});
}

void TestExperienceWords::wrong_nothingShown_isADashAndASentence()
{
    const QString start = u"At this setting it never shows anything, so there is nothing to be "
                          "right or wrong about"_s;
    const std::pair<Kinds, QString> cases[]{
            {{2, 3, 3, 20}, start + u"; it misses all 5 good suggestions."_s},
            {{1, 3, 0, 20}, start + u"; it misses the only good suggestion."_s},
            {{0, 3, 0, 20}, start + u"."_s},
            {{1000, 3, 500, 20}, start + u"; it misses all 1,500 good suggestions."_s}};
    for (const auto &[kinds, detail] : cases)
        compare(experienceWords(assessed(kinds, scenarioAt(infinity))).wrong,
                {u"\u2014"_s, detail, {}, {}});
    compare(experienceWords(assessed({1000, 3, 500, 20}, scenarioAt(infinity))).missed,
            {u"Misses every one"_s, u"not one of the 1,500 good suggestions is shown"_s, {}, {}});
}

void TestExperienceWords::missed_gate_isRespected_data()
{
    QTest::addColumn<int>("caught");
    QTest::addColumn<int>("missed");
    QTest::addColumn<QStringList>("said");
    const auto row = [](const char *name, int caught, int missed, const QStringList &said) {
        QTest::newRow(name) << caught << missed << said;
    };
    row("2 of 6", 4, 2,
        {u"Misses 2 of 6"_s, u"2 of the 6 good suggestions are never shown, 4 are shown"_s,
         u"too few cases to say more"_s});
    row("none of 40", 40, 0,
        {u"Misses none of 40"_s,
         u"all 40 good suggestions are shown; in the long run up to 7 of 100 could be missed"_s,
         u"95 % limit"_s});
    row("wide", 80, 20,
        {u"Misses between 13 and 29 of 100"_s,
         u"20 of every 100 good suggestions are never shown, 80 are shown"_s,
         u"95 % interval, 100 good suggestions"_s});
    row("stated", 2100, 900,
        {u"Misses 30 of 100"_s, u"30 of every 100 good suggestions are never shown, 70 are shown"_s,
         u"between 28 and 32, 95 % interval, 3,000 good suggestions"_s});
}

void TestExperienceWords::missed_gate_isRespected()
{
    QFETCH(int, caught);
    QFETCH(int, missed);
    QFETCH(QStringList, said);
    const auto words = experienceWords(assessed({caught, 50, missed, 500}, scenarioAt(0.5)));
    compare(words.missed, {said[0], said[1], said[2], {}});
}

void TestExperienceWords::missed_underBudget_saysHowManyAreOnlyTooLate()
{
    auto scenario = scenarioAt(0.5, budget);
    QCOMPARE(experienceWords(assessed(inlineSuggestion, scenario)).missed.detail,
             u"34 of every 100 good suggestions are never shown, 66 are shown; missed: 29 by the "
             u"model, "
             "5 only too late"_s);
    QCOMPARE(experienceWords(assessed({1923, 287, 800, 6000, 1, 0, 0}, scenario))
                     .missed.detail.section(u"; "_s, 1),
             u"missed: 29 by the model, fewer than 1 only too late"_s);
    QCOMPARE(experienceWords(assessed({1923, 287, 0, 6000, 1, 0, 0}, scenario))
                     .missed.detail.section(u"; "_s, 1),
             u"missed: 1 only too late"_s);
    // Too few for 26 of 37, so the causes are not counts of rows either.
    QCOMPARE(experienceWords(assessed({11, 0, 5, 11, 21, 0, 0}, scenario))
                     .missed.detail.section(u"; "_s, 1),
             u"missed: 19 of 100 of them by the model, 81 only too late"_s);
    scenario.latePolicy = LatePolicy::Unanswered;
    // The same good ones are missed, whatever that is called.
    QVERIFY(experienceWords(assessed(inlineSuggestion, scenario))
                    .missed.detail.endsWith(u"; missed: 29 by the model, 5 only too late"_s));
    scenario = scenarioAt(0.5);
    QVERIFY(!experienceWords(assessed(inlineSuggestion, scenario))
                     .missed.detail.contains(u"late"_s));
}

void TestExperienceWords::missed_noPositives_isADashAndASentence()
{
    compare(experienceWords(assessed({0, 50, 0, 400}, scenarioAt(0.5))).missed,
            {u"\u2014"_s, u"These data hold no good suggestion, so none can be missed."_s, {}, {}});
}

void TestExperienceWords::late_budget_isSaidOfAllUses()
{
    auto scenario = scenarioAt(0.5, budget);
    const QString detail =
            u"5 of every 100 uses are not answered within 400 ms, 95 are answered in time"_s;
    const QString evidence = u"about 5, 95 % interval, 9,480 uses"_s;
    compare(experienceWords(assessed(inlineSuggestion, scenario)).late,
            {u"Too late 1 in 20 times"_s, detail, evidence, {}});
    scenario.latePolicy = LatePolicy::Unanswered;
    compare(experienceWords(assessed(inlineSuggestion, scenario)).late,
            {u"Too late 1 in 20 times"_s,
             detail + u"; late ones count as unanswered"_s,
             evidence,
             {}});
    QCOMPARE(experienceWords(assessed({100, 10, 20, 500}, scenario)).late.headline,
             u"None too late in 630 uses"_s);
}

void TestExperienceWords::late_noBudget_isADashAndASentence()
{
    compare(experienceWords(assessed(inlineSuggestion, scenarioAt(0.5))).late,
            {u"\u2014"_s, u"No latency budget is set, so nothing counts as late."_s, {}, {}});
}

void TestExperienceWords::untilBad_median_isSaidForHalfOfUsers()
{
    // 13 bad of 100 uses, all noticed: the worked example, where the mean would be 23.
    auto scenario = scenarioAt(0.5);
    compare(experienceWords(assessed({300, 65, 65, 570}, scenario)).untilBad,
            {u"Half of users meet their third bad one by use 21"_s,
             u"about half a week at 40 uses a week; 1 in 10 users meet it by use 9"_s,
             u"91 of 100 users meet it within a week; if users differ, half by use 26"_s,
             u"bad is wrong or missed; 3 is your assumption"_s});
    scenario.usesPerWeek = 1;
    QCOMPARE(experienceWords(assessed({300, 65, 65, 570}, scenario))
                     .untilBad.detail.section(u"; "_s, 0, 0),
             u"about 5 months at 1 use a week"_s);
}

void TestExperienceWords::untilBad_ordinals_readAloud_data()
{
    QTest::addColumn<int>("k");
    QTest::addColumn<QString>("headline");
    QTest::newRow("1") << 1 << u"Half of users meet their first bad one by use 5"_s;
    QTest::newRow("2") << 2 << u"Half of users meet their second bad one by use 13"_s;
    QTest::newRow("5") << 5 << u"Half of users meet their fifth bad one by use 36"_s;
    QTest::newRow("12") << 12 << u"Half of users meet their 12th bad one by use 90"_s;
}

void TestExperienceWords::untilBad_ordinals_readAloud()
{
    QFETCH(int, k);
    auto scenario = scenarioAt(0.5);
    scenario.badBeforeLeaving = k;
    QTEST(experienceWords(assessed({300, 65, 65, 570}, scenario)).untilBad.headline, "headline");
}

void TestExperienceWords::untilBad_whatIsBad_followsTheScenario()
{
    const auto bad = [](const Scenario &scenario) {
        return experienceWords(assessed(inlineSuggestion, scenario))
                .untilBad.assumption.section(u"; "_s, 0, 0);
    };
    auto scenario = scenarioAt(0.5);
    QCOMPARE(bad(scenario), u"bad is wrong or missed"_s);
    scenario.noticed.missed = 0.0;
    QCOMPARE(bad(scenario), u"bad is wrong"_s);
    scenario.noticed.missed = 0.5;
    QCOMPARE(bad(scenario), u"bad is wrong or missed"_s);
    QCOMPARE(experienceWords(assessed(inlineSuggestion, scenario)).untilBad.assumption,
             u"bad is wrong or missed; 3 and how much users notice are your assumptions"_s);
    scenario.noticed.missed = 1.0;
    scenario.budget = budget;
    QCOMPARE(bad(scenario), u"bad is wrong or missed"_s);
    scenario.latePolicy = LatePolicy::Unanswered;
    QCOMPARE(bad(scenario), u"bad is wrong, missed or too late"_s);
    scenario.noticed = {0.0, 0.0, 0.0};
    compare(experienceWords(assessed(inlineSuggestion, scenario)).untilBad,
            {u"\u2014"_s,
             u"Users notice nothing that goes wrong here, so nobody meets a third bad one."_s,
             {},
             u"what users notice is your assumption"_s});
}

void TestExperienceWords::untilBad_fewUses_areNotJudged()
{
    compare(experienceWords(assessed({4, 3, 2, 5}, scenarioAt(0.5))).untilBad,
            {u"Too few cases to say"_s,
             u"14 uses in the data are too few to say when users meet their third bad one"_s,
             {},
             {}});
    QCOMPARE(experienceWords(assessed({1, 0, 0, 0}, scenarioAt(0.5))).untilBad.detail,
             u"1 use in the data is too few to say when users meet their third bad one"_s);
}

void TestExperienceWords::untilBad_nothingBad_isNotPromised()
{
    compare(experienceWords(assessed({50, 0, 0, 400}, scenarioAt(0.5))).untilBad,
            {u"\u2014"_s,
             u"Nothing in these data was wrong or missed, so it cannot be said when users would "
             u"meet "
             "a third bad one."_s,
             {},
             {}});
}

void TestExperienceWords::untilBad_veryRare_isNotCounted()
{
    auto assessment = assessed(inlineSuggestion, scenarioAt(0.5));
    assessment.experience.usesUntilBad = usesUntilBad(1e-7, 3);
    const auto words = experienceWords(assessment).untilBad;
    QCOMPARE(words.headline, u"Half of users meet no third bad one in 1,000,000 uses"_s);
    QVERIFY(words.detail.startsWith(u"more than a working life at 40 uses a week"_s));
    QVERIFY(!sayIt(assessment).contains(u"give up"_s));
    assessment = assessed(inlineSuggestion, scenarioAt(0.5));
    assessment.experience.usesUntilBadIfUsersDiffer = usesUntilBad(0.001, 3, 0.1);
    QVERIFY(experienceWords(assessment)
                    .untilBad.evidence.endsWith(u"; if users differ, fewer than half ever do"_s));
}

void TestExperienceWords::baseRate_set_isTaggedWhereItEnters()
{
    auto scenario = scenarioAt(0.5);
    scenario.baseRate = 0.05;
    const auto assessment = assessed(inlineSuggestion, scenario);
    const auto words = experienceWords(assessment);
    QCOMPARE(words.wrong.assumption, u"at your base rate of 1 in 20"_s);
    QCOMPARE(words.missed.assumption, QString()); // recall does not depend on it
    QCOMPARE(words.untilBad.assumption,
             u"bad is wrong or missed; 3 and the base rate of 1 in 20 are your assumptions"_s);
    QVERIFY(sayIt(assessment).startsWith(u"At a threshold of 0.50 and a base rate of 1 in 20, "_s));
    // Rows of a single class cannot be restated: nothing is tagged that has no effect.
    QCOMPARE(experienceWords(assessed({0, 50, 0, 400}, scenario)).wrong.assumption, QString());
}

ONEINN_TEST(TestExperienceWords)

} // namespace tests::wording_experiencewords

#include "tst_experiencewords.moc"
