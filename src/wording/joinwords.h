// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/problemwords.h"

namespace oneinn::wording {

/// Of two files that are joined, of a file's format, and of a file that has changed meanwhile;
/// empty for every other problem.
ProblemWords joinProblem(const Problem &problem, Reader reader);

} // namespace oneinn::wording
