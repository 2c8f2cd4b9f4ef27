// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "wording/statement.h"
#include "wording/voice.h"

namespace oneinn::wording {

/// Beyond this a use number says nothing any more.
inline constexpr double mostCountableUses = 1e6;

/// "Half of users meet their third bad one by use 21", and what counts as bad. The median, never
/// the mean: with a few unlucky waits the mean lies beyond what most users meet.
Statement untilBadStatement(const Assessment &assessment, Voice voice = Voice::Yours);
/// The same headline with as little as a narrow column has room for.
Statement shortUntilBadStatement(const Assessment &assessment);

/// "wrong, missed or too late": what users can notice in this scenario; empty if they notice
/// nothing.
QString badText(const Assessment &assessment);

} // namespace oneinn::wording
