// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testprogram.h"
#include "wording/audiencewords.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

namespace tests::wording_audiencewords {

using namespace oneinn;
using namespace oneinn::wording;
using namespace Qt::StringLiterals;

class TestAudienceWords : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void guess_possible_byUnit();
    void oneGuess_hasItsVerdict();
    void severalGuesses_rangeMiddleAndClass();
    void class_everyNearAndFar_countsEachGuessOnce();
    void scoresAndWaits_withinATenth();
    void choices_counted_withWhatTheCommonestWrongOneShows();
    void orders_right_areCounted();
    void question_hasTheProductsWords();
};

namespace {

ChoicesAsked threeChoices()
{
    return {{u"1 of 20"_s, u"1 of 3"_s, u"9 of 10"_s}, {u"You read it backwards."_s, {}, {}}, 2};
}

} // namespace

void TestAudienceWords::guess_possible_byUnit()
{
    QVERIFY(isGuess(0, GuessUnit::OfHundred, 0) && isGuess(100, GuessUnit::OfHundred, 0));
    QVERIFY(!isGuess(101, GuessUnit::OfHundred, 0) && !isGuess(-1, GuessUnit::OfHundred, 0));
    QVERIFY(!isGuess(12.5, GuessUnit::OfHundred, 0));
    QVERIFY(isGuess(3, GuessUnit::Choice, 3) && !isGuess(4, GuessUnit::Choice, 3));
    QVERIFY(!isGuess(0, GuessUnit::Choice, 3));
    QVERIFY(isGuess(-2.5, GuessUnit::Score, 0));
    QVERIFY(!isGuess(std::numeric_limits<double>::infinity(), GuessUnit::Score, 0));
    QVERIFY(isGuess(350, GuessUnit::Milliseconds, 0) && !isGuess(-1, GuessUnit::Milliseconds, 0));
    QCOMPARE(noGuessText(GuessUnit::OfHundred, 0), u"A guess is a whole number from 0 to 100."_s);
    QCOMPARE(noGuessText(GuessUnit::Choice, 3),
             u"A guess is the letter of an answer, from a to c."_s);
}

void TestAudienceWords::oneGuess_hasItsVerdict()
{
    QCOMPARE(youSaidText({20}, GuessUnit::OfHundred), u"you said 20 of 100"_s);
    QCOMPARE(itIsText(12.6, GuessUnit::OfHundred), u"it is 13 of 100"_s);
    QCOMPARE(classText({20}, 12.6, GuessUnit::OfHundred), u"7 too many."_s);
    QCOMPARE(classText({11}, 12.6, GuessUnit::OfHundred), u"2 too few, within 3."_s);
    QCOMPARE(classText({13}, 12.6, GuessUnit::OfHundred), u"That is right."_s);
    QCOMPARE(classText({0.5}, 0.25, GuessUnit::Score), u"Too high."_s);
    QCOMPARE(classText({0.26}, 0.25, GuessUnit::Score), u"Near enough."_s);
    QCOMPARE(classText({100}, 250, GuessUnit::Milliseconds), u"Too short."_s);
    QCOMPARE(classText({0}, 1, GuessUnit::Order), u"Not right."_s);
    QVERIFY(classText({}, 12.6, GuessUnit::OfHundred).isEmpty());
    QVERIFY(youSaidText({}, GuessUnit::OfHundred).isEmpty());
}

void TestAudienceWords::severalGuesses_rangeMiddleAndClass()
{
    const std::vector<double> guesses{40, 5, 12, 10, 16};
    QCOMPARE(youSaidText(guesses, GuessUnit::OfHundred),
             u"you said 5 to 40 of 100, in the middle 12"_s);
    QCOMPARE(classText(guesses, 12.6, GuessUnit::OfHundred),
             u"0 of 5 of you were right, 3 within 3. 1 said fewer, 1 more."_s);
    QCOMPARE(classText({13, 50}, 12.6, GuessUnit::OfHundred),
             u"1 of 2 of you was right, 1 within 3. 1 said more."_s);
    QCOMPARE(classText({1, 2}, 12.6, GuessUnit::OfHundred),
             u"0 of 2 of you were right, 0 within 3. 2 said fewer."_s);
    QCOMPARE(classText({13, 13}, 12.6, GuessUnit::OfHundred),
             u"2 of 2 of you were right, 2 within 3."_s);
}

