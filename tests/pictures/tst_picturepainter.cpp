// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "everyelement.h"
#include "pictures/picturepainter.h"
#include "pictures/svg.h"

#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

#include <algorithm>

using namespace oneinn;
using namespace Qt::StringLiterals;
using pictures::Picture;
using pictures::Role;

namespace {

constexpr int zoom = 4;

QImage paper(const Picture &picture)
{
    QImage image((picture.size() * zoom).toSize(), QImage::Format_RGB32);
    image.fill(Qt::black);
    return image;
}

QImage painted(const Picture &picture, const pictures::Inks &inks = pictures::onPaper)
{
    QImage image = paper(picture);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    pictures::paint(&painter, picture, image.rect(), QFont(), inks);
    return image;
}

QImage readBySomebodyElse(const Picture &picture)
{
    QImage image = paper(picture);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QSvgRenderer(pictures::toSvg(picture)).render(&painter);
    return image;
}

int inkedPixels(const QImage &image)
{
    int inked = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            inked += image.pixel(x, y) == qRgb(255, 255, 255) ? 0 : 1;
    }
    return inked;
}

} // namespace

class TestPicturePainter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void paint_everyShape_looksLikeTheSvg();
    void paint_otherInks_areAskedForEachRole();
    void paint_text_standsAtItsAnchor_data();
    void paint_text_standsAtItsAnchor();
};

void TestPicturePainter::paint_everyShape_looksLikeTheSvg()
{
    const Picture picture = testsupport::everyShape();
    const QImage own = painted(picture);
    const QImage other = readBySomebodyElse(picture);
    int unlike = 0;
    for (int y = 0; y < own.height(); ++y) {
        for (int x = 0; x < own.width(); ++x) {
            // Edges are smoothed a little differently, as the file has hundredths of a pixel.
            const QColor a = own.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            const int most = std::max({std::abs(a.red() - b.red()), std::abs(a.green() - b.green()),
                                       std::abs(a.blue() - b.blue())});
            unlike += most > 16 ? 1 : 0;
        }
    }
    QVERIFY(inkedPixels(own) > 4000);
    QCOMPARE(unlike, 0);
}

void TestPicturePainter::paint_otherInks_areAskedForEachRole()
{
    Picture picture({20.0, 20.0}, {});
    picture.rectangle({5.0, 5.0, 10.0, 10.0}, {Role::Good});
    const QImage image =
            painted(picture, [](Role role) { return role == Role::Good ? 0x010203 : 0x040506; });
    QCOMPARE(image.pixel(10 * zoom, 10 * zoom), qRgb(1, 2, 3));
    QCOMPARE(image.pixel(2 * zoom, 2 * zoom), qRgb(4, 5, 6));
}

void TestPicturePainter::paint_text_standsAtItsAnchor_data()
{
    QTest::addColumn<int>("anchor");
    QTest::addColumn<bool>("leftOf");
    QTest::addColumn<bool>("rightOf");
    using pictures::Anchor;
    QTest::newRow("start") << int(Anchor::Start) << false << true;
    QTest::newRow("middle") << int(Anchor::Middle) << true << true;
    QTest::newRow("end") << int(Anchor::End) << true << false;
}

void TestPicturePainter::paint_text_standsAtItsAnchor()
{
    QFETCH(int, anchor);
    QFETCH(bool, leftOf);
    QFETCH(bool, rightOf);
    Picture picture({100.0, 30.0}, {});
    picture.text({50.0, 20.0}, u"MMM"_s, {.anchor = static_cast<pictures::Anchor>(anchor)});
    const QImage image = painted(picture);
    const QRect left(0, 0, image.width() / 2 - zoom, image.height());
    const QRect right(image.width() / 2 + zoom, 0, image.width() / 2 - zoom, image.height());
    QCOMPARE(inkedPixels(image.copy(left)) > 0, leftOf);
    QCOMPARE(inkedPixels(image.copy(right)) > 0, rightOf);
}

QTEST_MAIN(TestPicturePainter)
#include "tst_picturepainter.moc"
