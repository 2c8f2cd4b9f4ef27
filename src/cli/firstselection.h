// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "core/predictions/predictions.h"

namespace oneinn::cli {

/// What is looked at where nobody said of which model, as the window opens it.
struct FirstSelection {
    Selection selection;
    bool ofSample = false; ///< the file is one of our samples, and that names the model
};
FirstSelection firstSelection(const Options &options, const Predictions &predictions);

} // namespace oneinn::cli
