// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/guesswords.h"

#include "wording/feature.h"
#include "wording/names.h"

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString wordsGuessText(const WordsGuess &guess)
{
    const QString name = nameText(guess.name);
    const QString about = featureOf(guess.words).positive.plural;
    return guess.isLabel
            ? u"The label speaks of \u201c%1\u201d, so what is looked for is probably %2."_s.arg(
                    name, about)
            : u"A column is called \u201c%1\u201d, so what is looked for may be %2."_s.arg(name,
                                                                                           about);
}

QString wordsOfferText(const WordsGuess &guess)
{
    return wordsGuessText(guess)
            + u" Use the words of \u201c%1\u201d? Your numbers stay."_s.arg(nameText(guess.title));
}

} // namespace oneinn::wording
