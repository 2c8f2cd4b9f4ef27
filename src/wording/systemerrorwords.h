// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/problemwords.h"

namespace oneinn::wording {

/// What the system (errno) has against a file that is to be written, and what to do about it.
/// Parts of sentences: "the disk is full", "make room on it, or save it somewhere else".
ProblemWords writingRefused(int systemError);

} // namespace oneinn::wording
