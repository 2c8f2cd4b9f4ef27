// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "wording/chartwords.h"

namespace oneinn {

/// How the wording calls a kind of threshold axis.
inline wording::ScoreAxis wordedAxis(charts::AxisMapping::Kind kind)
{
    switch (kind) {
    case charts::AxisMapping::Kind::Rank:
        return wording::ScoreAxis::ShareShown;
    case charts::AxisMapping::Kind::LogOdds:
        return wording::ScoreAxis::LogOdds;
    default:
        return wording::ScoreAxis::Score;
    }
}

} // namespace oneinn
