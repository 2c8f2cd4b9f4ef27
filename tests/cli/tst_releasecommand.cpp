// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/releasecommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

namespace tests::cli_releasecommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestReleaseCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_stages_areTheDefinition();
    void json_goodLaunches_reachEverybodyInEightOfTen();
    void json_soFar_isTheRules_data();
    void json_soFar_isTheRules();
    void json_ruleOfTheAnswer_isTheSame();
    void json_nothingWrong_hasNoStagesAndSaysWhy();
    void text_everySample_readsWithoutAFootnote_data();
    void text_everySample_readsWithoutAFootnote();
    void json_withoutLabels_knowsNothing();
    void json_fewUsers_haveNoGateAndSayWhy();
    void json_group_isNamedAndHasItsOwnTraffic();
    void text_saysWholeThings();
    void text_stagesOfYears_areNoPlan();
    void text_fewUsersWithMany_saysWhyThereIsNoRule();
    void wrongOptions_areRefused_data();
    void wrongOptions_areRefused();

private:
    QString table(int shown, int wrong);

    testsupport::WrittenFiles m_files;
};

/// So many shown at a threshold of 0.5, of which some are wrong, and as many not shown.
QString TestReleaseCommand::table(int shown, int wrong)
{
    QString text = u"label,score\n"_s;
    for (int i = 0; i < shown; ++i) {
        const double within = 0.3 * ((i * 7919) % shown) / shown;
        text += u"%1,%2\n0,%3\n"_s.arg(i < wrong ? u"0"_s : u"1"_s, QString::number(0.6 + within),
                                       QString::number(0.1 + within));
    }
    return m_files.write(text);
}

void TestReleaseCommand::json_stages_areTheDefinition()
{
    const auto run = runCommandLine({u"release"_s, table(1000, 100), u"--threshold"_s, u"0.5"_s,
                                     u"--uses-per-day"_s, u"400"_s, u"--labelled"_s, u"0.5"_s,
                                     u"--label-delay"_s, u"2"_s, u"--stages"_s, u"10,100"_s,
                                     u"--uses-per-week"_s, u"1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray stages = run.at(u"stages"_s).toArray();
    QCOMPARE(stages.size(), 2);
    const QJsonValue first = stages.at(0);
    // One gate that 80 of 100 pass: (1.645 + 0.8416)^2 0.09 (1 + 1/9) / 0.05^2, or a little more.
    const double labelled = first[u"labelled_shown"_s].toDouble();
    QVERIFY2(labelled >= 248.0 && labelled < 330.0, qPrintable(QString::number(labelled)));
    // Half of 400 uses a day show something; a tenth of them is in it, half of these are labelled.
    COMPARE_NEAR(first[u"days"_s].toDouble(), labelled / 10.0 + 2.0, 1e-9);
    COMPARE_NEAR(first[u"extra_wrong_if_bad"_s].toDouble(),
                 (labelled / 10.0 + 2.0) * 40.0 * 0.5 * 0.05, 1e-9);
    QVERIFY(first[u"pass_if_good"_s].toDouble() >= 0.8);
    QVERIFY(first[u"pass_if_bad"_s].toDouble() < 0.065);
    QVERIFY(stages.at(1)[u"labelled_shown"_s].isNull());
    COMPARE_NEAR(stages.at(1)[u"days"_s].toDouble(), 7.0, 1e-12);
}

void TestReleaseCommand::json_goodLaunches_reachEverybodyInEightOfTen()
{
    for (const int wrong : {20, 70, 130, 400, 720}) {
        const auto run =
                runCommandLine({u"release"_s, table(1000, wrong), u"--threshold"_s, u"0.5"_s});
        const QJsonArray stages = run.at(u"stages"_s).toArray();
        QCOMPARE(stages.size(), 4);
        QVERIFY(stages.last()[u"good_still_in"_s].toDouble() >= 0.8);
        QVERIFY(stages.last()[u"bad_still_in"_s].toDouble() < 0.001);
        QVERIFY(stages.at(0)[u"days"_s].isNull());
    }
}

void TestReleaseCommand::json_soFar_isTheRules_data()
{
    QTest::addColumn<QString>("count");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("over") << u"10/25"_s << u"roll-back"_s;
    QTest::newRow("few") << u"0/25"_s << u"keep"_s;
    QTest::newRow("between") << u"5/30"_s << u"hold"_s;
    QTest::newRow("before the first look") << u"1/3"_s << u"cannot-tell-yet"_s;
}

/// 265 of 2,000 are 13.25 of 100: 10 in 25, 14 in 50 and 0 in 25, 4 in 50 of the definition.
void TestReleaseCommand::json_soFar_isTheRules()
{
    QFETCH(const QString, count);
    QFETCH(const QString, verdict);
    const auto run = runCommandLine(
            {u"release"_s, table(2000, 265), u"--threshold"_s, u"0.5"_s, u"--so-far"_s, count});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"so_far"_s)[u"verdict"_s].toString(), verdict);
    const QJsonValue looks = run.at(u"rollback"_s)[u"wrong"_s][u"looks"_s];
    QCOMPARE(looks[0][u"roll_back_at"_s].toInt(), 10);
    QCOMPARE(looks[3][u"shown"_s].toInt(), 210);
    QCOMPARE(looks[3][u"roll_back_at"_s].toInt(), 37);
}

