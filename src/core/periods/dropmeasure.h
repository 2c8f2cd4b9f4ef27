// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace oneinn {

/// What is counted in a use, before it is summed.
enum class DropMeasure : std::uint8_t { Value, Wrong, Missed };

} // namespace oneinn
