// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/firstselection.h"

#include "core/predictions/defaultselection.h"
#include "session/samples.h"

#include <utility>

namespace oneinn::cli {

FirstSelection firstSelection(const Options &options, const Predictions &predictions)
{
    Selection selection = defaultSelection(predictions, options.where);
    if (!selection.model)
        return {std::move(selection)};
    auto known = modelOfSample(options.file);
    if (known && predictions.hasAny({.model = known, .where = options.where})) {
        selection.model = std::move(known);
        return {std::move(selection), true};
    }
    return {std::move(selection)};
}

} // namespace oneinn::cli
