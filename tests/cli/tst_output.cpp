// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fulldisk.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTest>

#include <sys/stat.h>

namespace tests::cli_output {

using namespace Qt::StringLiterals;
using testsupport::TableFiles;

/// The program itself, as a script runs it: where its output goes may be full, gone or a pipe.
class TestOutput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void output_fullDevice_fails_data();
    void output_fullDevice_fails();
    void file_fullDisk_failsAndKeepsTheOld_data();
    void file_fullDisk_failsAndKeepsTheOld();
    void file_linkToADevice_isWrittenAsItIs();
    void settings_neverEnding_refused_data();
    void settings_neverEnding_refused();

private:
    struct Run {
        int code = -1;
        QString out;
        QString err;
    };
    template<typename SetUp> static Run run(const QStringList &arguments, SetUp setUp)
    {
        QProcess process;
        process.setProgram(QCoreApplication::applicationDirPath() + u"/one-in-n-cli"_s);
        process.setArguments(arguments);
        setUp(process);
        process.start();
        if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
            return {};
        return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    static Run run(const QStringList &arguments)
    {
        return run(arguments, [](QProcess &) {});
    }

    TableFiles m_files;
    QString m_table = m_files.write(u"t.csv"_s, testsupport::mixedTable());
};

void TestOutput::output_fullDevice_fails_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("metrics") << QStringList{u"metrics"_s, m_table, u"--threshold"_s, u"0.5"_s};
    QTest::newRow("curve") << QStringList{u"curve"_s, m_table, u"--kind"_s, u"pr"_s};
    QTest::newRow("recommend") << QStringList{u"recommend"_s, m_table, u"--objective"_s,
                                              u"value"_s};
    QTest::newRow("answer") << QStringList{u"answer"_s, m_table};
    QTest::newRow("help") << QStringList{u"--help"_s};
    QTest::newRow("version") << QStringList{u"--version"_s};
}

void TestOutput::output_fullDevice_fails()
{
    QFETCH(QStringList, arguments);
    QCOMPARE(run(arguments).code, 0);
    const Run full = run(arguments,
                         [](QProcess &process) { process.setStandardOutputFile(u"/dev/full"_s); });
    QCOMPARE(full.code, 1);
    QVERIFY2(full.err.contains(u"the disk is full"_s), qPrintable(full.err));
}

void TestOutput::file_fullDisk_failsAndKeepsTheOld_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"a.md", "a.html", "a.pdf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestOutput::file_fullDisk_failsAndKeepsTheOld()
{
    QFETCH(QString, name);
    const TableFiles files;
    const QString path = files.write(name, "old");
    const Run full = run({u"answer"_s, m_table, u"-o"_s, path}, [](QProcess &process) {
        process.setChildProcessModifier([] { testsupport::fillDisk(); });
    });
    QCOMPARE(full.code, 1);
    QVERIFY2(full.err.contains(u"“%1” could not be saved: "_s.arg(path)), qPrintable(full.err));
    QVERIFY(full.err.contains(u"What was there before has not changed."_s));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("old"));
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    QCOMPARE(run({u"answer"_s, m_table, u"-o"_s, path}).code, 0);
    QVERIFY(QFileInfo(path).size() > 1000);
}

void TestOutput::file_linkToADevice_isWrittenAsItIs()
{
    const TableFiles files;
    const QString full = files.path(u"full.md"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, full));
    const Run refused = run({u"answer"_s, m_table, u"-o"_s, full});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"the disk is full"_s), qPrintable(refused.err));
    const QString out = files.path(u"out.md"_s);
    QVERIFY(QFile::link(u"/dev/stdout"_s, out));
    const Run printed = run({u"answer"_s, m_table, u"-o"_s, out});
    QCOMPARE(printed.code, 0);
    QCOMPARE(printed.out, run({u"answer"_s, m_table}).out);
    QVERIFY(QFileInfo(full).isSymLink() && QFileInfo(out).isSymLink());
}

void TestOutput::settings_neverEnding_refused_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("endless") << u"/dev/zero"_s;
    QTest::newRow("pipe") << QString();
}

void TestOutput::settings_neverEnding_refused()
{
    QFETCH(QString, target);
    const TableFiles files;
    const QString preset = files.path(u"p.json"_s);
    const QString session = files.path(u"s.oneinn"_s);
    for (const QString &path : {preset, session}) {
        if (target.isEmpty())
            QCOMPARE(::mkfifo(qPrintable(path), 0600), 0);
        else
            QVERIFY(QFile::link(target, path));
    }
    const QString words = u"is a pipe or a device, not a file"_s;
    const Run withPreset = run({u"metrics"_s, m_table, u"--preset"_s, preset});
    QVERIFY2(withPreset.code > 0 && withPreset.err.contains(words), qPrintable(withPreset.err));
    const Run withSession = run({u"answer"_s, session});
    QVERIFY2(withSession.code == 1 && withSession.err.contains(words), qPrintable(withSession.err));
}

ONEINN_TEST(TestOutput)

} // namespace tests::cli_output

#include "tst_output.moc"
