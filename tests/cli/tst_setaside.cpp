// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTest>

namespace tests::cli_setaside {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

/// What was left out of a file, to be looked at elsewhere.
class TestSetAside : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void csv_ofAFile_hasLineReasonAndCells();
    void csv_cellsThatAreFormulas_areDefused();
    void csv_linesAreTheFiles_withBlanksQuotesAndComments();
    void csv_titlesAbove_linesAreTheFiles();
    void csv_oneModel_isThatModelsAlone();
    void csv_modelsSideBySide_nameTheModel();
    void csv_noneSetAside_isTheHeaderAlone();
    void file_isWrittenBesideTheAnswer();
    void file_thatIsRead_isNotWrittenOver();
    void file_ofAnotherEnding_isRefused();
    void counts_areThoseOfTheAccount();

private:
    QStringList csv(const QString &table, const QStringList &more = {})
    {
        const auto run = runCommandLine(
                QStringList{u"columns"_s, m_files.write(table), u"--set-aside"_s, u"-"_s} + more);
        if (run.code != 0)
            return {run.err};
        return run.out.split(u'\n', Qt::SkipEmptyParts);
    }

    testsupport::WrittenFiles m_files;
};

namespace {

/// With as many good records behind it as it takes to be read.
QString withGoodRows(QString table, const QString &positive, const QString &negative)
{
    for (int i = 0; i < 10; ++i)
        table += (i % 2 ? positive : negative) + u'\n';
    return table;
}

} // namespace

void TestSetAside::csv_ofAFile_hasLineReasonAndCells()
{
    const auto lines = csv(withGoodRows(u"label,score,note\n1,,first\n,0.5,second\n1,x,third\n"_s,
                                        u"1,0.8,a"_s, u"0,0.2,b"_s));
    QCOMPARE(lines,
             (QStringList{u"line,set aside because it,label,score,note"_s,
                          u"2,has no score,1,,first"_s, u"3,has no label,,0.5,second"_s,
                          u"4,has a score that is not a usable number,1,x,third"_s}));
}

void TestSetAside::csv_cellsThatAreFormulas_areDefused()
{
    const auto lines = csv(withGoodRows(u"label,score,note\n1,,=1+1\n1,,@SUM(A1)\n1,,-5\n"
                                        "1,,\"a,b\"\n1,,+49 30\n"_s,
                                        u"1,0.8,a"_s, u"0,0.2,b"_s));
    QCOMPARE(lines.value(1), u"2,has no score,1,,'=1+1"_s);
    QCOMPARE(lines.value(2), u"3,has no score,1,,'@SUM(A1)"_s);
    QCOMPARE(lines.value(3), u"4,has no score,1,,-5"_s); // a number is no formula
    QCOMPARE(lines.value(4), u"5,has no score,1,,\"a,b\""_s);
    QCOMPARE(lines.value(5), u"6,has no score,1,,'+49 30"_s);
}

void TestSetAside::csv_linesAreTheFiles_withBlanksQuotesAndComments()
{
    const auto lines =
            csv(withGoodRows(u"# made by hand\nlabel,score,note\n1,0.7,\"two\nlines\"\n\n"
                             "1,,here\n"_s,
                             u"1,0.8,a"_s, u"0,0.2,b"_s));
    QCOMPARE(lines.value(1), u"6,has no score,1,,here"_s);
}

void TestSetAside::csv_titlesAbove_linesAreTheFiles()
{
    const QStringList lines = csv(u"Run of March\n\nlabel,score\n1,0.5\n,0.4\n0,0.2\n"_s);
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.at(1).startsWith(u"5,"_s), qPrintable(lines.at(1)));
}

void TestSetAside::csv_oneModel_isThatModelsAlone()
{
    const QString table =
            withGoodRows(u"id,model,label,score\n1,a,1,\n1,b,1,0.9\n2,b,0,\n2,a,0,0.1\n"_s,
                         u"3,a,1,0.8"_s, u"4,b,0,0.2"_s);
    QCOMPARE(csv(table).size(), 3);
    const auto ofA = csv(table, {u"--model"_s, u"a"_s});
    QCOMPARE(ofA.size(), 2);
    QCOMPARE(ofA.value(1), u"2,has no score,1,a,1,"_s);
}

void TestSetAside::csv_modelsSideBySide_nameTheModel()
{
    QString table = u"label,rf_proba,xgb_proba,rf_latency_ms,xgb_latency_ms\n1,,0.9,10,20\n"_s;
    for (int i = 0; i < 20; ++i)
        table += i % 2 ? u"1,0.8,0.9,100,200\n"_s : u"0,0.2,0.1,110,220\n"_s;
    const auto lines = csv(table);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.value(0).startsWith(u"line,set aside because it,model,label,"_s));
    QVERIFY2(lines.value(1).startsWith(u"2,has no score,rf,1,,0.9,"_s), qPrintable(lines.value(1)));
}

void TestSetAside::csv_noneSetAside_isTheHeaderAlone()
{
    QCOMPARE(csv(withGoodRows(u"label,score\n"_s, u"1,0.8"_s, u"0,0.2"_s)).size(), 1);
}

void TestSetAside::file_isWrittenBesideTheAnswer()
{
    const QString table =
            m_files.write(withGoodRows(u"label,score\n1,\n"_s, u"1,0.8"_s, u"0,0.2"_s));
    const QString to = table + u".aside.csv"_s;
    const auto run = runCommandLine({u"columns"_s, table, u"--set-aside"_s, to});
    QCOMPARE(run.code, 0);
    QCOMPARE(run.at(u"account/set_aside/score_missing"_s).toInt(), 1);
    QFile file(to);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("line,set aside because it,label,score\n2,has no score,1,\n"));
}

void TestSetAside::file_thatIsRead_isNotWrittenOver()
{
    const QString table =
            m_files.write(withGoodRows(u"label,score\n1,\n"_s, u"1,0.8"_s, u"0,0.2"_s));
    const auto run = runCommandLine({u"columns"_s, table, u"--set-aside"_s, table});
    QCOMPARE(run.code, 1);
    QVERIFY2(run.err.contains(u"was not written over"), qPrintable(run.err));
}

void TestSetAside::file_ofAnotherEnding_isRefused()
{
    const auto run = runCommandLine({u"columns"_s, u"x.csv"_s, u"--set-aside"_s, u"out.xlsx"_s});
    QCOMPARE(run.code, 2);
    QVERIFY2(run.err.contains(u"--set-aside"), qPrintable(run.err));
}

void TestSetAside::counts_areThoseOfTheAccount()
{
    QString table = u"label,score,weight\n"_s;
    for (int i = 0; i < 60; ++i)
        table += i % 7 == 0   ? u"1,,1\n"_s
                : i % 11 == 0 ? u"1,0.4,0\n"_s
                : i % 2       ? u"1,0.8,1\n"_s
                              : u"0,0.2,1\n"_s;
    const auto run = runCommandLine({u"columns"_s, m_files.write(table)});
    const auto reasons = run.at(u"account/set_aside"_s).toObject();
    int total = 0;
    for (const auto &each : reasons)
        total += each.toInt();
    QVERIFY(total > 0);
    QCOMPARE(csv(table).size(), total + 1);
}

ONEINN_TEST(TestSetAside)

} // namespace tests::cli_setaside

#include "tst_setaside.moc"
