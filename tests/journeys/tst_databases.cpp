// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openedwindow.h"
#include "support/testprogram.h"
#include "views/widgets/messagebar.h"

#include <QInputDialog>

#include <memory>

#include <sqlite3.h>

namespace tests::journeys_databases {

using namespace oneinn;
using namespace testsupport;
using namespace Qt::StringLiterals;

class TestDatabases : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_opened = std::make_unique<OpenedWindow>();
        QVERIFY(m_opened->ready());
    }
    void cleanup() { m_opened.reset(); }

    void open_oneTable_isReadLikeAFile();
    void open_severalTables_oneIsChosen();
    void open_severalTables_noneIsChosen();

private:
    static QByteArray predictions(const char *table)
    {
        return QByteArray("CREATE TABLE %1 (label INTEGER, score REAL);"
                          "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n "
                          "WHERE i < 99) INSERT INTO %1 SELECT i % 2, (i % 2) / 4.0 + i / 200.0 "
                          "FROM n;")
                .replace("%1", table);
    }
    QString database(const QByteArray &sql)
    {
        const QString path = m_opened->files.write(u"runs.db"_s, {});
        sqlite3 *database = nullptr;
        sqlite3_open(path.toUtf8().constData(), &database);
        const int status = sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr);
        sqlite3_close(database);
        return status == SQLITE_OK ? path : QString();
    }

    std::unique_ptr<OpenedWindow> m_opened;
};

void TestDatabases::open_oneTable_isReadLikeAFile()
{
    const QString path = database(predictions("scored"));
    QVERIFY(m_opened->finishes([&] { m_opened->window.openFile(path); }));
    QCOMPARE(m_opened->session.predictions().rows(), 100);
    QVERIFY(m_opened->child<QInputDialog>() == nullptr);
}

void TestDatabases::open_severalTables_oneIsChosen()
{
    const QString path = database(predictions("scored") + "CREATE TABLE notes (text);");
    QVERIFY(!m_opened->finishes([&] { m_opened->window.openFile(path); }));
    auto *dialog = m_opened->child<QInputDialog>();
    QVERIFY(dialog != nullptr);
    QCOMPARE(dialog->comboBoxItems(), (QStringList{u"notes"_s, u"scored"_s}));
    QVERIFY(dialog->labelText().contains(u"runs.db"_s));
    dialog->setTextValue(u"scored"_s);
    QVERIFY(m_opened->finishes([&] { dialog->accept(); }));
    QCOMPARE(m_opened->session.predictions().rows(), 100);
    QCOMPARE(m_opened->session.data().source.mapping.table, std::optional<std::string>("scored"));
    QVERIFY(!m_opened->child<MessageBar>()->isVisible());
}

void TestDatabases::open_severalTables_noneIsChosen()
{
    const QString path = database(predictions("scored") + "CREATE TABLE notes (text);");
    QVERIFY(!m_opened->finishes([&] { m_opened->window.openFile(path); }));
    auto *dialog = m_opened->child<QInputDialog>();
    QVERIFY(dialog != nullptr);
    dialog->reject();
    QVERIFY(!m_opened->session.loading().isReading());
    QVERIFY(!m_opened->session.hasData());
    QVERIFY(m_opened->child<MessageBar>()->isVisible());
}

ONEINN_TEST(TestDatabases)

} // namespace tests::journeys_databases

#include "tst_databases.moc"
