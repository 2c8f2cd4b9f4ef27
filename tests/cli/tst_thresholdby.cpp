// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/thresholdoptions.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace tests::cli_thresholdby {

using namespace Qt::StringLiterals;
using oneinn::ThresholdsBySegment;
using testsupport::runCommandLine;

/// Segments with thresholds of their own, on the command line.
class TestThresholdBy : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void text_isReadAsThresholds_data();
    void text_isReadAsThresholds();
    void wrong_isRefused_data();
    void wrong_isRefused();
    void metrics_countsEachRowAtItsThreshold();
    void metrics_lowerIsPositive_staysInTheFilesUnits();
    void segments_tellTheThresholds();
    void answer_everyLengthSaysIt();
    void operatingPoint_isReadBackByCheck();

private:
    QString small();

    testsupport::WrittenFiles m_files;
};

namespace {

QStringList payments(const QString &command, const QStringList &more = {})
{
    return QStringList{command,
                       testsupport::sampleData(u"payments-february.csv"_s),
                       u"--preset"_s,
                       u"fraudalert"_s,
                       u"--threshold"_s,
                       u"0.3"_s,
                       u"--threshold-by"_s,
                       u"channel:bank-transfer=0.1,web-card=0.45"_s}
    + more;
}

double number(const QJsonValue &value)
{
    return value.toDouble(-1e300);
}

/// The cells of the payments, row by row.
struct Cells {
    double tp = 0.0, fp = 0.0, fn = 0.0, tn = 0.0;

    Cells()
    {
        QFile file(testsupport::sampleData(u"payments-february.csv"_s));
        if (!file.open(QIODevice::ReadOnly))
            return;
        const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i)
            count(lines[i].trimmed().split(','));
    }
    void count(const QList<QByteArray> &cells)
    {
        const double threshold = cells[3] == "bank-transfer" ? 0.1
                : cells[3] == "web-card"                     ? 0.45
                                                             : 0.3;
        const bool shown = cells[5].toDouble() >= threshold;
        double &cell = cells[4] == "1" ? (shown ? tp : fn) : (shown ? fp : tn);
        cell += 1.0;
    }
};

} // namespace

/// "a,b" in the file is one name with a comma.
QString TestThresholdBy::small()
{
    return m_files.write(u"label,score,kind,country\n1,0.9,a,nl\n0,0.2,a,de\n1,0.4,b,nl\n"
                         u"0,0.5,\"x,y=z\",nl\n1,0.7,,de\n0,0.1,b,de\n"_s);
}

void TestThresholdBy::text_isReadAsThresholds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QList<double>>("thresholds");
    const auto row = [](const char *name, const QString &text, const QString &column,
                        const QStringList &values, const QList<double> &thresholds) {
        QTest::newRow(name) << text << column << values << thresholds;
    };
    row("two", u"kind:a=0.4,b=0.6"_s, u"kind"_s, {u"a"_s, u"b"_s}, {0.4, 0.6});
    row("spaces", u"kind: a = -1 "_s, u"kind"_s, {u"a"_s}, {-1.0});
    row("empty cell", u"kind:=0.5"_s, u"kind"_s, {QString()}, {0.5});
    row("quoted", u"\"a:b\":\"x,y=z\"=1,\"say \"\"so\"\"\"=2"_s, u"a:b"_s,
        {u"x,y=z"_s, u"say \"so\""_s}, {1.0, 2.0});
    row("equals", u"kind:a=b=3"_s, u"kind"_s, {u"a=b"_s}, {3.0});
    for (const QString &text : {u"kind"_s, u"kind:"_s, u":a=1"_s, u"kind:a"_s, u"kind:a=much"_s,
                                u"kind:a=inf"_s, u"kind:a=1,"_s})
        row(qPrintable(text), text, {}, {}, {});
}

void TestThresholdBy::text_isReadAsThresholds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, column);
    QFETCH(const QStringList, values);
    QFETCH(const QList<double>, thresholds);
    const auto read = oneinn::cli::thresholdsNamed(text);
    QCOMPARE(read.has_value(), !values.isEmpty());
    if (!read)
        return;
    QCOMPARE(QString::fromStdString(read->column), column);
    QCOMPARE(qsizetype(read->values.size()), values.size());
    for (std::size_t i = 0; i < read->values.size(); ++i) {
        QCOMPARE(QString::fromStdString(read->values[i].value), values[qsizetype(i)]);
        QCOMPARE(read->values[i].threshold.value, thresholds[qsizetype(i)]);
    }
}

void TestThresholdBy::wrong_isRefused_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QStringList half{u"--threshold"_s, u"0.5"_s};
    const QString by = u"--threshold-by"_s;
    QTest::newRow("column") << half + QStringList{by, u"nothing:a=1"_s} << 1 << u"nothing"_s;
    QTest::newRow("value") << half + QStringList{by, u"kind:c=1"_s} << 1
                           << u"Its values are a, b"_s;
    QTest::newRow("number") << half + QStringList{by, u"kind:a=x"_s} << 2 << u"channel:app=0.4"_s;
    QTest::newRow("twice") << half + QStringList{by, u"kind:a=1,a=2"_s} << 2 << u"'a' twice"_s;
    QTest::newRow("two maps") << half + QStringList{by, u"kind:a=1"_s, by, u"country:nl=1"_s} << 2
                              << u"given twice"_s;
    QTest::newRow("infinite") << QStringList{u"--threshold"_s, u"inf"_s, by, u"kind:a=1"_s} << 2
                              << u"finite"_s;
}

