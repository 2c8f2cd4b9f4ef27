// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>

namespace oneinn {

/// Whether the call behind a row was answered; refused ones are among the failed.
enum class Calls : std::uint8_t { Answered, Failed, All };

} // namespace oneinn
