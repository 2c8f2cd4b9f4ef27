// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

#include <QString>

#include <optional>

namespace oneinn::cli {

/// Leaves the uses of a day and later ones; all where none is given. Or says why it cannot.
std::optional<Unusable> keepSince(Input &input, const QString &since);

} // namespace oneinn::cli
