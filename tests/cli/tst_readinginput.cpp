// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"

#include "support/testprogram.h"

#include <QCryptographicHash>
#include <QTest>

#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace tests::cli_readinginput {

using namespace Qt::StringLiterals;
using namespace testsupport;

namespace {

/// As many values of a column that is called like one with models as there are rows.
QString manyModels(int rows)
{
    QString text = u"label,score,latency_ms,run_id\n"_s;
    for (int row = 0; row < rows; ++row)
        text += u"%1,0.%2,%3,r%4\n"_s.arg(row % 3 == 0 ? 1 : 0)
                        .arg(100 + row)
                        .arg(50 + row)
                        .arg(row);
    return text;
}

/// A pipe that holds a text and then ends, as a shell makes of <(...).
class Substituted {
public:
    explicit Substituted(QByteArray text)
    {
        int ends[2];
        if (pipe2(ends, O_CLOEXEC) != 0)
            qFatal("no pipe");
        m_reading = ends[0];
        m_writer = std::thread([text = std::move(text), end = ends[1]] {
            QFile file;
            if (file.open(end, QIODevice::WriteOnly, QFileDevice::AutoCloseHandle))
                file.write(text);
        });
    }
    ~Substituted()
    {
        m_writer.join();
        close(m_reading);
    }
    QString path() const { return u"/dev/fd/%1"_s.arg(m_reading); }

private:
    int m_reading = -1;
    std::thread m_writer;
};

} // namespace

class TestReadingInput : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyModels_pooled_areWarnedOf_data();
    void manyModels_pooled_areWarnedOf();
    void manyModels_given_areLookedAtOneByOne();
    void fewModels_noWarning();
    void answer_ofAPipe_hasTheChecksumOfWhatCame();
    void device_isRefused_data();
    void device_isRefused();

private:
    WrittenFiles m_files;
};

void TestReadingInput::manyModels_pooled_areWarnedOf_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("metrics") << QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s};
    QTest::newRow("recommend") << QStringList{u"recommend"_s, u"--objective"_s, u"f1"_s};
    QTest::newRow("policies") << QStringList{u"policies"_s};
    QTest::newRow("loadbearing") << QStringList{u"loadbearing"_s, u"--threshold"_s, u"0.5"_s};
    QTest::newRow("reach") << QStringList{u"reach"_s, u"--wrong-at-most"_s, u"0.5"_s};
}

void TestReadingInput::manyModels_pooled_areWarnedOf()
{
    QFETCH(QStringList, arguments);
    arguments.insert(1, m_files.write(manyModels(60)));
    const auto run = runCommandLine(
            arguments + QStringList{u"--format"_s, u"json"_s, u"--budget"_s, u"90"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY(run.err.contains(u"--model-column 'run_id'"_s));
    const QJsonArray warnings = run.at(u"warnings"_s).toArray();
    QCOMPARE(warnings.size(), 1);
    QVERIFY(warnings.first().toString().contains(u"run_id"_s));
}

void TestReadingInput::manyModels_given_areLookedAtOneByOne()
{
    QString text = manyModels(3000);
    text += u"1,0.9,10,r7\n0,0.1,10,r7\n"_s;
    const auto run = runCommandLine({u"policies"_s, m_files.write(text), u"--model-column"_s,
                                     u"run_id"_s, u"--format"_s, u"json"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    for (const QJsonValue &warning : run.at(u"warnings"_s).toArray())
        QVERIFY2(!warning.toString().contains(u"run_id"_s), qPrintable(warning.toString()));
    QVERIFY2(run.err.contains(u"'r7'"_s), qPrintable(run.err));
}

void TestReadingInput::fewModels_noWarning()
{
    const auto run = runCommandLine({u"metrics"_s, m_files.write(manyModels(50)), u"--threshold"_s,
                                     u"0.5"_s, u"--format"_s, u"json"_s});
    QCOMPARE(run.code, 0);
    QVERIFY(run.at(u"warnings"_s).isArray());
    QVERIFY(run.at(u"warnings"_s).toArray().isEmpty());
}

void TestReadingInput::answer_ofAPipe_hasTheChecksumOfWhatCame()
{
    const QByteArray text = manyModels(60).toUtf8();
    const Substituted pipe(text);
    const auto run = runCommandLine({u"answer"_s, pipe.path()});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const QByteArray sha = QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
    QVERIFY(run.out.contains(QString::fromLatin1(sha)));
}

void TestReadingInput::device_isRefused_data()
{
    QTest::addColumn<QString>("path");
    for (const char *device : {"/dev/zero", "/dev/urandom", "/dev/null"})
        QTest::newRow(device) << QString::fromLatin1(device);
}

void TestReadingInput::device_isRefused()
{
    QFETCH(QString, path);
    const auto run = runCommandLine({u"metrics"_s, path, u"--threshold"_s, u"0.5"_s});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"is a device or a socket, not a file"_s), qPrintable(run.err));
}

ONEINN_TEST(TestReadingInput)

} // namespace tests::cli_readinginput

#include "tst_readinginput.moc"
