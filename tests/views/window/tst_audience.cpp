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
    void text_beforeTheReveal_tellsNothing();
};

namespace {

void typeAll(Audience &audience, const QString &text, wording::GuessUnit unit)
{
    for (const QChar each : text)
        audience.type(each, unit);
}

} // namespace

void TestAudience::typed_entered_isAGuessOfItsSlide()
{
    const AskedNumber asked{wording::GuessUnit::OfHundred, 13.0};
    Audience audience;
    audience.turnTo(u"answer"_s);
    typeAll(audience, u"201"_s, asked.unit);
    QCOMPARE(audience.typed(), u"201"_s);
    audience.erase();
    QVERIFY(audience.enter(asked).isEmpty());
    QCOMPARE(audience.guesses(), std::vector<double>{20.0});
    QVERIFY(audience.typed().isEmpty());
    typeAll(audience, u"300"_s, asked.unit);
    QVERIFY(!audience.enter(asked).isEmpty());
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    QVERIFY(audience.enter(asked).isEmpty()); // nothing typed, nothing guessed
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    audience.turnTo(u"doubts"_s);
    QVERIFY(audience.guesses().empty());
    audience.erase();
    audience.turnTo(u"answer"_s);
    QCOMPARE(audience.guesses().size(), std::size_t{1});
    audience.erase();
    QVERIFY(audience.guesses().empty());
}

void TestAudience::typed_whatANumberHasNot_isNotTaken()
{
    Audience audience;
    using enum wording::GuessUnit;
    QVERIFY(!audience.type(u'.', Score)); // a remote control's black screen
    QVERIFY(audience.type(u'0', Score));
    QVERIFY(audience.type(u'.', Score));
    QVERIFY(!audience.type(u'.', Score));
    QVERIFY(audience.type(u'5', Score));
    QVERIFY(!audience.type(u'-', Score));
    QVERIFY(!audience.type(u'b', Score));
    QVERIFY(!audience.type(u'.', OfHundred));
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
    QCOMPARE(after.all, u"1 of 2 of you was within 3. 1 said more."_s);
    slide.asked = AskedNumber{wording::GuessUnit::Choice, 1.0, {{u"a"_s, u"b"_s}, {}, 1}};
    QCOMPARE(audienceText(slide, {2, 2}, false).choices, QStringList({u"1. a"_s, u"2. b"_s}));
    QVERIFY(audienceText(slide, {2, 2}, false).said.isEmpty());
    QCOMPARE(audienceText(slide, {2, 2}, true).choices.last(), u"2. b: 2 of 2"_s);
}

ONEINN_TEST(TestAudience)

} // namespace tests::views_audience

#include "tst_audience.moc"
