// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "databases/look.h"
#include "databases/passwords.h"
#include "databases/place.h"
#include "session/savedsession.h"
#include "support/postgresql.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

#include <stop_token>
#include <thread>

/// A real server: what is read of a table in it, or of its counts, is what is read of the file.
namespace tests::databases_postgresql {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::PostgreSql;
using testsupport::runCommandLine;

namespace {

constexpr auto columnsOfFraud =
        "transaction_id text, day date, channel text, country text, is_fraud int, fraud_score "
        "float8, latency_ms float8";

QJsonObject metricsOf(const QString &place, const QStringList &options)
{
    const auto run = runCommandLine(QStringList{u"metrics"_s, place} + options);
    if (run.code != cli::Success)
        qFatal("%s", qPrintable(run.err));
    return run.at(u"confusion_matrix"_s).toObject();
}

Result<ingest::FileBytes::Ptr> bytesOf(const QString &place, const JobControl &job = {})
{
    return databases::bytesAt(place.toStdString(), {}, job);
}

} // namespace

class TestPostgreSql : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rows_read_answerAsTheFile();
    void counts_live_answerAsTheRows_data();
    void counts_live_answerAsTheRows();
    void counts_twice_areTheSameBytes();
    void session_ofATable_keepsTheAddressAlone();
    void look_table_guessesWhatMoves();
    void problem_each_isSaid_data();
    void problem_each_isSaid();
    void password_wrong_isTold();
    void columns_wildNames_areReadUnharmed();
    void query_thatWrites_isRefused();
    void stop_inTheMiddle_endsTheServersWork();
    void cleanupTestCase();

private:
    ingest::DatabaseAddress address() const
    {
        return ingest::databaseAddress(m_server.address().toStdString()).value();
    }

    PostgreSql m_server;
};

void TestPostgreSql::initTestCase()
{
    if (const QString why = PostgreSql::whyNot(); !why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_server.start());
    databases::keepPassword(address(), PostgreSql::password);
    const auto look = databases::lookAt(address(), {});
    if (!look && look.problem().kind == ProblemKind::DatabaseDriverMissing)
        QSKIP("Qt's driver for PostgreSQL is not installed (package libqt6sql6-psql)");
    QVERIFY2(look, look ? "" : look.problem().detail.c_str());
    QVERIFY(look.value().tables.empty());
    const QString csv = testsupport::sampleData(u"fraudalerts.csv"_s);
    m_server.run(u"CREATE TABLE fraud(%1);\n\\copy fraud from '%2' csv header\n"
                 "CREATE SCHEMA s; CREATE TABLE s.empty(is_fraud int, fraud_score float8);\n"
                 "CREATE TABLE \"wild; DROP TABLE fraud\" (\"is \"\"it\"\"; --\" int, p float8);\n"
                 "INSERT INTO \"wild; DROP TABLE fraud\" SELECT (i %% 7 = 0)::int, i / 100.0 "
                 "FROM generate_series(1, 100) AS i;\nANALYZE;\n"_s
                         .arg(QString::fromLatin1(columnsOfFraud), csv)
                         .replace(u"%%"_s, u"%"_s));
}

void TestPostgreSql::rows_read_answerAsTheFile()
{
    const QString file = testsupport::sampleData(u"fraudalerts.csv"_s);
    const QStringList options{u"--threshold"_s, u"0.3"_s, u"--budget"_s, u"20"_s};
    QCOMPARE(metricsOf(m_server.address(u"?table=fraud"_s), options), metricsOf(file, options));
    // As an SQLite file with several tables has it, too.
    QCOMPARE(metricsOf(m_server.address(), options + QStringList{u"--table-name"_s, u"fraud"_s}),
             metricsOf(file, options));
    const auto same = runCommandLine({u"columns"_s, m_server.address(u"?table=fraud"_s)});
    QCOMPARE(same.at(u"columns"_s), runCommandLine({u"columns"_s, file}).at(u"columns"_s));
    QCOMPARE(same.at(u"account"_s), runCommandLine({u"columns"_s, file}).at(u"account"_s));
}

void TestPostgreSql::counts_live_answerAsTheRows_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("reading");
    QTest::newRow("quantiles") << u"score-steps=40"_s << QStringList{};
    QTest::newRow("edges and waits")
            << u"score-edges=0%3A1%3A60&latency=latency_ms&latency-edges=10,20,40,1000"_s
            << QStringList{u"--budget"_s, u"20"_s};
    QTest::newRow("a segment") << u"score-steps=25&segment=channel"_s
                               << QStringList{u"--where"_s, u"channel=online"_s};
}

