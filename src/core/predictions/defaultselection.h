// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <vector>

namespace oneinn {

/// Where to start among the rows that meet these conditions: of several models in the file the one
/// with the most of them (the first of equals), since models mixed together are nobody's
/// experience.
Selection defaultSelection(const Predictions &predictions,
                           std::vector<Selection::Where> where = {});

} // namespace oneinn
