// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "wording/statement.h"

namespace oneinn::wording {

/// "Half of users meet their third bad one by use 21", and what counts as bad. The median, never
/// the mean: with a few unlucky waits the mean lies beyond what most users meet.
Statement untilBadStatement(const Assessment &assessment);
/// The same headline with as little as a narrow column has room for.
Statement shortUntilBadStatement(const Assessment &assessment);

/// "wrong, missed or too late": what users can notice in this scenario; empty if they notice
/// nothing.
QString badText(const Assessment &assessment);

} // namespace oneinn::wording
