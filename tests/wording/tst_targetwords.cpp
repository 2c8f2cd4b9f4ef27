// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/reachtable.h"
#include "wording/reachwords.h"
#include "wording/targetwords.h"

#include "core/policies/scenariorows.h"
#include "support/predictionsofuses.h"
#include "support/testprogram.h"

#include <QTest>

#include <cmath>

namespace tests::wording_targetwords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestTargetWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void target_anyNumber_readBack_data();
    void target_anyNumber_readBack();
    void target_none_noLine();
    void reading_metSurelyOrNot_isSaid_data();
    void reading_metSurelyOrNot_isSaid();
    void reading_fewOrNone_countsOrWhy();
    void reading_perDay_saysBusyDays();
    void reading_brokenByLittle_takesMoreDigits();
    void improvement_anyTarget_saysHowMuch();
    void route_names_sayWhatHappensToLateOnes();
    void answer_oneModelReached_saysSettingAndBinding();
    void answer_severalWays_areCounted();
    void answer_rangeReached_holdsWhatWasChosen();
    void answer_notReached_saysConflictAndImprovement();
    void answer_neverInTime_saysHowMuchFaster();
    void answer_noLatencies_saysSo();
    void answer_cells_undefinedAreDashes();
};

namespace {

const FeatureWords shown{"alert"};

TargetReading reading(double yes, double all, bool met, bool sure)
{
    return {proportion({yes, yes, yes}, {all - yes, all - yes, all - yes}), met, sure};
}

Targets wrongAtMost(double share)
{
    Targets targets;
    targets.wrongOfShown = share;
    return targets;
}

struct Block {
    int uses;
    int label;
    double score;
    double latency;
};

/// What is said of one model's uses.
ReachAnswer answerOf(const std::vector<Block> &blocks, const Targets &targets,
                     bool latencies = true)
{
    PairedRows rows;
    rows.models = {"m"};
    Eigen::Index n = 0;
    for (const Block &block : blocks)
        n += block.uses;
    rows.label.resize(n);
    rows.score.resize(n, 1);
    rows.latency.resize(n, latencies ? 1 : 0);
    rows.weight = Eigen::ArrayXd::Ones(n);
    Eigen::Index at = 0;
    for (const Block &block : blocks) {
        for (int i = 0; i < block.uses; ++i, ++at) {
            rows.label[at] = static_cast<std::uint8_t>(block.label);
            rows.score(at, 0) = block.score;
            if (latencies)
                rows.latency(at, 0) = block.latency;
        }
    }
    Scenario scenario;
    scenario.targets = targets;
    const auto prepared =
            ScenarioRows::prepare(testsupport::predictionsOf(rows, false), scenario).value();
    return reachTargets(prepared, reachQuestion(scenario)).value();
}

/// 100 right and 4 wrong from 0.9 on, 60 right and 40 wrong at 0.5, 40 and 756 at 0.1.
const std::vector<Block> someBlocks{{100, 1, 0.9, 100.0}, {4, 0, 0.9, 100.0},
                                    {60, 1, 0.5, 200.0},  {40, 0, 0.5, 200.0},
                                    {40, 1, 0.1, 300.0},  {756, 0, 0.1, 300.0}};

} // namespace

