// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "document/documentfile.h"

#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace tests::cli_answercommand {

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
    return QStringList{u"answer"_s,   inlineSample(), u"--preset"_s, u"inlinesuggestion"_s,
                       u"--budget"_s, u"350"_s,       u"--model"_s,  u"cloud-large"_s,
                       u"--date"_s,   u"2026-11-25"_s}
    + more;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A session about the sample, saved beside a copy of it.
struct Saved {
    QTemporaryDir folder;
    QString data = folder.filePath(u"predictions.csv"_s);
    QString session = folder.filePath(u"choice.oneinn"_s);
    Document document;

    Saved()
    {
        QFile::copy(inlineSample(), data);
        document.data = referenceTo(data).value();
        document.scenario.threshold = {0.7};
        document.scenario.budget = Milliseconds{300.0};
        document.scenario.selection.model = "on-device-small";
        document.scenario.words.raised = "hint";
        PinnedPoint pin;
        pin.name = "cloud, unhurried";
        pin.choice.threshold = {0.6};
        pin.choice.model = "cloud-large";
        document.pins.push_back(pin);
        document.text.problem = "People type on.";
        save();
    }
    void save() { QVERIFY(!saveDocument(session, document)); }
};

} // namespace

class TestAnswerCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void before_isTold_asDropTellsIt();
    void before_withoutAThreshold_isJudgedAtTheBestBefore();
    void before_thatCannotBeRead_isSaid();
    void file_noOutput_briefInMarkdown();
    void file_everyLength_itsOwn_data();
    void file_everyLength_itsOwn();
    void file_twice_sameBytesButForTheDate();
    void file_defaultNobodyChose_isPinned();
    void output_markdown_isWritten();
    void model_notNamed_isTheOneTheWindowOpensWith();
    void model_ofSeveralWithAsManyRows_isTheFirst();
    void output_html_isTheSameAnswer();
    void output_pdf_isTheSameBytesEachTime();
    void output_folderMissing_saysSo();
    void output_isTheInput_isRefused();
    void session_everything_comesFromIt();
    void session_optionsGiven_winOverIt();
    void session_dataMoved_isSaid();
    void session_dataChanged_isSaid();
    void session_dataGone_saysWhatToDo();
    void session_pinThatDoesNotFit_isLeftOut();
    void session_anyOfOneSetting_isAsItStands_data();
    void session_anyOfOneSetting_isAsItStands();
    void session_otherCommands_refuseIt();
    void session_searchedThreshold_isWithinItsSetting();
    void session_ownThresholds_areNotSearchedFor();
    void options_wrong_saysWhatIsRight_data();
    void options_wrong_saysWhatIsRight();
    void help_namesTheOptions();
};

void TestAnswerCommand::file_noOutput_briefInMarkdown()
{
    const CommandLineRun run = runCommandLine(arguments());
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.startsWith(
            u"# Accuracy or latency: what we choose for suggestions\n\n25 November 2026\n\n**We "_s));
    QVERIFY(run.out.contains(u"\n## Appendix\n"_s));
    QVERIFY(run.out.contains(u"- File: inlinesuggestion.csv\n"_s));
    const QByteArray sum =
            QCryptographicHash::hash(bytesOf(inlineSample()), QCryptographicHash::Sha256).toHex();
    QVERIFY(run.out.contains(QString::fromLatin1(sum)));

    const CommandLineRun best =
            runCommandLine({u"recommend"_s, inlineSample(), u"--objective"_s, u"value"_s,
                            u"--preset"_s, u"inlinesuggestion"_s, u"--budget"_s, u"350"_s,
                            u"--model"_s, u"cloud-large"_s, u"--format"_s, u"text"_s});
    const QString threshold =
            QRegularExpression(u"threshold of ([\\d.]+)"_s).match(best.out).captured(1);
    QVERIFY(!threshold.isEmpty());
    QVERIFY(run.out.contains(u"from a score of %1 up"_s.arg(threshold)));
}

void TestAnswerCommand::file_everyLength_itsOwn_data()
{
    QTest::addColumn<QString>("length");
    QTest::addColumn<QString>("has");
    QTest::newRow("sentence") << u"sentence"_s << u"**We show"_s;
    QTest::newRow("spoken") << u"spoken"_s << u"What carries this product?"_s;
    QTest::newRow("brief") << u"brief"_s << u"## What we give up"_s;
    QTest::newRow("executive") << u"executive"_s << u"## What it is like"_s;
}

