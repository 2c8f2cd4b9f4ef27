// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <QString>

#include <string>
#include <vector>

namespace oneinn {

/// All models where they can be overlooked at a glance, else those with the most rows: an id in
/// every row may have been taken for a model.
std::vector<std::string> listedModels(const Predictions &predictions);

} // namespace oneinn
