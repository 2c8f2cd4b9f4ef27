// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "core/targets/reachtargets.h"
#include "ingest/predictionsfile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "wording/reachwords.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace tests::cli_reachcommand {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

class TestReachCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_hasTheNumbersOfCore();
    void json_threshold_bringsWhatMetricsSay();
    void text_hasTheSentences();
    void notReachable_isAnAnswer();
    void noLatencies_waitIsNotReached();
    void lowerIsPositive_thresholdInTheFilesUnits();
    void oneRow_answers();
    void preset_targets_areAskedFor();
    void options_wrong_oneSentence_data();
    void options_wrong_oneSentence();
    void help_namesTheOptions();
};

namespace {

QString inlineSample()
{
    return testsupport::sampleData(u"inlinesuggestion.csv"_s);
}

QStringList arguments(const QStringList &more = {})
{
    return QStringList{u"reach"_s,
                       inlineSample(),
                       u"--model"_s,
                       u"cloud-large"_s,
                       u"--wrong-at-most"_s,
                       u"1in8"_s,
                       u"--missed-at-most"_s,
                       u"0.5"_s,
                       u"--answered-within"_s,
                       u"300ms=0.95"_s,
                       u"--shown-per-day"_s,
                       u"270"_s,
                       u"--uses-per-day"_s,
                       u"1000"_s,
                       u"--budget"_s,
                       u"300"_s}
    + more;
}

/// The same question, asked of core.
ReachAnswer asked()
{
    const auto file = ingest::load(inlineSample().toStdString(), {});
    Scenario scenario;
    scenario.selection.model = "cloud-large";
    scenario.budget = Milliseconds{300.0};
    scenario.targets = {.wrongOfShown = 0.125,
                        .missed = 0.5,
                        .answered = Targets::AnsweredWithin{{300.0}, 0.95},
                        .gone = {},
                        .shownPerDay = 270.0,
                        .usesPerDay = 1000.0};
    const auto rows = ScenarioRows::prepare(file.value().predictions, scenario).value();
    return reachTargets(rows, reachQuestion(scenario)).value();
}

} // namespace

void TestReachCommand::json_hasTheNumbersOfCore()
{
    const CommandLineRun run = runCommandLine(arguments());
    QCOMPARE(run.code, 0);
    const QJsonObject json = run.json().toObject();
    const ReachAnswer answer = asked();
    QCOMPARE(json[u"answer"_s].toString(), u"reachable"_s);
    const QJsonArray routes = json[u"routes"_s].toArray();
    QCOMPARE(routes.size(), qsizetype(answer.routes.size()));
    for (qsizetype i = 0; i < routes.size(); ++i) {
        const QJsonObject said = routes[i].toObject();
        const Route &route = answer.routes[std::size_t(i)];
        QCOMPARE(said[u"name"_s].toString(), wording::routeName(route));
        QCOMPARE(said[u"reachable"_s].toBool(), route.reach.reachable());
        QCOMPARE(said[u"setting"_s].isNull(), !route.reach.reachable());
        if (!route.reach.reachable())
            continue;
        const QJsonObject setting = said[u"setting"_s].toObject();
        QCOMPARE(setting[u"threshold"_s].toDouble(), route.reach.chosen->threshold.value);
        QCOMPARE(setting[u"wrong_of_shown"_s].toObject()[u"share"_s].toDouble(),
                 route.reach.chosen->readings[TargetKind::WrongOfShown].share->value);
    }
    QCOMPARE(routes[0].toObject()[u"kind"_s].toString(), u"replaced-at-the-wait"_s);
    QCOMPARE(json[u"binding"_s].toObject()[u"target"_s].toString(), u"answered_within"_s);
}

void TestReachCommand::json_threshold_bringsWhatMetricsSay()
{
    const QJsonObject json = runCommandLine({u"reach"_s, inlineSample(), u"--model"_s,
                                             u"cloud-large"_s, u"--wrong-at-most"_s, u"0.1"_s})
                                     .json()
                                     .toObject();
    const auto routes = json[u"routes"_s].toArray();
    QJsonObject setting;
    for (const auto &route : routes) {
        if (route.toObject()[u"model"_s].toString() == u"cloud-large"_s)
            setting = route.toObject()[u"setting"_s].toObject();
    }
    const QJsonObject metrics =
            runCommandLine({u"metrics"_s, inlineSample(), u"--model"_s, u"cloud-large"_s,
                            u"--threshold"_s,
                            testsupport::typed(setting[u"threshold"_s].toDouble())})
                    .json()
                    .toObject();
    const double precision = metrics[u"metrics"_s].toObject()[u"precision"_s].toDouble();
    QVERIFY(precision >= 0.9);
    QVERIFY(std::abs(1.0 - precision
                     - setting[u"wrong_of_shown"_s].toObject()[u"share"_s].toDouble())
            < 1e-12);
}

void TestReachCommand::text_hasTheSentences()
{
    const CommandLineRun run = runCommandLine(arguments({u"--format"_s, u"text"_s}));
    QCOMPARE(run.code, 0);
    const ReachAnswer answer = asked();
    for (const QString &line :
         wording::reachSummary(answer) + wording::routeSentences(answer, 0, Scenario().words))
        QVERIFY2(run.out.contains(line), qPrintable(line));
    QVERIFY(run.out.contains(u"At least 95 of 100 uses are answered within 300 ms."_s));
}

