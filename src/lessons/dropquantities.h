// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropped.h"
#include "lessons/quantities.h"

#include <QList>

#include <optional>

/// What a lesson can ask for of what happened since an earlier period.
namespace oneinn {

/// In the order of the documentation; those of quantities() that need an earlier period.
const QList<Quantity> &dropQuantities();
bool isOfDrop(const Quantity &quantity);
/// Absent where this drop has none, such as the amount of a cause that was not found.
std::optional<QuantityValue> valueOf(const Quantity &quantity, const Dropped &dropped);

} // namespace oneinn
