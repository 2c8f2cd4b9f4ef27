// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/widgets/hiddennumbers.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QTest>

namespace tests::widgets_hiddennumbers {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestHiddenNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbers_inSentence_areFound_data();
    void numbers_inSentence_areFound();
    void withoutNumbers_holdsNoneToGuess();
    void ofHundred_first_isFound();
    void painted_hidden_isAsWideAsRevealed();
    void painted_hidden_isTheSameForAllNumbers_data();
    void painted_hidden_isTheSameForAllNumbers();

private:
    static QImage painted(const QString &text, bool hidden, QSize size = {900, 60});
};

void TestHiddenNumbers::numbers_inSentence_areFound_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::addColumn<QStringList>("numbers");
    const auto row = [](const char *name, const QString &sentence, const QStringList &numbers) {
        QTest::newRow(name) << sentence << numbers;
    };
    row("none", u"Recall carries this product."_s, {});
    row("what it is out of stays", u"13 of 100 shown are wrong, 5 of every 1,000 late."_s,
        {u"13"_s, u"5"_s});
    row("but not what is no round number", u"3 of 42 are wrong"_s, {u"3"_s, u"42"_s});
    row("nor a round number elsewhere", u"100 are wrong"_s, {u"100"_s});
    row("1 in N", u"about 1 in 8"_s, {u"1"_s, u"8"_s});
    row("decimals and thousands", u"At 0.565, 12,340 uses."_s, {u"0.565"_s, u"12,340"_s});
    row("a full stop is no decimal", u"by use 43."_s, {u"43"_s});
    row("signs", u"+919 per 1,000 uses, \u2212400 there"_s, {u"+919"_s, u"\u2212400"_s});
    row("not those of names", u"cloud-2, p95 and v1_3 wait 20 ms"_s, {u"20"_s});
    row("what follows from one", u"13 of 100 are wrong, about 1 in 8 and beyond the limit."_s,
        {u"13"_s, u"1"_s, u"8"_s, u" and beyond the limit"_s});
    row("not of a word", u"thereof 10 are left"_s, {u"10"_s});
}

void TestHiddenNumbers::numbers_inSentence_areFound()
{
    QFETCH(QString, sentence);
    QFETCH(QStringList, numbers);
    QStringList found;
    for (const NumberPlace &place : numbersToGuess(sentence))
        found.append(sentence.mid(place.from, place.length));
    QCOMPARE(found, numbers);
}

void TestHiddenNumbers::withoutNumbers_holdsNoneToGuess()
{
    QCOMPARE(withoutNumbers(u"Wrong 1 in 8 times: 13 of every 100."_s, u"blank"_s),
             u"Wrong blank in blank times: blank of every 100."_s);
}

void TestHiddenNumbers::ofHundred_first_isFound()
{
    const QString sentence = u"At 0.5, 13 of 100 are wrong, and 7 of every 100 missed."_s;
    const auto found = firstOfHundred(sentence);
    QVERIFY(found);
    QCOMPARE(found->value, 13.0);
    QCOMPARE(sentence.mid(found->place.from, found->place.length), u"13"_s);
    QCOMPARE(firstOfHundred(u"In 30 of every 100."_s)->value, 30.0);
    QVERIFY(!firstOfHundred(u"13 of 1,000 are wrong, 5 of 100,000 late, 0.5 of 100"_s));
    const auto oneIn = firstOfHundred(u"About 1 in 8 shown is wrong, 20 of 100 are late."_s);
    QVERIFY(oneIn);
    QCOMPARE(oneIn->value, 12.5);
    QCOMPARE(oneIn->told, u"1 in 8"_s);
    QCOMPARE(oneIn->place, (NumberPlace{11, 1}));
    // Rarer than any guess of 100 could say; and no part of anything.
    QVERIFY(!firstOfHundred(u"1 in 1,000 is wrong, 1 in 1"_s));
}

QImage TestHiddenNumbers::painted(const QString &text, bool hidden, QSize size)
{
    QFont font = QApplication::font();
    font.setPixelSize(30);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    GuessedSentence(text, font, image.width())
            .paint(painter, {}, Qt::black, hidden, {QColor(160, 160, 160)});
    return image;
}

void TestHiddenNumbers::painted_hidden_isAsWideAsRevealed()
{
    const QString text = u"Wrong in 1313 of the cases"_s;
    const QImage hidden = painted(text, true);
    const QImage revealed = painted(text, false);
    QFont font = QApplication::font();
    font.setPixelSize(30);
    const int from = int(QFontMetricsF(font).horizontalAdvance(u"Wrong in "_s));
    const int to = int(QFontMetricsF(font).horizontalAdvance(u"Wrong in 1313 "_s));
    const auto part = [](const QImage &image, int left, int right) {
        return image.copy(left, 0, right - left, image.height());
    };
    QCOMPARE(part(hidden, 0, from - 2), part(revealed, 0, from - 2));
    QCOMPARE(part(hidden, to, 900), part(revealed, to, 900));
    QVERIFY(part(hidden, from, to) != part(revealed, from, to));
    // Nothing of the digits shows through.
    for (int y = 0; y < hidden.height(); ++y) {
        for (int x = from + 2; x < to - 12; ++x)
            QVERIFY(hidden.pixelColor(x, y).lightness() >= 150);
    }
}

void TestHiddenNumbers::painted_hidden_isTheSameForAllNumbers_data()
{
    QTest::addColumn<QString>("sentence");
    QTest::newRow("icons") << u"Wrong 1 in 8 times: 13 of every 100 answers shown are wrong, 87 "
                              "are right."_s;
    QTest::newRow("dials") << u"At a threshold of 0.565, 13 of 100 suggestions shown are wrong, "
                              "about 1 in 8, and 26 of 100 good suggestions are never shown."_s;
    QTest::newRow("longer than a line") << u"By use 123456789123456789123456789."_s;
}

/// What is hidden must not be told by what is seen, however the lines fall.
void TestHiddenNumbers::painted_hidden_isTheSameForAllNumbers()
{
    QFETCH(QString, sentence);
    QString other = sentence;
    const QList<NumberPlace> places = numbersToGuess(sentence);
    for (const NumberPlace &place : places) {
        for (qsizetype i = place.from; i < place.from + place.length; ++i) {
            if (other.at(i).isDigit())
                other[i] = u'4'; // as wide as the others
        }
    }
    for (int width = 250; width < 700; width += 50) {
        const QSize size(width, 500);
        QCOMPARE(painted(sentence, true, size), painted(other, true, size));
        QVERIFY(painted(sentence, false, size) != painted(other, false, size));
    }
}

ONEINN_TEST(TestHiddenNumbers)

} // namespace tests::widgets_hiddennumbers

#include "tst_hiddennumbers.moc"