void TestAnswerCommand::file_everyLength_itsOwn()
{
    QFETCH(const QString, length);
    QFETCH(const QString, has);
    const CommandLineRun run = runCommandLine(arguments({u"--length"_s, length}));
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(has));
    QCOMPARE(run.out.contains(u"## Appendix"_s), length == u"brief");
}

void TestAnswerCommand::file_twice_sameBytesButForTheDate()
{
    const QString first = runCommandLine(arguments()).out;
    QCOMPARE(runCommandLine(arguments()).out, first);
    QString other = runCommandLine(arguments({u"--date"_s, u"2027-01-02"_s})).out;
    QVERIFY(other != first);
    QCOMPARE(other.replace(u"2 January 2027"_s, u"25 November 2026"_s), first);
}

void TestAnswerCommand::file_defaultNobodyChose_isPinned()
{
    QVERIFY(runCommandLine(arguments()).out.contains(u"The default: 0.50, no budget"_s));
    const CommandLineRun scores =
            runCommandLine({u"answer"_s, testsupport::sampleData(u"listingrecommendations.csv"_s)});
    QCOMPARE(scores.code, 0);
    QVERIFY(!scores.out.contains(u"The default 0.5"_s));
}

void TestAnswerCommand::output_markdown_isWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"answer.md"_s);
    const CommandLineRun run = runCommandLine(arguments({u"-o"_s, path}));
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.isEmpty());
    QCOMPARE(QString::fromUtf8(bytesOf(path)), runCommandLine(arguments()).out);
}

void TestAnswerCommand::model_notNamed_isTheOneTheWindowOpensWith()
{
    const auto run =
            runCommandLine({u"answer"_s, testsupport::sampleData(u"inlinesuggestion.csv"_s),
                            u"--length"_s, u"spoken"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"The model is cloud-large"_s));
    QVERIFY2(run.err.contains(u"Looking at the model 'cloud-large' alone, as the window opens this "
                              "sample, of 2: 8,000 of 16,000 rows (--model for another)."_s),
             qPrintable(run.err));
}

void TestAnswerCommand::model_ofSeveralWithAsManyRows_isTheFirst()
{
    const testsupport::TableFiles files;
    QByteArray table = "model,label,score\n";
    for (int row = 0; row < 12; ++row)
        table += QByteArray(row % 2 ? "early" : "late") + (row % 3 ? ",0,0." : ",1,0.")
                + QByteArray::number(10 + row) + '\n';
    const auto run = runCommandLine(
            {u"metrics"_s, files.write(u"two.csv"_s, table), u"--threshold"_s, u"0.15"_s});
    QCOMPARE(run.code, 0);
    QVERIFY2(run.err.contains(u"Looking at the model 'late' alone, the first of 2 in the file, as "
                              "none has more rows: 6 of 12 rows"_s),
             qPrintable(run.err));
    table += "early,0,0.9\n";
    const auto more = runCommandLine(
            {u"metrics"_s, files.write(u"more.csv"_s, table), u"--threshold"_s, u"0.15"_s});
    QVERIFY2(more.err.contains(u"Looking at the model 'early' alone, the most frequent of 2: 7 of "
                               "13 rows"_s),
             qPrintable(more.err));
}

void TestAnswerCommand::output_html_isTheSameAnswer()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"answer.html"_s);
    QCOMPARE(runCommandLine(arguments({u"--output"_s, path})).code, 0);
    const QString html = QString::fromUtf8(bytesOf(path));
    QVERIFY(html.contains(u"What we give up"_s));
    QVERIFY(html.contains(u"<svg"_s));
    const QString brief = runCommandLine(arguments()).out;
    const QString lead = brief.split(u"**"_s).at(1);
    QVERIFY(html.contains(lead));
}

void TestAnswerCommand::output_pdf_isTheSameBytesEachTime()
{
    QTemporaryDir folder;
    const QString first = folder.filePath(u"answer.pdf"_s);
    const QString second = folder.filePath(u"again.PDF"_s);
    QCOMPARE(runCommandLine(arguments({u"-o"_s, first})).code, 0);
    QCOMPARE(runCommandLine(arguments({u"-o"_s, second})).code, 0);
    QVERIFY(bytesOf(first).startsWith("%PDF"));
    QCOMPARE(bytesOf(second), bytesOf(first));
}

void TestAnswerCommand::output_folderMissing_saysSo()
{
    const CommandLineRun run = runCommandLine(arguments({u"-o"_s, u"/no/such/folder/a.md"_s}));
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY2(run.err.contains(
                     u"“/no/such/folder/a.md” could not be saved: its folder does not exist"_s),
             qPrintable(run.err));
}

