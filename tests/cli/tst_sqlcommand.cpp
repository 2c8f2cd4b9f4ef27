// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/sqlcommand.h"

#include "cli/commandlinerun.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>

#include <sqlite3.h>

/// What counts a table where it lies, on a real engine: what is read of its counts is what is read
/// of the rows, at every edge.
namespace tests::cli_sqlcommand {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

namespace {

struct Written {
    int code = -1;
    QString out;
    QString err;
};

Written sql(const QStringList &options)
{
    Written written;
    QTextStream out(&written.out);
    QTextStream err(&written.err);
    written.code = cli::runSqlCommand(QStringList{u"one-in-n-cli"_s, u"sql"_s} + options, out, err);
    return written;
}

/// A sample in a table of SQLite.
class Database {
public:
    explicit Database(const QString &csv)
    {
        QFile file(csv);
        if (!file.open(QIODevice::ReadOnly) || sqlite3_open(":memory:", &m_database) != SQLITE_OK)
            qFatal("no sample or no database");
        const QStringList lines =
                QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
        QStringList columns;
        const QStringList names = lines.first().split(u',');
        for (const QString &name : names)
            columns.append(u'"' + name + u'"'
                           + (name.contains(u"score") || name.contains(u"latency") ? u" REAL"_s
                                                                                   : u" TEXT"_s));
        run(u"CREATE TABLE \"the table\" (%1)"_s.arg(columns.join(u',')));
        QStringList records;
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QString quoted = u'\'' + QString(lines.at(i)).replace(u',', u"','"_s) + u'\'';
            records.append(u'(' + QString(quoted).replace(u"''"_s, u"NULL"_s) + u')');
        }
        run(u"INSERT INTO \"the table\" VALUES "_s + records.join(u','));
    }
    ~Database() { sqlite3_close(m_database); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    Database(Database &&) = delete;
    Database &operator=(Database &&) = delete;

    void run(const QString &statement)
    {
        char *error = nullptr;
        if (sqlite3_exec(m_database, statement.toUtf8().constData(), nullptr, nullptr, &error)
            != SQLITE_OK)
            qFatal("%s", error);
    }

    /// The result of a query as CSV.
    QString csv(const QString &query)
    {
        sqlite3_stmt *statement = nullptr;
        if (sqlite3_prepare_v2(m_database, query.toUtf8().constData(), -1, &statement, nullptr)
            != SQLITE_OK)
            qFatal("%s", sqlite3_errmsg(m_database));
        const int columns = sqlite3_column_count(statement);
        QString text;
        for (int i = 0; i < columns; ++i)
            text += (i > 0 ? u","_s : QString())
                    + QString::fromUtf8(sqlite3_column_name(statement, i));
        text += u'\n';
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < columns; ++i) {
                text += i > 0 ? u","_s : QString();
                if (sqlite3_column_type(statement, i) == SQLITE_FLOAT)
                    text += QString::number(sqlite3_column_double(statement, i), 'g', 17);
                else
                    text += QString::fromUtf8(
                            reinterpret_cast<const char *>(sqlite3_column_text(statement, i)));
            }
            text += u'\n';
        }
        sqlite3_finalize(statement);
        return text;
    }

private:
    sqlite3 *m_database = nullptr;
};

QJsonObject matrixOf(const QString &file, const QString &threshold, const QStringList &options)
{
    const auto run =
            runCommandLine(QStringList{u"metrics"_s, file, u"--threshold"_s, threshold} + options);
    if (run.code != cli::Success)
        qFatal("%s", qPrintable(run.err));
    QJsonObject matrix = run.at(u"confusion_matrix"_s).toObject();
    return matrix;
}

} // namespace

class TestSqlCommand : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void counts_readAsTheRows_atEveryEdge_data();
    void counts_readAsTheRows_atEveryEdge();
    void dialect_each_quotesWhatIsWild_data();
    void dialect_each_quotesWhatIsWild();
    void wish_wrong_isSaid_data();
    void wish_wrong_isSaid();

private:
    testsupport::TableFiles m_files;
    Database m_database{testsupport::sampleData(u"fraudalerts.csv"_s)};
};

void TestSqlCommand::counts_readAsTheRows_atEveryEdge_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("reading");
    const QStringList fraud{u"--label"_s, u"is_fraud"_s, u"--score"_s, u"fraud_score"_s};
    const QStringList waits{u"--latency"_s, u"latency_ms"_s};
    QTest::newRow("quantiles") << fraud + QStringList{u"--score-steps"_s, u"40"_s} << QStringList{};
    QTest::newRow("quantiles of waits, too") << fraud + waits
                    + QStringList{u"--score-steps"_s, u"30"_s, u"--latency-edges"_s,
                                  u"10,20,40,1000"_s}
                                             << QStringList{u"--budget"_s, u"20"_s};
    QTest::newRow("given edges") << fraud + QStringList{u"--score-edges"_s, u"0:1:50"_s}
                                 << QStringList{};
    QTest::newRow("edges that leave some out") << fraud + waits
                    + QStringList{u"--score-edges"_s, u"0.2:1:16"_s, u"--latency-edges"_s,
                                  u"8,20"_s} << QStringList{u"--budget"_s, u"20"_s};
    QTest::newRow("a segment") << fraud
                    + QStringList{u"--score-steps"_s, u"25"_s, u"--segment"_s, u"channel"_s}
                               << QStringList{u"--where"_s, u"channel=online"_s};
}

