// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/commandlinerun.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

namespace tests::cli_databases {

using namespace Qt::StringLiterals;
using testsupport::runCommandLine;

class TestDatabases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_file = m_folder.filePath(u"evaluations.db"_s);
        sqlite3 *database = nullptr;
        sqlite3_open(m_file.toUtf8().constData(), &database);
        const int status = sqlite3_exec(database, R"(
            CREATE TABLE runs (id INTEGER, model TEXT);
            CREATE TABLE scored (label INTEGER, score REAL, embedding BLOB);
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 99)
            INSERT INTO scored SELECT i % 2, (i % 2) / 4.0 + i / 200.0, x'00ff' FROM n;)",
                                        nullptr, nullptr, nullptr);
        sqlite3_close(database);
        QCOMPARE(status, SQLITE_OK);
    }

    void columns_severalTables_areNamedWithTheOption()
    {
        const auto run = runCommandLine({u"columns"_s, m_file});
        QCOMPARE(run.code, 1);
        for (const auto &part : {u"evaluations.db"_s, u"runs"_s, u"scored"_s, u"--table-name"_s})
            QVERIFY2(run.err.contains(part), qPrintable(run.err));
    }

    void columns_tableNamed_isRead()
    {
        const auto run = runCommandLine({u"columns"_s, m_file, u"--table-name"_s, u"scored"_s});
        QVERIFY2(run.code == 0, qPrintable(run.err));
        QCOMPARE(run.at(u"roles/score/column"_s).toString(), u"score"_s);
        QCOMPARE(run.at(u"account/used"_s).toInt(), 100);
        const QString warnings = run.at(u"warnings"_s).toArray().first().toString();
        QVERIFY2(warnings.contains(u"embedding"_s), qPrintable(warnings));
    }

    void columns_tableThatIsNotThere_isSaid()
    {
        const auto run = runCommandLine({u"columns"_s, m_file, u"--table-name"_s, u"score"_s});
        QCOMPARE(run.code, 1);
        for (const auto &part : {u"“score”"_s, u"scored"_s})
            QVERIFY2(run.err.contains(part), qPrintable(run.err));
        const auto text = runCommandLine({u"columns"_s,
                                          testsupport::testData(u"columns/only-positives.csv"_s),
                                          u"--table-name"_s, u"scored"_s});
        QCOMPARE(text.code, 1);
        QVERIFY2(text.err.contains(u"no database"_s), qPrintable(text.err));
    }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

ONEINN_TEST(TestDatabases)

} // namespace tests::cli_databases

#include "tst_databases.moc"
