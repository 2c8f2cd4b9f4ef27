// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/documentfile.h"
#include "document/documentjson.h"
#include "support/fulldisk.h"
#include "support/fulldocument.h"
#include "support/tablefile.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

#include <sys/stat.h>

namespace tests::document_documentfile {

using namespace oneinn;
using namespace Qt::StringLiterals;
using testsupport::FullDisk;
using testsupport::fullDocument;
using testsupport::TableFiles;

class TestDocumentFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void save_thenLoad_sameWithRelativePath();
    void save_impossible_problemAndOldFileStays();
    void load_unusable_problem_data();
    void load_unusable_problem();
    void load_neverEnding_refusedAtOnce_data();
    void load_neverEnding_refusedAtOnce();
    void version_ofTheFile_changesWithItsBytes();
    void reference_knownBytes_checksum();
    void reference_bigFile_progressRisesAndStops();
    void locate_moved_foundInThisOrder();
    void changed_differences_areTold();
    void suffix_anyCase_isSession();
};

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestDocumentFile::save_thenLoad_sameWithRelativePath()
{
    const TableFiles files;
    Document document = fullDocument();
    document.data.path = files.path(u"data/scores.csv"_s);
    const QString path = files.path(u"a b.oneinn"_s);
    QVERIFY(!saveDocument(path, document));
    const auto read = loadDocument(path);
    QVERIFY(read);
    document.data.relative = u"data/scores.csv"_s;
    QVERIFY(read.value() == document);
    QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files), QStringList{u"a b.oneinn"_s});
}

void TestDocumentFile::save_impossible_problemAndOldFileStays()
{
    const TableFiles files;
    const auto nowhere = saveDocument(files.path(u"no/a.oneinn"_s), fullDocument());
    QVERIFY(nowhere && nowhere->kind == ProblemKind::FileNotSaved
            && nowhere->systemError == ENOENT);
    QVERIFY(QDir().mkdir(files.path(u"folder.oneinn"_s)));
    QVERIFY(saveDocument(files.path(u"folder.oneinn"_s), fullDocument()));

    const QString path = files.path(u"a.oneinn"_s);
    QVERIFY(!saveDocument(path, fullDocument()));
    const QByteArray before = contentOf(path);
    Document changed = fullDocument();
    changed.text.title = "Another";
    const FullDisk fullDisk;
    const auto full = saveDocument(path, changed);
    QVERIFY(full && full->kind == ProblemKind::FileNotSaved && full->systemError == EFBIG);
    QCOMPARE(contentOf(path), before);
}

void TestDocumentFile::load_unusable_problem_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<int>("kind");
    QTest::newRow("empty") << QByteArray() << int(ProblemKind::JsonBroken);
    QTest::newRow("zeros") << QByteArray(10000, '\0') << int(ProblemKind::JsonBroken);
    QTest::newRow("another") << QByteArray("{}") << int(ProblemKind::NotASession);
    QTest::newRow("cut off") << documentJson(fullDocument()).left(700)
                             << int(ProblemKind::JsonBroken);
}

void TestDocumentFile::load_unusable_problem()
{
    QFETCH(QByteArray, content);
    const TableFiles files;
    const auto read = loadDocument(files.write(u"a.oneinn"_s, content));
    QVERIFY(!read);
    QTEST(int(read.problem().kind), "kind");
    QCOMPARE(read.problem().file, std::string("a.oneinn"));
    const auto missing = loadDocument(files.path(u"b.oneinn"_s));
    QVERIFY(!missing && missing.problem().kind == ProblemKind::FileMissing);
    const auto folder = loadDocument(files.path(u"."_s));
    QVERIFY(!folder && folder.problem().kind == ProblemKind::FileIsDirectory);
    QFile huge(files.path(u"huge.oneinn"_s));
    QVERIFY(huge.open(QIODevice::WriteOnly) && huge.resize(1LL << 31));
    const auto tooLarge = loadDocument(huge.fileName());
    QVERIFY(!tooLarge && tooLarge.problem().kind == ProblemKind::SettingsTooLarge);
}

void TestDocumentFile::load_neverEnding_refusedAtOnce_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("endless") << u"/dev/zero"_s;
    QTest::newRow("pipe") << QString();
}

void TestDocumentFile::load_neverEnding_refusedAtOnce()
{
    QFETCH(QString, path);
    const TableFiles files;
    const QString link = files.path(u"a.oneinn"_s);
    if (path.isEmpty())
        QCOMPARE(mkfifo(qPrintable(link), 0600), 0);
    else
        QVERIFY(QFile::link(path, link));
    QCOMPARE(int(loadDocument(link).problem().kind), int(ProblemKind::NotARegularFile));
    QCOMPARE(int(referenceTo(link).problem().kind), int(ProblemKind::NotARegularFile));
}

