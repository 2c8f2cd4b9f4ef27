// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

namespace tests::files_onewriter {

using namespace Qt::StringLiterals;

/// Nothing in src but src/files writes files: what is written elsewhere would not survive a full
/// disk, and would say that it had.
class TestOneWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sources_writeThroughOneWriter();
    void otherWays_areFound_data();
    void otherWays_areFound();
    void reading_isNotMeant_data();
    void reading_isNotMeant();
};

namespace {

const QRegularExpression &otherWay()
{
    static const QStringList ways{
            // Qt
            u"\\bQ(?:SaveFile|TemporaryFile|Printer|TextDocumentWriter|ImageWriter)\\b"_s,
            u"\\bQFile::(?:copy|rename|link|resize)\\b"_s,
            u"(?<!\\bbuffer\\.open\\()\\bQ(?:IODevice(?:Base)?|File(?:Device)?|Buffer)::(?:WriteOnly|ReadWrite|Append|NewOnly)"_s,
            u"\\bset(?:Output)?FileName\\s*\\("_s,
            u"\\bQPdfWriter\\s*\\w*\\((?!&)"_s,
            u"(?:[iI]mage|[pP]ixmap|grab)\\w*(?:\\([^)]*\\))?\\.save\\((?!&)"_s,
            u"\\bQSettings\\b(?!>|\\(\\)\\.(?:value|fileName)\\()"_s,
            u"\\bmk(?:path|dir)\\b"_s,
            // C++ and C
            u"\\bw?(?:ofstream|fstream|filebuf)\\b(?!>)"_s,
            u"\\b(?:copy_file|create_director(?:y|ies)|resize_file|create_(?:hard_link|symlink))\\b"_s,
            u"\\bfs::(?:copy|rename)\\b"_s,
            u"\\bf(?:re|d)open\\b"_s,
            u"\\bfopen\\((?![^;]*\"rb\")"_s,
            u"\\b(?:cout|printf|fprintf|vfprintf|puts|fputs|putchar|fputc|fwrite|stdout)\\b"_s,
            u"\\bO_(?:WRONLY|RDWR|CREAT|APPEND|TRUNC)\\b"_s,
            u"(?<!\\w)(?:std)?::(?:write|pwrite|writev|creat|rename|truncate|ftruncate|sendfile|mkstemp)\\s*\\("_s,
    };
    static const QRegularExpression any(ways.join(u'|'));
    return any;
}

/// Copies for libraries that read files only: in memory, or in a folder that is removed again; and
/// what is asked on the terminal.
const QStringList ofNoFileOfAnybodys{u"ingest/parquettable.cpp"_s, u"ingest/sqlitecopy.cpp"_s,
                                     u"cli/askpassword.cpp"_s};

/// Without comments; places keep their line.
QString codeOf(QString text)
{
    static const QRegularExpression comment(u"(?<!:)//[^\n]*"_s);
    return text.remove(comment);
}

} // namespace

void TestOneWriter::sources_writeThroughOneWriter()
{
    const QString source = QDir::cleanPath(testsupport::sampleData() + u"/../src"_s);
    QStringList faults;
    int looked = 0;
    for (QDirIterator each(source, {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
         each.hasNext();) {
        QFile file(each.next());
        const QString name = file.fileName().mid(source.size() + 1);
        if (name.startsWith(u"files/"_s) || ofNoFileOfAnybodys.contains(name))
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString code = codeOf(QString::fromUtf8(file.readAll()));
        ++looked;
        const auto found = otherWay().match(code);
        if (found.hasMatch())
            faults.append(u"%1:%2: %3"_s.arg(name)
                                  .arg(code.left(found.capturedStart()).count(u'\n') + 1)
                                  .arg(found.captured()));
    }
    QVERIFY2(faults.isEmpty(),
             qPrintable(u"Write with files::writeFile() instead of\n"_s + faults.join(u'\n')));
    QVERIFY(looked > 300);
}

void TestOneWriter::otherWays_areFound_data()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : {
                 u"QSaveFile file(path);"_s,
                 u"file.open(QIODevice::WriteOnly)"_s,
                 u"file.open(QIODevice::ReadOnly | QIODevice::Append)"_s,
                 u"window->grab().save(path)"_s,
                 u"toImage(scale).save(path, \"PNG\")"_s,
                 u"svg.setFileName(path);"_s,
                 u"QPdfWriter writer(path);"_s,
                 u"QFile::copy(a, b)"_s,
                 u"std::ofstream out(path);"_s,
                 u"std::fopen(path.c_str(), \"wb\")"_s,
                 u"QTextStream out(stdout);"_s,
                 u"std::cout << text;"_s,
                 u"std::printf(\"%d\", 1);"_s,
                 u"::open(path, O_WRONLY)"_s,
                 u"QSettings().setValue(key, value);"_s,
                 u"std::filesystem::create_directories(path);"_s,
         })
        QTest::newRow(qPrintable(code)) << code;
}

void TestOneWriter::otherWays_areFound()
{
    QFETCH(QString, code);
    QVERIFY(otherWay().match(codeOf(code)).hasMatch());
}

void TestOneWriter::reading_isNotMeant_data()
{
    QTest::addColumn<QString>("code");
    for (const QString &code : {
                 u"file.open(QIODevice::ReadOnly)"_s,
                 u"buffer.open(QIODevice::WriteOnly) && toImage(scale).save(&buffer, \"PNG\")"_s,
                 u"m_saved.save(path);"_s,
                 u"AnswerExport::write(kind, path)"_s,
                 u"QSettings().value(key)"_s,
                 u"std::fopen(path.c_str(), \"rb\")"_s,
                 u"QPdfWriter writer(&buffer);"_s,
                 u"QTextStream(stderr) << sentence;"_s,
                 u"// as std::cout would"_s,
         })
        QTest::newRow(qPrintable(code)) << code;
}

void TestOneWriter::reading_isNotMeant()
{
    QFETCH(QString, code);
    QVERIFY(!otherWay().match(codeOf(code)).hasMatch());
}

ONEINN_TEST(TestOneWriter)

} // namespace tests::files_onewriter

#include "tst_onewriter.moc"