void TestAnswerCommand::output_isTheInput_isRefused()
{
    const testsupport::TableFiles files;
    const QByteArray table = "label,score\n1,0.9\n0,0.2\n1,0.7\n0,0.4\n";
    const QString path = files.write(u"table.md"_s, table);
    const auto run = runCommandLine({u"answer"_s, path, u"-o"_s, path});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"is what is being read"_s), qPrintable(run.err));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), table);
}

void TestAnswerCommand::session_everything_comesFromIt()
{
    const Saved saved;
    const CommandLineRun run = runCommandLine({u"answer"_s, saved.session});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"We show hints from a score of 0.70 up"_s));
    QVERIFY(run.out.contains(u"The model is on-device-small; after 300 ms nothing is shown"_s));
    QVERIFY(run.out.contains(u"“Cloud, unhurried”"_s) || run.out.contains(u"“cloud, unhurried”"_s));
    QVERIFY(run.out.contains(u"People type on."_s));
    QVERIFY(run.out.contains(u"File: predictions.csv"_s));
    QVERIFY2(!run.err.contains(u"no longer"_s) && !run.err.contains(u"changed"_s),
             qPrintable(run.err));
}

void TestAnswerCommand::session_optionsGiven_winOverIt()
{
    const Saved saved;
    const CommandLineRun run =
            runCommandLine({u"answer"_s, saved.session, u"--threshold"_s, u"0.5"_s, u"--budget"_s,
                            u"200"_s, u"--noun"_s, u"idea"_s, u"--model"_s, u"cloud-large"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.out.contains(u"We show ideas from a score of 0.50 up"_s));
    QVERIFY(run.out.contains(u"The model is cloud-large; after 200 ms nothing is shown"_s));
}

void TestAnswerCommand::session_dataMoved_isSaid()
{
    Saved saved;
    saved.document.data.path = u"/no/such/folder/predictions.csv"_s;
    saved.save();
    const CommandLineRun run = runCommandLine({u"answer"_s, saved.session});
    QCOMPARE(run.code, 0);
    QVERIFY(run.err.contains(u"no longer at '/no/such/folder/predictions.csv'"_s));
}

void TestAnswerCommand::session_dataChanged_isSaid()
{
    const Saved saved;
    QFile file(saved.data);
    QVERIFY(file.open(QIODevice::Append));
    file.write(bytesOf(saved.data).split('\n').at(1) + "\n");
    file.close();
    const CommandLineRun run = runCommandLine({u"answer"_s, saved.session});
    QCOMPARE(run.code, 0);
    QVERIFY(run.err.contains(u"has changed since the session was saved"_s));
}

void TestAnswerCommand::session_dataGone_saysWhatToDo()
{
    const Saved saved;
    QVERIFY(QFile::remove(saved.data));
    const CommandLineRun run = runCommandLine({u"answer"_s, saved.session});
    QCOMPARE(run.code, 1);
    QVERIFY(run.out.isEmpty());
    QVERIFY(run.err.contains(u"predictions.csv"_s));
}

void TestAnswerCommand::session_pinThatDoesNotFit_isLeftOut()
{
    Saved saved;
    saved.document.pins.front().choice.model = "gone";
    saved.save();
    const CommandLineRun run = runCommandLine({u"answer"_s, saved.session});
    QCOMPARE(run.code, 0);
    QVERIFY(run.err.contains(u"cloud, unhurried is left out. "_s));
    QVERIFY(!run.out.contains(u"unhurried"_s));
}

void TestAnswerCommand::session_anyOfOneSetting_isAsItStands_data()
{
    QTest::addColumn<QStringList>("more");
    QTest::newRow("operating-point") << QStringList{};
    QTest::newRow("metrics") << QStringList{};
    QTest::newRow("loadbearing") << QStringList{};
    QTest::newRow("doubts") << QStringList{};
    QTest::newRow("learn") << QStringList{};
    QTest::newRow("release") << QStringList{};
    QTest::newRow("policies") << QStringList{};
    QTest::newRow("rows") << QStringList{u"--cell"_s, u"missed-by-lateness"_s};
    QTest::newRow("segments") << QStringList{u"--by"_s, u"language"_s};
}

/// What it was saved with, and what is named instead, are two answers; and that of the setting is
/// the same as if all of it were named.
void TestAnswerCommand::session_anyOfOneSetting_isAsItStands()
{
    QFETCH(const QStringList, more);
    const QString command = QString::fromLatin1(QTest::currentDataTag());
    const Saved saved;
    const Scenario &scenario = saved.document.scenario;
    const CommandLineRun run = runCommandLine(QStringList{command, saved.session} + more);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QStringList same{u"--threshold"_s, QString::number(scenario.threshold.value, 'g', 17)};
    QCOMPARE(runCommandLine(QStringList{command, saved.session} + same + more).out, run.out);
    const QStringList other{u"--threshold"_s, u"0.9"_s};
    QVERIFY(runCommandLine(QStringList{command, saved.session} + other + more).out != run.out);
}

void TestAnswerCommand::session_otherCommands_refuseIt()
{
    const Saved saved;
    const CommandLineRun run =
            runCommandLine({u"conventions"_s, saved.session, u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(u"only metrics, recommend, loadbearing"_s), qPrintable(run.err));
}

/// Exercises are about what is set; a threshold that is looked for is one for all.
void TestAnswerCommand::session_ownThresholds_areNotSearchedFor()
{
    Saved saved;
    saved.document.scenario.combination = ThresholdsBySegment{"language", {0.7}, {{"fi", {0.9}}}};
    saved.save();
    const CommandLineRun practised =
            runCommandLine({u"practise"_s, saved.session, u"--format"_s, u"json"_s});
    QVERIFY2(practised.code == 0, qPrintable(practised.err));
    const CommandLineRun searched =
            runCommandLine({u"recommend"_s, saved.session, u"--objective"_s, u"value"_s});
    QCOMPARE(searched.code, 1);
    QVERIFY2(searched.err.contains(u"some values of 'language' have thresholds of their own"_s),
             qPrintable(searched.err));
}

/// Where a command looks for a threshold, what was set beside it counts.
void TestAnswerCommand::session_searchedThreshold_isWithinItsSetting()
{
    const Saved saved;
    const Scenario &scenario = saved.document.scenario;
    const auto found = [](const QStringList &arguments) {
        const CommandLineRun run = runCommandLine(arguments);
        return run.code == 0 ? run.at(u"threshold"_s) : QJsonValue();
    };
    const QStringList recommended{u"recommend"_s, saved.session, u"--objective"_s, u"value"_s};
    const QStringList setting{u"--budget"_s, QString::number(scenario.budget->value)};
    QVERIFY(!found(recommended).isUndefined());
    QCOMPARE(found(recommended + setting), found(recommended));
    QVERIFY(found(recommended + QStringList{u"--values"_s, u"1,-9,-1,0"_s}) != found(recommended));
}

void TestAnswerCommand::options_wrong_saysWhatIsRight_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("says");
    QTest::newRow("length") << QStringList{u"--length"_s, u"long"_s}
                            << u"sentence, spoken, brief or executive"_s;
    QTest::newRow("date") << QStringList{u"--date"_s, u"25.11.2026"_s} << u"2026-01-31"_s;
    QTest::newRow("day that is none")
            << QStringList{u"--date"_s, u"2026-02-30"_s} << u"2026-01-31"_s;
    QTest::newRow("output") << QStringList{u"-o"_s, u"answer.docx"_s} << u".md"_s;
}

void TestAnswerCommand::options_wrong_saysWhatIsRight()
{
    QFETCH(const QStringList, options);
    QFETCH(const QString, says);
    const CommandLineRun run = runCommandLine(arguments(options));
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(says), qPrintable(run.err));
}

