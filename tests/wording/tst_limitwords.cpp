// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/limitwords.h"

#include "core/questions.h"
#include "support/testprogram.h"
#include "wording/valuewords.h"

#include <QTest>

namespace tests::wording_limitwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

/// What is said of limits that are broken, and where it leads.
class TestLimitWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void limits_brokenOrKept_data();
    void limits_brokenOrKept();
    void limits_fewCases_areToldAsSureAsTheyAre_data();
    void limits_fewCases_areToldAsSureAsTheyAre();
    void wayBack_keepsEveryLimit();
    void wayBack_none_saysSo();
    void offered_beyondALimit_saysByHowMuch();
    void precision_orTarget_theStricterHolds();
};

namespace {

constexpr int uses = 2000;

/// Good ones lie higher: of those at or above a score s, s are good. Every tenth takes 900 ms.
PredictionsPtr predictions(int count = uses)
{
    PredictionColumns columns;
    columns.label.resize(count);
    columns.score.resize(count);
    columns.latency = Eigen::ArrayXd(count);
    RowAccount account;
    for (int i = 0; i < count; ++i) {
        columns.score[i] = double(i) / count;
        columns.label[i] = (i * 7) % count < i ? 1 : 0;
        (*columns.latency)[i] = i % 10 == 0 ? 900.0 : 100.0;
        account.countUsed();
    }
    return std::make_shared<const Predictions>(std::move(columns), account);
}

Scenario scenarioAt(double threshold)
{
    Scenario scenario;
    scenario.threshold = {threshold};
    scenario.values = OutcomeValues(1.0, -1.0, 0.0, 0.0);
    scenario.words.raised = "alert";
    scenario.precisionLimit = 0.0;
    return scenario;
}

ScenarioRows::Ptr rowsFor(const Scenario &scenario)
{
    return ScenarioRows::prepare(predictions(), scenario).value();
}

Reach reachIn(const ScenarioRows &rows, const Scenario &scenario)
{
    const ReachQuestion question = limitsQuestion(scenario);
    return reachAt(*rows.at(question), question).value();
}

Targets wrongAtMost(double share)
{
    Targets targets;
    targets.wrongOfShown = share;
    return targets;
}

Targets missedAtMost(double share, Targets targets = {})
{
    targets.missed = share;
    return targets;
}

Targets answeredWithin200(double share)
{
    Targets targets;
    targets.answered = Targets::AnsweredWithin{{200.0}, share};
    return targets;
}

Targets goneAtMost(double share)
{
    Targets targets;
    targets.gone = share;
    return targets;
}

Targets shownAtMost(double perDay)
{
    Targets targets;
    targets.shownPerDay = perDay;
    return targets;
}

std::optional<LimitWords> wordsAt(const Scenario &scenario)
{
    const auto rows = rowsFor(scenario);
    const Reach within = reachIn(*rows, scenario);
    return brokenLimits(assess(*rows, scenario), &within);
}

} // namespace

void TestLimitWords::limits_brokenOrKept_data()
{
    QTest::addColumn<Targets>("targets");
    QTest::addColumn<QString>("said");
    QTest::addRow("none") << Targets() << QString();
    QTest::addRow("wrong") << wrongAtMost(0.1)
                           << u"Beyond the limit: 29 of 100 shown are wrong (at most 10)."_s;
    QTest::addRow("missed") << missedAtMost(
            0.2) << u"Beyond the limit: 29 of 100 good alerts are missed (at most 20)."_s;
    QTest::addRow("answered") << answeredWithin200(
            0.95) << u"Beyond the limit: 90 of 100 are answered within 200 ms (at least 95)."_s;
    QTest::addRow("answered enough") << answeredWithin200(0.9) << QString();
    QTest::addRow("nobody leaves") << goneAtMost(0.0) << QString();
    QTest::addRow("shown") << shownAtMost(100.0)
                           << u"Beyond the limit: about 500 shown a day (at most 100)."_s;
    QTest::addRow("two") << missedAtMost(0.2, wrongAtMost(0.1))
                         << u"Beyond 2 limits: 29 of 100 shown are wrong (at most 10); 29 of 100 "
                            "good alerts are missed (at most 20)."_s;
}

void TestLimitWords::limits_brokenOrKept()
{
    QFETCH(const Targets, targets);
    Scenario scenario = scenarioAt(0.5);
    scenario.targets = targets;
    const auto words = wordsAt(scenario);
    QTEST(words ? words->broken : QString(), "said");
    // Whoever says it without a search within the limits says the same.
    const Assessment alone = assess(*rowsFor(scenario), scenario);
    const auto told = brokenLimits(alone, nullptr);
    QTEST(told ? told->broken : QString(), "said");
    QCOMPARE(brokenLimitNames(alone).isEmpty(), !words.has_value());
    if (targets.answered && words)
        QCOMPARE(brokenLimitNames(alone), u"the limit of 95 % answered within 200 ms"_s);
}

