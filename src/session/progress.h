// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// QPromise reports whole numbers: the share done, of so many.
inline constexpr int progressSteps = 1000;

} // namespace oneinn