void TestReachCommand::notReachable_isAnAnswer()
{
    const CommandLineRun run =
            runCommandLine({u"reach"_s, testsupport::sampleData(u"fraudalerts.csv"_s),
                            u"--wrong-at-most"_s, u"1in20"_s, u"--missed-at-most"_s, u"0.3"_s});
    QCOMPARE(run.code, 0);
    const QJsonObject json = run.json().toObject();
    QCOMPARE(json[u"answer"_s].toString(), u"not reachable"_s);
    const QJsonObject route = json[u"routes"_s].toArray()[0].toObject();
    QCOMPARE(route[u"conflict"_s].toArray(), (QJsonArray{u"wrong_of_shown"_s, u"missed"_s}));
    QVERIFY(route[u"furthest_beside_others"_s]
                    .toObject()[u"missed"_s]
                    .toObject()[u"value"_s]
                    .toDouble()
            > 0.3);
}

void TestReachCommand::noLatencies_waitIsNotReached()
{
    testsupport::WrittenFiles files;
    const QString path = files.write(u"label,score\n1,0.9\n0,0.2\n1,0.8\n0,0.1\n"_s);
    const CommandLineRun run =
            runCommandLine({u"reach"_s, path, u"--answered-within"_s, u"1s=0.9"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.json()[u"answer"_s].toString(), u"not reachable"_s);
    QVERIFY(run.json()[u"notes"_s].toArray()[0].toString().contains(u"no latency column"_s));
}

void TestReachCommand::lowerIsPositive_thresholdInTheFilesUnits()
{
    testsupport::WrittenFiles files;
    const QString path = files.write(u"label,score\n1,1\n1,2\n0,5\n1,6\n0,9\n"_s);
    const QJsonObject json =
            runCommandLine({u"reach"_s, path, u"--label"_s, u"label"_s, u"--score"_s, u"score"_s,
                            u"--lower-is-positive"_s, u"--wrong-at-most"_s, u"0"_s})
                    .json()
                    .toObject();
    const QJsonObject setting = json[u"routes"_s].toArray()[0].toObject()[u"setting"_s].toObject();
    QCOMPARE(setting[u"threshold"_s].toDouble(), 2.0);
}

void TestReachCommand::oneRow_answers()
{
    testsupport::WrittenFiles files;
    const QString path = files.write(u"label,score\n1,0.5\n"_s);
    const CommandLineRun run =
            runCommandLine({u"reach"_s, path, u"--positive"_s, u"1"_s, u"--wrong-at-most"_s,
                            u"0.5"_s, u"--format"_s, u"text"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"the only suggestion shown is right"_s));
}

void TestReachCommand::preset_targets_areAskedFor()
{
    testsupport::WrittenFiles files;
    const QString preset = files.write(
            u"{\"title\": \"A\", \"targets\": {\"wrongAtMost\": 0.2, \"missedAtMost\": 0.4}}"_s);
    const QString json = preset.chopped(4) + u".json"_s;
    QVERIFY(QFile::rename(preset, json));
    const QJsonObject targets = runCommandLine({u"reach"_s, inlineSample(), u"--preset"_s, json,
                                                u"--missed-at-most"_s, u"0.3"_s})
                                        .json()[u"targets"_s]
                                        .toObject();
    QCOMPARE(targets[u"wrong_of_shown_at_most"_s].toDouble(), 0.2);
    QCOMPARE(targets[u"missed_at_most"_s].toDouble(), 0.3);
    QVERIFY(QFile::remove(json));
}

void TestReachCommand::options_wrong_oneSentence_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QStringList &options, const QString &said) {
        QTest::newRow(name) << options << said;
    };
    row("none", {}, u"No target is given"_s);
    row("more than all", {u"--wrong-at-most"_s, u"1.5"_s}, u"a share from 0 to 1"_s);
    row("in nothing", {u"--wrong-at-most"_s, u"1in0"_s}, u"a share from 0 to 1"_s);
    row("percent", {u"--missed-at-most"_s, u"30%"_s}, u"as in 0.05 or 1in20, not '30%'"_s);
    row("no wait", {u"--answered-within"_s, u"0.95"_s}, u"as in 800ms=0.95"_s);
    row("no unit", {u"--answered-within"_s, u"800=0.95"_s}, u"as in 800ms=0.95"_s);
    row("half gone", {u"--answered-within"_s, u"half gone at 1s"_s}, u"as in 800ms=0.95"_s);
    row("no uses", {u"--shown-per-day"_s, u"20"_s}, u"--shown-per-day needs --uses-per-day"_s);
    row("nothing a day", {u"--shown-per-day"_s, u"0"_s, u"--uses-per-day"_s, u"9"_s},
        u"a number from 1e-6 to 1e12"_s);
}

void TestReachCommand::options_wrong_oneSentence()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, said);
    const CommandLineRun run = runCommandLine(QStringList{u"reach"_s, inlineSample()} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
    QCOMPARE(run.err.count(u'\n'), 1);
}

void TestReachCommand::help_namesTheOptions()
{
    const CommandLineRun run = runCommandLine({u"reach"_s, u"--help"_s});
    QCOMPARE(run.code, 0);
    for (const QString &option :
         {u"--wrong-at-most"_s, u"--missed-at-most"_s, u"--answered-within"_s, u"--shown-per-day"_s,
          u"--uses-per-day"_s})
        QVERIFY(run.out.contains(option));
}

ONEINN_TEST(TestReachCommand)

} // namespace tests::cli_reachcommand

#include "tst_reachcommand.moc"