void TestAnswerCommand::help_namesTheOptions()
{
    const CommandLineRun run = runCommandLine({u"answer"_s, u"--help"_s});
    QCOMPARE(run.code, 0);
    for (const QString &option :
         {u"--length"_s, u"-o, --output"_s, u"--date"_s, u"--threshold"_s, u"--budget"_s})
        QVERIFY2(run.out.contains(option), qPrintable(option));
    QVERIFY(runCommandLine({u"--help"_s}).out.contains(u"one-in-n-cli answer FILE"_s));
}

/// The amounts of the appendix are those of `drop` at the same threshold.
void TestAnswerCommand::before_isTold_asDropTellsIt()
{
    const QString february = testsupport::sampleData(u"payments-february.csv"_s);
    const QString march = testsupport::sampleData(u"payments-march.csv"_s);
    const QStringList asked{u"--preset"_s, u"fraudalert"_s, u"--threshold"_s, u"0.1"_s};
    const auto answer =
            runCommandLine(QStringList{u"answer"_s, march, u"--before"_s, february} + asked);
    QVERIFY2(answer.code == 0, qPrintable(answer.err));
    const QString text = QString(answer.out).remove(u'\\');
    QVERIFY(text.contains(
            u"## Why it dropped: payments-march.csv against payments-february.csv"_s));
    const auto drop = runCommandLine(
            QStringList{u"drop"_s, february, march, u"--format"_s, u"text"_s} + asked);
    QVERIFY2(drop.code == 0, qPrintable(drop.err));
    const QString happened = drop.out.section(u'\n', 0, 0);
    QVERIFY(happened.startsWith(u"What happened: "_s));
    QVERIFY2(text.contains(happened), qPrintable(happened));
    for (const QString &said : {u"Why we think so: "_s, u"What we do: "_s,
                                u"What we could not rule out: "_s, u"gift-card"_s})
        QVERIFY2(text.contains(said), qPrintable(said));
    const auto csv = runCommandLine(QStringList{u"drop"_s, february, march, u"--format"_s, u"csv"_s}
                                    + asked);
    for (const QString &line : csv.out.split(u'\n', Qt::SkipEmptyParts).mid(1)) {
        const double amount = line.section(u',', 1, 1).toDouble();
        QString told = QLocale(QLocale::English).toString(qlonglong(std::round(std::abs(amount))));
        QVERIFY2(std::abs(amount) < 100.0 || text.contains(told), qPrintable(line));
    }
    const auto without = runCommandLine(QStringList{u"answer"_s, march} + asked);
    QVERIFY(!without.out.contains(u"Why it dropped"_s));
}

