// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictions.h"

#include <algorithm>

namespace oneinn {

Selection defaultSelection(const Predictions &predictions)
{
    const auto &model = predictions.model();
    if (!model || model->values.size() < 2)
        return {};
    std::vector<std::size_t> rows(model->values.size(), 0);
    for (const std::uint32_t code : model->codes)
        ++rows[code];
    const auto most = std::max_element(rows.begin(), rows.end());
    return {.model = model->values[static_cast<std::size_t>(most - rows.begin())]};
}

} // namespace oneinn
