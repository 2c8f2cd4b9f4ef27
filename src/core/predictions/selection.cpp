// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/selection.h"

#include "core/predictions/valueorder.h"

namespace oneinn {

bool Selection::Where::admits(std::string_view cell) const
{
    if (match == Match::Is)
        return cell == value;
    return comesBefore(cell, value) == (match == Match::Before);
}

} // namespace oneinn