void TestTargetWords::target_anyNumber_readBack_data()
{
    QTest::addColumn<Targets>("targets");
    QTest::addColumn<QString>("noun");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const Targets &targets, const QString &noun,
                        const QString &said) { QTest::newRow(name) << targets << noun << said; };
    row("wrong", wrongAtMost(0.05), u"alert"_s,
        u"At most 5 of 100 alerts shown are wrong (1 in 20)."_s);
    row("one", wrongAtMost(0.01), u"alert"_s,
        u"At most 1 of 100 alerts shown is wrong (1 in 100)."_s);
    row("rare", wrongAtMost(0.002), u"reply"_s,
        u"At most 2 of 1,000 replies shown are wrong (1 in 500)."_s);
    row("an eighth", wrongAtMost(0.125), u"alert"_s,
        u"At most 125 of 1,000 alerts shown are wrong (1 in 8)."_s);
    row("a third", wrongAtMost(1.0 / 3.0), u"alert"_s,
        u"At most 33 of 100 alerts shown are wrong (1 in 3)."_s);
    row("no fraction", wrongAtMost(0.13), u"alert"_s,
        u"At most 13 of 100 alerts shown are wrong."_s);
    row("never", wrongAtMost(0.0), u"alert"_s, u"None of 100 alerts shown is wrong."_s);
    Targets targets;
    targets.missed = 0.3;
    row("missed", targets, u"alert"_s, u"At most 30 of 100 good alerts are missed."_s);
    targets = {};
    targets.answered = Targets::AnsweredWithin{{800.0}, 0.95};
    row("answered", targets, u"alert"_s, u"At least 95 of 100 uses are answered within 800 ms."_s);
    targets.answered = Targets::AnsweredWithin{{2000.0}, 0.999};
    row("almost always", targets, u"alert"_s,
        u"At least 999 of 1,000 uses are answered within 2 s."_s);
    targets = {};
    targets.shownPerDay = 200.0;
    row("a day", targets, u"alert"_s, u"At most 200 alerts are shown a day."_s);
    targets.shownPerDay = 1.0;
    row("one a day", targets, u"alert"_s, u"At most 1 alert is shown a day."_s);
}

void TestTargetWords::target_anyNumber_readBack()
{
    QFETCH(const Targets, targets);
    QFETCH(const QString, noun);
    QFETCH(const QString, said);
    QCOMPARE(targetLines(targets, {noun.toStdString()}), QStringList{said});
}

void TestTargetWords::target_none_noLine()
{
    QVERIFY(targetLines({}, {"alert"}).isEmpty());
}

void TestTargetWords::reading_metSurelyOrNot_isSaid_data()
{
    QTest::addColumn<TargetReading>("at");
    QTest::addColumn<QString>("said");
    QTest::newRow("surely") << reading(20, 1000, true, true)
                            << u"Surely met: 2 of 100 alerts shown are wrong; at most 5 are asked "
                               "for."_s;
    QTest::newRow("on these rows")
            << reading(45, 1000, true, false)
            << u"Met on these rows: 5 of 100 alerts shown are wrong; at most 5 are asked for; in "
               "truth it may be between 3 and 6."_s;
    QTest::newRow("not") << reading(
            120, 1000, false,
            false) << u"Not met: 12 of 100 alerts shown are wrong; at most 5 are asked for."_s;
}

void TestTargetWords::reading_metSurelyOrNot_isSaid()
{
    QFETCH(const TargetReading, at);
    QFETCH(const QString, said);
    const TargetWords words(wrongAtMost(0.05), {"alert"});
    QCOMPARE(words.reading(TargetKind::WrongOfShown, at), said);
}

void TestTargetWords::reading_fewOrNone_countsOrWhy()
{
    const TargetWords words(wrongAtMost(0.5), {"alert"});
    const auto said = [&](const TargetReading &at) {
        return words.reading(TargetKind::WrongOfShown, at);
    };
    QVERIFY(said(reading(3, 7, true, false))
                    .startsWith(u"Met on these rows: 3 of 7 alerts shown are wrong"_s));
    QVERIFY(said(reading(3, 7, true, false)).endsWith(u"too few cases to be sure."_s));
    QVERIFY(said(reading(1, 7, true, false)).contains(u"1 of 7 alerts shown is wrong"_s));
    QVERIFY(said(reading(1, 1, false, false))
                    .startsWith(u"Not met: the only alert shown is wrong"_s));
    QVERIFY(said(reading(0, 1, true, false)).contains(u"the only alert shown is right"_s));
    QVERIFY(said(reading(0, 2, true, false)).contains(u"both alerts shown are right"_s));
    QVERIFY(said(reading(0, 400, true, true)).contains(u"all 400 alerts shown are right"_s));
    QCOMPARE(said({}), u"Not met: nothing is shown, so nothing is right or wrong."_s);
    Targets missed;
    missed.missed = 0.1;
    QCOMPARE(TargetWords(missed, {"alert"}).reading(TargetKind::Missed, {}),
             u"Not met: these data hold no good alert that could be missed."_s);
}

