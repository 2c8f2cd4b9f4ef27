// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QStringList>

namespace oneinn::wording {

/// What a person has said of the product, a line each and as short as a margin has room for: what
/// outcomes are worth ("right +5, wrong -4"; those that count nothing are left out), who waits,
/// what precision is asked for.
QStringList productLines(const Scenario &scenario, bool latenciesKnown = true);

} // namespace oneinn::wording
