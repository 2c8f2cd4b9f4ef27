// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testpaths.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMap>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTest>
#include <QXmlStreamReader>

#include <cmath>

namespace tests::files_packaging {

using namespace Qt::StringLiterals;

class TestPackaging : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void desktopFile_hasWhatADesktopReads();
    void metainfo_isOfTheDesktopFile();
    void mimeType_isWhatSessionsAreCalled();
    void icons_areDrawnAsTheyAre_data();
    void icons_areDrawnAsTheyAre();
    void installRules_nameFilesThatAreThere();
};

namespace {

const auto sessionType = "application/x-one-in-n-session"_L1;

QString textOf(const QString &path)
{
    QFile file(testsupport::sourceFolder(path));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// The keys of a desktop file's only group.
QMap<QString, QString> keysOf(const QString &path)
{
    QMap<QString, QString> keys;
    const QStringList lines = textOf(path).split(u'\n');
    for (const QString &line : lines) {
        if (const qsizetype equals = line.indexOf(u'='); equals > 0 && !line.startsWith(u'#'))
            keys.insert(line.left(equals), line.mid(equals + 1));
    }
    return keys;
}

struct Xml {
    QMultiMap<QString, QString> texts;  ///< of elements by name
    QMultiMap<QString, QString> values; ///< of attributes by "element/attribute"
    QString error;
};

Xml xmlOf(const QString &path)
{
    Xml xml;
    QXmlStreamReader reader(textOf(path));
    QString text;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            text.clear();
            for (const QXmlStreamAttribute &attribute : reader.attributes())
                xml.values.insert(reader.name() + u'/' + attribute.name(),
                                  attribute.value().toString());
        } else if (reader.isCharacters()) {
            text += reader.text();
        } else if (reader.isEndElement()) {
            xml.texts.insert(reader.name().toString(), text.trimmed());
        }
    }
    xml.error = reader.hasError() ? reader.errorString() : QString();
    return xml;
}

/// How far apart two pictures are: on average over all pixels and colours, of 255.
double meanDifference(const QImage &one, const QImage &other)
{
    double sum = 0.0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QRgb a = one.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            sum += std::abs(qRed(a) - qRed(b)) + std::abs(qGreen(a) - qGreen(b))
                    + std::abs(qBlue(a) - qBlue(b)) + std::abs(qAlpha(a) - qAlpha(b));
        }
    }
    return sum / (4.0 * one.width() * one.height());
}

QImage drawn(const QString &path, const QSize &size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(path);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    return image;
}

} // namespace

void TestPackaging::desktopFile_hasWhatADesktopReads()
{
    const auto keys = keysOf(u"packaging/one-in-n.desktop"_s);
    QCOMPARE(keys.value(u"Type"_s), u"Application"_s);
    QCOMPARE(keys.value(u"Name"_s), u"One in N"_s);
    QCOMPARE(keys.value(u"Exec"_s), u"one-in-n %f"_s);
    QCOMPARE(keys.value(u"Icon"_s), u"one-in-n"_s);
    QVERIFY(!keys.value(u"Comment"_s).isEmpty());
    for (const QString &list : {u"Categories"_s, u"MimeType"_s, u"Keywords"_s})
        QVERIFY2(keys.value(list).endsWith(u';'), qPrintable(list));
    QVERIFY(keys.value(u"MimeType"_s).split(u';').contains(sessionType));
}

void TestPackaging::metainfo_isOfTheDesktopFile()
{
    const Xml xml = xmlOf(u"packaging/metainfo.xml"_s);
    QCOMPARE(xml.error, QString());
    QCOMPARE(xml.texts.value(u"launchable"_s), u"one-in-n.desktop"_s);
    QCOMPARE(xml.texts.value(u"project_license"_s), u"GPL-3.0-or-later"_s);
    QCOMPARE(xml.texts.value(u"name"_s), keysOf(u"packaging/one-in-n.desktop"_s).value(u"Name"_s));
    QCOMPARE(xml.texts.value(u"mediatype"_s), sessionType);
    QStringList programs = xml.texts.values(u"binary"_s);
    programs.sort();
    QCOMPARE(programs, (QStringList{u"one-in-n"_s, u"one-in-n-cli"_s}));
    // The installed file is called by it.
    QVERIFY(textOf(u"packaging/CMakeLists.txt"_s)
                    .contains(xml.texts.value(u"id"_s) + u".metainfo.xml"_s));
}

void TestPackaging::mimeType_isWhatSessionsAreCalled()
{
    const Xml xml = xmlOf(u"packaging/mime.xml"_s);
    QCOMPARE(xml.error, QString());
    QCOMPARE(xml.values.value(u"mime-type/type"_s), sessionType);
    QCOMPARE(xml.values.value(u"glob/pattern"_s), u"*.oneinn"_s);
    const QString icon = xml.values.value(u"icon/name"_s);
    QVERIFY(QFileInfo::exists(testsupport::sourceFolder(u"resources/icons/"_s + icon + u".svg"_s)));
}

void TestPackaging::icons_areDrawnAsTheyAre_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("size");
    const int sizes[] = {16, 22, 24, 32, 48, 64, 128, 256, 512};
    for (const char *name : {"one-in-n", "application-x-one-in-n-session"}) {
        for (const int size : sizes)
            QTest::addRow("%s at %d", name, size) << QString::fromLatin1(name) << size;
    }
}

/// scripts/draw-icons draws them anew.
void TestPackaging::icons_areDrawnAsTheyAre()
{
    QFETCH(const QString, name);
    QFETCH(const int, size);
    const QString icons = testsupport::sourceFolder(u"resources/icons/"_s);
    const QImage picture(icons + u"%1x%1/%2.png"_s.arg(QString::number(size), name));
    QCOMPARE(picture.size(), QSize(size, size));
    const QImage expected = drawn(icons + name + u".svg"_s, picture.size());
    // Two programs smooth edges a little differently, and a small picture is mostly edges.
    const double tolerated = 1.0 + 150.0 / size;
    QVERIFY2(meanDifference(picture, expected) < tolerated,
             qPrintable(QString::number(meanDifference(picture, expected))));
}

void TestPackaging::installRules_nameFilesThatAreThere()
{
    const QString rules = textOf(u"packaging/CMakeLists.txt"_s);
    static const QRegularExpression named(
            u"\\$\\{CMAKE_SOURCE_DIR\\}/([\\w./-]+\\.(?:md|sh)|scripts/[\\w-]+)"_s);
    int count = 0;
    for (auto matches = named.globalMatch(rules); matches.hasNext(); ++count) {
        const QString path = matches.next().captured(1);
        QVERIFY2(QFileInfo::exists(testsupport::sourceFolder(path)), qPrintable(path));
    }
    QVERIFY(count >= 8);
    QVERIFY(!QDir(testsupport::sourceFolder(u"sample_data"_s)).entryList({u"*.csv"_s}).isEmpty());
}

ONEINN_TEST(TestPackaging)

} // namespace tests::files_packaging

#include "tst_packaging.moc"
