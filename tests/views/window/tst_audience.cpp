// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "views/window/audience.h"

#include <QTest>

namespace tests::views_audience {

using namespace oneinn;
using namespace Qt::StringLiterals;

class TestAudience : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void typed_entered_isAGuessOfItsSlide();
    void typed_whatANumberHasNot_isNotTaken();
    void typed_letters_areChoicesAndOrders();
    void typed_wait_hasItsUnit();
    void entered_offTheScale_isTold();
    void text_oneIn_isSaidAndCompared();
    void text_beforeTheReveal_tellsNothing();
};

namespace {

void typeAll(Audience &audience, const QString &text, const AskedNumber &asked)
{
    for (const QChar each : text)
        audience.type(each, asked);
}

AskedNumber of(wording::GuessUnit unit)
{
    return {unit, 0.0, {{u"x"_s, u"y"_s, u"z"_s}, {}, 1}};
}

} // namespace

void TestAudience::typed_entered_isAGuessOfItsSlide()
{
    const AskedNumber asked{wording::GuessUnit::OfHundred, 13.0};
    Audience audience;
    audience.turnTo(u"answer"_s);
    typeAll(audience, u"201"_s, asked);
    QCOMPARE(audience.typed(), u"201"_s);
    audience.erase();
    QVERIFY(audience.enter(asked).isTaken);
    QCOMPARE(audience.guesses(), std::vector<double>{20.0});
    QVERIFY(audience.typed().isEmpty());
    typeAll(audience, u"300"_s, asked);
    QVERIFY(!audience.enter(asked).isTaken);
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    QVERIFY(!audience.enter(asked).isTaken); // nothing typed, nothing guessed
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    audience.turnTo(u"doubts"_s);
    QVERIFY(audience.guesses().empty());
    QVERIFY(audience.erase().isEmpty());
    audience.turnTo(u"answer"_s);
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    QCOMPARE(audience.allTyped().value(u"answer"_s), QStringList(u"20"_s));
    QCOMPARE(audience.erase(), u"20"_s);
    QVERIFY(audience.guesses().empty());
    audience.close();
    QVERIFY(audience.isClosed());
    audience.turnTo(u"doubts"_s);
    QVERIFY(!audience.isClosed());
}

void TestAudience::typed_letters_areChoicesAndOrders()
{
    Audience audience;
    using enum wording::GuessUnit;
    const AskedNumber choice = of(Choice);
    QVERIFY(!audience.type(u'1', choice) && !audience.type(u'd', choice));
    QVERIFY(audience.type(u'a', choice) && audience.type(u'B', choice));
    QCOMPARE(audience.typed(), u"b"_s);
    QVERIFY(audience.enter(choice).isTaken);
    QCOMPARE(audience.guesses(), std::vector<double>{2.0});
    AskedNumber order = of(Order);
    order.isRightOrder = [](const QString &typed) {
        return typed.size() == 3 ? std::optional(typed == u"cab"_s) : std::nullopt;
    };
    audience.turnTo(u"order"_s);
    QVERIFY(!audience.type(u' ', order)); // it reveals
    typeAll(audience, u"c a,ab"_s, order);
    QCOMPARE(audience.typed(), u"cab"_s);
    QVERIFY(!audience.type(u' ', order)); // it takes what is whole
    QVERIFY(audience.enter(order).isTaken);
    typeAll(audience, u"cb"_s, order);
    QCOMPARE(audience.enter(order).said, u"A guess is all 3 letters, most first."_s);
    typeAll(audience, u"cba"_s, order);
    QVERIFY(audience.enter(order).isTaken);
    QCOMPARE(audience.guesses(), (std::vector<double>{1.0, 0.0}));
}

void TestAudience::typed_wait_hasItsUnit()
{
    Audience audience;
    const AskedNumber wait = of(wording::GuessUnit::Milliseconds);
    QVERIFY(!audience.type(u' ', wait) && !audience.type(u's', wait) && !audience.type(u'.', wait));
    typeAll(audience, u"1 s"_s, wait);
    QCOMPARE(audience.typed(), u"1 s"_s);
    QVERIFY(!audience.type(u's', wait) && !audience.type(u' ', wait));
    // The same slide told anew drops nothing.
    audience.turnTo({});
    QVERIFY(audience.enter(wait).isTaken);
    QCOMPARE(audience.guesses(), std::vector<double>{1000.0});
    typeAll(audience, u"350 "_s, wait);
    QVERIFY(audience.enter(wait).isTaken);
    QCOMPARE(audience.guesses().back(), 350.0);
}

