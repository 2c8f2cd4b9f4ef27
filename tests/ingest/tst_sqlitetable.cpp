// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsfile.h"
#include "ingest/sourcetext.h"
#include "ingest/sqlitetable.h"

#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace tests::ingest_sqlitetable {

using namespace oneinn;
using namespace oneinn::ingest;
using namespace Qt::StringLiterals;

namespace {

/// A database that stays open, as that of a program that is running.
class Written {
public:
    Written(const QString &path, const char *sql)
    {
        sqlite3_open(path.toUtf8().constData(), &m_database);
        run(sql);
    }
    ~Written() { sqlite3_close(m_database); }
    Written(const Written &) = delete;
    Written &operator=(const Written &) = delete;
    Written(Written &&) = delete;
    Written &operator=(Written &&) = delete;

    void run(const char *sql)
    {
        char *error = nullptr;
        const int status = sqlite3_exec(m_database, sql, nullptr, nullptr, &error);
        QVERIFY2(status == SQLITE_OK, error);
    }

private:
    sqlite3 *m_database = nullptr;
};

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

Result<Converted> tableAt(const QString &path, const std::string &name = {})
{
    const QByteArray bytes = contentOf(path);
    return fromSqlite(viewOf(bytes), {.name = name, .file = path.toStdString()}, {});
}

QByteArray textOf(const Result<Converted> &read)
{
    if (!read)
        return "PROBLEM " + QByteArray::fromStdString(read.problem().detail);
    return QByteArray::fromStdString(read.value().bytes).replace('\n', '/');
}

} // namespace

class TestSqliteTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromSqlite_valuesOfEveryKind_areText()
    {
        const Written database(at(u"kinds.db"_s), R"(
            CREATE TABLE "my rows" (label INTEGER, "the ""score""" REAL, note TEXT, raw);
            INSERT INTO "my rows" VALUES (1, 0.1 + 0.2, 'said "no", and' || char(10) || 'left', NULL),
                (0, 1e-300, 'Müller', x'00ff'), (NULL, 9e999, '', 7), ('x', 5, 3, 2.5);)");
        const auto read = tableAt(at(u"kinds.db"_s));
        QCOMPARE(textOf(read),
                 R"("label","the ""score""","note","raw"/)"
                 R"("1","0.30000000000000004","said ""no"", and\nleft",""/)"
                 R"("0","1e-300","Müller",""/"","inf","","7"/"x","5","3","2.5"/)");
        QVERIFY(read.value().note.has_value());
        QCOMPARE(read.value().note->kind, ReadingNote::Kind::Binary);
        QCOMPARE(read.value().note->names, std::vector<std::string>{"raw"});
    }

    void fromSqlite_severalTables_oneIsAskedFor()
    {
        const Written database(at(u"several.db"_s), R"(
            CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, score REAL);
            CREATE TABLE "odd ""name" (a);
            CREATE INDEX by_score ON runs (score);
            CREATE VIEW good AS SELECT score FROM runs WHERE score > 0.5;
            INSERT INTO runs (score) VALUES (0.25), (0.75);
            INSERT INTO "odd ""name" VALUES (1);)");
        const auto unclear = tableAt(at(u"several.db"_s));
        QVERIFY(!unclear);
        QCOMPARE(unclear.problem().kind, ProblemKind::TableUnclear);
        QCOMPARE(unclear.problem().names, (std::vector<std::string>{"good", "odd \"name", "runs"}));
        QCOMPARE(textOf(tableAt(at(u"several.db"_s), "good")), R"("score"/"0.75"/)");
        QCOMPARE(textOf(tableAt(at(u"several.db"_s), "RUNS")),
                 R"("id","score"/"1","0.25"/"2","0.75"/)");
        QCOMPARE(textOf(tableAt(at(u"several.db"_s), "odd \"name")), R"("a"/"1"/)");
        const auto missing = tableAt(at(u"several.db"_s), "no");
        QVERIFY(!missing);
        QCOMPARE(missing.problem().kind, ProblemKind::TableMissing);
        QCOMPARE(missing.problem().names.size(), std::size_t{3});
    }

    void fromSqlite_changesBesideIt_areReadAndNothingIsTouched()
    {
        const QString path = at(u"live.db"_s);
        Written database(path,
                         "PRAGMA journal_mode = WAL; CREATE TABLE t (a);"
                         "INSERT INTO t VALUES (1); PRAGMA wal_checkpoint(TRUNCATE);"
                         "INSERT INTO t VALUES (2);");
        const QByteArray before = contentOf(path);
        const QByteArray beside = contentOf(path + u"-wal"_s);
        QVERIFY(!beside.isEmpty());
        QCOMPARE(textOf(tableAt(path)), R"("a"/"1"/"2"/)");
        QCOMPARE(contentOf(path), before);
        QCOMPARE(contentOf(path + u"-wal"_s), beside);
        QVERIFY(QFile::link(path, at(u"link.db"_s)));
        QCOMPARE(textOf(tableAt(at(u"link.db"_s))), R"("a"/"1"/"2"/)");
        // Without what lies beside it: a file that was sent to somebody else.
        QVERIFY(QFile::copy(path, at(u"sent.db"_s)));
        QCOMPARE(textOf(tableAt(at(u"sent.db"_s))), R"("a"/"1"/)");
        const QStringList left = QDir(at({})).entryList({u"sent.db*"_s});
        QCOMPARE(left, QStringList{u"sent.db"_s});
        // It goes on being written.
        database.run("INSERT INTO t VALUES (3);");
        QCOMPARE(textOf(tableAt(path)), R"("a"/"1"/"2"/"3"/)");
    }

    void fromSqlite_damaged_isSaid_data()
    {
        QTest::addColumn<int>("cutTo");
        QTest::addColumn<int>("overwrittenFrom");
        QTest::newRow("header alone") << 16 << -1;
        QTest::newRow("half a page") << 2000 << -1;
        QTest::newRow("without its last pages") << 4096 << -1;
        QTest::newRow("pages of something else") << -1 << 4096;
    }
    void fromSqlite_damaged_isSaid()
    {
        QFETCH(int, cutTo);
        QFETCH(int, overwrittenFrom);
        {
            const Written database(at(u"whole.db"_s), R"(
                CREATE TABLE IF NOT EXISTS t (a TEXT);
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
                INSERT INTO t SELECT 'row ' || i FROM n;)");
        }
        QByteArray bytes = contentOf(at(u"whole.db"_s));
        QVERIFY(bytes.size() > 8192);
        if (cutTo >= 0)
            bytes.truncate(cutTo);
        for (qsizetype i = overwrittenFrom; overwrittenFrom >= 0 && i < bytes.size(); ++i)
            bytes[i] = char(i * 37);
        const auto read = fromSqlite(viewOf(bytes), {}, {});
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::TableBroken);
        QVERIFY2(read.problem().detail.starts_with("SQLite says: "), read.problem().detail.c_str());
    }

    void fromSqlite_noTable_isSaid()
    {
        const Written database(at(u"none.db"_s), "CREATE TABLE t (a); DROP TABLE t;");
        const auto read = tableAt(at(u"none.db"_s));
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::TableUnclear);
        QVERIFY(read.problem().names.empty());
    }

    void fromSqlite_viewWithoutEnd_canBeStopped()
    {
        const Written database(at(u"endless.db"_s), R"(
            CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
                SELECT i FROM n WHERE i < 0;)");
        std::stop_source stop;
        stop.request_stop();
        const QByteArray bytes = contentOf(at(u"endless.db"_s));
        const auto read = fromSqlite(viewOf(bytes), {}, {.stop = stop.get_token(), .progress = {}});
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::Cancelled);
    }

    void load_database_isReadLikeAFile()
    {
        const Written database(at(u"predictions.db"_s), R"(
            CREATE TABLE predictions (label INTEGER, score REAL, latency_ms REAL);
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 199)
            INSERT INTO predictions SELECT i % 4 = 0,
                CASE WHEN i % 4 = 0 THEN 0.4 ELSE 0.1 END + i / 400.0, 100 + i FROM n;
            UPDATE predictions SET label = NULL WHERE rowid = 7;)");
        const auto loaded = load(at(u"predictions.db"_s).toStdString());
        QVERIFY(loaded.ok());
        QCOMPARE(loaded.value().mapping.label.value, "label");
        QCOMPARE(loaded.value().mapping.score.value, "score");
        QCOMPARE(loaded.value().predictions->rows(), Eigen::Index{199});
        const auto other = load(at(u"predictions.db"_s).toStdString(), {.table = "others"});
        QVERIFY(!other.ok());
        QCOMPARE(other.problem().file, at(u"predictions.db"_s).toStdString());
    }

    void sourceText_tableOfAText_isMissing()
    {
        const auto read = sourceText("a,b\n1,2\n", {}, {}, {.name = "t"});
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::TableMissing);
        QVERIFY(read.problem().names.empty());
    }

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

ONEINN_TEST(TestSqliteTable)

} // namespace tests::ingest_sqlitetable

#include "tst_sqlitetable.moc"
