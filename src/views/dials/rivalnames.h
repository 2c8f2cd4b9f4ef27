// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rivals.h"
#include "results/earliercurves.h"

#include <QString>

#include <memory>
#include <vector>

namespace oneinn {

using RivalsPtr = std::shared_ptr<const std::vector<Rival>>;

/// What a chart's summary goes on with where other models are drawn, a space first; empty where
/// none are.
QString rivalsAside(const RivalsPtr &rivals);
/// Likewise where an earlier period is drawn.
QString earlierAside(const EarlierDrawn &earlier, bool drawn);

} // namespace oneinn