void TestTargetWords::reading_perDay_saysBusyDays()
{
    Targets targets;
    targets.shownPerDay = 20.0;
    targets.usesPerDay = 1000.0;
    const TargetWords words(targets, {"alert"});
    // definitions: a mean of 20 with a limit of 20 is overrun on 44 of 100 days.
    QCOMPARE(words.reading(TargetKind::ShownPerDay, reading(200, 10000, true, false)),
             u"Met on these rows: about 20 alerts a day are shown; at most 20 are asked for; on 44 "
             "of 100 days there would be more, if uses come by chance."_s);
    QCOMPARE(words.reading(TargetKind::ShownPerDay, reading(140, 10000, true, false)),
             u"Met on these rows: about 14 alerts a day are shown; at most 20 are asked for; in "
             "truth it may be up to 17."_s);
    QCOMPARE(words.reading(TargetKind::ShownPerDay, reading(0, 100, true, true)),
             u"Surely met: no alert is shown; at most 20 are asked for."_s);
}

void TestTargetWords::reading_brokenByLittle_takesMoreDigits()
{
    const TargetWords words(wrongAtMost(0.05), {"alert"});
    QCOMPARE(words.reading(TargetKind::WrongOfShown, reading(504, 10000, false, false)),
             u"Not met: 504 of 10,000 alerts shown are wrong; at most 500 are asked for."_s);
    Targets targets;
    targets.shownPerDay = 200.0;
    QCOMPARE(TargetWords(targets, {"alert"})
                     .reading(TargetKind::ShownPerDay, reading(2003, 10000, false, false)),
             u"Not met: about 200.3 alerts a day are shown; at most 200 are asked for."_s);
}

void TestTargetWords::improvement_anyTarget_saysHowMuch()
{
    Targets targets{.wrongOfShown = 0.05,
                    .missed = 0.3,
                    .answered = Targets::AnsweredWithin{{800.0}, 0.95},
                    .gone = 0.02,
                    .shownPerDay = 200.0,
                    .usesPerDay = 1000.0};
    const TargetWords words(targets, {"alert"});
    QCOMPARE(words.improvement(TargetKind::WrongOfShown, 0.12, {}),
             u"the model would have to be right about 95 instead of 88 of 100 alerts shown, at the "
             "same number shown"_s);
    QCOMPARE(words.improvement(TargetKind::Missed, 0.42, {}),
             u"the model would have to find about 70 instead of 58 of 100 good alerts"_s);
    QCOMPARE(words.improvement(TargetKind::ShownPerDay, 240.0, {}),
             u"about 40 fewer alerts a day would have to do"_s);
    QCOMPARE(words.improvement(TargetKind::ShownPerDay, 200.4, {}),
             u"about 1 fewer alert a day would have to do"_s);
    QCOMPARE(words.improvement(TargetKind::Gone, 0.09, {}),
             u"answers would have to be quicker, or users wait longer, so that 2 instead of 9 of "
             "100 uses end with their user gone"_s);
    QCOMPARE(words.target(TargetKind::Gone),
             u"at most 2 of 100 uses end with their user gone (1 in 50)"_s);
    AnsweredWithin answered{{80, 80, 80}, {20, 20, 20}, {800.0}, Milliseconds{1010.0}};
    QCOMPARE(words.improvement(TargetKind::Answered, 0.8, answered),
             u"answers would have to be 210 ms faster at p95, 800 ms instead of 1.01 s"_s);
    answered.waitForShare.reset();
    QCOMPARE(words.improvement(TargetKind::Answered, 0.8, answered),
             u"fewer answers would have to time out: no speed helps while more than 5 of 100 uses "
             "get none"_s);
}

