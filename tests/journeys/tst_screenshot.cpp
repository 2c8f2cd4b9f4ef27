// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/sanitized.h"
#include "support/tablefile.h"
#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace tests::journeys_screenshot {

using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int code = -1;
    QString said;
    QString complained;
};

} // namespace

/// `one-in-n FILE --screenshot PICTURE`, as somebody without a display sees it.
namespace {

/// To the eye: smoothed edges may differ by one part of 255, since how the processor rounds depends
/// on where in memory a line of the picture lies.
/// But for a pixel or two on the edge of what is drawn around letters, which a last digit of where
/// they stand puts on one side or the other.
bool isSame(const QImage &a, const QImage &b)
{
    constexpr int onAnEdge = 4;
    if (a.size() != b.size())
        return false;
    const auto differs = [](int x, int y) { return qAbs(x - y) > 1; };
    int unlike = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            if (differs(one.red(), other.red()) || differs(one.green(), other.green())
                || differs(one.blue(), other.blue()))
                ++unlike;
        }
    }
    return unlike <= onAnEdge;
}

} // namespace

class TestScreenshot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sample_byItsPath_isThePointOfItsCard_data();
    void sample_byItsPath_isThePointOfItsCard();
    void picture_manyTimes_isTheSame();
    void otherFile_isShownWithTheUsualSettings();
    void startPage_withoutFile_isTaken();
    void view_named_isTakenAsWished();
    void view_all_eachHasItsFile();
    void wish_wrong_isSaid_data();
    void wish_wrong_isSaid();
    void picture_overWhatIsRead_isRefused();
    void files_two_areRefused();
    void sessionWhoseDataIsGone_isSaid();
    void failing_exitsOneWithASentence_data();
    void failing_exitsOneWithASentence();

private:
    Ended run(const QStringList &arguments) const;
    QString inFolder(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;

    QTemporaryDir m_folder;
};

QString TestScreenshot::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(inFolder(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

Ended TestScreenshot::run(const QStringList &arguments) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, inFolder(u"data"_s));
    environment.insert(u"XDG_CONFIG_HOME"_s, inFolder(u"config"_s));
    environment.insert(u"XDG_RUNTIME_DIR"_s, m_folder.path()); // Qt complains where there is none
    program.setProcessEnvironment(environment);
    program.start(QCoreApplication::applicationDirPath() + u"/one-in-n"_s, arguments);
    constexpr int patience = 120'000;
    if (!program.waitForFinished(patience) || program.exitStatus() != QProcess::NormalExit)
        return {};
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
            QString::fromUtf8(program.readAllStandardError())};
}

void TestScreenshot::sample_byItsPath_isThePointOfItsCard_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("noun");
    QTest::newRow("inline suggestion") << u"inlinesuggestion.csv"_s << u"suggestions"_s;
    QTest::newRow("assistant answers") << u"assistantanswers.csv"_s << u"answers"_s;
    QTest::newRow("fraud alerts") << u"fraudalerts.csv"_s << u"alerts"_s;
}

void TestScreenshot::sample_byItsPath_isThePointOfItsCard()
{
    QFETCH(QString, file);
    QFETCH(QString, noun);
    const QString picture = inFolder(u"picture.png"_s);
    const Ended ended = run({testsupport::sampleData(file), u"--screenshot"_s, picture});
    QCOMPARE(ended.complained, QString());
    QCOMPARE(ended.code, 0);
    // The story's own noun, not "positives": it opened as its card does.
    QVERIFY2(ended.said.contains(noun), qPrintable(ended.said));
    QVERIFY2(!ended.said.contains(u"Working it out"_s), qPrintable(ended.said));
    const QImage image(picture);
    QVERIFY(image.width() >= 1024 && image.height() >= 700);
}

