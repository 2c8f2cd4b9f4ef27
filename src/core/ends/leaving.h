// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/shares.h"

#include <optional>

namespace oneinn {

/// What is known of a share of uses whose users leave by chance, each use by itself; absent of any
/// other share, and of fewer than two rows.
std::optional<ClusterEffect> effectOfLeaving(const Waterfall &uses, const ShareKind &kind);

} // namespace oneinn
