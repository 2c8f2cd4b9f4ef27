// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"
#include "report/answermaterial.h"

namespace oneinn {

/// What strong answers to a kind of question do, with what the data say of it. number: of the card,
/// since one that has a failure grow asks for what stops that one.
QList<ChecklistItem> checklistOf(CardKind kind, int number, const report::AnswerMaterial &material);

/// Of a product whose data nobody has here.
QList<ChecklistItem> anyProductChecklist();

/// An item's sentence by its key, for a log; empty for a key that there is not.
QString checklistSentence(const QString &key);

} // namespace oneinn