void TestScreenshot::picture_manyTimes_isTheSame()
{
    if (testsupport::isSanitized)
        QSKIP("Takes a minute there, and is about order, not about memory.");
    QImage first;
    QString said;
    for (int i = 0; i < 4; ++i) {
        const QString picture = inFolder(u"again.png"_s);
        const Ended ended = run(
                {testsupport::sampleData(u"inlinesuggestion.csv"_s), u"--screenshot"_s, picture});
        QCOMPARE(ended.code, 0);
        const QImage image(picture);
        QVERIFY(!image.isNull());
        if (first.isNull()) {
            first = image;
            said = ended.said;
        }
        QCOMPARE(ended.said, said);
        QVERIFY2(isSame(image, first), qPrintable(u"of picture %1"_s.arg(i)));
    }
}

void TestScreenshot::otherFile_isShownWithTheUsualSettings()
{
    testsupport::TableFiles files;
    QByteArray table = "label,score\n";
    for (int i = 0; i < 40; ++i)
        table += (i % 3 == 0 ? "1," : "0,") + QByteArray::number(0.025 * i) + '\n';
    const QString path = files.write(u"mine.csv"_s, table);
    const Ended ended = run({path, u"--screenshot"_s, inFolder(u"mine.png"_s)});
    QCOMPARE(ended.complained, QString());
    QCOMPARE(ended.code, 0);
    QVERIFY(!ended.said.isEmpty());
}

void TestScreenshot::startPage_withoutFile_isTaken()
{
    const QString picture = inFolder(u"start.png"_s);
    const Ended ended = run({u"--screenshot"_s, picture});
    QCOMPARE(ended.complained, QString());
    QCOMPARE(ended.code, 0);
    QVERIFY(QFile::exists(picture));
}

void TestScreenshot::view_named_isTakenAsWished()
{
    const QString sample = testsupport::sampleData(u"fraudalerts.csv"_s);
    QList<QImage> pictures;
    for (const auto &[view, appearance] :
         {std::pair(u"Dials/Both"_s, u"dark"_s), std::pair(u"dials/both-dials"_s, u"light"_s),
          std::pair(u"dials"_s, u"light"_s)}) {
        const QString picture = inFolder(u"view.png"_s);
        const Ended ended = run({sample, u"--screenshot"_s, picture, u"--view"_s, view, u"--size"_s,
                                 u"1100x750"_s, u"--appearance"_s, appearance});
        QCOMPARE(ended.complained, QString());
        QCOMPARE(ended.code, 0);
        pictures.append(QImage(picture));
        QCOMPARE(pictures.last().size(), QSize(1100, 750));
    }
    QVERIFY(pictures[0].pixelColor(2, 748).lightness() < 80);
    QVERIFY(pictures[1].pixelColor(2, 748).lightness() > 200);
    QVERIFY(!isSame(pictures[1], pictures[2]));
}

void TestScreenshot::view_all_eachHasItsFile()
{
    QDir().mkpath(inFolder(u"all"_s));
    const Ended ended = run({write(u"two.csv"_s, "label,score\n1,0.9\n0,0.2\n"), u"--screenshot"_s,
                             inFolder(u"all/two.png"_s), u"--view"_s, u"all"_s});
    QCOMPARE(ended.complained, QString());
    QCOMPARE(ended.code, 0);
    const QStringList names = QDir(inFolder(u"all"_s)).entryList({u"two-*.png"_s});
    for (const QString &name : {u"two-data-rows-and-account.png"_s, u"two-dials-one-dial.png"_s,
                                u"two-dials-targets.png"_s, u"two-answer-the-answer.png"_s})
        QVERIFY2(names.contains(name), qPrintable(names.join(u' ')));
}

void TestScreenshot::wish_wrong_isSaid_data()
{
    QTest::addColumn<QStringList>("wish");
    QTest::addColumn<QString>("told");
    const QString file = testsupport::sampleData(u"fraudalerts.csv"_s);
    const QString picture = inFolder(u"wrong.png"_s);
    QTest::newRow("no such view") << QStringList{
            file, u"--screenshot"_s, picture, u"--view"_s,
            u"attic"_s} << u"There is no view \"attic\". There are: all, data/rows-and-account, "_s;
    QTest::newRow("a view of nothing")
            << QStringList{u"--screenshot"_s, picture, u"--view"_s, u"dials"_s}
            << u"A view needs a file"_s;
    QTest::newRow("no picture") << QStringList{file, u"--view"_s, u"dials"_s}
                                << u"there is no --screenshot."_s;
    for (const char *size : {"large", "0x100", "100x", "1x2x3", "-5x100", "99999x9"})
        QTest::addRow("size %s", size) << QStringList{file, u"--screenshot"_s, picture, u"--size"_s,
                                                      QString::fromLatin1(size)}
                                       << u"--size is two numbers of pixels"_s;
    QTest::newRow("mauve") << QStringList{file, u"--screenshot"_s, picture, u"--appearance"_s,
                                          u"mauve"_s}
                           << u"--appearance is light or dark."_s;
}

