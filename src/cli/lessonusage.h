// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commanduse.h"

#include <QString>

namespace oneinn::cli {

/// All there are: what --help shows and docs/command-line.md holds.
const QList<CommandUse> &lessonUses();
const QList<CommandUse> &lessonOptions();
QString lessonUsage();

} // namespace oneinn::cli