/// Unasked, both stand on the threshold that was best before, and where it is to be left where it
/// is, so does the answer.
void TestAnswerCommand::before_withoutAThreshold_isJudgedAtTheBestBefore()
{
    const QString february = testsupport::sampleData(u"payments-february.csv"_s);
    const QString march = testsupport::sampleData(u"payments-march.csv"_s);
    const QStringList preset{u"--preset"_s, u"fraudalert"_s};
    const auto drop = runCommandLine(QStringList{u"drop"_s, february, march} + preset);
    QVERIFY2(drop.code == 0, qPrintable(drop.err));
    const QJsonValue old = drop.at(u"old_threshold"_s);
    QCOMPARE(old[u"then_is"_s].toString(), u"best-before"_s);
    const QString kept = QString::number(old[u"then"_s].toDouble(), 'g', 17);
    const auto text = [&](const QStringList &asked) {
        const auto run = runCommandLine(asked + preset);
        return run.code == 0 ? QString(run.out).remove(u'\\') : run.err;
    };
    const QStringList dropped{u"drop"_s, february, march, u"--format"_s, u"text"_s};
    const QStringList answered{u"answer"_s, march, u"--before"_s, february};
    const QString unasked = text(dropped);
    const QString asked = text(dropped + QStringList{u"--threshold"_s, kept});
    QVERIFY2(unasked.contains(u"No threshold was given: 0.0"_s), qPrintable(unasked));
    QVERIFY(!asked.contains(u"No threshold was given"_s));
    const QStringList story = unasked.split(u'\n');
    // What it looks too good by where it was chosen is taken off the first line alone.
    QVERIFY2(story.constFirst().endsWith(u"; that is taken off."_s),
             qPrintable(story.constFirst()));
    QCOMPARE(asked.split(u'\n').mid(1, 3), story.mid(1, 3));
    const QString answer = text(answered);
    for (const QString &line :
         story.mid(0, 1) + drop.at(u"sentences"_s).toVariant().toStringList().mid(0, 1))
        QVERIFY2(answer.contains(line), qPrintable(line));
    QVERIFY2(answer.contains(u"the most valuable threshold in the earlier one"_s),
             qPrintable(answer));
    const auto after = [](const QString &said) {
        return said.section(u"Keeping it looks to cost "_s, 1).section(u'.', 0, 0);
    };
    QVERIFY(!after(unasked).isEmpty());
    QVERIFY(!after(unasked).startsWith(u"0 "_s));
    QVERIFY(answer.contains(after(unasked)));
    QStringList remedies;
    for (const QJsonValue &each : drop.at(u"recoveries"_s).toArray())
        remedies.append(each[u"do"_s].toString());
    QVERIFY2(remedies.contains(u"keep-threshold"_s), qPrintable(remedies.join(u' ')));
    const QString chosen = text(answered + QStringList{u"--threshold"_s, kept});
    QCOMPARE(answer.section(u"**"_s, 1, 1), chosen.section(u"**"_s, 1, 1));
}

void TestAnswerCommand::before_thatCannotBeRead_isSaid()
{
    const auto run = runCommandLine(arguments({u"--before"_s, u"nowhere.csv"_s}));
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"nowhere.csv"_s), qPrintable(run.err));
    QVERIFY(run.out.isEmpty());
}

ONEINN_TEST(TestAnswerCommand)

} // namespace tests::cli_answercommand

#include "tst_answercommand.moc"