void TestPostgreSql::counts_live_answerAsTheRows()
{
    QFETCH(QString, words);
    QFETCH(QStringList, reading);
    const QString file = testsupport::sampleData(u"fraudalerts.csv"_s);
    const QString counted =
            m_server.address(u"?table=fraud&label=is_fraud&score=fraud_score&"_s + words);
    const auto curve = runCommandLine(
            {u"curve"_s, counted, u"--kind"_s, u"threshold"_s, u"--format"_s, u"csv"_s});
    QVERIFY2(curve.code == cli::Success, qPrintable(curve.err));
    QVERIFY2(curve.err.contains(u"to 1 in "_s), qPrintable(curve.err));
    QStringList edges = curve.column(u"threshold"_s);
    edges.removeIf(
            [](const QString &edge) { return edge.contains(u"inf"_s, Qt::CaseInsensitive); });
    edges.removeLast(); // the least, where what lies below given edges stands
    QVERIFY2(edges.size() > 10, qPrintable(curve.out.left(2000)));
    for (qsizetype i = 0; i < edges.size(); i += i + 5 < edges.size() ? 5 : 1) {
        const QStringList options = QStringList{u"--threshold"_s, edges.at(i)} + reading;
        QCOMPARE(metricsOf(counted, options), metricsOf(file, options));
    }
    const auto resolution = runCommandLine({u"columns"_s, counted}).at(u"resolution"_s).toObject();
    QCOMPARE(resolution.value(u"score_bins"_s).toInt(), int(edges.size()) + 1);
}

void TestPostgreSql::counts_twice_areTheSameBytes()
{
    const QString counted = m_server.address(u"?table=fraud&label=is_fraud&score=fraud_score"_s);
    const auto once = bytesOf(counted);
    QVERIFY(once);
    QVERIFY(once.value()->isPipe());
    QCOMPARE(bytesOf(counted).value()->text(), once.value()->text());
}