void TestThresholdBy::wrong_isRefused()
{
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    const auto run = runCommandLine(QStringList{u"metrics"_s, small()} + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestThresholdBy::metrics_countsEachRowAtItsThreshold()
{
    const auto run = runCommandLine(payments(u"metrics"_s));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const Cells wanted;
    QVERIFY(wanted.tp > 0.0 && wanted.fp > 0.0 && wanted.fn > 0.0);
    QCOMPARE(number(run.at(u"confusion_matrix/tp"_s)), wanted.tp);
    QCOMPARE(number(run.at(u"confusion_matrix/fp"_s)), wanted.fp);
    QCOMPARE(number(run.at(u"confusion_matrix/fn"_s)), wanted.fn);
    QCOMPARE(number(run.at(u"confusion_matrix/tn"_s)), wanted.tn);
    const QJsonValue thresholds = run.at(u"operating_point/thresholds"_s);
    QCOMPARE(thresholds[u"column"_s].toString(), u"channel"_s);
    QCOMPARE(number(thresholds[u"others"_s]), 0.3);
    QCOMPARE(number(thresholds[u"values"_s][1][u"threshold"_s]), 0.45);
    QVERIFY(run.at(u"sentences"_s)[1].toString().startsWith(u"Each channel has a threshold"));
}

void TestThresholdBy::metrics_lowerIsPositive_staysInTheFilesUnits()
{
    const auto run =
            runCommandLine({u"metrics"_s, small(), u"--threshold"_s, u"0.5"_s,
                            u"--lower-is-positive"_s, u"--threshold-by"_s, u"kind:a=0.1,b=0.3"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // Shown: 0.5 of x,y=z (0) and 0.1 of b (0).
    QCOMPARE(number(run.at(u"confusion_matrix/fp"_s)), 2.0);
    QCOMPARE(number(run.at(u"confusion_matrix/tp"_s)), 0.0);
    QCOMPARE(number(run.at(u"operating_point/thresholds/values"_s)[0][u"threshold"_s]), 0.1);
}

void TestThresholdBy::segments_tellTheThresholds()
{
    const auto run = runCommandLine(payments(u"segments"_s, {u"--by"_s, u"channel"_s}));
    QVERIFY2(run.code == 0, qPrintable(run.err));
    int told = 0;
    for (const auto &row : run.at(u"rows"_s).toArray()) {
        const QString name = row[u"segment"_s][0].toString();
        const double wanted = name == u"bank-transfer" ? 0.1 : name == u"web-card" ? 0.45 : 0.3;
        QCOMPARE(number(row[u"threshold"_s]), wanted);
        ++told;
    }
    QVERIFY(told > 2);
    const auto metrics = runCommandLine(payments(u"metrics"_s));
    QCOMPARE(number(run.at(u"everyone/missed/share"_s)),
             number(metrics.at(u"experience/missed"_s)));
}

void TestThresholdBy::answer_everyLengthSaysIt()
{
    for (const QString &length : {u"sentence"_s, u"spoken"_s, u"brief"_s, u"executive"_s}) {
        const auto run = runCommandLine(payments(u"answer"_s, {u"--length"_s, length}));
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QVERIFY2(
                run.out.contains(
                        u"ach channel has a threshold of its own: bank-transfer 0.10, web-card 0.45; all others 0.30"_s),
                qPrintable(length + u": "_s + run.out));
    }
}

void TestThresholdBy::operatingPoint_isReadBackByCheck()
{
    const auto point = runCommandLine(payments(u"operating-point"_s));
    QVERIFY2(point.code == 0, qPrintable(point.err));
    QCOMPARE(number(point.at(u"version"_s)), 2.0);
    QCOMPARE(number(point.at(u"thresholds/values/bank-transfer"_s)), 0.1);
    QCOMPARE(number(point.at(u"thresholds/others"_s)), 0.3);
    const QString path = m_files.write(point.out);
    const auto check =
            runCommandLine({u"check"_s, path, testsupport::sampleData(u"payments-february.csv"_s)});
    // What it was decided on keeps what it promises.
    QVERIFY2(check.code == 0 || check.code == 4, qPrintable(check.err));
    const auto metrics = runCommandLine(payments(u"metrics"_s));
    int told = 0;
    for (const auto &each : check.at(u"promises"_s).toArray()) {
        const QString share = each[u"share"_s].toString();
        QCOMPARE(number(each[u"found"_s]), number(metrics.at(u"experience/"_s + share)));
        ++told;
    }
    QVERIFY(told > 0);
    const auto other = runCommandLine({u"check"_s, path, small()});
    QCOMPARE(other.code, 1);
    QVERIFY2(other.err.contains(u"channel"), qPrintable(other.err));
}

ONEINN_TEST(TestThresholdBy)

} // namespace tests::cli_thresholdby

#include "tst_thresholdby.moc"