void TestAudience::entered_offTheScale_isTold()
{
    Audience audience;
    AskedNumber score = of(wording::GuessUnit::Score);
    score.ends = Interval{0.0, 1.0};
    typeAll(audience, u"7"_s, score);
    const auto outside = audience.enter(score);
    QVERIFY(!outside.isTaken);
    QCOMPARE(outside.said, u"Scores go from 0 to 1: a threshold lies between."_s);
    typeAll(audience, u"1"_s, score);
    QVERIFY(audience.enter(score).isTaken);
}

void TestAudience::text_oneIn_isSaidAndCompared()
{
    Slide slide;
    slide.asked = AskedNumber{wording::GuessUnit::OfHundred, 25.0, {}, u"1 in 4"_s};
    slide.askedIn = NumberPlace{0, 1};
    QCOMPARE(audienceText(slide, {20, 30}, true).is, u"it is 1 in 4, about 25 of 100"_s);
    QCOMPARE(audienceText(slide, {20, 24}, true).all,
             u"0 of 2 of you were right, 1 within 3. 1 said fewer."_s);
    QVERIFY(audienceText(slide, {20}, false).is.isEmpty());
}

void TestAudience::typed_whatANumberHasNot_isNotTaken()
{
    Audience audience;
    using enum wording::GuessUnit;
    QVERIFY(!audience.type(u'.', of(Score))); // a remote control's black screen
    QVERIFY(audience.type(u'0', of(Score)));
    QVERIFY(audience.type(u',', of(Score))); // said so by half of the world
    QVERIFY(!audience.type(u'.', of(Score)));
    QVERIFY(audience.type(u'5', of(Score)));
    QVERIFY(!audience.type(u',', of(Score))); // a second one, however it is said
    QCOMPARE(audience.typed(), u"0.5"_s);
    QVERIFY(!audience.type(u'-', of(Score)));
    QVERIFY(!audience.type(u'b', of(Score)));
    QVERIFY(!audience.type(u'.', of(OfHundred)));
    QCOMPARE(audience.typed(), u"0.5"_s);
}

void TestAudience::text_beforeTheReveal_tellsNothing()
{
    Slide slide;
    slide.question = u"Of 100 shown, how many are wrong?"_s;
    slide.asked = AskedNumber{wording::GuessUnit::OfHundred, 13.0};
    const AudienceText before = audienceText(slide, {20, 12}, false);
    QCOMPARE(before.said, u"you said 12 and 20 of 100"_s);
    QVERIFY(before.is.isEmpty() && before.all.isEmpty());
    const AudienceText after = audienceText(slide, {20, 12}, true);
    QCOMPARE(after.is, u"it is 13 of 100"_s);
    QCOMPARE(after.all, u"0 of 2 of you were right, 1 within 3. 1 said more."_s);
    slide.asked = AskedNumber{wording::GuessUnit::Choice, 1.0, {{u"a"_s, u"b"_s}, {}, 1}};
    QCOMPARE(audienceText(slide, {2, 2}, false).choices, QStringList({u"a) a"_s, u"b) b"_s}));
    QVERIFY(audienceText(slide, {2, 2}, false).said.isEmpty());
    QCOMPARE(audienceText(slide, {2, 2}, true).choices.last(), u"b) b: 2 of 2"_s);
    // An order is told beside the right one, and not before it.
    slide.asked = AskedNumber{wording::GuessUnit::Order,
                              1.0,
                              {{u"x"_s, u"y"_s, u"z"_s}, {}, 1},
                              u"a, b, c"_s,
                              u"a"_s};
    const QStringList typed{u"bac"_s, u"abc"_s, u"bca"_s};
    QVERIFY(audienceText(slide, {0, 1, 0}, false, typed).said.isEmpty());
    const AudienceText told = audienceText(slide, {0, 1, 0}, true, typed);
    QCOMPARE(told.said, u"together you said b, a, c"_s);
    QCOMPARE(told.is, u"most first: a, b, c"_s);
    QCOMPARE(told.all, u"1 of 3 of you was right. 1 of 3 had the first one right."_s);
}

ONEINN_TEST(TestAudience)

} // namespace tests::views_audience

#include "tst_audience.moc"