void TestPostgreSql::session_ofATable_keepsTheAddressAlone()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"fraud.oneinn"_s);
    const QString place = m_server.address(u"?table=fraud&label=is_fraud&score=fraud_score"_s);
    {
        Session session;
        SavedSession saved(&session, folder.filePath(u"recovery"_s));
        QSignalSpy opened(&session, &Session::opened);
        session.loading().open({.path = place});
        QVERIFY(opened.wait(10'000));
        session.setThreshold(Threshold(0.42));
        QVERIFY(QFileInfo(saved.suggestedPath()).fileName() == u"fraud.oneinn"_s);
        saved.save(file);
    }
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray json = written.readAll();
    QVERIFY2(json.contains(place.toUtf8()), json.constData());
    QVERIFY(!json.contains(PostgreSql::password));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"fraud.oneinn"_s});

    Session session;
    SavedSession saved(&session, folder.filePath(u"recovery"_s));
    QSignalSpy opened(&session, &Session::opened);
    QSignalSpy failed(&session.loading(), &Loading::failed);
    databases::forgetPassword(address());
    QVERIFY(!saved.open(file));
    QVERIFY(failed.wait(10'000));
    QCOMPARE(failed.first().first().value<Problem>().kind, ProblemKind::DatabaseAsksPassword);
    databases::keepPassword(address(), PostgreSql::password);
    session.loading().openAgain();
    QVERIFY(opened.wait(10'000));
    QCOMPARE(session.scenario().threshold, Threshold(0.42));
    QCOMPARE(session.data().source.path, place);
}

void TestPostgreSql::look_table_guessesWhatMoves()
{
    auto place = address();
    auto look = databases::lookAt(place, {});
    QVERIFY(look);
    QCOMPARE(look.value().tables,
             (std::vector<std::string>{"fraud", "wild; DROP TABLE fraud", "s.empty"}));
    QVERIFY(look.value().columns.empty());
    place.table = "fraud";
    look = databases::lookAt(place, {});
    QVERIFY(look && look.value().rows);
    QCOMPARE(look.value().columns.size(), std::size_t(7));
    QCOMPARE(look.value().rows->rows, 20'000.0);
    QVERIFY(look.value().rows->bytes > 20'000.0 * 7.0);
}

void TestPostgreSql::problem_each_isSaid_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("sentence");
    const QString here = m_server.address();
    QTest::newRow("which table") << here << u"--table-name"_s;
    QTest::newRow("no such table") << here + u"?table=frauds"_s << u"no table named “frauds”"_s;
    QTest::newRow("an empty table") << here + u"?table=s.empty"_s << u"has no rows"_s;
    QTest::newRow("no such column")
            << here + u"?table=fraud&label=y&score=fraud_score"_s << u"Check the names"_s;
    QTest::newRow("no SQL") << here + u"?query=SELEKT%201"_s << u"syntax error"_s;
    QTest::newRow("nobody there") << u"postgresql://tester@127.0.0.1:1/postgres?table=t"_s
                                  << u"cannot be reached"_s;
    QTest::newRow("no such host") << u"postgresql://tester@no-such-host.invalid/p?table=t"_s
                                  << u"cannot be reached"_s;
    QTest::newRow("no address") << u"postgresql://h?table=t"_s << u"names no database"_s;
}

void TestPostgreSql::problem_each_isSaid()
{
    QFETCH(QString, place);
    QFETCH(QString, sentence);
    const auto run = runCommandLine({u"columns"_s, place, u"--format"_s, u"text"_s});
    QVERIFY(run.code != cli::Success);
    QVERIFY2(run.err.contains(sentence), qPrintable(run.err));
    QVERIFY2(!run.err.contains(QLatin1String(PostgreSql::password)), qPrintable(run.err));
}

void TestPostgreSql::password_wrong_isTold()
{
    databases::forgetPassword(address());
    const auto none = bytesOf(m_server.address(u"?table=fraud"_s));
    databases::keepPassword(address(), "another");
    const auto wrong = bytesOf(m_server.address(u"?table=fraud"_s));
    databases::keepPassword(address(), PostgreSql::password);
    QVERIFY(!none && !wrong);
    QCOMPARE(none.problem().kind, ProblemKind::DatabaseAsksPassword);
    QCOMPARE(none.problem().found, std::size_t(0));
    QCOMPARE(wrong.problem().kind, ProblemKind::DatabaseAsksPassword);
    QCOMPARE(wrong.problem().found, std::size_t(1));
}

void TestPostgreSql::columns_wildNames_areReadUnharmed()
{
    const QString wild = m_server.address(u"?table=wild%3B%20DROP%20TABLE%20fraud"_s);
    const auto rows = runCommandLine({u"columns"_s, wild});
    QCOMPARE(rows.at(u"columns"_s).toArray().at(0).toString(), u"is \"it\"; --"_s);
    const auto counted = bytesOf(wild + u"&label=is%20%22it%22%3B%20--&score=p&score-steps=10"_s);
    QVERIFY2(counted, counted ? "" : counted.problem().detail.c_str());
    QCOMPARE(m_server.run(u"SELECT count(*) FROM fraud;"_s), u"20000\n"_s);
}

void TestPostgreSql::query_thatWrites_isRefused()
{
    const auto filtered = bytesOf(m_server.address(
            u"?table=fraud&label=is_fraud&score=fraud_score&filter=setval('q',%201)%20%3E%200"_s));
    QVERIFY(!filtered);
    const auto query =
            bytesOf(m_server.address(u"?query=DELETE%20FROM%20fraud%20RETURNING%20is_fraud"_s));
    QVERIFY(!query);
    QCOMPARE(m_server.run(u"SELECT count(*) FROM fraud;"_s), u"20000\n"_s);
}

void TestPostgreSql::stop_inTheMiddle_endsTheServersWork()
{
    std::stop_source stop;
    const std::jthread hand([&stop] {
        std::this_thread::sleep_for(std::chrono::milliseconds(700));
        stop.request_stop();
    });
    QElapsedTimer taken;
    taken.start();
    const auto slow =
            bytesOf(m_server.address(u"?query=SELECT%20pg_sleep(60)%2C%201%20AS%20score"_s),
                    {.stop = stop.get_token()});
    QVERIFY(!slow);
    QCOMPARE(slow.problem().kind, ProblemKind::Cancelled);
    QVERIFY(taken.elapsed() < 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(
            m_server.run(u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' "
                         "AND state = 'active' AND pid <> pg_backend_pid();"_s),
            u"0\n"_s, 5000);
}

void TestPostgreSql::cleanupTestCase()
{
    m_server.stop();
}

ONEINN_TEST(TestPostgreSql)

} // namespace tests::databases_postgresql

#include "tst_postgresql.moc"