void TestScreenshot::wish_wrong_isSaid()
{
    QFETCH(QStringList, wish);
    QFETCH(QString, told);
    const Ended ended = run(wish);
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(told), qPrintable(ended.complained));
    QCOMPARE(ended.complained.count(u'\n'), 1);
    QVERIFY(!QFile::exists(inFolder(u"wrong.png"_s)));
}

void TestScreenshot::picture_overWhatIsRead_isRefused()
{
    const QByteArray table = "label,score\n1,0.9\n0,0.2\n1,0.7\n0,0.4\n";
    const QString path = write(u"read.csv"_s, table);
    QVERIFY(QFile::link(path, inFolder(u"link.png"_s)));
    for (const QString &picture : {path, inFolder(u"link.png"_s)}) {
        const Ended ended = run({path, u"--screenshot"_s, picture});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.complained.contains(u"is what is being read"_s),
                 qPrintable(ended.complained));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), table);
    }
}

void TestScreenshot::files_two_areRefused()
{
    const QString sample = testsupport::sampleData(u"inlinesuggestion.csv"_s);
    const Ended ended = run({sample, u"nowhere.csv"_s, u"--screenshot"_s, inFolder(u"p.png"_s)});
    QCOMPARE(ended.code, 1);
    QCOMPARE(ended.complained, u"One file is expected, but there are 2.\n"_s);
    QVERIFY(!QFile::exists(inFolder(u"p.png"_s)));
}

void TestScreenshot::sessionWhoseDataIsGone_isSaid()
{
    QFile least(testsupport::testData(u"fuzz/session/least"_s));
    QVERIFY(least.open(QIODevice::ReadOnly));
    const QString session = write(u"gone.oneinn"_s, least.readAll());
    const Ended ended = run({session, u"--screenshot"_s, inFolder(u"p.png"_s)});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.contains(u"is not where it was"_s), qPrintable(ended.complained));
}

void TestScreenshot::failing_exitsOneWithASentence_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("picture");
    QTest::newRow("no such file") << u"nowhere.csv"_s << inFolder(u"p.png"_s);
    QTest::newRow("a folder") << m_folder.path() << inFolder(u"p.png"_s);
    QTest::newRow("a device") << u"/dev/zero"_s << inFolder(u"p.png"_s);
    QTest::newRow("not a table") << testsupport::sampleData(u"README.md"_s) << inFolder(u"p.png"_s);
    QTest::newRow("no clear label")
            << write(u"unclear.csv"_s, "a,b\n1,2\n2,3\n3,1\n") << inFolder(u"p.png"_s);
    QTest::newRow("a broken session")
            << write(u"broken.oneinn"_s, "{\"schema\": 1") << inFolder(u"p.png"_s);
    QTest::newRow("nowhere to write") << testsupport::sampleData(u"inlinesuggestion.csv"_s)
                                      << inFolder(u"no/such/folder/p.png"_s);
}

void TestScreenshot::failing_exitsOneWithASentence()
{
    QFETCH(QString, file);
    QFETCH(QString, picture);
    const Ended ended = run({file, u"--screenshot"_s, picture});
    QCOMPARE(ended.code, 1);
    QVERIFY2(ended.complained.trimmed().endsWith(u'.'), qPrintable(ended.complained));
    QVERIFY2(ended.complained.count(u'\n') == 1, qPrintable(ended.complained));
    QVERIFY(!QFile::exists(picture));
}

ONEINN_TEST(TestScreenshot)

} // namespace tests::journeys_screenshot

#include "tst_screenshot.moc"
