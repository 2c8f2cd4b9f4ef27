// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "core/loadbearing/scenarioload.h"
#include "ingest/predictionsfile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"
#include "wording/verdictwords.h"

#include <QTest>

namespace tests::cli_loadbearingcommand {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

namespace {

QString inlineSample()
{
    return testsupport::sampleData(u"inlinesuggestion.csv"_s);
}

QStringList arguments(const QStringList &more = {})
{
    return QStringList{u"loadbearing"_s, inlineSample(), u"--model"_s,    u"cloud-large"_s,
                       u"--threshold"_s, u"0.6"_s,       u"--budget"_s,   u"400"_s,
                       u"--value-tp"_s,  u"3"_s,         u"--value-fp"_s, u"-6"_s}
    + more;
}

/// The same question, asked of core.
ScenarioLoad asked()
{
    const auto file = ingest::load(inlineSample().toStdString(), {});
    Scenario scenario;
    scenario.selection.model = "cloud-large";
    scenario.threshold = {0.6};
    scenario.budget = Milliseconds{400.0};
    scenario.values = {3.0, -6.0, -1.0, 0.0};
    const auto rows = ScenarioRows::prepare(file.value().predictions, scenario).value();
    return scenarioLoad(*rows, loadQuestion(scenario)).value();
}

} // namespace

class TestLoadBearingCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void json_hasTheNumbersOfCore();
    void text_hasTheSentences();
    void noLatencies_latencyLosesNothing();
    void help_namesTheOptions();
};

void TestLoadBearingCommand::json_hasTheNumbersOfCore()
{
    const CommandLineRun run = runCommandLine(arguments());
    QCOMPARE(run.code, 0);
    const ScenarioLoad expected = asked();
    const LoadBearing &load = expected.load;
    const auto near = [&run](const QString &path, double value) {
        return std::abs(run.at(path).toDouble() - value) <= 1e-9 * (1.0 + std::abs(value));
    };
    QVERIFY(near(u"value_per_1000_uses"_s, 1000.0 * load.equalSteps.value));
    QVERIFY(near(u"equal_steps/latency/loss_per_1000_uses"_s,
                 1000.0 * load.equalSteps.alone.latency));
    QVERIFY(near(u"bad_week/recall/step"_s, load.badWeek.step.recall));
    QVERIFY(near(u"shapley_shares/precision"_s, load.equalSteps.share->precision));
    QVERIFY(near(u"headroom/recall"_s, *load.headroom.recall));
    QVERIFY(near(u"equal_steps/recall/first_in_resamples"_s, load.firstWithEqualSteps.recall));
    QVERIFY(near(u"budget_price/gain_per_1000_uses_up"_s,
                 1000.0 * *expected.budget->up * expected.budget->stepUp));
    const QJsonArray sentences = run.at(u"sentences"_s).toArray();
    QCOMPARE(sentences.first().toString(), wording::verdictWords(expected, {}).headline);

    const CommandLineRun metrics =
            runCommandLine(QStringList{u"metrics"_s} + arguments().sliced(1));
    QVERIFY(near(u"value_per_1000_uses"_s, metrics.at(u"value/per_1000_uses"_s).toDouble()));
}

void TestLoadBearingCommand::text_hasTheSentences()
{
    const CommandLineRun run = runCommandLine(arguments({u"--format"_s, u"text"_s}));
    QCOMPARE(run.code, 0);
    const QStringList sentences = wording::verdictSentences(wording::verdictWords(asked(), {}));
    for (const QString &sentence : sentences)
        QVERIFY2(run.out.contains(sentence), qPrintable(sentence));
    QVERIFY(run.out.contains(u"10 % more misses "_s));
}

void TestLoadBearingCommand::noLatencies_latencyLosesNothing()
{
    testsupport::WrittenFiles files;
    const QString path = files.write(u"label,score\n1,0.9\n0,0.8\n1,0.7\n0,0.2\n1,0.1\n0,0.05\n"_s);
    const CommandLineRun run = runCommandLine({u"loadbearing"_s, path, u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"equal_steps/latency/loss_per_1000_uses"_s).toDouble(), 0.0);
    QVERIFY(run.at(u"headroom/latency"_s).isNull());
    QVERIFY(run.at(u"budget_price"_s).isNull());
}

void TestLoadBearingCommand::help_namesTheOptions()
{
    const CommandLineRun run = runCommandLine({u"loadbearing"_s, u"--help"_s});
    QCOMPARE(run.code, 0);
    for (const QString &option : {u"--threshold"_s, u"--budget"_s, u"--format"_s, u"--value-fp"_s})
        QVERIFY2(run.out.contains(option), qPrintable(option));
    QVERIFY(runCommandLine({u"--help"_s}).out.contains(u"one-in-n-cli loadbearing FILE"_s));
    QCOMPARE(runCommandLine({u"loadbearing"_s, inlineSample()}).code, 2);
}

ONEINN_TEST(TestLoadBearingCommand)

} // namespace tests::cli_loadbearingcommand

#include "tst_loadbearingcommand.moc"
