// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// review FILE: between which scores a person decides, and what that is worth.
Outcome reviewCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
