// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "wording/problemwords.h"

namespace oneinn::wording {

/// Of ProblemKind::SettingUnknown: the key, where in which file it stands, and which one was most
/// likely meant; else those that there are.
ProblemWords unknownKeyWords(const Problem &problem, const QString &file);
/// Of ProblemKind::SettingWrong: that it lacks, or that its word is none of those it may be, with
/// the nearest that is; else what it needs.
ProblemWords wrongSettingWords(const Problem &problem, const QString &key, const QString &file);

} // namespace oneinn::wording
