// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/selection.h"

#include <QString>

#include <vector>

namespace oneinn::wording {

/// What a column has to be: "web", "(empty)", "before 2026-03-01", "from 2026-03-01 on".
QString conditionValue(const Selection::Where &where);
/// "channel bank-transfer and device web"; empty for everyone.
QString groupText(const std::vector<Selection::Where> &where);

} // namespace oneinn::wording
