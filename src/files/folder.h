// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"

#include <optional>
#include <string>

namespace oneinn::files {

/// Makes a folder, with those above it, unless it is there. Problem: FileNotSaved.
std::optional<Problem> makeFolder(const std::string &path);

/// Makes a folder, with those above it, that nobody else may look into, or closes one that is
/// there already, and the files in it. Problem: FileNotSaved where it cannot be made; what belongs
/// to somebody else stays as it is.
std::optional<Problem> makePrivateFolder(const std::string &path);

} // namespace oneinn::files
