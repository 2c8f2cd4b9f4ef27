// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictioncolumns.h"

namespace oneinn {

/// Whether a column says when a use was, by its name (day, date, week, month, quarter, year, hour,
/// time, timestamp as a word of it) or as all that stands in it is a date or a time of day. Of many
/// values fifty are looked at.
bool tellsTime(const CategoryColumn &column);

} // namespace oneinn