void TestDocumentFile::version_ofTheFile_changesWithItsBytes()
{
    const TableFiles files;
    const QString path = files.path(u"a.oneinn"_s);
    QVERIFY(versionOf(path).isEmpty());
    const auto written = writeSession(path, fullDocument());
    QVERIFY(written);
    QVERIFY(!written.value().isEmpty());
    QCOMPARE(versionOf(path), written.value());
    QCOMPARE(readSession(path).value().version, written.value());
    Document changed = fullDocument();
    changed.text.title = "Another";
    QVERIFY(!saveDocument(path, changed));
    QVERIFY(versionOf(path) != written.value());
    QVERIFY(QFile::remove(path));
    QVERIFY(QDir().mkdir(path));
    QVERIFY(!versionOf(path).isEmpty() && versionOf(path) != written.value());
}

void TestDocumentFile::reference_knownBytes_checksum()
{
    const TableFiles files;
    // FIPS 180-4's example.
    const auto reference = referenceTo(files.write(u"a.csv"_s, "abc"));
    QVERIFY(reference);
    QCOMPARE(reference.value().sha256,
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(reference.value().bytes, 3);
    QCOMPARE(reference.value().path, files.path(u"a.csv"_s));
    QVERIFY(referenceTo(files.write(u"b.csv"_s, "")).value().sha256.startsWith("e3b0c442"));
    QVERIFY(referenceTo(files.path(u"c.csv"_s)).problem().kind == ProblemKind::FileMissing);
}

void TestDocumentFile::reference_bigFile_progressRisesAndStops()
{
    const TableFiles files;
    const QString path = files.write(u"a.csv"_s, QByteArray(5 << 20, 'x'));
    std::vector<double> progress;
    QVERIFY(referenceTo(
            path, {.stop = {}, .progress = [&](double share) { progress.push_back(share); }}));
    QVERIFY(progress.size() >= 4);
    QVERIFY(std::is_sorted(progress.begin(), progress.end()));
    QCOMPARE(progress.back(), 1.0);
    std::stop_source stop;
    int reports = 0;
    const auto stopped = referenceTo(path, {.stop = stop.get_token(), .progress = [&](double) {
                                                ++reports;
                                                stop.request_stop();
                                            }});
    QVERIFY(!stopped && stopped.problem().kind == ProblemKind::Cancelled);
    QCOMPARE(reports, 1);
}

void TestDocumentFile::locate_moved_foundInThisOrder()
{
    const TableFiles files;
    for (const QString &folder : {u"was"_s, u"now"_s, u"now/sub"_s})
        QVERIFY(QDir().mkpath(files.path(folder)));
    const QString was = files.write(u"was/a.csv"_s, "1");
    const QString relative = files.write(u"now/sub/a.csv"_s, "2");
    const QString beside = files.write(u"now/a.csv"_s, "3");
    const DataReference data{.path = was, .relative = u"sub/a.csv"_s, .sha256 = {}};
    const auto found = [&] { return locateData(data, files.path(u"now"_s)); };
    QCOMPARE(found().value(), was);
    QVERIFY(QFile::remove(was));
    QCOMPARE(found().value(), relative);
    QVERIFY(QFile::remove(relative));
    QCOMPARE(found().value(), beside);
    QVERIFY(QFile::remove(beside));
    QVERIFY(!found());
    QCOMPARE(int(found().problem().kind), int(ProblemKind::DataMoved));
    QCOMPARE(found().problem().file, std::string("a.csv"));
}

void TestDocumentFile::changed_differences_areTold()
{
    const DataReference a{.path = u"/a"_s, .relative = {}, .sha256 = "aa", .bytes = 5};
    DataReference b{.path = u"/b"_s, .relative = u"x"_s, .sha256 = "aa", .bytes = 5};
    QVERIFY(!isChanged(a, b));
    b.sha256 = "ab";
    QVERIFY(isChanged(a, b));
    b.sha256.clear();
    QVERIFY(!isChanged(a, b));
    b.bytes = 6;
    QVERIFY(isChanged(a, b));
    b.bytes = 0;
    QVERIFY(!isChanged(a, b));
}

void TestDocumentFile::suffix_anyCase_isSession()
{
    QVERIFY(isSessionFile(u"/a/b.oneinn"_s) && isSessionFile(u"b.c.ONEINN"_s));
    QVERIFY(!isSessionFile(u"oneinn"_s) && !isSessionFile(u"a.oneinn.csv"_s));
}

ONEINN_TEST(TestDocumentFile)

} // namespace tests::document_documentfile

#include "tst_documentfile.moc"
