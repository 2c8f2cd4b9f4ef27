// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"

namespace oneinn {

/// A question whose {places} are filled from data. Words of the feature are always there; numbers
/// may not be.
struct CardTemplate {
    QString question;
    QString without; ///< where a number that the question needs is not known; has words alone
};

/// All there are of a kind, in the order of their numbers: at the end is where new ones go.
const QList<CardTemplate> &cardTemplates(CardKind kind);

} // namespace oneinn
