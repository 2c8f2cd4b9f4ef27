// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"

#include <QString>

#include <vector>

/// Which parts of a change are worth telling.
namespace oneinn::wording {

/// What a finding makes of the change; null where that cannot be told apart.
const DropAmount *amountOf(const DropFinding &finding, const DropWaterfall &waterfall);

/// At least a tenth of the largest: large enough to be named.
bool isLarge(const DropAmount &amount, const Dropped &dropped);
/// With what the amounts say of it: another mix beside which a score surely means something else.
DropFinding besideAmounts(DropFinding finding, const DropWaterfall &waterfall);
/// Answers come later, and no number that is told here depends on when they come.
bool countsForNothing(const DropFinding &finding, const DropWaterfall &waterfall);
bool coversNone(const DropAmount &amount);
/// Large, and more than none for sure: the largest first.
std::vector<DropAmount> largestAmounts(const Dropped &dropped);

/// Of several causes, the largest part, as they are told in the order of the layers: "most of it is
/// base rate, -1,502". Most only of a change that is more than chance, and of its sign. Empty where
/// fewer than two causes were found.
QString largestPartText(const Dropped &dropped);

} // namespace oneinn::wording
