// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/window/slide.h"
#include "views/window/wallplaces.h"

#include <QTest>

namespace tests::views_wallplaces {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestWallPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void places_apartAndOnTheWall_data();
    void places_apartAndOnTheWall();
};

void TestWallPlaces::places_apartAndOnTheWall_data()
{
    using enum PresentedView::Picture;
    QTest::addColumn<QSize>("wall");
    QTest::addColumn<int>("picture");
    QTest::addColumn<QString>("question");
    QTest::addColumn<bool>("guessed");
    for (const QSize &wall : {QSize(1024, 768), QSize(1280, 720), QSize(3840, 2160)}) {
        for (const auto picture : {None, Chart, Icons, Segments}) {
            for (const QString &question : {QString(), u"How many?"_s}) {
                for (const bool guessed : {false, true})
                    QTest::addRow("%d wide, picture %d, %s, %s", wall.width(), int(picture),
                                  question.isEmpty() ? "not asked" : "asked",
                                  guessed ? "guessed" : "not guessed")
                            << wall << int(picture) << question << guessed;
            }
        }
    }
}

void TestWallPlaces::places_apartAndOnTheWall()
{
    QFETCH(QSize, wall);
    QFETCH(int, picture);
    QFETCH(QString, question);
    QFETCH(bool, guessed);
    Slide slide;
    slide.view.picture = PresentedView::Picture(picture);
    slide.question = question;
    const WallPlaces places = wallPlaces(wall, slide, guessed);
    const QRect whole({}, wall);
    const bool isPictured = slide.view.picture != PresentedView::Picture::None;
    QCOMPARE(places.picture.width() > 0, isPictured);
    QCOMPARE(places.isBelow, question.isEmpty() && guessed);
    QList<QRect> rooms{places.sentence, places.foot};
    if (isPictured)
        rooms.append(places.picture);
    if (!question.isEmpty() || guessed)
        rooms.append(places.beside);
    for (const QRect &room : std::as_const(rooms)) {
        QVERIFY(whole.contains(room));
        // Type of a twentieth of the height has room for a line.
        QVERIFY(room == places.foot || room.height() >= wall.height() / 20);
    }
    for (qsizetype i = 0; i < rooms.size(); ++i) {
        for (qsizetype k = 0; k < i; ++k)
            QVERIFY2(!rooms.at(i).intersects(rooms.at(k)), qPrintable(u"%1 %2"_s.arg(i).arg(k)));
    }
}

ONEINN_TEST(TestWallPlaces)

} // namespace tests::views_wallplaces

#include "tst_wallplaces.moc"
