// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/opencommand.h"

#include "cli/commandline.h"
#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The window as a script meets it: `one-in-n-cli open`, and the lines of Python in
/// docs/notebook.md. Nobody is there to close it, so it takes a picture and leaves.
namespace tests::cli_opencommand {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

namespace {

struct Ended {
    int code = -1;
    QString said;
    QString complained;
};

} // namespace

class TestOpenCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pipedTable_closed_printsWhereItStood();
    void operatingPoint_toAFile_isWrittenThere();
    void operatingPoint_overTheData_isRefused();
    void nothingOpened_isSaid();
    void wish_wrong_isSaid_data();
    void wish_wrong_isSaid();
    void withoutDisplay_isSaid();
    void notebookRecipe_showsWhatTheWindowChose();

private:
    Ended run(const QString &program, const QStringList &arguments,
              const QString &input = QProcess::nullDevice(), bool isOnDisplay = true) const;
    Ended open(const QStringList &arguments, const QString &input = QProcess::nullDevice()) const
    {
        return run(inBin(u"one-in-n-cli"_s), QStringList{u"open"_s} + arguments, input);
    }
    static QString inBin(const QString &name)
    {
        return QCoreApplication::applicationDirPath() + u'/' + name;
    }
    QString inFolder(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

Ended TestOpenCommand::run(const QString &program, const QStringList &arguments,
                           const QString &input, bool isOnDisplay) const
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, inFolder(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, inFolder(u"config"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path());
    environment.insert(u"PATH"_s, inBin({}) + u':' + environment.value(u"PATH"_s));
    for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
        environment.remove(name);
    if (isOnDisplay)
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(input);
    process.start(program, arguments);
    constexpr int patience = 120'000;
    if (!process.waitForFinished(patience) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

void TestOpenCommand::pipedTable_closed_printsWhereItStood()
{
    // A pipe, and not the file itself.
    const QString command = u"cat '%1' | '%2' open - --preset fraudalert --screenshot '%3'"_s.arg(
            testsupport::sampleData(u"fraudalerts.csv"_s), inBin(u"one-in-n-cli"_s),
            inFolder(u"piped.png"_s));
    const Ended ended = run(u"/bin/sh"_s, {u"-c"_s, command});
    QCOMPARE(ended.code, 0);
    const auto json = QJsonDocument::fromJson(ended.said.toUtf8());
    QCOMPARE(json[u"format"].toString(), u"one-in-n operating point"_s);

    const auto told =
            runCommandLine({u"recommend"_s, testsupport::sampleData(u"fraudalerts.csv"_s),
                            u"--preset"_s, u"fraudalert"_s, u"--objective"_s, u"value"_s});
    QCOMPARE(told.code, int(cli::Success));
    const auto best = QJsonDocument::fromJson(told.out.toUtf8());
    QVERIFY2(qAbs(json[u"shown_if_score"][u"threshold"].toDouble() - best[u"threshold"].toDouble())
                     < 1e-9,
             qPrintable(ended.said + told.out));
}

void TestOpenCommand::operatingPoint_toAFile_isWrittenThere()
{
    const QString path = inFolder(u"point.json"_s);
    const Ended ended = open({testsupport::sampleData(u"inlinesuggestion.csv"_s), u"--screenshot"_s,
                              inFolder(u"file.png"_s), u"--operating-point"_s, path});
    QCOMPARE(ended.code, 0);
    QVERIFY2(ended.said.contains(u"suggestions shown are wrong"), qPrintable(ended.said));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"data"][u"file"].toString(),
             u"inlinesuggestion.csv"_s);
}

void TestOpenCommand::operatingPoint_overTheData_isRefused()
{
    const QString data = inFolder(u"own.csv"_s);
    QVERIFY(QFile::copy(testsupport::sampleData(u"fraudalerts.csv"_s), data));
    const qint64 size = QFile(data).size();
    const Ended ended =
            open({data, u"--screenshot"_s, inFolder(u"over.png"_s), u"--operating-point"_s, data});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"own.csv"), qPrintable(ended.complained));
    QCOMPARE(QFile(data).size(), size);
}

