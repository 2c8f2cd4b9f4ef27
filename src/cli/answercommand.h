// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "results/answerparts.h"

namespace oneinn::cli {

/// What an answer about a file is put together from; borrows nothing.
AnswerParts answerPartsOf(const Options &options, const Input &input);

/// answer FILE --length HOW
Outcome answerCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
