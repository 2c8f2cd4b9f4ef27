// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/parquettable.h"

#include "ingest/duckdblibrary.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace tests::ingest_parquettable {

using namespace oneinn;
using namespace oneinn::ingest;
using namespace Qt::StringLiterals;

namespace {

/// What scripts/get-parquet brings is no part of the program, nor of its tests.
#define NEEDS_DUCKDB()                                                                             \
    if (DuckDb::library() == nullptr)                                                              \
    QSKIP("DuckDB's library is not installed: scripts/get-parquet")

/// Written by the library itself, to a file.
QByteArray parquetOf(const QString &path, const QString &query)
{
    const auto *library = DuckDb::library();
    DuckDb::Handle database = nullptr;
    DuckDb::Handle connection = nullptr;
    DuckDb::Handle statement = nullptr;
    DuckDb::Result result{};
    library->open(nullptr, &database, nullptr, nullptr);
    library->connect(database, &connection);
    const QByteArray sql =
            u"COPY (%1) TO '%2' (FORMAT parquet, ROW_GROUP_SIZE 2048)"_s.arg(query, path).toUtf8();
    const int prepared = library->prepare(connection, sql.constData(), &statement);
    if (prepared != 0)
        qWarning("%s", library->prepareError(statement));
    else
        library->executeStreaming(statement, &result);
    library->destroyResult(&result);
    library->destroyPrepare(&statement);
    library->disconnect(&connection);
    library->close(&database);
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), std::size_t(bytes.size())};
}

} // namespace

class TestParquetTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fromParquet_valuesOfEveryKind_areText()
    {
        NEEDS_DUCKDB();
        const auto bytes = parquetOf(at(u"kinds.parquet"_s), uR"(
            SELECT true AS label, 0.1::DOUBLE + 0.2 AS score, 1.50::DECIMAL(9, 2) AS cost,
                   TIMESTAMP '2026-01-31 12:00:00' AS "at", NULL::INTEGER AS nothing,
                   {'name': 'a "long" name, longer than twelve', 'of': {'depth': 2}} AS model,
                   [0.25, 0.75]::DOUBLE[] AS proba, 'ab'::BLOB AS picture)"_s);
        const auto read = fromParquet(viewOf(bytes), {}, {});
        QVERIFY2(read.ok(), read ? "" : read.problem().detail.c_str());
        QCOMPARE(QByteArray::fromStdString(read.value().bytes),
                 R"("label","score","cost","at","nothing","model.name","model.of.depth","proba",)"
                 R"("picture")"
                 "\n"
                 R"("true","0.30000000000000004","1.50","2026-01-31 12:00:00","",)"
                 R"("a ""long"" name, longer than twelve","2","[0.25, 0.75]","")"
                 "\n");
        QVERIFY(read.value().note.has_value());
        QCOMPARE(read.value().note->names, std::vector<std::string>{"picture"});
    }

    void fromParquet_manyRows_keepTheirOrder()
    {
        NEEDS_DUCKDB();
        const auto bytes =
                parquetOf(at(u"many.parquet"_s), u"SELECT range AS i FROM range(50000)"_s);
        const auto read = fromParquet(viewOf(bytes), {}, {});
        QVERIFY(read.ok());
        QByteArray expected = "\"i\"\n";
        for (int i = 0; i < 50000; ++i)
            expected += '"' + QByteArray::number(i) + "\"\n";
        QCOMPARE(QByteArray::fromStdString(read.value().bytes), expected);
    }

    void fromParquet_damaged_isSaid()
    {
        NEEDS_DUCKDB();
        const auto bytes = parquetOf(at(u"whole.parquet"_s), u"SELECT 1 AS label"_s);
        QByteArray broken = bytes;
        for (qsizetype i = 4; i < broken.size() - 8; ++i)
            broken[i] = '\x5a';
        const auto read = fromParquet(viewOf(broken), {}, {});
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::TableBroken);
        QVERIFY(!read.problem().detail.empty());
    }

    void fromParquet_stopped_isCancelled()
    {
        NEEDS_DUCKDB();
        const auto bytes = parquetOf(at(u"stopped.parquet"_s), u"SELECT 1 AS label"_s);
        std::stop_source stop;
        stop.request_stop();
        const auto read =
                fromParquet(viewOf(bytes), {}, {.stop = stop.get_token(), .progress = {}});
        QVERIFY(!read);
        QCOMPARE(read.problem().kind, ProblemKind::Cancelled);
    }

    void isParquet_textThatStartsSo_isNone()
    {
        QVERIFY(isParquet("PAR1 ... ... PAR1"));
        QVERIFY(!isParquet("PAR1,score,label\n1,0.5,1\n"));
        QVERIFY(!isParquet("PAR1"));
    }

private:
    QString at(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

ONEINN_TEST(TestParquetTable)

} // namespace tests::ingest_parquettable

#include "tst_parquettable.moc"
