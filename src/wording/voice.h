// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace oneinn::wording {

/// Who speaks of what a person has set: the program to that person, or an answer that people hand
/// on as theirs.
enum class Voice { Yours, Ours };

/// "your" or "our", before what has been set.
inline QString whose(Voice voice)
{
    return voice == Voice::Yours ? QStringLiteral("your") : QStringLiteral("our");
}

} // namespace oneinn::wording
