// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

namespace oneinn::cli {

/// Asks on the terminal, without echo, for the password that a database wants, and keeps what is
/// typed for as long as the program runs. False where there is no terminal, or nothing was typed.
/// problem: DatabaseAsksPassword, with the address as its file.
bool askForPassword(const Problem &problem);

/// What the work returns, a Result; where that lacks a password, it is asked for, thrice at most.
template<typename Work> auto askingForPassword(const Work &work) -> decltype(work())
{
    constexpr int mostTries = 3;
    auto result = work();
    for (int tries = 0;
         tries < mostTries && !result && result.problem().kind == ProblemKind::DatabaseAsksPassword
         && askForPassword(result.problem());
         ++tries)
        result = work();
    return result;
}

} // namespace oneinn::cli
