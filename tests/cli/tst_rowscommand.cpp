// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rowscommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace tests::cli_rowscommand {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestRowsCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cells_addUpToTheMatrix();
    void rows_areInOrder_data();
    void rows_areInOrder();
    void personalColumns_areShownOnlyWhenAsked();
    void csv_cells_areNoFormulas();
    void wrongOptions_areRefused();

private:
    testsupport::WrittenFiles m_files;
};

/// Every cell has as many rows as metrics counts.
void TestRowsCommand::cells_addUpToTheMatrix()
{
    const QStringList scenario{testsupport::sampleData(u"inlinesuggestion.csv"_s),
                               u"--preset"_s,
                               u"inlinesuggestion"_s,
                               u"--budget"_s,
                               u"200"_s,
                               u"--threshold"_s,
                               u"0.6"_s};
    const auto metrics = runCommandLine(QStringList{u"metrics"_s} + scenario);
    QVERIFY2(metrics.code == 0, qPrintable(metrics.err));
    const QJsonObject counts = metrics.at(u"confusion_matrix"_s).toObject();
    QVERIFY(!counts.isEmpty());
    for (const QString &cell : {u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s}) {
        const auto run = runCommandLine(QStringList{u"rows"_s, u"--cell"_s, cell} + scenario);
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QCOMPARE(run.at(u"all"_s).toDouble(), counts.value(cell).toDouble(-1.0));
    }
}

void TestRowsCommand::rows_areInOrder_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QString>("sort");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("shown wrongly, nearest")
            << u"fp"_s << u"nearest"_s << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("shown wrongly, most wrong")
            << u"fp"_s << u"wrongest"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("missed, nearest") << u"fn"_s << u"nearest"_s << QStringList{u"d"_s, u"c"_s};
    QTest::newRow("missed, most wrong") << u"fn"_s << u"wrongest"_s << QStringList{u"c"_s, u"d"_s};
    QTest::newRow("shown rightly") << u"tp"_s << u"wrongest"_s << QStringList{u"e"_s};
    QTest::newRow("late, nearest") << u"late"_s << u"nearest"_s << QStringList{u"h"_s, u"g"_s};
    QTest::newRow("late, latest") << u"late"_s << u"wrongest"_s << QStringList{u"g"_s, u"h"_s};
}

void TestRowsCommand::rows_areInOrder()
{
    QFETCH(const QString, cell);
    QFETCH(const QString, sort);
    QFETCH(const QStringList, ids);
    const QString file = m_files.write(u"id,label,score,latency_ms\n"
                                       "a,0,0.9,10\nb,0,0.5,10\nc,1,0.1,10\nd,1,0.4,10\n"
                                       "e,1,0.8,10\nf,0,0.2,10\ng,1,0.7,900\nh,0,0.1,300\n"_s);
    const auto run =
            runCommandLine({u"rows"_s, file, u"--cell"_s, cell, u"--sort"_s, sort, u"--threshold"_s,
                            u"0.5"_s, u"--budget"_s, u"200"_s, u"--example"_s, u"id"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QStringList found;
    const QJsonArray rows = run.at(u"rows"_s).toArray();
    for (const auto &row : rows)
        found.append(row[u"id"_s].toString());
    QCOMPARE(found, ids);
}

void TestRowsCommand::personalColumns_areShownOnlyWhenAsked()
{
    const QString file = m_files.write(u"label,score,customer_email,channel\n"
                                       "0,0.9,ann@x.org,web\n1,0.2,bob@x.org,app\n"_s);
    const QStringList line{u"rows"_s,        file,     u"--cell"_s,    u"fp"_s,
                           u"--threshold"_s, u"0.5"_s, u"--example"_s, u"customer_email"_s};
    const auto unasked = runCommandLine(line);
    QVERIFY2(unasked.code == 0, qPrintable(unasked.err));
    QVERIFY(!unasked.out.contains(u"ann@"_s));
    QVERIFY2(unasked.err.contains(u"customer_email"_s), qPrintable(unasked.err));
    const auto asked = runCommandLine(line + QStringList{u"--show"_s, u"customer_email"_s});
    QVERIFY2(asked.code == 0, qPrintable(asked.err));
    QVERIFY(asked.out.contains(u"ann@x.org"_s));
}

void TestRowsCommand::csv_cells_areNoFormulas()
{
    const QString file = m_files.write(u"id,label,score\n=1+1,0,0.9\nb,1,0.2\n"_s);
    const auto run = runCommandLine({u"rows"_s, file, u"--cell"_s, u"fp"_s, u"--threshold"_s,
                                     u"0.5"_s, u"--example"_s, u"id"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.column(u"id"_s), QStringList{u"'=1+1"_s});
}

void TestRowsCommand::wrongOptions_areRefused()
{
    const QString file = m_files.write(u"label,score\n0,0.9\n1,0.2\n"_s);
    const auto without = runCommandLine({u"rows"_s, file});
    QVERIFY(without.code != 0 && without.err.contains(u"--cell"_s));
    const auto late = runCommandLine({u"rows"_s, file, u"--cell"_s, u"late"_s});
    QVERIFY(late.code != 0 && late.err.contains(u"--budget"_s));
}

ONEINN_TEST(TestRowsCommand)

} // namespace tests::cli_rowscommand

#include "tst_rowscommand.moc"
