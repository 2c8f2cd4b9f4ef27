// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/featurewords.h"

#include <QString>

/// What a file may be about, and in which words it might be told.
namespace oneinn::wording {

struct WordsGuess {
    QString name;         ///< in the file, that speaks for it
    bool isLabel = false; ///< it is the label's: probably so
    QString title;        ///< of the kind of feature
    FeatureWords words;
};

/// "The label names “is_fraud”, so these are probably frauds." Says how sure that is.
QString wordsGuessText(const WordsGuess &guess);
/// The same with what is offered: "Use the words of “Fraud alert”? Your numbers stay."
QString wordsOfferText(const WordsGuess &guess);

} // namespace oneinn::wording
