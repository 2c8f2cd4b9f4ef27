// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "databases/look.h"
#include "databases/passwords.h"
#include "databases/statements.h"
#include "support/postgresql.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QTest>

#include <array>

/// One table whose parts lie on two other servers, by a column that is counted apart: each counts
/// its own rows, and what is read is what is read of the file.
namespace tests::databases_threeservers {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::PostgreSql;
using testsupport::runCommandLine;

class TestThreeServers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void counts_overServers_areMadeThere();
    void counts_overServers_answerAsTheFile();
    void cleanupTestCase();

private:
    QString counted() const
    {
        return m_first.address(u"?table=payments&label=is_fraud&score=fraud_score&segment=channel"
                               "&score-edges=0%3A1%3A60"_s);
    }

    PostgreSql m_first;
    std::array<PostgreSql, 2> m_others;
};

void TestThreeServers::initTestCase()
{
    if (const QString why = PostgreSql::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_first.start());
    const auto address = ingest::databaseAddress(m_first.address().toStdString()).value();
    databases::keepPassword(address, PostgreSql::password);
    const auto look = databases::lookAt(address, {});
    if (!look && look.problem().kind == ProblemKind::DatabaseDriverMissing)
        QSKIP("Qt's driver for PostgreSQL is not installed (package libqt6sql6-psql)");
    if (m_first.run(u"SELECT count(*) FROM pg_available_extensions WHERE name = 'postgres_fdw';"_s)
        != u"1\n"_s)
        QSKIP("PostgreSQL is here without postgres_fdw (package postgresql-contrib)");
    const QString columns = u"transaction_id text, day date, channel text, country text, is_fraud "
                            "int, fraud_score float8, latency_ms float8"_s;
    m_first.run(u"CREATE TABLE part(%1);\n\\copy part from '%2' csv header\n"_s.arg(
            columns, testsupport::sampleData(u"fraudalerts.csv"_s)));
    m_first.stop();
    const std::array channels{u"online"_s, u"in-store"_s};
    for (std::size_t i = 0; i < 2; ++i) {
        QVERIFY(m_others[i].startAsCopyOf(m_first));
        m_others[i].run(u"DELETE FROM part WHERE channel <> '%1'; ANALYZE;"_s.arg(channels[i]));
    }
    PostgreSql &first = m_first;
    QVERIFY(first.startAgain());
    databases::keepPassword(ingest::databaseAddress(first.address().toStdString()).value(),
                            PostgreSql::password);
    QString statements = u"CREATE EXTENSION postgres_fdw;\n"
                         "ALTER DATABASE postgres SET enable_partitionwise_aggregate = on;\n"
                         "DELETE FROM part WHERE channel IN ('online', 'in-store');\n"
                         "CREATE TABLE payments(%1) PARTITION BY LIST (channel);\n"
                         "ALTER TABLE payments ATTACH PARTITION part DEFAULT;\n"_s.arg(columns);
    for (std::size_t i = 0; i < 2; ++i)
        statements += u"CREATE SERVER other%1 FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host "
                      "'127.0.0.1', port '%2', dbname 'postgres');\n"
                      "CREATE USER MAPPING FOR tester SERVER other%1 OPTIONS (user 'tester', "
                      "password '%3');\n"
                      "CREATE FOREIGN TABLE part%1 PARTITION OF payments FOR VALUES IN ('%4') "
                      "SERVER other%1 OPTIONS (table_name 'part');\n"_s.arg(
                              QString::number(i), QString::number(m_others[i].port()),
                              QLatin1String(PostgreSql::password), channels[i]);
    first.run(statements + u"ANALYZE;\n"_s);
}

void TestThreeServers::counts_overServers_areMadeThere()
{
    const auto address = ingest::databaseAddress(counted().toStdString()).value();
    const QString plan =
            m_first.run(u"EXPLAIN (VERBOSE, COSTS OFF) SELECT * FROM "_s
                        + QString::fromStdString(databases::sourceSql(address)) + u";\n"_s);
    QVERIFY2(plan.count(u"Relations: Aggregate on"_s) == 2, qPrintable(plan));
    QVERIFY2(plan.count(u"GROUP BY"_s) >= 2, qPrintable(plan));
}

void TestThreeServers::counts_overServers_answerAsTheFile()
{
    const QString file = testsupport::sampleData(u"fraudalerts.csv"_s);
    for (const char *threshold : {"0.05", "0.1", "0.25", "0.5", "0.75", "0.9"}) {
        for (const QStringList &where :
             {QStringList{}, QStringList{u"--where"_s, u"channel=in-store"_s}}) {
            const QStringList options =
                    QStringList{u"--threshold"_s, QString::fromLatin1(threshold)} + where;
            const auto here = runCommandLine(QStringList{u"metrics"_s, counted()} + options);
            const auto there = runCommandLine(QStringList{u"metrics"_s, file} + options);
            QVERIFY2(here.code == cli::Success, qPrintable(here.err));
            QCOMPARE(here.at(u"confusion_matrix"_s), there.at(u"confusion_matrix"_s));
        }
    }
}

void TestThreeServers::cleanupTestCase()
{
    m_first.stop();
    for (PostgreSql &other : m_others)
        other.stop();
}

ONEINN_TEST(TestThreeServers)

} // namespace tests::databases_threeservers

#include "tst_threeservers.moc"
