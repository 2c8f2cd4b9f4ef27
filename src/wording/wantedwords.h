// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/wantedvalue.h"

#include <QString>

namespace oneinn::wording {

/// What stands after "it needs": "a number from 0 to 1", "ns, us, ms or s".
QString wantedText(const WantedValue &wanted);

} // namespace oneinn::wording
