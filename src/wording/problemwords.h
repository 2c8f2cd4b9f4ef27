// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "wording/columnwords.h"

#include <QString>

namespace oneinn::wording {

/// What went wrong, where, and what to do about it, each without its full stop. The remedies fit
/// the window and the command line alike; to whom types commands they name the option in brackets.
struct ProblemWords {
    QString what;
    QString remedy;

    QString sentence() const; ///< both, as sentences
};
ProblemWords problemWords(const Problem &problem, Reader reader = Reader::Window);

} // namespace oneinn::wording
