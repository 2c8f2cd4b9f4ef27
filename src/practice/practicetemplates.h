// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"

#include <cstdint>

namespace oneinn {

/// What data have to have for a question to make sense of them.
enum class CardNeed : std::uint8_t { None, Waits, Segments };

/// A question whose {places} are filled from data. Words of the feature are always there; numbers
/// may not be.
struct CardTemplate {
    QString question;
    QString without; ///< where a number that the question needs is not known; has words alone
    CardNeed need = CardNeed::None; ///< only data that have it draw the card
    /// Where an earlier period is open as well: {usualWrong} is of that one, {worse}
    /// and {usualWorse} of what has become worse. Empty: as ever.
    QString between = {};
};

/// All there are of a kind, in the order of their numbers: at the end is where new ones go.
const QList<CardTemplate> &cardTemplates(CardKind kind);

} // namespace oneinn
