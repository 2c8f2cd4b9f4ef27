// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

enum class BetterQuality { Higher, Lower };

} // namespace oneinn
