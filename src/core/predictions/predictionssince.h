// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <memory>
#include <string>
#include <variant>

namespace oneinn {

enum class SinceTrouble {
    NoDays,    ///< no column says on which day a row was
    OtherForm, ///< the day, or one of the file, is written in a way that has no order
    NothingLeft,
};

/// The rows of a day and of all later ones, whatever model they are of; the account is that of the
/// file. A row without a day is left out; what has no label stays. `read` as for
/// Predictions::reweighted().
std::variant<PredictionsPtr, SinceTrouble> predictionsSince(const PredictionsPtr &read,
                                                            const std::string &day);

} // namespace oneinn
