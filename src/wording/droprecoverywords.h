// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/droprecoveries.h"

#include <QString>

#include <vector>

/// What to do about a drop, in words.
namespace oneinn::wording {

/// All of it, in order, numbered where there are several: "1. About data: escalate … 2. …"
QString dropRecoveriesText(const std::vector<DropRecovery> &recoveries);
/// What to do, and what does not help.
QString dropRecoveryText(const DropRecovery &recovery);
/// The same of a cause by itself; empty where there is nothing to do.
QString dropRecovery(DropCause cause);

} // namespace oneinn::wording