void TestSqlCommand::counts_readAsTheRows_atEveryEdge()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, reading);
    const QString rows = testsupport::sampleData(u"fraudalerts.csv"_s);
    const Written written =
            sql(QStringList{u"--dialect"_s, u"sqlite"_s, u"--table"_s, u"the table"_s} + options);
    QVERIFY2(written.code == cli::Success, qPrintable(written.err));
    const QString counted = m_files.write(u"counted.csv"_s, m_database.csv(written.out).toUtf8());
    const auto columns = runCommandLine({u"columns"_s, counted});
    QCOMPARE(columns.at(u"roles/count/column"_s).toString(), u"n"_s);
    QVERIFY2(columns.out.contains(u"counted in steps"), qPrintable(columns.out));
    const auto curve = runCommandLine(
            {u"curve"_s, counted, u"--kind"_s, u"threshold"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(curve.code == cli::Success, qPrintable(curve.err));
    QStringList edges = curve.column(u"threshold"_s);
    edges.removeIf(
            [](const QString &edge) { return edge.contains(u"inf"_s, Qt::CaseInsensitive); });
    edges.removeLast(); // the least, where what lies below the given edges stands
    QVERIFY2(edges.size() > 10, qPrintable(curve.out.left(2000)));
    QCOMPARE(columns.at(u"resolution/score_bins"_s).toInt(), int(edges.size()) + 1);
    QVERIFY2(curve.err.contains(u"to 1 in %1 score bins"_s.arg(edges.size() + 1)),
             qPrintable(curve.err));
    for (qsizetype i = 0; i < edges.size(); i += i + 3 < edges.size() ? 3 : 1) {
        const QString &edge = edges.at(i);
        QCOMPARE(matrixOf(counted, edge, reading), matrixOf(rows, edge, reading));
    }
}

void TestSqlCommand::dialect_each_quotesWhatIsWild_data()
{
    QTest::addColumn<QString>("dialect");
    QTest::addColumn<QString>("quoted");
    QTest::newRow("postgresql") << u"postgresql"_s << u"\"a\"\"; DROP TABLE `b`\\\""_s;
    QTest::newRow("duckdb") << u"duckdb"_s << u"\"a\"\"; DROP TABLE `b`\\\""_s;
    QTest::newRow("sqlite") << u"sqlite"_s << u"\"a\"\"; DROP TABLE `b`\\\""_s;
    QTest::newRow("snowflake") << u"snowflake"_s << u"\"a\"\"; DROP TABLE `b`\\\""_s;
    QTest::newRow("trino") << u"trino"_s << u"\"a\"\"; DROP TABLE `b`\\\""_s;
    QTest::newRow("spark") << u"spark"_s << u"`a\"; DROP TABLE ``b``\\`"_s;
    QTest::newRow("bigquery") << u"bigquery"_s << u"`a\"; DROP TABLE \\`b\\`\\\\`"_s;
    QTest::newRow("clickhouse") << u"clickhouse"_s << u"`a\"; DROP TABLE \\`b\\`\\\\`"_s;
}

void TestSqlCommand::dialect_each_quotesWhatIsWild()
{
    QFETCH(QString, dialect);
    QFETCH(QString, quoted);
    const Written written =
            sql({u"--dialect"_s, dialect, u"--table"_s, u"s.t"_s, u"--label"_s,
                 u"a\"; DROP TABLE `b`\\"_s, u"--score"_s, u"p"_s, u"--score-steps"_s, u"4"_s});
    QCOMPARE(written.code, int(cli::Success));
    QVERIFY2(written.out.contains(u"t."_s + quoted + u" AS "_s + quoted), qPrintable(written.out));
}

void TestSqlCommand::wish_wrong_isSaid_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sentence");
    const QStringList usual{u"--dialect"_s, u"sqlite"_s, u"--table"_s, u"t"_s,
                            u"--label"_s,   u"y"_s,      u"--score"_s, u"p"_s};
    QTest::newRow("no engine") << QStringList{} << u"--dialect says which engine"_s;
    QTest::newRow("another engine")
            << QStringList{u"--dialect"_s, u"oracle"_s} << u"is one of postgresql"_s;
    QTest::newRow("no table") << QStringList{u"--dialect"_s, u"spark"_s} << u"--table, --label"_s;
    QTest::newRow("a wait without unit")
            << usual + QStringList{u"--latency"_s, u"wait"_s} << u"--latency-unit"_s;
    QTest::newRow("edges that fall")
            << usual + QStringList{u"--score-edges"_s, u"0,0.5,0.4"_s} << u"ascending"_s;
    QTest::newRow("one edge") << usual + QStringList{u"--score-edges"_s, u"0"_s} << u"ascending"_s;
    QTest::newRow("no step") << usual + QStringList{u"--score-steps"_s, u"1"_s} << u"from 2"_s;
    QTest::newRow("twice") << usual + QStringList{u"--segment"_s, u"y"_s} << u"Two columns"_s;
    QTest::newRow("the name of a count") << usual + QStringList{u"--segment"_s, u"n"_s}
                                         << u"Two columns of the result would be called “n”"_s;
    QTest::newRow("no value") << usual + QStringList{u"--segment"_s} << u"needs a value"_s;
    QTest::newRow("no option") << usual + QStringList{u"--file"_s, u"x"_s} << u"no option"_s;
}

void TestSqlCommand::wish_wrong_isSaid()
{
    QFETCH(QStringList, options);
    QFETCH(QString, sentence);
    const Written written = sql(options);
    QCOMPARE(written.code, int(cli::WrongUsage));
    QVERIFY2(written.err.contains(sentence), qPrintable(written.err));
    QVERIFY(written.out.isEmpty());
}

ONEINN_TEST(TestSqlCommand)

} // namespace tests::cli_sqlcommand

#include "tst_sqlcommand.moc"
