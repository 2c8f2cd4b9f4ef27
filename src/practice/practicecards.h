// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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
/// One of all, or of a kind, each as likely. The same seed draws the same card on every machine.
DrawnCard drawnCard(std::uint64_t seed, std::optional<CardKind> kind = {});

} // namespace oneinn