/// Each guess is near, below or above: against a count by hand.
void TestAudienceWords::class_everyNearAndFar_countsEachGuessOnce()
{
    for (int right = 0; right <= 100; right += 7) {
        std::vector<double> guesses;
        int near = 0;
        int less = 0;
        for (int guess = 0; guess <= 100; guess += 3) {
            guesses.push_back(guess);
            near += std::abs(guess - right) <= 3 ? 1 : 0;
            less += guess < right - 3 ? 1 : 0;
        }
        const QString said = classText(guesses, right, GuessUnit::OfHundred);
        const auto exact = std::ranges::count(guesses, double(right));
        QVERIFY2(said.startsWith(u"%1 of 34 of you "_s.arg(exact))
                         && said.contains(u"right, %1 within 3."_s.arg(near)),
                 qPrintable(said));
        QCOMPARE(said.contains(u" %1 said fewer"_s.arg(less)), less > 0);
        const int more = 34 - near - less;
        QVERIFY2(more == 0
                         || said.contains(u"%1 %2more."_s.arg(QString::number(more),
                                                              less > 0 ? QString() : u"said "_s)),
                 qPrintable(said));
    }
}

void TestAudienceWords::scoresAndWaits_withinATenth()
{
    QCOMPARE(youSaidText({0.5, 0.25}, GuessUnit::Score), u"you said 0.25 and 0.5"_s);
    QCOMPARE(youSaidText({300}, GuessUnit::Milliseconds), u"you said 300 ms"_s);
    QCOMPARE(itIsText(0.0625, GuessUnit::Score), u"it is 0.0625"_s);
    QCOMPARE(classText({100, 108, 300}, 105, GuessUnit::Milliseconds),
             u"2 of 3 of you were right, within a tenth of it. 1 said more."_s);
    QCOMPARE(classText({-2, -1}, -1, GuessUnit::Score),
             u"1 of 2 of you was right, within a tenth of it. 1 said less."_s);
}

void TestAudienceWords::choices_counted_withWhatTheCommonestWrongOneShows()
{
    const ChoicesAsked asked = threeChoices();
    QCOMPARE(choiceLines(asked, {}),
             QStringList({u"a) 1 of 20"_s, u"b) 1 of 3"_s, u"c) 9 of 10"_s}));
    QCOMPARE(choiceLines(asked, {1, 1, 2}).first(), u"a) 1 of 20: 2 of 3"_s);
    QCOMPARE(classText(asked, {1, 1, 2, 3}),
             u"1 of 4 of you was right. 2 took a: You read it backwards."_s);
    QCOMPARE(classText(asked, {3, 2}), u"1 of 2 of you was right. 1 took c."_s);
    QCOMPARE(classText(asked, {2, 2}), u"2 of 2 of you were right."_s);
    QCOMPARE(classText(asked, {1}), u"Not right: You read it backwards."_s);
    QCOMPARE(classText(asked, {2}), u"That is right."_s);
    QCOMPARE(classText(asked, {3}), u"Not right."_s);
    QCOMPARE(rightText(asked), u"right is b) 1 of 3"_s);
}

void TestAudienceWords::orders_right_areCounted()
{
    QVERIFY(isGuess(1, GuessUnit::Order, 3) && isGuess(0, GuessUnit::Order, 3));
    QVERIFY(!isGuess(2, GuessUnit::Order, 3));
    QCOMPARE(noGuessText(GuessUnit::Order, 3), u"A guess is all 3 letters, most first."_s);
    QVERIFY(youSaidText({1, 0}, GuessUnit::Order).isEmpty());
    QCOMPARE(classText({1, 0, 0}, 1, GuessUnit::Order), u"1 of 3 of you was right."_s);
    // Places: a 1, 0, 2; b 0, 1, 0; c 2, 2, 1.
    const QStringList orders{u"bac"_s, u"a b c"_s, u"b, c, a"_s};
    QCOMPARE(orderSaidText(orders), u"together you said b, a, c"_s);
    QCOMPARE(orderSaidText({u"ab"_s, u"ba"_s}), u"together you said a and b level"_s);
    QCOMPARE(orderSaidText({u"cab"_s, u"cba"_s}), u"together you said c, then a and b level"_s);
    QCOMPARE(orderText({u"b"_s, u"a"_s, u"c"_s}), u"b, a, c"_s);
    QCOMPARE(orderSaidText({u"ba"_s}), u"you said b, a"_s);
    QVERIFY(orderSaidText({}).isEmpty());
    QCOMPARE(orderFirstText(orders, u"b"_s), u"2 of 3 had the first one right."_s);
    QVERIFY(orderFirstText({u"ba"_s}, u"b"_s).isEmpty());
    QCOMPARE(orderFirstText({u"ba"_s, u"ab"_s}, u"ab"_s), u"2 of 2 had the first one right."_s);
    QCOMPARE(guessText(u"bca"_s, GuessUnit::Order), u"bca"_s);
    QCOMPARE(guessText(u"20"_s, GuessUnit::OfHundred), u"20 of 100"_s);
}

void TestAudienceWords::question_hasTheProductsWords()
{
    FeatureWords words;
    words.raised = "alert";
    words.verb = "raise";
    QCOMPARE(howManyWrongQuestion(words), u"Of 100 alerts raised, how many are wrong?"_s);
}

ONEINN_TEST(TestAudienceWords)

} // namespace tests::wording_audiencewords

#include "tst_audiencewords.moc"
