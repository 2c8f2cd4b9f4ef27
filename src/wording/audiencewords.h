// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"
#include "core/units.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <vector>

/// What an audience guessed of a number, beside what it is.
namespace oneinn::wording {

enum class GuessUnit : std::uint8_t {
    OfHundred, ///< a whole number from 0 to 100
    Score,     ///< in the file's units
    Milliseconds,
    Choice, ///< the place of one of several answers, from 1; typed as its letter
    Order   ///< all letters, most first: 1 for the right order, 0 for another
};

/// By which one of several answers is chosen: "a" for place 1.
QString choiceLetter(int place);
/// A guess as it was typed, with what it is out of: "20 of 100", "350 ms", "b".
QString guessText(const QString &typed, GuessUnit unit);

/// Whether such a guess can be made at all. choices: how many there are, of GuessUnit::Choice.
bool isGuess(double guess, GuessUnit unit, int choices);
/// Of a guess that is none: "A guess is a whole number from 0 to 100."
QString noGuessText(GuessUnit unit, int choices);
/// "Scores go from 0.01 to 0.99: a threshold lies between."
QString outsideScoresText(const Interval &scores);
/// "5,000 ms is taken; it lies beyond the axis, so it has no mark."
QString beyondAxisText(double guess, GuessUnit unit);

/// "you said 20 of 100"; of several "you said 5 to 40 of 100, in the middle 12". Empty without any,
/// and of choices and orders, which are counted instead.
QString youSaidText(std::vector<double> guesses, GuessUnit unit);
/// "it is 13 of 100"
QString itIsText(double right, GuessUnit unit);
/// "2 of 24 of you were right, 8 within 3. 11 said fewer, 5 more."; of a score or a wait right is
/// within a tenth, as in lessons. Of one guess how far off it is: "7 too many.", "Too low." Of
/// orders how many were right. Empty without any, and of choices.
QString classText(const std::vector<double> &guesses, double right, GuessUnit unit);

/// An order of letters, those of one place together: "b, a, c"; "b, then a and c level".
QString orderText(const QStringList &places);
/// "you said b, a, c"; of several the order that they make together: by the mean of the places that
/// each letter has, those of the same one level. Empty without any.
/// orders: as typed, all of the same letters.
QString orderSaidText(const QStringList &orders);
/// How many had the first place right: "2 of 3 had the first one right." Empty of fewer than two.
/// first: the letters that come first; several where they are level.
QString orderFirstText(const QStringList &orders, const QString &first);

/// The same of answers to choose from. misconceptions: what each choice shows if it is wrong; may
/// be empty. right: its place, from 1.
struct ChoicesAsked {
    QStringList texts;
    QStringList misconceptions;
    int right = 1;
};
/// "b) 1 in 5: 3 of 24", each with how many took it; without the counts where nobody was asked.
QStringList choiceLines(const ChoicesAsked &asked, const std::vector<double> &guesses);
/// "right is b) 1 in 5"
QString rightText(const ChoicesAsked &asked);
/// "8 of 24 of you were right. 11 took b: You read recall as precision."; of one "Not right: You
/// read recall as precision."
QString classText(const ChoicesAsked &asked, const std::vector<double> &guesses);

/// "Of 100 alerts raised, how many are wrong?"
QString howManyWrongQuestion(const FeatureWords &words);

} // namespace oneinn::wording
