// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "practice/practicecard.h"
#include "report/answermaterial.h"

#include <cstdint>

namespace oneinn {

int cardCount(CardKind kind);

/// number: from 1 to cardCount(). Every number in it is one that the answer to these data has.
PracticeCard practiceCard(CardKind kind, int number, const report::AnswerMaterial &material);

/// The same of a product that the person uses, for which there need be no data.
PracticeCard anyProductCard(int number);

struct DrawnCard {
    CardKind kind = CardKind::Design;
    int number = 1;
};
/// What cards may be drawn.
struct Deck {
    std::optional<CardKind> kind = {}; ///< absent: any that is about the data
    bool waits = true;                 ///< the data have them
    bool segments = true;              ///< likewise
};
Deck deckFor(const Predictions &predictions, std::optional<CardKind> kind);

/// Why a card makes no sense of data that the deck is for, and what to do; empty: it does.
QString whyNotAsked(const DrawnCard &card, const Deck &deck);

/// One of the deck, each as likely. The same seed draws the same card of the same deck on every
/// machine.
DrawnCard drawnCard(std::uint64_t seed, const Deck &deck);

} // namespace oneinn