void TestOpenCommand::nothingOpened_isSaid()
{
    const Ended ended = open({u"--screenshot"_s, inFolder(u"start.png"_s)});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"no operating point"), qPrintable(ended.complained));
    QVERIFY(ended.said.isEmpty());
}

void TestOpenCommand::wish_wrong_isSaid_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no file") << QStringList{} << int(cli::WrongUsage) << u"Usage: "_s;
    QTest::newRow("help") << QStringList{u"--help"_s} << int(cli::Success) << u"--preset"_s;
    QTest::newRow("unknown preset")
            << QStringList{testsupport::sampleData(u"fraudalerts.csv"_s), u"--preset"_s, u"fraud"_s}
            << 1 << u"There is no preset 'fraud'"_s;
    QTest::newRow("preset of no file")
            << QStringList{u"--preset"_s, u"fraudalert"_s} << 1 << u"give that file"_s;
    QTest::newRow("preset of a session")
            << QStringList{u"kept.oneinn"_s, u"--preset"_s, u"fraudalert"_s} << 1
            << u"A session says itself"_s;
    QTest::newRow("unknown option")
            << QStringList{u"x.csv"_s, u"--threshold"_s, u"0.5"_s} << 1 << u"Unknown option"_s;
}

void TestOpenCommand::wish_wrong_isSaid()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, sentence);
    const Ended ended = open(arguments);
    QTEST(ended.code, "code");
    const QString both = ended.said + ended.complained;
    QVERIFY2(both.contains(sentence), qPrintable(both));
}

void TestOpenCommand::withoutDisplay_isSaid()
{
    const Ended ended = run(inBin(u"one-in-n-cli"_s),
                            {u"open"_s, testsupport::sampleData(u"fraudalerts.csv"_s)},
                            QProcess::nullDevice(), false);
    QCOMPARE(ended.code, int(cli::UnusableData));
    QVERIFY2(ended.complained.contains(u"no display"), qPrintable(ended.complained));
}

void TestOpenCommand::notebookRecipe_showsWhatTheWindowChose()
{
    // Debian's, which another one may stand before.
    const QString python = u"/usr/bin/python3"_s;
    if (run(python, {u"-c"_s, u"import pandas"_s}).code != 0)
        QSKIP("pandas is not installed (python3-pandas)");
    QFile docs(testsupport::sourceFolder(u"docs/notebook.md"_s));
    QVERIFY(docs.open(QIODevice::ReadOnly));
    const QString recipe =
            QString::fromUtf8(docs.readAll()).section(u"```python"_s, 1, 1).section(u"```"_s, 0, 0);
    const QString script = recipe + uR"(
import pandas, sys
predictions = pandas.read_csv(sys.argv[1])
point = choose(predictions, "--preset", "fraudalert", "--screenshot", sys.argv[2])
alert = shown(predictions["fraud_score"], point)
print(json.dumps({"threshold": point["shown_if_score"]["threshold"],
                  "tp": int((alert & (predictions["is_fraud"] == 1)).sum()),
                  "fp": int((alert & (predictions["is_fraud"] == 0)).sum())}))
)"_s;
    const QString data = testsupport::sampleData(u"fraudalerts.csv"_s);
    const Ended ended = run(python, {u"-c"_s, script, data, inFolder(u"notebook.png"_s)});
    QVERIFY2(ended.code == 0, qPrintable(ended.complained));
    const auto counted = QJsonDocument::fromJson(ended.said.toUtf8());
    const auto told = runCommandLine({u"metrics"_s, data, u"--threshold"_s,
                                      QString::number(counted[u"threshold"].toDouble(), 'g', 17)});
    const auto matrix = QJsonDocument::fromJson(told.out.toUtf8())[u"confusion_matrix"];
    QVERIFY(counted[u"tp"].toInt() > 0);
    QCOMPARE(counted[u"tp"].toInt(), matrix[u"tp"].toInt());
    QCOMPARE(counted[u"fp"].toInt(), matrix[u"fp"].toInt());
}

ONEINN_TEST(TestOpenCommand)

} // namespace tests::cli_opencommand

#include "tst_opencommand.moc"