void TestLimitWords::limits_fewCases_areToldAsSureAsTheyAre_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("said");
    QTest::addRow("too few to say") << 9 << QString();
    QTest::addRow("a range") << 24 << u"between 43 and 79 of 100 shown are wrong (at most 10)"_s;
}

void TestLimitWords::limits_fewCases_areToldAsSureAsTheyAre()
{
    QFETCH(const int, rows);
    Scenario scenario = scenarioAt(0.0);
    scenario.targets = wrongAtMost(0.1);
    const auto few = ScenarioRows::prepare(predictions(rows), scenario).value();
    const QString told = beyondLimitsText(assess(*few, scenario));
    QTEST(told, "said");
}

void TestLimitWords::wayBack_keepsEveryLimit()
{
    Scenario scenario = scenarioAt(0.1);
    scenario.targets.wrongOfShown = 0.3;
    scenario.targets.missed = 0.5;
    const auto words = wordsAt(scenario);
    QVERIFY(words && words->nearest);
    QCOMPARE(words->wayBack, u"Go to the best that surely keeps all limits"_s);
    scenario.threshold = *words->nearest;
    QVERIFY(!wordsAt(scenario));
    const auto shares = assess(*rowsFor(scenario), scenario).experience;
    QVERIFY(shares[Share::WrongOfShown]->interval.high < 0.32);
    QVERIFY(shares[Share::Missed]->value < 0.5);

    scenario.threshold = {0.1};
    scenario.promise = PromiseRule::Plain;
    QCOMPARE(wordsAt(scenario)->wayBack, u"Go to the best that keeps all limits"_s);
}

void TestLimitWords::wayBack_none_saysSo()
{
    Scenario scenario = scenarioAt(0.5);
    scenario.targets.wrongOfShown = 0.02;
    scenario.targets.missed = 0.02;
    const auto words = wordsAt(scenario);
    QVERIFY(words && !words->nearest);
    QCOMPARE(words->wayBack, u"No threshold surely keeps them all."_s);
    // Not worked out yet: nothing is claimed.
    const auto early = brokenLimits(assess(*rowsFor(scenario), scenario), nullptr);
    QVERIFY(early && early->wayBack.isEmpty() && !early->nearest);
}

void TestLimitWords::offered_beyondALimit_saysByHowMuch()
{
    Scenario scenario = scenarioAt(0.9);
    scenario.targets.wrongOfShown = 0.1;
    const auto rows = rowsFor(scenario);
    const Reach within = reachIn(*rows, scenario);
    QVERIFY(within.unlimited);
    // The best is where as many are right as wrong: half of these are beyond a limit of a tenth.
    Scenario best = scenario;
    best.threshold = within.unlimited->threshold;
    const Assessment there = assess(*rows, best);
    const QString beyond = beyondLimitsText(there);
    QVERIFY(beyond.endsWith(u"of 100 shown are wrong (at most 10)"_s));
    const Targets limits = limitsOf(scenario);
    QCOMPARE(beyondLimitsText(*within.unlimited, limits, scenario.words), beyond);
    QCOMPARE(beyondLimitsText(there.experience.shares, limits, scenario.words), beyond);
    const Assessment here = assess(*rows, scenario);
    QVERIFY(beyondLimitsText(here).isEmpty());
    QVERIFY(valueWords(here, &within).value.endsWith(u", but there "_s + beyond));
    // Of another budget's best nothing is claimed, nor where nothing is known.
    QVERIFY(!valueWords(here).value.contains(beyond));
    Reach other = within;
    other.unlimited->valuePerUse += 0.01;
    QVERIFY(!valueWords(here, &other).value.contains(beyond));
    // A limit that the best keeps.
    Scenario lax = scenario;
    lax.targets.wrongOfShown = 0.6;
    const Reach kept = reachIn(*rows, lax);
    QVERIFY(!valueWords(assess(*rows, lax), &kept).value.contains(u"but"_s));
}

void TestLimitWords::precision_orTarget_theStricterHolds()
{
    Scenario scenario = scenarioAt(0.5);
    scenario.precisionLimit = 0.9;
    QCOMPARE(limitsOf(scenario).wrongOfShown, std::optional(1.0 - 0.9));
    scenario.targets.wrongOfShown = 0.05;
    QCOMPARE(limitsOf(scenario).wrongOfShown, std::optional(0.05));
    scenario.targets.wrongOfShown = 0.2;
    QCOMPARE(limitsOf(scenario).wrongOfShown, std::optional(1.0 - 0.9));
}

ONEINN_TEST(TestLimitWords)

} // namespace tests::wording_limitwords

#include "tst_limitwords.moc"