void TestTargetWords::route_names_sayWhatHappensToLateOnes()
{
    Route route;
    route.choice.model = "large";
    QCOMPARE(routeName(route), u"large"_s);
    route.choice.budget = Milliseconds{400.0};
    QCOMPARE(routeName(route), u"large, nothing after 400 ms"_s);
    route.choice.latePolicy = LatePolicy::FallBack;
    route.choice.fallback = FallbackModel{"small", {0.5}, {}};
    QCOMPARE(routeName(route), u"large, replaced by small after 400 ms"_s);
    route.choice.model.reset();
    route.choice.latePolicy = LatePolicy::Wait;
    QCOMPARE(routeName(route), u"the model, waited for"_s);
}

void TestTargetWords::answer_oneModelReached_saysSettingAndBinding()
{
    const ReachAnswer answer = answerOf(someBlocks, wrongAtMost(0.05));
    const QStringList summary = reachSummary(answer);
    // 100 - 4 - 100 of 1,000 uses; from 0.5 on it is 160 - 44 - 40.
    QCOMPARE(summary.first(), u"Reached by the model, at 0.90: −4 per 1,000 uses."_s);
    QCOMPARE(summary.last(),
             u"What binds is the limit on wrong ones: without it the best would be "
             "at 0.50, worth +76 instead of −4 per 1,000 uses."_s);
    const QStringList said = routeSentences(answer, 0, shown);
    QCOMPARE(said.first(), u"The model: reaches the target at 0.90, worth −4 per 1,000 uses."_s);
    QVERIFY(said.contains(u"On these rows no threshold surely (95 %) reaches the target."_s));
    QVERIFY(said.last().contains(u"where 22 of 100 alerts shown are wrong"_s));
    QCOMPARE(reachNotes(answer).last(), u"What an outcome is worth is your assumption."_s);
    QCOMPARE(reachCell(answer, 0, ReachColumn::Reaches), u"yes"_s);
    QCOMPARE(reachCell(answer, 0, ReachColumn::Wrong), u"4 of 100"_s);
}

void TestTargetWords::answer_severalWays_areCounted()
{
    ReachAnswer answer = answerOf(someBlocks, wrongAtMost(0.05));
    answer.routes.push_back(answer.routes.front());
    QVERIFY(reachSummary(answer).first().startsWith(
            u"Reached by both ways looked at; worth most is the model, at 0.90: "_s));
    answer.routes.push_back(answer.routes.front());
    QVERIFY(reachSummary(answer).first().startsWith(u"Reached by all three ways looked at; "_s));
    answer.routes.back() = answerOf(someBlocks, wrongAtMost(0.0)).routes.front();
    QVERIFY2(reachSummary(answer).first().startsWith(
                     u"Reached by two of the three ways looked at; "_s),
             qPrintable(reachSummary(answer).first()));
}

void TestTargetWords::answer_rangeReached_holdsWhatWasChosen()
{
    // Worth most at the lower end: 0.73 would no longer be what was chosen.
    std::vector<Block> blocks{{10, 1, 0.95, 1.0}, {2, 1, 0.7276, 1.0}, {9, 0, 0.7271, 1.0}};
    const auto said = [&] {
        return routeSentences(answerOf(blocks, wrongAtMost(0.1)), 0, shown)[1];
    };
    QCOMPARE(said(), u"Every threshold from 0.7273 to 0.95 does."_s);
    // Worth most at the upper end.
    blocks = {{10, 1, 0.7276, 1.0}, {1, 0, 0.3, 1.0}, {90, 0, 0.1, 1.0}};
    QCOMPARE(said(), u"Every threshold from 0.103 to 0.7276 does."_s);
    blocks = {{10, 1, 0.95, 1.0}, {2, 1, 0.2, 1.0}};
    QCOMPARE(said(), u"Every threshold up to 0.95 does."_s);
}

