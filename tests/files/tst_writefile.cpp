// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "files/writefile.h"
#include "support/fulldisk.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tests::files_writefile {

using namespace oneinn;
using namespace oneinn::files;
using namespace Qt::StringLiterals;
using testsupport::FullDisk;
using testsupport::TableFiles;

class TestWriteFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void write_new_hasTheUsualPermissions();
    void write_existing_keepsItsPermissions();
    void write_ownerOnly_isClosedToOthers();
    void write_link_replacesWhatItLeadsTo();
    void write_overWhatIsRead_isRefused_data();
    void write_overWhatIsRead_isRefused();
    void write_tooLarge_oldFileStaysAndNothingElse();
    void write_fullDisk_oldFileStaysAndNothingElse();
    void write_refused_saysWhy_data();
    void write_refused_saysWhy();
    void write_withoutPermission_saysSo();
    void write_longName_isWritten();
    void write_device_isWrittenAsItIs();
    void write_pipe_isWrittenAsItIs();
    void write_ownDescriptor_goesOnWhereItIs();
};

namespace {

const std::string text(2000, 'n');

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList namesIn(const TableFiles &files)
{
    return QDir(files.path(u"."_s))
            .entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
}

std::string local(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

unsigned permissionsOf(const QString &path)
{
    struct stat found = {};
    return ::stat(local(path).c_str(), &found) == 0 ? unsigned(found.st_mode & 07777U) : 0;
}

/// Somebody without the administrator's rights, while it lives.
class Nobody {
public:
    Nobody()
        : m_before(::geteuid())
    {
        if (m_before == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~Nobody()
    {
        if (m_changed)
            m_changed = ::seteuid(m_before) != 0;
    }
    Q_DISABLE_COPY_MOVE(Nobody)

private:
    uid_t m_before;
    bool m_changed = false;
};

} // namespace

void TestWriteFile::write_new_hasTheUsualPermissions()
{
    const TableFiles files;
    const QString path = files.path(u"a.md"_s);
    const mode_t mask = ::umask(027);
    const auto problem = writeFile(local(path), text);
    ::umask(mask);
    QVERIFY(!problem);
    QCOMPARE(contentOf(path), QByteArray::fromStdString(text));
    QCOMPARE(permissionsOf(path), 0640U);
    QCOMPARE(namesIn(files), QStringList{u"a.md"_s});
}

void TestWriteFile::write_existing_keepsItsPermissions()
{
    const TableFiles files;
    const QString path = files.write(u"a.md"_s, "old");
    for (const unsigned permissions : {0604U, 0660U, 0755U}) {
        QCOMPARE(::chmod(local(path).c_str(), permissions), 0);
        QVERIFY(!writeFile(local(path), "new"));
        QCOMPARE(contentOf(path), QByteArray("new"));
        QCOMPARE(permissionsOf(path), permissions);
    }
    QVERIFY(!writeFile(local(path), ""));
    QCOMPARE(contentOf(path), QByteArray());
    QCOMPARE(namesIn(files), QStringList{u"a.md"_s});
}

void TestWriteFile::write_ownerOnly_isClosedToOthers()
{
    const TableFiles files;
    const QString open = files.write(u"open.oneinn"_s, "old");
    QCOMPARE(::chmod(local(open).c_str(), 0644), 0);
    for (const QString &path : {open, files.path(u"new.oneinn"_s)}) {
        QVERIFY(!writeFile(local(path), text, {.ownerOnly = true}));
        QCOMPARE(permissionsOf(path), 0600U);
    }
}

void TestWriteFile::write_link_replacesWhatItLeadsTo()
{
    const TableFiles files;
    QVERIFY(QDir().mkdir(files.path(u"elsewhere"_s)));
    const QString target = files.write(u"elsewhere/a.md"_s, "old");
    const QString link = files.path(u"link.md"_s);
    QCOMPARE(::symlink("elsewhere/a.md", local(link).c_str()), 0);
    const QString second = files.path(u"second.md"_s);
    QCOMPARE(::symlink(local(link).c_str(), local(second).c_str()), 0);
    for (const QString &path : {link, second}) {
        QVERIFY(!writeFile(local(path), local(path)));
        QVERIFY(QFileInfo(path).isSymLink());
        QCOMPARE(contentOf(target), QByteArray::fromStdString(local(path)));
    }
    QVERIFY(QFile::remove(target));
    QVERIFY(!writeFile(local(second), "again")); // it leads to nothing yet
    QCOMPARE(contentOf(target), QByteArray("again"));
    QCOMPARE(QDir(files.path(u"elsewhere"_s)).entryList(QDir::Files), QStringList{u"a.md"_s});
}

void TestWriteFile::write_overWhatIsRead_isRefused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("refused");
    QTest::newRow("itself") << u"read.csv"_s << true;
    QTest::newRow("another way there") << u"./folder/../read.csv"_s << true;
    QTest::newRow("link") << u"link.md"_s << true;
    QTest::newRow("hard link") << u"hard.md"_s << true;
    QTest::newRow("another file") << u"other.md"_s << false;
    QTest::newRow("new") << u"new.md"_s << false;
}

void TestWriteFile::write_overWhatIsRead_isRefused()
{
    QFETCH(QString, name);
    QFETCH(bool, refused);
    const TableFiles files;
    const QString read = files.write(u"read.csv"_s, "read");
    files.write(u"other.md"_s, "other");
    QVERIFY(QDir(QFileInfo(read).path()).mkdir(u"folder"_s));
    QVERIFY(QFile::link(read, files.path(u"link.md"_s)));
    QCOMPARE(::link(local(read).c_str(), local(files.path(u"hard.md"_s)).c_str()), 0);
    const QString path = QFileInfo(read).path() + u'/' + name;
    const auto problem =
            writeFile(local(path), text, {.neverOver = {"/no/such/file", local(read)}});
    QCOMPARE(problem.has_value(), refused);
    if (refused)
        QVERIFY(problem->kind == ProblemKind::FileIsRead);
    QCOMPARE(contentOf(read), QByteArray("read"));
    QCOMPARE(contentOf(path), refused ? QByteArray("read") : QByteArray::fromStdString(text));
}

void TestWriteFile::write_tooLarge_oldFileStaysAndNothingElse()
{
    const TableFiles files;
    const QString path = files.write(u"a.md"_s, "old");
    std::optional<Problem> replaced;
    std::optional<Problem> made;
    {
        const FullDisk fullDisk;
        replaced = writeFile(local(path), text);
        made = writeFile(local(files.path(u"b.md"_s)), text);
    }
    QVERIFY(replaced && replaced->kind == ProblemKind::FileNotSaved);
    QCOMPARE(replaced->systemError, EFBIG);
    QCOMPARE(replaced->found, std::size_t(1));
    QCOMPARE(replaced->file, local(path));
    QVERIFY(made && made->systemError == EFBIG && made->found == 0);
    QCOMPARE(contentOf(path), QByteArray("old"));
    QCOMPARE(namesIn(files), QStringList{u"a.md"_s});
}

void TestWriteFile::write_fullDisk_oldFileStaysAndNothingElse()
{
    const TableFiles files;
    const QString folder = files.path(u"."_s);
    if (::mount("tmpfs", local(folder).c_str(), "tmpfs", 0, "size=16k") != 0)
        QSKIP("Only the administrator can make a small disk.");
    const QString path = files.write(u"a.md"_s, "old");
    const std::string large(100000, 'n');
    const auto problem = writeFile(local(path), large);
    const QByteArray content = contentOf(path);
    const QStringList names = namesIn(files);
    QCOMPARE(::umount(local(folder).c_str()), 0);
    QVERIFY(problem);
    QCOMPARE(problem->systemError, ENOSPC);
    QCOMPARE(content, QByteArray("old"));
    QCOMPARE(names, QStringList{u"a.md"_s});
}

void TestWriteFile::write_refused_saysWhy_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("systemError");
    QTest::newRow("folder") << u"folder"_s << EISDIR;
    QTest::newRow("folder with a slash") << u"folder/"_s << EISDIR;
    QTest::newRow("link to a folder") << u"link"_s << EISDIR;
    QTest::newRow("no such folder") << u"no/a.md"_s << ENOENT;
    QTest::newRow("no such folder with a slash") << u"no/"_s << ENOENT;
    QTest::newRow("through a file") << u"file/a.md"_s << ENOTDIR;
    QTest::newRow("circle") << u"circle"_s << ELOOP;
    QTest::newRow("name too long") << QString(300, u'a') << ENAMETOOLONG;
}

void TestWriteFile::write_refused_saysWhy()
{
    QFETCH(QString, name);
    const TableFiles files;
    QVERIFY(QDir().mkdir(files.path(u"folder"_s)));
    QVERIFY(!files.write(u"file"_s, "old").isEmpty());
    QCOMPARE(::symlink("folder", local(files.path(u"link"_s)).c_str()), 0);
    QCOMPARE(::symlink("circle", local(files.path(u"circle"_s)).c_str()), 0);
    const QStringList before = namesIn(files);
    const auto problem = writeFile(local(files.path(name)), text);
    QVERIFY(problem && problem->kind == ProblemKind::FileNotSaved);
    QTEST(problem->systemError, "systemError");
    QCOMPARE(namesIn(files), before);
    QCOMPARE(contentOf(files.path(u"file"_s)), QByteArray("old"));
    QVERIFY(writeFile({}, text)->systemError == ENOENT);
}

void TestWriteFile::write_withoutPermission_saysSo()
{
    const TableFiles files;
    QVERIFY(QDir().mkdir(files.path(u"closed"_s)));
    const QString kept = files.write(u"kept.md"_s, "old");
    const QString closed = files.write(u"closed/a.md"_s, "old");
    QCOMPARE(::chmod(local(files.path(u"."_s)).c_str(), 0777), 0);
    QCOMPARE(::chmod(local(kept).c_str(), 0444), 0);
    QCOMPARE(::chmod(local(closed).c_str(), 0666), 0);
    QCOMPARE(::chmod(local(files.path(u"closed"_s)).c_str(), 0555), 0);
    std::optional<Problem> problems[3];
    {
        const Nobody nobody;
        problems[0] = writeFile(local(kept), text); // its folder would allow to replace it
        problems[1] = writeFile(local(closed), text);
        problems[2] = writeFile(local(files.path(u"closed/b.md"_s)), text);
    }
    QCOMPARE(::chmod(local(files.path(u"closed"_s)).c_str(), 0755), 0);
    for (const auto &problem : problems) {
        QVERIFY(problem && problem->kind == ProblemKind::FileNotSaved);
        QCOMPARE(problem->systemError, EACCES);
    }
    QCOMPARE(contentOf(kept), QByteArray("old"));
    QCOMPARE(contentOf(closed), QByteArray("old"));
}

void TestWriteFile::write_longName_isWritten()
{
    const TableFiles files;
    const QString name = QString(125, u'\u00fc') + u".md"_s; // 253 bytes of at most 255
    QVERIFY(!writeFile(local(files.path(name)), text));
    QVERIFY(!writeFile(local(files.path(name)), "again"));
    QCOMPARE(contentOf(files.path(name)), QByteArray("again"));
    QCOMPARE(namesIn(files), QStringList{name});
}

void TestWriteFile::write_device_isWrittenAsItIs()
{
    const auto full = writeFile("/dev/full", text);
    QVERIFY(full && full->kind == ProblemKind::OutputNotWritten);
    QCOMPARE(full->systemError, ENOSPC);
    QVERIFY(!writeFile("/dev/null", text));
    const TableFiles files;
    const QString link = files.path(u"answer.md"_s);
    QVERIFY(QFile::link(u"/dev/full"_s, link));
    QCOMPARE(writeFile(local(link), text)->systemError, ENOSPC);
    QVERIFY(QFileInfo(link).isSymLink());
}

void TestWriteFile::write_pipe_isWrittenAsItIs()
{
    const TableFiles files;
    const std::string path = local(files.path(u"pipe.md"_s));
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    const auto alone = writeFile(path, text);
    QVERIFY(alone && alone->kind == ProblemKind::OutputNotWritten);
    QCOMPARE(alone->systemError, ENXIO);
    const int reader = ::open(path.c_str(), O_RDONLY | O_NONBLOCK);
    QVERIFY(reader >= 0);
    QVERIFY(!writeFile(path, text));
    QVERIFY(!writeFile(path, text, {.waitForReader = true}));
    std::string read(3 * text.size(), '\0');
    QCOMPARE(::read(reader, read.data(), read.size()), ssize_t(2 * text.size()));
    ::close(reader);
    struct stat found = {};
    QVERIFY(::stat(path.c_str(), &found) == 0 && S_ISFIFO(found.st_mode));
}

void TestWriteFile::write_ownDescriptor_goesOnWhereItIs()
{
    const TableFiles files;
    QFile file(files.write(u"a.md"_s, "old "));
    // As with a shell's ">>".
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
    for (const char *folder : {"/dev/fd/", "/proc/self/fd/"})
        QVERIFY(!writeFile(folder + std::to_string(file.handle()), "new "));
    QCOMPARE(contentOf(file.fileName()), QByteArray("old new new "));
    const auto gone = writeFile("/proc/self/fd/99999", text);
    QVERIFY(gone && gone->kind == ProblemKind::FileNotSaved);
}

ONEINN_TEST(TestWriteFile)

} // namespace tests::files_writefile

#include "tst_writefile.moc"
