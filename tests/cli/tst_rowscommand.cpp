// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/rowscommand.h"

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <cmath>

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
    void csv_saysWhatEachIs_andNoWaitsWhereThereAreNone();
    void withoutId_rowsHaveTheirLine();
    void text_saysTheFeaturesVerb_csvDoesNot();
    void gone_isSaidOfTheMatrix();
    void wrongOptions_areRefused();
    void band_listsWhatGoesToAPerson();
    void text_namesTheOutcome_csvKeepsItsKey();
    void confusion_isThatOfTheMatrix();
    void confusion_unknownClass_isTold();
    void againstRest_negativesAreNamedNotListed();

private:
    testsupport::WrittenFiles m_files;
};

/// Every use is in one of the four, and those missed are told apart as metrics does.
void TestRowsCommand::cells_addUpToTheMatrix()
{
    const QStringList scenario{testsupport::sampleData(u"inlinesuggestion.csv"_s),
                               u"--model"_s,
                               u"cloud-large"_s,
                               u"--budget"_s,
                               u"350"_s,
                               u"--threshold"_s,
                               u"0.55"_s};
    const auto metrics = runCommandLine(QStringList{u"metrics"_s} + scenario);
    QVERIFY2(metrics.code == 0, qPrintable(metrics.err));
    const auto found = [&scenario](const QString &cell) {
        const auto run = runCommandLine(QStringList{u"rows"_s, u"--cell"_s, cell} + scenario);
        if (run.code != 0)
            qFatal("%s", qPrintable(run.err));
        return run.at(u"all"_s).toDouble();
    };
    const double good = found(u"tp"_s) + found(u"fn"_s);
    const double all = found(u"all"_s);
    QCOMPARE(good + found(u"fp"_s) + found(u"tn"_s), all);
    const QJsonValue met = metrics.at(u"experience"_s);
    const auto near = [&](const char *share, double expected) {
        return std::abs(met[QLatin1StringView(share)].toDouble() - expected) < 1e-7;
    };
    QVERIFY(near("missed", found(u"fn"_s) / good));
    QVERIFY(near("missed_by_model", found(u"missed-by-model"_s) / good));
    QVERIFY(near("missed_by_lateness", found(u"missed-by-lateness"_s) / good));
    QVERIFY(found(u"missed-by-lateness"_s) > 0.0);
    QVERIFY(near("late", found(u"late"_s) / all));
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
    QTest::newRow("missed, nearest")
            << u"fn"_s << u"nearest"_s << QStringList{u"d"_s, u"g"_s, u"c"_s};
    QTest::newRow("missed, most wrong")
            << u"fn"_s << u"wrongest"_s << QStringList{u"c"_s, u"d"_s, u"g"_s};
    QTest::newRow("shown rightly") << u"tp"_s << u"wrongest"_s << QStringList{u"e"_s};
    QTest::newRow("missed by lateness")
            << u"missed-by-lateness"_s << u"wrongest"_s << QStringList{u"g"_s};
    QTest::newRow("missed by the model")
            << u"missed-by-model"_s << u"nearest"_s << QStringList{u"d"_s, u"c"_s};
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

void TestRowsCommand::csv_saysWhatEachIs_andNoWaitsWhereThereAreNone()
{
    const QString file = m_files.write(u"id,label,score\na,0,0.9\nb,1,0.2\nc,1,0.8\nd,0,0.1\n"_s);
    const auto run = runCommandLine({u"rows"_s, file, u"--cell"_s, u"all"_s, u"--threshold"_s,
                                     u"0.5"_s, u"--example"_s, u"id"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QVERIFY2(run.out.startsWith(u"id,score,label,is"_s) && !run.out.contains(u"wait"_s),
             qPrintable(run.out));
    QCOMPARE(run.column(u"id"_s), (QStringList{u"b"_s, u"c"_s, u"a"_s, u"d"_s}));
    QCOMPARE(
            run.column(u"is"_s),
            (QStringList{u"missed"_s, u"shown right"_s, u"shown wrong"_s, u"rightly not shown"_s}));
}

/// The line of the record, whatever was set aside before it; an id that is named stands instead.
void TestRowsCommand::withoutId_rowsHaveTheirLine()
{
    const QString file =
            m_files.write(u"label,score,id\n0,0.9,a\n1,,b\n1,0.2,c\n\n1,0.8,d\n0,0.1,e\n"_s);
    const QStringList command{u"rows"_s,        file,     u"--cell"_s,  u"all"_s,
                              u"--threshold"_s, u"0.5"_s, u"--format"_s};
    const auto csv = runCommandLine(command + QStringList{u"csv"_s});
    QVERIFY2(csv.code == 0, qPrintable(csv.err));
    QCOMPARE(csv.column(u"line"_s), (QStringList{u"4"_s, u"6"_s, u"2"_s, u"7"_s}));
    QVERIFY2(csv.err.contains(u"by their line in the file"_s), qPrintable(csv.err));
    const auto json = runCommandLine(command + QStringList{u"json"_s});
    QCOMPARE(json.at(u"rows"_s).toArray().first()[u"line"_s].toInt(), 4);
    const auto named = runCommandLine(command + QStringList{u"csv"_s, u"--example"_s, u"id"_s});
    QVERIFY2(named.out.startsWith(u"id,score,"_s), qPrintable(named.out));
    QVERIFY(!named.err.contains(u"line in the file"_s));
}

/// People read the feature's verb; what programs read is alike for every feature.
void TestRowsCommand::text_saysTheFeaturesVerb_csvDoesNot()
{
    const QString file = m_files.write(u"id,label,score\na,0,0.9\nb,1,0.2\nc,1,0.8\nd,0,0.1\n"_s);
    const QStringList line{u"rows"_s,        file,     u"--cell"_s,  u"all"_s,
                           u"--threshold"_s, u"0.5"_s, u"--verb"_s,  u"raise"_s,
                           u"--example"_s,   u"id"_s,  u"--format"_s};
    const auto text = runCommandLine(line + QStringList{u"text"_s});
    QVERIFY2(text.code == 0, qPrintable(text.err));
    for (const QString &end : {u"wrongly raised"_s, u"rightly raised"_s, u"rightly not raised"_s})
        QVERIFY2(text.out.contains(end), qPrintable(text.out));
    QVERIFY(!text.out.contains(u"shown"_s));
    const auto csv = runCommandLine(line + QStringList{u"csv"_s});
    QVERIFY(csv.column(u"is"_s).contains(u"shown wrong"_s));
}

/// Rows whose users have left are listed, and said to be elsewhere in the matrix.
void TestRowsCommand::gone_isSaidOfTheMatrix()
{
    QString rows = u"label,score,latency_ms\n"_s;
    for (int i = 0; i < 10; ++i)
        rows += u"1,0.1,1000\n1,0.9,9000\n0,0.2,100\n"_s;
    const auto run =
            runCommandLine({u"rows"_s, m_files.write(rows), u"--cell"_s, u"fn"_s, u"--threshold"_s,
                            u"0.5"_s, u"--budget"_s, u"2000"_s, u"--patience"_s,
                            u"1000ms=0.8,2000ms=0.5"_s, u"--format"_s, u"text"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    // Of the 10 that the model missed 2 have left, of the 10 cut off at the budget 5.
    QVERIFY2(
            run.out.contains(u"20 good suggestions are never shown: 10 missed by the model, 10 "
                             u"missed as the "
                             u"answer came too late. Of their users 7 have left before the end on "
                             u"average: the matrix counts those as gone, and the other 13 here."_s),
            qPrintable(run.out));
}

void TestRowsCommand::wrongOptions_areRefused()
{
    const QString file = m_files.write(u"label,score\n0,0.9\n1,0.2\n"_s);
    const auto without = runCommandLine({u"rows"_s, file});
    QVERIFY(without.code != 0 && without.err.contains(u"--cell"_s));
    const auto late = runCommandLine({u"rows"_s, file, u"--cell"_s, u"late"_s});
    QVERIFY(late.code != 0 && late.err.contains(u"--budget"_s));
}

/// As many as classes counts; the scores are the file's, most wrong first.
void TestRowsCommand::confusion_isThatOfTheMatrix()
{
    const QString file = testsupport::sampleData(u"documents.csv"_s);
    const auto classes = runCommandLine({u"classes"_s, file});
    QVERIFY2(classes.code == 0, qPrintable(classes.err));
    const QJsonArray names = classes.at(u"classes"_s).toArray();
    const QJsonArray matrix = classes.at(u"matrix"_s).toArray();
    int checked = 0;
    for (qsizetype actual = 0; actual < 2; ++actual) {
        for (qsizetype decided = 0; decided < names.size(); ++decided) {
            const QString of = names[actual].toString();
            const QString called = names[decided].toString();
            const auto run = runCommandLine({u"rows"_s, file, u"--class"_s, of, u"--called"_s,
                                             called, u"--limit"_s, u"100000"_s});
            QVERIFY2(run.code == 0, qPrintable(run.err));
            QCOMPARE(run.at(u"all"_s).toDouble(), matrix[actual][decided].toDouble(-1.0));
            double before = 2.0;
            for (const auto &row : run.at(u"rows"_s).toArray()) {
                const double own = row[u"score_of_class"_s].toDouble(-1.0);
                QVERIFY(own >= 0.0);
                if (actual == decided)
                    continue;
                const double ahead = row[u"score_of_called"_s].toDouble(-1.0) - own;
                QVERIFY(ahead >= 0.0 && ahead <= before);
                before = ahead;
                ++checked;
            }
        }
    }
    QVERIFY(checked > 10);
    const auto csv = runCommandLine({u"rows"_s, file, u"--class"_s, u"invoice"_s, u"--called"_s,
                                     u"receipt"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(csv.out.startsWith(u"row,document_id,"_s), qPrintable(csv.out.left(200)));
    QVERIFY(csv.out.section(u'\n', 0, 0).endsWith(u"class,called,p_invoice,p_receipt"_s));
}

void TestRowsCommand::confusion_unknownClass_isTold()
{
    const QString file = testsupport::sampleData(u"documents.csv"_s);
    const auto unknown =
            runCommandLine({u"rows"_s, file, u"--class"_s, u"novel"_s, u"--called"_s, u"letter"_s});
    QCOMPARE(unknown.code, 1);
    QVERIFY2(unknown.err.contains(u"novel"_s) && unknown.err.contains(u"letter"_s),
             qPrintable(unknown.err));
    const auto half = runCommandLine({u"rows"_s, file, u"--class"_s, u"letter"_s});
    QCOMPARE(half.code, 2);
    QVERIFY(half.err.contains(u"--called"_s));
    const auto both = runCommandLine({u"rows"_s, file, u"--class"_s, u"letter"_s, u"--called"_s,
                                      u"form"_s, u"--cell"_s, u"fp"_s});
    QCOMPARE(both.code, 2);
}

void TestRowsCommand::againstRest_negativesAreNamedNotListed()
{
    const auto run = runCommandLine({u"rows"_s, testsupport::sampleData(u"documents.csv"_s),
                                     u"--positive"_s, u"invoice"_s, u"--score"_s, u"p_invoice"_s,
                                     u"--cell"_s, u"fp"_s, u"--threshold"_s, u"0.5"_s});
    QVERIFY2(run.code == 0, qPrintable(run.err));
    QCOMPARE(run.at(u"rows"_s)[0][u"label"_s].toString(), u"not invoice"_s);
}

/// As many as the review says go to a person, and none from outside of the band.
void TestRowsCommand::band_listsWhatGoesToAPerson()
{
    const QStringList file{testsupport::sampleData(u"payments-february.csv"_s), u"--preset"_s,
                           u"fraudalert"_s};
    const auto rowsOf = [&file](const QString &band) {
        return runCommandLine(
                QStringList{u"rows"_s} + file
                + QStringList{u"--cell"_s, u"all"_s, u"--limit"_s, u"20000"_s, u"--band"_s, band});
    };
    for (const QString &band : {u"best"_s, u"0.01,0.2"_s}) {
        const auto review =
                runCommandLine(QStringList{u"review"_s} + file + QStringList{u"--band"_s, band});
        const auto rows = rowsOf(band);
        QVERIFY2(rows.code == 0, qPrintable(rows.err));
        const QJsonArray listed = rows.at(u"rows"_s).toArray();
        QCOMPARE(double(listed.size()),
                 std::round(16000.0 * review.at(u"reviewed_share"_s).toDouble()));
        const double from = review.at(u"from"_s).toDouble();
        const double to = review.at(u"to"_s).toDouble();
        for (const QJsonValue &row : listed) {
            const double score = row[u"score"_s].toDouble();
            QVERIFY(from <= score && score < to);
        }
        QVERIFY2(rows.err.contains(u"Only rows that go to a person, between "_s),
                 qPrintable(rows.err));
    }
    const auto plain = runCommandLine({u"rows"_s, file.front(), u"--cell"_s, u"all"_s, u"--band"_s,
                                       u"0.1,0.2"_s, u"--review-cost"_s, u"1"_s});
    QVERIFY(plain.code != 0 && plain.err.contains(u"--band best"_s));
    QCOMPARE(runCommandLine(
                     {u"rows"_s, file.front(), u"--cell"_s, u"all"_s, u"--band"_s, u"0.1,0.2"_s})
                     .code,
             0);
}

void TestRowsCommand::text_namesTheOutcome_csvKeepsItsKey()
{
    const QString file = m_files.write(u"label,score\n0,0.9\n1,0.2\n1,0.8\n"_s);
    const auto as = [&file](const QString &format) {
        return runCommandLine({u"rows"_s, file, u"--cell"_s, u"all"_s, u"--threshold"_s, u"0.5"_s,
                               u"--format"_s, format})
                .out;
    };
    QVERIFY2(as(u"text"_s).contains(u"label   outcome"_s), qPrintable(as(u"text"_s)));
    QVERIFY(as(u"csv"_s).startsWith(u"line,score,label,is"_s));
}

ONEINN_TEST(TestRowsCommand)

} // namespace tests::cli_rowscommand

#include "tst_rowscommand.moc"
