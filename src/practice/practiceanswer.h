// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"
#include "report/answermaterial.h"

namespace oneinn {

/// The program's own answer to a card about data, paragraph by paragraph: what its checklist asks
/// first, then what answers its very question, then the rest of the list in its order. What is said
/// of an item is ChecklistItem::said; what a paragraph before it has said already is not said
/// again.
QStringList practiceAnswer(const PracticeCard &card, const report::AnswerMaterial &material);

} // namespace oneinn