void TestTargetWords::answer_notReached_saysConflictAndImprovement()
{
    Targets targets = wrongAtMost(0.05);
    targets.missed = 0.3;
    targets.shownPerDay = 500.0;
    const ReachAnswer answer = answerOf(someBlocks, targets);
    QCOMPARE(reachSummary(answer).first(), u"No setting reaches every target."_s);
    const QString said = routeSentences(answer, 0, shown).join(u'\n');
    QVERIFY(said.contains(u"Not to be had together: at most 5 of 100 alerts shown are wrong (1 in "
                          "20); at most 30 of 100 good alerts are missed."_s));
    QVERIFY(said.contains(u"Each alone at best: 4 of 100 alerts shown are wrong, at 0.90; all 200 "
                          "good alerts are shown, at 0.10."_s));
    QVERIFY(said.contains(u"right about 95 instead of 78 of 100 alerts shown"_s));
    QVERIFY(said.contains(u"find about 70 instead of 50 of 100 good alerts"_s));
    QVERIFY(said.contains(u"Without the limit on wrong ones, it would reach the others at 0.50"_s));
    QVERIFY(reachNotes(answer).last().contains(u"1,000 uses a day are your assumptions"_s));
    QCOMPARE(reachCell(answer, 0, ReachColumn::Reaches), u"all but one"_s);
    QCOMPARE(reachCell(answer, 0, ReachColumn::Wrong), u"✗ 22 of 100"_s);
}

void TestTargetWords::answer_neverInTime_saysHowMuchFaster()
{
    Targets targets;
    targets.answered = Targets::AnsweredWithin{{150.0}, 0.9};
    const QString said = routeSentences(answerOf(someBlocks, targets), 0, shown).join(u'\n');
    QVERIFY(said.contains(u"At best 10 of 100 uses are answered within 150 ms."_s));
    QVERIFY(said.contains(
            u"Answers would have to be 150 ms faster at p90, 150 ms instead of 300 ms."_s));
    targets.answered->wait = {50.0};
    QVERIFY(routeSentences(answerOf(someBlocks, targets), 0, shown)
                    .join(u'\n')
                    .contains(u"At best not one of 1,000 uses is answered within 50 ms."_s));
}

void TestTargetWords::answer_noLatencies_saysSo()
{
    Targets targets;
    targets.answered = Targets::AnsweredWithin{{150.0}, 0.9};
    const ReachAnswer answer = answerOf(someBlocks, targets, false);
    QVERIFY(reachNotes(answer).contains(
            u"This file has no latency column, so nothing can be said about waits."_s));
    QVERIFY(routeSentences(answer, 0, shown).contains(u"No latency is known."_s));
}

void TestTargetWords::answer_cells_undefinedAreDashes()
{
    Targets targets = wrongAtMost(0.0);
    targets.missed = 0.0;
    targets.shownPerDay = 1.0;
    // Dropping one of the three is not enough.
    const ReachAnswer answer =
            answerOf({{1, 0, 0.9, 1.0}, {5, 1, 0.5, 1.0}, {5, 0, 0.5, 1.0}}, targets);
    QCOMPARE(reachCell(answer, 0, ReachColumn::Reaches), u"no"_s);
    QCOMPARE(reachCell(answer, 0, ReachColumn::Threshold), u"—"_s);
    QCOMPARE(reachSummary(answer).last(), u"Dropping any single target would not be enough."_s);
    QVERIFY(routeSentences(answer, 0, shown).join(u'\n').contains(u"No single improvement"_s));
}

ONEINN_TEST(TestTargetWords)

} // namespace tests::wording_targetwords

#include "tst_targetwords.moc"