void TestReleaseCommand::json_ruleOfTheAnswer_isTheSame()
{
    const QString file = table(2000, 265);
    const auto plan = runCommandLine(
            {u"release"_s, file, u"--threshold"_s, u"0.5"_s, u"--format"_s, u"text"_s});
    const auto answer = runCommandLine({u"answer"_s, file, u"--threshold"_s, u"0.5"_s});
    const auto sentence =
            u"We check the first 210 shown and roll back at the 37th wrong one, sooner at the "
            "tenth in 25, the 14th in 50 or the 23rd in 100."_s;
    QVERIFY2(plan.out.contains(sentence), qPrintable(plan.out));
    QVERIFY(answer.out.contains(sentence));
}

void TestReleaseCommand::json_nothingWrong_hasNoStagesAndSaysWhy()
{
    const auto run = runCommandLine({u"release"_s, table(20, 0), u"--threshold"_s, u"2"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"stages"_s).toArray().isEmpty());
    QVERIFY(run.at(u"rollback"_s)[u"wrong"_s].isNull());
    QVERIFY(run.out.contains(u"Nothing is shown, so nothing can go wrong"_s));
}

void TestReleaseCommand::text_everySample_readsWithoutAFootnote_data()
{
    QTest::addColumn<QString>("preset");
    QTest::newRow("inlinesuggestion") << u"inlinesuggestion"_s;
    QTest::newRow("fraudalerts") << u"fraudalert"_s;
    QTest::newRow("listingrecommendations") << u"recommendation"_s;
    QTest::newRow("tumourscreening") << u"medicalscreening"_s;
    QTest::newRow("assistantanswers") << u"supportanswer"_s;
    QTest::newRow("payments-march") << u"fraudalert"_s;
}

void TestReleaseCommand::text_everySample_readsWithoutAFootnote()
{
    QFETCH(const QString, preset);
    const QString file =
            testsupport::sampleData(QString::fromLatin1(QTest::currentDataTag()) + u".csv"_s);
    const auto run = runCommandLine({u"release"_s, file, u"--preset"_s, preset, u"--format"_s,
                                     u"text"_s, u"--uses-per-day"_s, u"20000"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u"good launches pass all stages"_s), qPrintable(run.out));
    // Good and bad are said before anything is told of them.
    const auto defined =
            run.out.indexOf(u"We call a launch good if it is as good as what runs now"_s);
    QVERIFY(defined >= 0);
    for (const QString &word : {u"good launches"_s, u"bad ones"_s, u"launch is bad"_s})
        QVERIFY2(run.out.indexOf(word) > defined, qPrintable(word));
    for (const QString &jargon : {u"non-inferiority"_s, u"SPRT"_s, u"power"_s, u"p-value"_s,
                                  u"%1"_s, u"nan"_s, u" 1 days"_s})
        QVERIFY2(!run.out.contains(jargon), qPrintable(jargon));
}

