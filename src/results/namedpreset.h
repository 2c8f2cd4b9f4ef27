// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "presets/presets.h"

#include <QString>

#include <variant>

namespace oneinn {

/// What --preset names, of the window and of the command line: one that comes with the program, one
/// of the person's own, or, with a '/' or
/// ".json" in it, a file. A sentence where it is none.
std::variant<Preset, QString> presetNamed(const QString &name);

} // namespace oneinn
