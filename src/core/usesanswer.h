// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"
#include "core/ends/waterfall.h"
#include "core/policies/useslice.h"
#include "core/scenario.h"

#include <optional>

/// What assess() says of uses once they are counted, for whoever counts a part of them.
namespace oneinn {

/// What there is to be said of some of a slice's uses; restated at the question's base rate where
/// they hold both classes.
ShareContext shareContextOf(const UseSlice &slice, const ValueQuestion &question,
                            const Waterfall &uses);
/// What restates them.
ClassFactors restatement(const Waterfall &uses, const std::optional<double> &baseRate);
/// Absent without uses.
std::optional<double> valuePerUse(const Waterfall &uses, const OutcomeValues &values);

} // namespace oneinn
