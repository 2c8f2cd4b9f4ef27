// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/readfile.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTest>

#include <sys/stat.h>

namespace tests::files_readfile {

using namespace oneinn;
using namespace oneinn::files;
using namespace Qt::StringLiterals;
using testsupport::TableFiles;

class TestReadFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void read_upToTheBound_isWhole();
    void read_notARegularFile_refusedAtOnce();
    void read_endlessRegularFile_staysWithinTheBound();
};

void TestReadFile::read_upToTheBound_isWhole()
{
    const TableFiles files;
    const std::string large(3000000, 'x');
    const std::string path = files.write(u"a"_s, QByteArray::fromStdString(large)).toStdString();
    QVERIFY(readFile(path, large.size()).value() == large);
    const auto more = readFile(path, large.size() - 1);
    QCOMPARE(int(more.problem().kind), int(ProblemKind::SettingsTooLarge));
    QCOMPARE(more.problem().expected, large.size() - 1);
    QCOMPARE(readFile(files.write(u"b"_s, "").toStdString(), 10).value(), std::string());
    QCOMPARE(int(readFile(files.path(u"c"_s).toStdString(), 10).problem().kind),
             int(ProblemKind::FileMissing));
}

void TestReadFile::read_notARegularFile_refusedAtOnce()
{
    const TableFiles files;
    const std::string pipe = files.path(u"pipe"_s).toStdString();
    QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
    for (const std::string &path : {pipe, std::string("/dev/zero"), std::string("/dev/null")})
        QCOMPARE(int(readFile(path, 1000).problem().kind), int(ProblemKind::NotARegularFile));
    QCOMPARE(int(readFile(files.path(u"."_s).toStdString(), 1000).problem().kind),
             int(ProblemKind::FileIsDirectory));
}

void TestReadFile::read_endlessRegularFile_staysWithinTheBound()
{
    const TableFiles files;
    QFile huge(files.path(u"huge"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 40));
    QCOMPARE(int(readFile(huge.fileName().toStdString(), 1000).problem().kind),
             int(ProblemKind::SettingsTooLarge));
    // Says that it is empty, and is not.
    QCOMPARE(int(readFile("/proc/self/maps", 100).problem().kind),
             int(ProblemKind::SettingsTooLarge));
}

ONEINN_TEST(TestReadFile)

} // namespace tests::files_readfile

#include "tst_readfile.moc"
