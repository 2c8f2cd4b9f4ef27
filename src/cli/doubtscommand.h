// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"

namespace oneinn::cli {

/// doubts FILE: how sure is the best threshold, and what is it worth on new uses?
Outcome doubtsCommand(const Options &options, const Input &input);

} // namespace oneinn::cli
