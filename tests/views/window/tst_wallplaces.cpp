// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/window/slide.h"
#include "views/window/wallplaces.h"
#include "views/window/walltexts.h"

#include <QTest>

namespace tests::views_wallplaces {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestWallPlaces : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void places_apartAndOnTheWall_data();
    void places_apartAndOnTheWall();
    void foot_narrow_isThereAsAWhole();
    void place_withoutRoom_isWholeWordsOrNone();
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

void TestWallPlaces::foot_narrow_isThereAsAWhole()
{
    const QString keys =
            u"24 guesses \u00b7 Type all letters, most first, Enter takes it \u00b7 Space "
            "reveals \u00b7 Page Down goes on \u00b7 Esc ends"_s;
    QFont usual;
    usual.setPixelSize(18);
    for (const int width : {320, 640, 932, 3000}) {
        const QSize room(width, 53);
        const QFont type = fittingFoot(usual, keys, room);
        const QRect needed =
                QFontMetrics(type).boundingRect(QRect({}, room), Qt::TextWordWrap, keys);
        QVERIFY2(needed.height() <= 53 && needed.width() <= width,
                 qPrintable(QString::number(width)));
        QVERIFY(width < 900 || type.pixelSize() == 18);
    }
}

void TestWallPlaces::place_withoutRoom_isWholeWordsOrNone()
{
    const QFontMetrics metrics{QFont()};
    const QStringList place{u"Dials"_s, u"One dial"_s, u"inlinesuggestion.csv"_s};
    const auto room = [&metrics](const QString &text) { return metrics.horizontalAdvance(text); };
    const QString all = place.join(u" \u00b7 "_s);
    QCOMPARE(fittingPlace(place, metrics, room(all)), all);
    QCOMPARE(fittingPlace(place, metrics, room(all) - 1), u"Dials \u00b7 One dial"_s);
    QCOMPARE(fittingPlace(place, metrics, room(u"Dials"_s)), u"Dials"_s);
    QCOMPARE(fittingPlace(place, metrics, 3), QString());
}

ONEINN_TEST(TestWallPlaces)

} // namespace tests::views_wallplaces

#include "tst_wallplaces.moc"
