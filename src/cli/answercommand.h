// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "results/answerparts.h"

#include <cstdint>
#include <optional>
#include <variant>

namespace oneinn::cli {

/// What an answer about a file is put together from; borrows nothing. kept: the threshold, in place
/// of the most valuable one.
AnswerParts answerPartsOf(const Options &options, const Input &input,
                          const std::optional<Threshold> &kept = {});

/// Whether the threshold that was most valuable in an earlier period stays, where nobody names one:
/// only where that is what is to be done, or in any case, as what is told is how it was run.
enum class KeptOld : std::uint8_t { WhereAdvised, Always };

/// The same, compared with the earlier period where one is given; Unusable where that is not to be
/// read.
std::variant<AnswerParts, Unusable> comparedParts(const Options &options, const Input &input,
                                                  KeptOld old = KeptOld::WhereAdvised);

/// answer FILE --length HOW
Outcome answerCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
