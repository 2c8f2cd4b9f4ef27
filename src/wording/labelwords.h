// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/problemwords.h"

namespace oneinn::wording {

/// Of a label's values, and which of them is positive; empty for every other problem.
ProblemWords labelProblem(const Problem &problem, Reader reader);

} // namespace oneinn::wording
