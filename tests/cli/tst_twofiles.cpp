// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QTest>

namespace tests::cli_twofiles {

using namespace Qt::StringLiterals;
using testsupport::CommandLineRun;
using testsupport::runCommandLine;

/// Predictions in one file and what was really so in another, and other ways to say how a file is
/// to be read.
class TestTwoFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void joined_byId_equalsTheOneFile();
    void joined_whatDidNotMatch_isTold();
    void joined_byRow_needsAsManyRecords();
    void joined_severalModels_shareATruth();
    void joined_namesDiffer_areGivenBoth();
    void joined_cellsWithQuotes_stayAsTheyAre();
    void joined_wrong_saysWhereAndWhat_data();
    void joined_wrong_saysWhereAndWhat();
    void setAside_ofJoined_hasThePredictionsLines();
    void inputFormat_overridesWhatIsDetected();
    void time_isDay();
    void firstToken_isTheWaitAndTheTotalWhereItIsMissing();
    void firstToken_hasABudgetOfItsOwn();
    void firstToken_notAsked_isNamed();
    void firstTokenBudget_withoutTheRest_isRefused_data();
    void firstTokenBudget_withoutTheRest_isRefused();
    void cached_hasNoWait();

private:
    CommandLineRun metrics(const QStringList &arguments)
    {
        return runCommandLine(QStringList{u"metrics"_s, u"--threshold"_s, u"0.5"_s} + arguments);
    }

    testsupport::WrittenFiles m_files;
};

namespace {

constexpr int uses = 40;

bool isPositive(int i)
{
    return i % 3 == 0;
}

double scoreOf(int i)
{
    return isPositive(i) ? 0.3 + 0.015 * i : 0.01 * i;
}

QString predictions()
{
    QString text = u"id,score,latency_ms\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"u%1,%2,%3\n"_s.arg(i).arg(scoreOf(i)).arg(100 + 10 * i);
    return text;
}

/// In another order.
QString truths(int from = 0, int to = uses)
{
    QString text = u"id,y_true\n"_s;
    for (int i = to - 1; i >= from; --i)
        text += u"u%1,%2\n"_s.arg(i).arg(isPositive(i) ? 1 : 0);
    return text;
}

} // namespace

void TestTwoFiles::joined_byId_equalsTheOneFile()
{
    QString one = u"id,score,latency_ms,y_true\n"_s;
    for (int i = 0; i < uses; ++i)
        one += u"u%1,%2,%3,%4\n"_s.arg(i)
                       .arg(scoreOf(i))
                       .arg(100 + 10 * i)
                       .arg(isPositive(i) ? 1 : 0);
    const auto whole = metrics({m_files.write(one)});
    const auto joined = metrics({m_files.write(predictions()), u"--truth"_s,
                                 m_files.write(truths()), u"--on"_s, u"id"_s});
    QVERIFY2(joined.code == 0, qPrintable(joined.err));
    for (const auto &what : {u"confusion_matrix"_s, u"metrics"_s, u"experience"_s, u"account"_s})
        QCOMPARE(joined.at(what), whole.at(what));
    QVERIFY2(joined.err.contains(u"40 of the predictions found their row"), qPrintable(joined.err));
}

void TestTwoFiles::joined_whatDidNotMatch_isTold()
{
    const auto run = metrics({m_files.write(predictions()), u"--truth"_s,
                              m_files.write(truths(4, uses + 3)), u"--on"_s, u"id"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses - 4);
    QCOMPARE(run.at(u"account/set_aside/label_missing"_s).toInt(), 4);
    QVERIFY2(run.err.contains(u"4 of the predictions have no row in"), qPrintable(run.err));
    QVERIFY(run.err.contains(u"u0"));
    QVERIFY2(run.err.contains(u"3 rows of"), qPrintable(run.err));
    QVERIFY(run.err.contains(u"u42"));
}

void TestTwoFiles::joined_byRow_needsAsManyRecords()
{
    QString truth = u"y_true\n"_s;
    for (int i = 0; i < uses; ++i)
        truth += isPositive(i) ? u"1\n"_s : u"0\n"_s;
    const QString file = m_files.write(predictions());
    const auto run = metrics({file, u"--truth"_s, m_files.write(truth)});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses);
    const auto refused = metrics({file, u"--truth"_s, m_files.write(truth + u"1\n"_s)});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(u"41 records") && refused.err.contains(u"have 40")
                     && refused.err.contains(u"--on"),
             qPrintable(refused.err));
}

