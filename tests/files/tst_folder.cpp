// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/folder.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

namespace tests::files_folder {

using namespace oneinn;
using namespace oneinn::files;
using namespace Qt::StringLiterals;
using testsupport::TableFiles;

class TestFolder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void folder_new_isClosedToOthers();
    void folder_existing_isMendedWithItsFiles();
    void folder_impossible_isAProblem();
};

namespace {

unsigned permissionsOf(const QString &path)
{
    struct stat found = {};
    return ::stat(qPrintable(path), &found) == 0 ? unsigned(found.st_mode & 07777U) : 0;
}

} // namespace

void TestFolder::folder_new_isClosedToOthers()
{
    const TableFiles files;
    const QString folder = files.path(u"a/b/recovery"_s);
    QVERIFY(!makePrivateFolder(folder.toStdString()));
    QCOMPARE(permissionsOf(folder), 0700U);
}

void TestFolder::folder_existing_isMendedWithItsFiles()
{
    const TableFiles files;
    const QString folder = files.path(u"recovery"_s);
    QVERIFY(QDir().mkdir(folder));
    const QString kept = files.write(u"recovery/a.oneinn"_s, "{}");
    const QString others = files.write(u"theirs"_s, "");
    QVERIFY(QFile::link(others, folder + u"/link"_s));
    QCOMPARE(::chmod(qPrintable(folder), 0755), 0);
    QCOMPARE(::chmod(qPrintable(kept), 0644), 0);
    QCOMPARE(::chmod(qPrintable(others), 0644), 0);
    QVERIFY(!makePrivateFolder(folder.toStdString()));
    QCOMPARE(permissionsOf(folder), 0700U);
    QCOMPARE(permissionsOf(kept), 0600U);
    QCOMPARE(permissionsOf(others), 0644U); // what a link leads to is not the folder's
}

void TestFolder::folder_impossible_isAProblem()
{
    const TableFiles files;
    const QString file = files.write(u"a"_s, "");
    const auto problem = makePrivateFolder(QString(file + u"/recovery"_s).toStdString());
    QVERIFY(problem && problem->kind == ProblemKind::FileNotSaved);
    QVERIFY(problem->systemError != 0);
}

ONEINN_TEST(TestFolder)

} // namespace tests::files_folder

#include "tst_folder.moc"