/// Of nothing that is checked nothing is known.
void TestReleaseCommand::json_withoutLabels_knowsNothing()
{
    const auto run = runCommandLine({u"release"_s, table(1000, 100), u"--threshold"_s, u"0.5"_s,
                                     u"--labelled"_s, u"0"_s, u"--uses-per-day"_s, u"400"_s,
                                     u"--uses-per-week"_s, u"0.1"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.at(u"good_reach_at_least"_s).isNull());
    for (const QJsonValue &stage : run.at(u"stages"_s).toArray()) {
        for (const auto &key :
             {"pass_if_good", "good_still_in", "bad_still_in", "expected_extra_wrong_if_bad"})
            QVERIFY2(stage[QLatin1String(key)].isNull(), key);
    }
    QVERIFY(run.out.contains(u"Without labels nothing can be known"_s));
}

/// What few users meet tells nothing, however many labels they bring: the same of a file without
/// users, by how often one has a use.
void TestReleaseCommand::json_fewUsers_haveNoGateAndSayWhy()
{
    const QStringList asked{u"release"_s, table(1000, 100),    u"--threshold"_s,
                            u"0.5"_s,     u"--uses-per-day"_s, u"1000"_s};
    const auto run = runCommandLine(asked);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QJsonArray stages = run.at(u"stages"_s).toArray();
    // 1,000 uses a day of 20 a week each: 350 users.
    COMPARE_NEAR(stages[0][u"users"_s].toDouble(), 3.5, 1e-9);
    QCOMPARE(stages[0][u"fewest_users"_s].toDouble(), 20.0);
    QVERIFY(stages[0][u"labelled_shown"_s].isNull() && stages[0][u"pass_if_good"_s].isNull());
    QVERIFY(stages[0][u"sentence"_s].toString().contains(u"about 4 users meet it, too few"_s));
    QVERIFY(stages[2][u"fewest_users"_s].isNull() && !stages[2][u"pass_if_good"_s].isNull());
    QCOMPARE(run.at(u"rollback_counts_from_share"_s).toDouble(), 0.25);
    QVERIFY(run.out.contains(u"one user has 20 uses a week"_s));
    QVERIFY(run.out.contains(u"from 25 of 100 uses on"_s));
    const auto none = runCommandLine(asked + QStringList{u"--uses-per-week"_s, u"1000"_s});
    QVERIFY(none.at(u"rollback_counts_from_share"_s).isNull());
    QVERIFY(none.at(u"good_reach_at_least"_s).isNull());
    QVERIFY(none.out.contains(u"No stage has users enough"_s));
}

/// Of one group the traffic of all is taken in part.
void TestReleaseCommand::json_group_isNamedAndHasItsOwnTraffic()
{
    const QStringList where{testsupport::sampleData(u"fraudalerts.csv"_s),
                            u"--preset"_s,
                            u"fraudalert"_s,
                            u"--where"_s,
                            u"channel=online"_s,
                            u"--threshold"_s,
                            u"0.1"_s,
                            u"--uses-per-day"_s,
                            u"20000"_s};
    const auto plan = runCommandLine(QStringList(u"release"_s) + where);
    QVERIFY2(plan.code == 0, qPrintable(plan.err));
    QVERIFY2(plan.out.contains(
                     u"All of this is of channel online alone: of 20,000 payments a day"_s),
             qPrintable(plan.out));
    const double all = plan.at(u"account/used"_s).toDouble()
            + plan.at(u"account/set_aside/not_selected"_s).toDouble();
    const double theirs = 20000.0 * plan.at(u"account/used"_s).toDouble() / all;
    const QJsonValue last = plan.at(u"stages"_s).toArray().last();
    COMPARE_NEAR(last[u"uses"_s].toDouble(), 7.0 * theirs, 1.0);
    const auto learn = runCommandLine(QStringList(u"learn"_s) + where);
    COMPARE_NEAR(learn.at(u"uses"_s).toDouble(), 7.0 * theirs, 1.0);
    QVERIFY(learn.out.contains(u"of channel online alone"_s));
}

/// What all at once means, and how many of how many.
void TestReleaseCommand::text_saysWholeThings()
{
    const QStringList asked{u"release"_s, table(1000, 100), u"--threshold"_s,
                            u"0.5"_s,     u"--format"_s,    u"text"_s};
    const auto atOnce = runCommandLine(asked + QStringList{u"--stages"_s, u"100"_s});
    QVERIFY2(
            atOnce.out.contains(
                    u"Everybody has it at once: good or bad, nothing is compared before, "
                    "and the rollback rule, which counts wrong ones, takes back up to 5 of 100 good ones"_s),
            qPrintable(atOnce.out));
    QVERIFY(!atOnce.out.contains(u"100 of 100 bad"_s));
    const auto staged = runCommandLine(asked + QStringList{u"--stages"_s, u"10,100"_s});
    const QRegularExpression ofAll(
            u"until ([0-9,]+) uses have met it, while there are about ([0-9,]+) in all"_s);
    const auto match = ofAll.match(staged.out);
    QVERIFY2(match.hasMatch(), qPrintable(staged.out));
    const auto number = [&](int place) { return match.captured(place).remove(u',').toDouble(); };
    COMPARE_NEAR(number(2), 10.0 * number(1), 0.006 * number(2)); // about: three digits
    QVERIFY(staged.out.contains(u"nobody rolls it back before the stage ends"_s));
    QVERIFY2(staged.out.contains(u"It is kept, and nobody need check further"_s),
             qPrintable(staged.out));
    QVERIFY(staged.out.contains(u"so that about "_s));
    // How many there are a day in the file is a hint, where it has days and users.
    QVERIFY(staged.out.contains(u"Not known: how many uses there are a day, so no days"_s));
    const auto counted = runCommandLine(
            {u"release"_s, testsupport::sourceFolder(u"sample_data/payments-february.csv"_s),
             u"--format"_s, u"text"_s});
    QVERIFY2(counted.out.contains(
                     u"how many uses there are a day (this file has 229), so no days"_s),
             qPrintable(counted.out));
}

/// Nobody keeps to stages of years: that is said, with stages that would do.
void TestReleaseCommand::text_stagesOfYears_areNoPlan()
{
    const QStringList asked{u"release"_s,       table(1000, 100), u"--threshold"_s,     u"0.5"_s,
                            u"--format"_s,      u"text"_s,        u"--uses-per-week"_s, u"0.1"_s,
                            u"--uses-per-day"_s};
    const auto slow = runCommandLine(asked + QStringList{u"100"_s});
    QVERIFY2(slow.out.contains(u"That is no plan: nobody keeps to stages for "_s),
             qPrintable(slow.out));
    QVERIFY2(slow.out.contains(u"would be over within half a year."_s), qPrintable(slow.out));
    const auto json =
            runCommandLine({u"release"_s, table(1000, 100), u"--threshold"_s, u"0.5"_s,
                            u"--uses-per-day"_s, u"100"_s, u"--uses-per-week"_s, u"0.1"_s});
    QVERIFY(json.at(u"takes_too_long"_s).toBool());
    QCOMPARE(json.at(u"shares_that_do"_s).toArray().last().toDouble(), 1.0);
    const auto quick = runCommandLine(asked + QStringList{u"100000"_s});
    QVERIFY2(!quick.out.contains(u"That is no plan"_s), qPrintable(quick.out));
}

/// A promise that would not be kept is not given.
void TestReleaseCommand::text_fewUsersWithMany_saysWhyThereIsNoRule()
{
    QString text = u"label,score,user_id\n"_s;
    for (int use = 0; use < 1200; ++use)
        text += u"%1,0.%2,u%3\n"_s.arg(QString::number(use % 7 == 0 ? 0 : 1),
                                       QString::number(60 + use % 31), QString::number(use % 12));
    const auto run = runCommandLine({u"release"_s, m_files.write(text), u"--threshold"_s, u"0.5"_s,
                                     u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.contains(u"What was shown here came from so few users"_s)
                     && run.out.contains(u"From about 20 users"_s),
             qPrintable(run.out));
    QVERIFY(!run.out.contains(u"roll back at"_s));
}

void TestReleaseCommand::wrongOptions_areRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::newRow("descending") << QStringList{u"--stages"_s, u"5,1"_s};
    QTest::newRow("above all") << QStringList{u"--stages"_s, u"5,101"_s};
    QTest::newRow("none") << QStringList{u"--stages"_s, u"0"_s};
    QTest::newRow("more wrong than shown") << QStringList{u"--so-far"_s, u"5/3"_s};
    QTest::newRow("no count") << QStringList{u"--so-far"_s, u"5"_s};
    QTest::newRow("no delay") << QStringList{u"--label-delay"_s, u"-1"_s};
    QTest::newRow("no margin") << QStringList{u"--margin"_s, u"0"_s};
}

void TestReleaseCommand::wrongOptions_areRefused()
{
    QFETCH(const QStringList, options);
    const auto run = runCommandLine(QStringList{u"release"_s, table(10, 2)} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(options.first()), qPrintable(run.err));
}

ONEINN_TEST(TestReleaseCommand)

} // namespace tests::cli_releasecommand

#include "tst_releasecommand.moc"