void TestTwoFiles::joined_severalModels_shareATruth()
{
    QString text = u"id,model,score\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"u%1,a,%2\nu%1,b,%3\n"_s.arg(i).arg(scoreOf(i)).arg(1.0 - scoreOf(i));
    const auto run = metrics({m_files.write(text), u"--truth"_s, m_files.write(truths()), u"--on"_s,
                              u"id"_s, u"--model"_s, u"a"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses);
}

void TestTwoFiles::joined_namesDiffer_areGivenBoth()
{
    const auto run =
            metrics({m_files.write(predictions()), u"--truth"_s,
                     m_files.write(truths().replace(u"id,"_s, u"ref,"_s)), u"--on"_s, u"id=ref"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses);
}

void TestTwoFiles::joined_cellsWithQuotes_stayAsTheyAre()
{
    QString text = u"id;score;region\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"\"u;%1\";%2;\"say \"\"%3\"\"\"\n"_s.arg(i).arg(scoreOf(i)).arg(i % 2);
    QString truth = u"id,y_true\n"_s;
    for (int i = 0; i < uses; ++i)
        truth += u"u;%1,%2\n"_s.arg(i).arg(isPositive(i) ? 1 : 0);
    const auto run = metrics({m_files.write(text), u"--truth"_s, m_files.write(truth), u"--on"_s,
                              u"id"_s, u"--where"_s, u"region=say \"1\""_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"account/used"_s).toInt(), uses / 2);
}

void TestTwoFiles::joined_wrong_saysWhereAndWhat_data()
{
    QTest::addColumn<QString>("truth");
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("said");
    const QStringList byId{u"--on"_s, u"id"_s};
    QTest::newRow("twice") << u"id,y_true\nu1,1\nu2,0\nu1,0\n"_s << byId << 1
                           << u"on lines 2 and 4"_s;
    QTest::newRow("none") << u"id,y_true\nx1,1\nx2,0\n"_s << byId << 1
                          << u"of the predictions is in"_s;
    QTest::newRow("no such column")
            << truths() << QStringList{u"--on"_s, u"key"_s} << 1 << u"no column named"_s;
    QTest::newRow("on alone") << QString() << byId << 2 << u"--on goes with --truth"_s;
    QTest::newRow("ragged") << u"id,y_true\nu1,1,2\nu2,0\n"_s << byId << 1 << u"line 2"_s;
}

void TestTwoFiles::joined_wrong_saysWhereAndWhat()
{
    QFETCH(const QString, truth);
    QFETCH(const QStringList, options);
    QFETCH(const int, code);
    QFETCH(const QString, said);
    QStringList arguments{m_files.write(predictions())};
    if (!truth.isEmpty())
        arguments += {u"--truth"_s, m_files.write(truth)};
    const auto run = metrics(arguments + options);
    QCOMPARE(run.code, code);
    QVERIFY2(run.err.contains(said), qPrintable(run.err));
}

void TestTwoFiles::setAside_ofJoined_hasThePredictionsLines()
{
    QString text = predictions();
    text.insert(text.indexOf(u"u5,"), u"\n\n"_s); // blank lines are no records
    const auto run = runCommandLine({u"columns"_s, m_files.write(text), u"--truth"_s,
                                     m_files.write(truths(0, uses - 1)), u"--on"_s, u"id"_s,
                                     u"--set-aside"_s, u"-"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    const auto lines = run.out.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines[1].startsWith(u"%1,has no label,u%2,"_s.arg(uses + 3).arg(uses - 1)),
             qPrintable(lines[1]));
}

void TestTwoFiles::inputFormat_overridesWhatIsDetected()
{
    // A table whose header looks like the beginning of a JSON list.
    QString text = u"[label],score\n"_s;
    for (int i = 0; i < 10; ++i)
        text += i % 2 ? u"1,0.8\n"_s : u"0,0.2\n"_s;
    const QString file = m_files.write(text);
    const QStringList label{u"--label"_s, u"[label]"_s};
    const auto read = metrics(QStringList{file, u"--input-format"_s, u"csv"_s} + label);
    QVERIFY2(read.code == 0, qPrintable(read.err));
    QCOMPARE(read.at(u"account/used"_s).toInt(), 10);
    const auto json = metrics(QStringList{file, u"--input-format"_s, u"json"_s} + label);
    QCOMPARE(json.code, 1);
    QVERIFY2(!json.err.isEmpty(), qPrintable(json.out));
    const auto tabs = metrics({m_files.write(QString(text).replace(u',', u'\t')),
                               u"--input-format"_s, u"tsv"_s, u"--label"_s, u"[label]"_s});
    QVERIFY2(tabs.code == 0, qPrintable(tabs.err));
    QCOMPARE(metrics({file, u"--input-format"_s, u"xls"_s}).code, 2);
}

void TestTwoFiles::time_isDay()
{
    QString text = u"label,score,moment\n"_s;
    for (int i = 0; i < 80; ++i)
        text += u"%1,%2,2026-03-%3 10:00\n"_s.arg(isPositive(i) ? 1 : 0)
                        .arg(scoreOf(i % uses))
                        .arg(1 + i % 8, 2, 10, QChar(u'0'));
    const QString file = m_files.write(text);
    const auto day = metrics({file, u"--day"_s, u"moment"_s});
    const auto time = metrics({file, u"--time"_s, u"moment"_s});
    QVERIFY2(time.code == 0, qPrintable(time.err));
    QCOMPARE(time.out, day.out);
    QCOMPARE(metrics({file, u"--day"_s, u"moment"_s, u"--time"_s, u"moment"_s}).code, 2);
}

void TestTwoFiles::firstToken_isTheWaitAndTheTotalWhereItIsMissing()
{
    QString text = u"label,score,total_ms,ttft_s\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"%1,%2,2000,%3\n"_s.arg(isPositive(i) ? 1 : 0)
                        .arg(scoreOf(i))
                        .arg(i % 4 == 0 ? QString() : u"0.2"_s);
    const QString file = m_files.write(text);
    const QStringList given{file, u"--latency"_s, u"total_ms"_s, u"--budget"_s, u"500"_s};
    const auto total = metrics(given);
    QCOMPARE(total.at(u"experience/late"_s).toDouble(), 1.0);
    const auto first = metrics(given + QStringList{u"--first-token"_s, u"ttft_s"_s});
    QVERIFY2(first.code == 0, qPrintable(first.err));
    QCOMPARE(first.at(u"experience/late"_s).toDouble(), 0.25);
    QVERIFY2(first.err.contains(u"until the first token"), qPrintable(first.err));
}

namespace {

/// Every second first token comes late, every fifth whole answer, and every tenth both.
QString twoWaits()
{
    QString text = u"label,score,total_time_ms,ttft_ms\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"%1,%2,%3,%4\n"_s.arg(isPositive(i) ? 1 : 0)
                        .arg(scoreOf(i))
                        .arg(i % 5 == 0 ? 9000 : 3000)
                        .arg(i % 2 == 0 ? 900 : 200);
    return text;
}

} // namespace

void TestTwoFiles::firstToken_hasABudgetOfItsOwn()
{
    const QStringList given{m_files.write(twoWaits()),
                            u"--latency"_s,
                            u"total_time_ms"_s,
                            u"--first-token"_s,
                            u"ttft_ms"_s,
                            u"--budget"_s,
                            u"5000"_s,
                            u"--first-token-budget"_s,
                            u"500"_s};
    const auto run = metrics(given);
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // Of 10: five by the first token, two by the whole, one of them by both.
    QCOMPARE(run.at(u"experience/late"_s).toDouble(), 0.6);
    QCOMPARE(run.at(u"two_waits/late/first_token_alone"_s).toDouble(), 16.0);
    QCOMPARE(run.at(u"two_waits/late/whole_alone"_s).toDouble(), 4.0);
    QCOMPARE(run.at(u"two_waits/late/both"_s).toDouble(), 4.0);
    QCOMPARE(run.at(u"two_waits/late/of"_s).toDouble(), 40.0);
    QCOMPARE(run.at(u"two_waits/first_token_ms/p50"_s).toDouble(), 200.0);
    QCOMPARE(run.at(u"two_waits/whole_ms/p95"_s).toDouble(), 9000.0);
    // Shown too late are not shown in time: nothing that is late is shown.
    int shown = 0;
    for (int i = 0; i < uses; ++i)
        shown += i % 2 != 0 && i % 5 != 0 && scoreOf(i) >= 0.5 ? 1 : 0;
    QVERIFY(qAbs(run.at(u"experience/shown"_s).toDouble() - double(shown) / uses) < 1e-12);
    const auto told = metrics(given + QStringList{u"--format"_s, u"text"_s});
    QVERIFY2(told.out.contains(u"16 only with the first token"), qPrintable(told.out));
    QVERIFY2(!told.err.contains(u"the wait is the one"_s, Qt::CaseInsensitive),
             qPrintable(told.err));
}

void TestTwoFiles::firstToken_notAsked_isNamed()
{
    const auto run = metrics({m_files.write(twoWaits())});
    QVERIFY2(run.err.contains(u"ttft_ms") && run.err.contains(u"can be read instead"),
             qPrintable(run.err));
    QVERIFY(run.at(u"two_waits"_s).isUndefined());
}

void TestTwoFiles::firstTokenBudget_withoutTheRest_isRefused_data()
{
    QTest::addColumn<QStringList>("options");
    const QStringList budget{u"--first-token-budget"_s, u"500"_s};
    const QStringList column{u"--first-token"_s, u"ttft_ms"_s};
    const QStringList whole{u"--budget"_s, u"5000"_s};
    QTest::newRow("no column") << budget + whole;
    QTest::newRow("no whole budget") << budget + column;
    QTest::newRow("zero") << column + whole + QStringList{u"--first-token-budget"_s, u"0"_s};
    QTest::newRow("patience") << budget + column + whole
                    + QStringList{u"--patience"_s, u"1000ms=0.9,5000ms=0.5"_s};
}

void TestTwoFiles::firstTokenBudget_withoutTheRest_isRefused()
{
    QFETCH(const QStringList, options);
    const auto run = metrics(QStringList{m_files.write(twoWaits())} + options);
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(u"--first-token-budget"), qPrintable(run.err));
}

void TestTwoFiles::cached_hasNoWait()
{
    QString text = u"label,score,latency_ms,from_cache\n"_s;
    for (int i = 0; i < uses; ++i)
        text += u"%1,%2,%3,%4\n"_s.arg(isPositive(i) ? 1 : 0)
                        .arg(scoreOf(i))
                        .arg(i % 4 == 0 ? 3 : 900)
                        .arg(i % 4 == 0 ? u"true"_s : u"false"_s);
    const QString file = m_files.write(text);
    for (const auto &option : {u"from_cache"_s, u"from_cache=true"_s}) {
        const auto run = metrics({file, u"--cached"_s, option, u"--budget"_s, u"500"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        // Those that were waited for were all late.
        QCOMPARE(run.at(u"experience/late"_s).toDouble(), 1.0);
    }
    const auto told = metrics({file, u"--cached"_s, u"from_cache"_s, u"--format"_s, u"text"_s});
    QVERIFY2(told.out.contains(u"10 came out of a cache"), qPrintable(told.out));
}

ONEINN_TEST(TestTwoFiles)

} // namespace tests::cli_twofiles

#include "tst_twofiles.moc"
