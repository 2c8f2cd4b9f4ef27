// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/defaultselection.h"

#include <algorithm>
#include <utility>

namespace oneinn {

Selection defaultSelection(const Predictions &predictions, std::vector<Selection::Where> where)
{
    Selection selection{.model = {}, .where = std::move(where)};
    const auto &model = predictions.model();
    if (!model || model->values.size() < 2)
        return selection;
    std::vector<std::size_t> rows(model->values.size(), 0);
    for (const std::uint32_t row : predictions.select(selection))
        ++rows[model->codes[row]];
    const auto most = std::max_element(rows.begin(), rows.end());
    if (*most > 0)
        selection.model = model->values[static_cast<std::size_t>(most - rows.begin())];
    return selection;
}

} // namespace oneinn
