// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/rivalsmaker.h"

#include <QString>

namespace oneinn {

/// What a chart's summary goes on with where other models are drawn, a space first; empty where
/// none are.
QString rivalsAside(const RivalsMaker::RivalsPtr &rivals);

} // namespace oneinn
